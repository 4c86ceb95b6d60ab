package br.gov.sp.prefeitura.redeinfo.support;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Counts what the whole application asks of the database. */
@TestConfiguration(proxyBeanMethods = false)
public class StatementCounter {

  private static final AtomicLong STATEMENTS = new AtomicLong();
  private static final AtomicLong ROWS_WRITTEN = new AtomicLong();
  private static final AtomicLong COMMITS = new AtomicLong();

  private static volatile boolean counting;

  /** What is asked, by whatever thread, while the work is done; tests run one after the other. */
  public static Count count(Runnable work) {
    Count before = now();
    counting = true;
    try {
      work.run();
    } finally {
      counting = false;
    }
    return now().minus(before);
  }

  private static Count now() {
    return new Count(STATEMENTS.get(), ROWS_WRITTEN.get(), COMMITS.get());
  }

  @Bean
  static BeanPostProcessor countingDataSource() {
    return new BeanPostProcessor() {
      @Override
      public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource source ? new Counting(source) : bean;
      }
    };
  }

  /**
   * @param statements sent to the database; a batch of rows is one
   * @param rowsWritten inserted, changed or deleted
   * @param commits of transactions; a statement outside of one is its own
   */
  public record Count(long statements, long rowsWritten, long commits) {

    public Count plus(Count other) {
      return new Count(
          statements + other.statements, rowsWritten + other.rowsWritten, commits + other.commits);
    }

    private Count minus(Count other) {
      return new Count(
          statements - other.statements, rowsWritten - other.rowsWritten, commits - other.commits);
    }
  }

  private static final class Counting extends DelegatingDataSource {

    Counting(DataSource counted) {
      super(counted);
    }

    @Override
    public Connection getConnection() throws SQLException {
      Connection connection = super.getConnection();
      if (!counting) {
        return connection;
      }
      return proxy(Connection.class, connection, result -> counted(result, connection))
          .andCount((method, result) -> countCommit(method))
          .make();
    }

    private static Object counted(Object result, Connection connection) {
      if (!(result instanceof Statement statement)) {
        return result;
      }
      Class<? extends Statement> type =
          result instanceof CallableStatement
              ? CallableStatement.class
              : result instanceof PreparedStatement ? PreparedStatement.class : Statement.class;
      return proxy(type, statement, UnaryOperator.identity())
          .andCount((method, returned) -> countStatement(method, returned, statement, connection))
          .make();
    }

    private static void countCommit(Method method) {
      if (method.getName().equals("commit")) {
        COMMITS.incrementAndGet();
      }
    }

    private static void countStatement(
        Method method, Object returned, Statement statement, Connection connection)
        throws SQLException {
      if (!method.getName().startsWith("execute")) {
        return;
      }
      STATEMENTS.incrementAndGet();
      if (connection.getAutoCommit()) {
        COMMITS.incrementAndGet();
      }
      if (returned instanceof int[] rows) {
        ROWS_WRITTEN.addAndGet(Arrays.stream(rows).map(Counting::written).sum());
      } else if (returned instanceof Integer rows) {
        ROWS_WRITTEN.addAndGet(rows);
      } else if (Boolean.FALSE.equals(returned)) {
        ROWS_WRITTEN.addAndGet(Math.max(0, statement.getUpdateCount()));
      }
    }

    /** A rewritten batch says "some": each of its entries is one row. */
    private static int written(int rows) {
      return rows == Statement.SUCCESS_NO_INFO ? 1 : Math.max(0, rows);
    }

    private static <T> Proxying<T> proxy(
        Class<T> type, Object target, UnaryOperator<Object> results) {
      return new Proxying<>(type, target, results);
    }
  }

  private interface Observer {
    void returned(Method method, Object result) throws SQLException;
  }

  private record Proxying<T>(Class<T> type, Object target, UnaryOperator<Object> results) {

    Observed<T> andCount(Observer observer) {
      return new Observed<>(this, observer);
    }
  }

  private record Observed<T>(Proxying<T> proxying, Observer observer) implements InvocationHandler {

    T make() {
      return proxying
          .type()
          .cast(
              Proxy.newProxyInstance(
                  StatementCounter.class.getClassLoader(), new Class<?>[] {proxying.type()}, this));
    }

    @Override
    public Object invoke(Object self, Method method, Object[] args) throws Throwable {
      try {
        Object result = method.invoke(proxying.target(), args);
        observer.returned(method, result);
        return proxying.results().apply(result);
      } catch (InvocationTargetException e) {
        throw e.getCause();
      }
    }
  }
}
