package br.gov.sp.prefeitura.redeinfo.privacy.domain;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Looks whether the yearly run is due, and goes on with a run that is wanted, on a thread of its
 * own. What an ended node left is found by the next look of any node.
 */
@Component
class PrivacySchedule implements DisposableBean {

  private static final Logger log = LoggerFactory.getLogger(PrivacySchedule.class);

  private final PrivacyRuns runs;
  private final AtomicBoolean working = new AtomicBoolean();
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread made = new Thread(task, "privacy-run");
            made.setDaemon(true);
            return made;
          });

  PrivacySchedule(PrivacyRuns runs) {
    this.runs = runs;
  }

  @Scheduled(cron = "${rede-info.privacy.look-cron:0 * * * * *}", zone = "America/Sao_Paulo")
  void look() {
    runs.startIfDue();
    if (runs.isGoingOn() && working.compareAndSet(false, true)) {
      thread.execute(
          () -> {
            try {
              runs.work();
            } catch (RuntimeException e) {
              log.error("The privacy run could not go on now; the next look tries again", e);
            } finally {
              working.set(false);
            }
          });
    }
  }

  @Override
  public void destroy() {
    thread.shutdownNow();
  }
}
