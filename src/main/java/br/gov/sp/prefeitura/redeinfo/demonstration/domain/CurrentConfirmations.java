package br.gov.sp.prefeitura.redeinfo.demonstration.domain;

import br.gov.sp.prefeitura.redeinfo.confirmation.ConfirmationRounds;
import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import br.gov.sp.prefeitura.redeinfo.workflow.EngineClock;
import br.gov.sp.prefeitura.redeinfo.workflow.TaskInbox;
import br.gov.sp.prefeitura.redeinfo.workflow.TaskInbox.OpenTask;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * The latest round in which bodies confirm their focal points: most have, some with changes, and a
 * few are late.
 */
@Component
@ConditionalOnDemonstration
class CurrentConfirmations {

  private static final String STORY = "current/confirmations";
  private static final String PROCESS = "focal-point-confirmation";
  private static final int LATE = 9;
  private static final int CHANGED = 7;
  private static final int DAYS_TO_ANSWER = 8;

  private final StepLog steps;
  private final ConfirmationRounds rounds;
  private final TaskInbox tasks;
  private final ReplayedProcess process;
  private final OfficeTime time;
  private final EngineClock clock;

  CurrentConfirmations(
      StepLog steps,
      ConfirmationRounds rounds,
      TaskInbox tasks,
      ReplayedProcess process,
      OfficeTime time,
      EngineClock clock) {
    this.steps = steps;
    this.rounds = rounds;
    this.tasks = tasks;
    this.process = process;
    this.time = time;
    this.clock = clock;
  }

  /** One for each body that is asked; safe to repeat, also on another day. */
  List<Runnable> stories(List<Body> bodies, Instant now) {
    LocalDate today = LocalDate.ofInstant(now, SaoPaulo.ZONE);
    LocalDate first = time.after(monthOfRound(today).minusDays(1), 1);
    LocalDate day =
        LocalDate.ofEpochDay(
            steps.result(STORY + "/day", OfficeTime.startOf(first), first::toEpochDay));
    long round =
        steps.result(
            STORY + "/begun",
            OfficeTime.startOf(day),
            () -> rounds.begin(day, null).or(() -> rounds.find(day)).orElse(0L));
    clock.callAt(OfficeTime.startOf(day), rounds::startPending);
    Map<Long, Long> asked = rounds.confirmationsOf(round);
    return bodies.stream()
        .filter(body -> asked.containsKey(body.id()))
        .<Runnable>map(
            body -> () -> play(asked.get(body.id()), body, bodies.indexOf(body), day, now))
        .toList();
  }

  /** May or November, the later one that has begun. */
  private static LocalDate monthOfRound(LocalDate today) {
    LocalDate month = today.withDayOfMonth(1);
    while (month.getMonthValue() != 5 && month.getMonthValue() != 11) {
      month = month.minusMonths(1);
    }
    return month;
  }

  private void play(long id, Body body, int index, LocalDate day, Instant now) {
    Instant asked = OfficeTime.startOf(day);
    process.runAt(asked, PROCESS, id);
    Instant answers =
        OfficeTime.inTheMorning(time.after(day, 1 + index % DAYS_TO_ANSWER), body.slug());
    if (index % LATE != 4 && answers.isBefore(now)) {
      process.runUntil(answers, PROCESS, id);
      steps.once(STORY + "/" + body.slug(), answers, () -> answer(id, body, index));
      process.runAt(answers, PROCESS, id);
    }
    process.runUntil(now, PROCESS, id);
    process.leave(PROCESS, id);
  }

  /** By the office; a body of which nobody works in an office here stays late. */
  private void answer(long id, Body body, int index) {
    String office = body.slug() + ".gabinete";
    List<OpenTask> open = tasks.openTasks(PROCESS, List.of(Long.toString(id)));
    if (open.isEmpty() || !open.get(0).candidateGroups().equals(List.of(body.slug() + ".office"))) {
      return;
    }
    tasks.claim(open.get(0).id(), office);
    tasks.complete(
        open.get(0).id(),
        office,
        index % CHANGED == 3
            ? Map.of(
                "answer", "changed", "note", "Uma das pessoas muda de secretaria no fim do mês.")
            : Map.of("answer", "unchanged"));
  }
}
