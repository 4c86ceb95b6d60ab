package br.gov.sp.prefeitura.redeinfo.training;

import static org.assertj.core.api.Assertions.assertThat;

import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson.SignedIn;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.support.IntegrationTest;
import br.gov.sp.prefeitura.redeinfo.support.TrainingLife;
import br.gov.sp.prefeitura.redeinfo.training.domain.Session;
import br.gov.sp.prefeitura.redeinfo.training.domain.SessionService;
import br.gov.sp.prefeitura.redeinfo.workflow.EngineClock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.ConcurrencyFailureException;

@IntegrationTest
@DisplayName("A session that is cancelled while its sheet is completed")
class SessionRaceTest {

  @Autowired TrainingLife trainings;
  @Autowired SessionService sessions;
  @Autowired EngineClock engineClock;

  @AfterEach
  void restoreTheClock() {
    engineClock.restore();
  }

  @RepeatedTest(5)
  @DisplayName("is either held or cancelled, its sheet says the same, and its process goes on")
  void oneOfBoth() throws Exception {
    long id = trainings.enrolling(trainings.draft().sessions(2));
    trainings.closeEnrolment(id);
    long session = trainings.sessions(id).get(0);
    SignedIn coordinator = trainings.signedIn(trainings.coordinator());
    engineClock.setTo(sessions.get(session).startsAt().plus(Duration.ofHours(1)));

    List<Boolean> done =
        atOnce(
            () -> trainings.completeSheet(session),
            () -> sessions.cancel(id, session, "Sem sala.", coordinator));
    trainings.runJobs();

    Session.State state = sessions.get(session).state();
    assertThat(done).containsOnlyOnce(true);
    assertThat(state).isEqualTo(done.get(0) ? Session.State.HELD : Session.State.CANCELLED);
    assertThat(trainings.sheetState(session)).isEqualTo(done.get(0) ? "CLOSED" : "CANCELLED");
    assertThat(trainings.instance("training-session", session)).isNull();
  }

  /** Which of them did what they wanted; the others were refused, or lost the race. */
  private static List<Boolean> atOnce(Runnable... all) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(all.length);
    try {
      List<Callable<Boolean>> calls =
          List.of(all).stream().<Callable<Boolean>>map(one -> () -> succeeds(one)).toList();
      List<Future<Boolean>> results = threads.invokeAll(calls);
      return List.of(results.get(0).get(), results.get(1).get());
    } finally {
      threads.shutdown();
    }
  }

  private static boolean succeeds(Runnable one) {
    try {
      one.run();
      return true;
    } catch (Refusal | ConcurrencyFailureException e) {
      return false;
    }
  }
}
