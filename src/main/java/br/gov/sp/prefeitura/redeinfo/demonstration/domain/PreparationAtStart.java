package br.gov.sp.prefeitura.redeinfo.demonstration.domain;

import br.gov.sp.prefeitura.redeinfo.shared.database.ClusterLock;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Prepares the data behind the sign-in page, and stops between two steps when the application does.
 */
@Component
@ConditionalOnDemonstration
@ConditionalOnProperty(
    name = "rede-info.demonstration.prepare-at-start",
    havingValue = "true",
    matchIfMissing = true)
class PreparationAtStart implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(PreparationAtStart.class);
  private static final long LOCK = 4_927_002;
  private static final long PATIENCE_MILLIS = 10_000;

  private final Seeder seeder;
  private final DataSource database;
  private volatile Thread thread;

  PreparationAtStart(Seeder seeder, DataSource database) {
    this.seeder = seeder;
    this.database = database;
  }

  @EventListener(ApplicationReadyEvent.class)
  void prepare() {
    Thread started = new Thread(this::run, "demonstration");
    started.setDaemon(true);
    thread = started;
    started.start();
  }

  private void run() {
    // A second node finds everything done when its turn comes.
    try (ClusterLock alone = ClusterLock.take(database, LOCK, "preparing the demonstration")) {
      seeder.prepare();
    } catch (RuntimeException e) {
      log.error("The demonstration's data are incomplete; the next start goes on from here", e);
    }
  }

  @Override
  public void start() {
    // Begins when the application is ready for requests, see prepare().
  }

  @Override
  public void stop() {
    Thread running = thread;
    if (running != null) {
      running.interrupt();
      try {
        running.join(PATIENCE_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public boolean isRunning() {
    Thread running = thread;
    return running != null && running.isAlive();
  }
}
