package br.gov.sp.prefeitura.redeinfo.shared.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import liquibase.integration.spring.SpringLiquibase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.ApplicationListener;
import org.springframework.stereotype.Component;

/**
 * Lets nodes start one after the other: change sets, deployments, reference data and the first
 * administrator are each looked for and then made, and would be made twice by two nodes at once.
 * From before Liquibase until the node takes requests.
 */
@Component
class OneStartAtATime
    implements BeanPostProcessor, ApplicationListener<AvailabilityChangeEvent<?>>, DisposableBean {

  private static final Logger log = LoggerFactory.getLogger(OneStartAtATime.class);
  private static final long KEY = 4_927_001;

  private volatile ClusterLock lock;

  @Override
  public Object postProcessBeforeInitialization(Object bean, String name) {
    if (bean instanceof SpringLiquibase liquibase && lock == null) {
      lock = ClusterLock.take(liquibase.getDataSource(), KEY, "starting");
      forgetKilledNode(liquibase.getDataSource());
    }
    return bean;
  }

  /**
   * Liquibase's own lock is a row, which a node that was killed while it changed the schema leaves
   * behind for ever. Whoever holds our lock knows that nobody else is at it.
   */
  private static void forgetKilledNode(DataSource database) {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      if (exists(statement)
          && statement.executeUpdate("UPDATE databasechangeloglock SET locked = false WHERE locked")
              > 0) {
        log.warn("A node was killed while it changed the schema; this one goes on from there");
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the lock of the change log cannot be read", e);
    }
  }

  private static boolean exists(Statement statement) throws SQLException {
    try (ResultSet answer =
        statement.executeQuery("SELECT to_regclass('databasechangeloglock') IS NOT NULL")) {
      return answer.next() && answer.getBoolean(1);
    }
  }

  @Override
  public void onApplicationEvent(AvailabilityChangeEvent<?> event) {
    if (event.getState() == ReadinessState.ACCEPTING_TRAFFIC) {
      release();
    }
  }

  @Override
  public void destroy() {
    release();
  }

  private synchronized void release() {
    if (lock != null) {
      lock.close();
      lock = null;
    }
  }
}
