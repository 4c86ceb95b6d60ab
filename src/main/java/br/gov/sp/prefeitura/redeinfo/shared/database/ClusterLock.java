package br.gov.sp.prefeitura.redeinfo.shared.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What one node at a time may do. The lock is a session's of the database: it goes with the process
 * that holds it, however that ends, and needs a connection of its own meanwhile.
 */
public final class ClusterLock implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(ClusterLock.class);
  private static final Duration INTERVAL = Duration.ofMillis(250);

  private final Connection connection;
  private final long key;

  private ClusterLock(Connection connection, long key) {
    this.connection = connection;
    this.key = key;
  }

  /**
   * Waits until no other node holds the lock.
   *
   * @param key the same on all nodes, another one for each purpose
   * @param purpose for the log, when it has to wait
   * @throws IllegalStateException if the database fails or the thread is interrupted
   */
  public static ClusterLock take(DataSource database, long key, String purpose) {
    try {
      Connection connection = database.getConnection();
      try {
        for (boolean waits = false; !ask(connection, "pg_try_advisory_lock", key); waits = true) {
          if (!waits) {
            log.info("Another node holds the lock for {}; this one waits", purpose);
          }
          Thread.sleep(INTERVAL.toMillis());
        }
        return new ClusterLock(connection, key);
      } catch (SQLException | InterruptedException e) {
        connection.close();
        throw e;
      }
    } catch (SQLException e) {
      throw new IllegalStateException("no lock for " + purpose, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for " + purpose, e);
    }
  }

  /** Sets the lock free. A connection that has failed meanwhile has done so already. */
  @Override
  public void close() {
    try (connection) {
      ask(connection, "pg_advisory_unlock", key);
    } catch (SQLException e) {
      log.debug("The lock went with its connection", e);
    }
  }

  private static boolean ask(Connection connection, String function, long key) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement("SELECT " + function + "(?)")) {
      statement.setLong(1, key);
      try (ResultSet answer = statement.executeQuery()) {
        return answer.next() && answer.getBoolean(1);
      }
    }
  }
}
