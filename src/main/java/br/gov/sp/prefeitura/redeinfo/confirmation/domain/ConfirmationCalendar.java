package br.gov.sp.prefeitura.redeinfo.confirmation.domain;

import br.gov.sp.prefeitura.redeinfo.confirmation.ConfirmationRounds;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import java.time.Clock;
import java.time.LocalDate;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Begins the round of a month with a round, and starts what was not started. Looks every hour, so
 * that a day on which the application was down costs nothing; a month has one round at most,
 * whoever looks.
 */
@Component
public class ConfirmationCalendar implements DisposableBean {

  private static final Logger log = LoggerFactory.getLogger(ConfirmationCalendar.class);

  private final ConfirmationRounds rounds;
  private final ConfirmationDeadlines deadlines;
  private final ConfirmationProperties properties;
  private final Clock clock;

  /** Of its own: whoever asks for a round goes on at once. */
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread made = new Thread(task, "confirmation-rounds");
            made.setDaemon(true);
            return made;
          });

  ConfirmationCalendar(
      ConfirmationRounds rounds,
      ConfirmationDeadlines deadlines,
      ConfirmationProperties properties,
      Clock clock) {
    this.rounds = rounds;
    this.deadlines = deadlines;
    this.properties = properties;
    this.clock = clock;
  }

  @Scheduled(cron = "0 25 * * * *", zone = "America/Sao_Paulo")
  void look() {
    if (properties.automatic()) {
      thread.execute(() -> run(SaoPaulo.today(clock)));
    }
  }

  /** Starts in the background what a round that has just been committed left to start. */
  public void startInBackground() {
    thread.execute(this::startPending);
  }

  /** What the day asks for. */
  void run(LocalDate today) {
    try {
      if (deadlines.isRoundDue(today)) {
        rounds.begin(today, null);
      }
    } catch (RuntimeException e) {
      log.error("No round could be begun now; the next run tries again", e);
    }
    startPending();
  }

  private void startPending() {
    try {
      rounds.startPending();
    } catch (RuntimeException e) {
      log.error("Confirmations could not be started now; the next run tries again", e);
    }
  }

  @Override
  public void destroy() {
    thread.shutdown();
  }
}
