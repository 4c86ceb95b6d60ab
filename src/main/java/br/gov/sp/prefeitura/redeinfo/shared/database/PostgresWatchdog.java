package br.gov.sp.prefeitura.redeinfo.shared.database;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts the embedded PostgreSQL again when its process was killed under the running application.
 * Requests wait for a connection meanwhile; committed data comes back by PostgreSQL's recovery.
 */
final class PostgresWatchdog implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(PostgresWatchdog.class);
  private static final Duration INTERVAL = Duration.ofMillis(500);

  /** Old server processes that still end may hold its memory for a moment. */
  private static final int ATTEMPTS = 20;

  private final EmbeddedPostgresServer server;
  private final Runnable giveUp;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread daemon = new Thread(task, "postgresql-watchdog");
            daemon.setDaemon(true);
            return daemon;
          });
  private int failures;

  /**
   * @param giveUp what ends the application when the database cannot be brought back
   */
  PostgresWatchdog(EmbeddedPostgresServer server, Runnable giveUp) {
    this.server = server;
    this.giveUp = giveUp;
    thread.scheduleWithFixedDelay(
        this::look, INTERVAL.toMillis(), INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void look() {
    if (server.isRunning()) {
      failures = 0;
      return;
    }
    try {
      LOG.error("PostgreSQL ended by itself; starting it again");
      server.restart();
      LOG.info("PostgreSQL serves again");
    } catch (RuntimeException e) {
      failures++;
      LOG.warn("PostgreSQL did not start again (attempt {}): {}", failures, e.getMessage());
      if (failures >= ATTEMPTS) {
        LOG.error("PostgreSQL cannot be brought back; the application ends");
        thread.shutdown();
        giveUp.run();
      }
    }
  }

  @Override
  public void close() throws InterruptedException {
    thread.shutdownNow();
    if (!thread.awaitTermination(1, TimeUnit.MINUTES)) {
      LOG.warn("A restart of PostgreSQL is still under way");
    }
  }
}
