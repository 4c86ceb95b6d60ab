package br.gov.sp.prefeitura.redeinfo.intake;

import static org.assertj.core.api.Assertions.assertThat;

import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson.SignedIn;
import br.gov.sp.prefeitura.redeinfo.identity.Groups;
import br.gov.sp.prefeitura.redeinfo.intake.domain.ImportDesk;
import br.gov.sp.prefeitura.redeinfo.intake.domain.ImportPlan;
import br.gov.sp.prefeitura.redeinfo.intake.domain.ListKind;
import br.gov.sp.prefeitura.redeinfo.intake.domain.PlannedLine;
import br.gov.sp.prefeitura.redeinfo.intake.domain.PlannedLine.Verdict;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.ApplicationContext;

/** Somebody of the coordination with lists to take over. */
final class Lists {

  private static final AtomicInteger COUNTER = new AtomicInteger();

  private final ImportDesk desk;
  private final SignedIn coordinator;

  Lists(ApplicationContext context, Person coordinator) {
    this.desk = context.getBean(ImportDesk.class);
    this.coordinator =
        new SignedIn(
            coordinator.id(),
            coordinator.username(),
            coordinator.name(),
            Set.of(Groups.COORDINATION));
  }

  /** A number that no other test uses. */
  static int next() {
    return COUNTER.incrementAndGet();
  }

  /** A functional registration that no other test uses. */
  static String rf() {
    return String.valueOf(7_000_000 + next());
  }

  SignedIn coordinator() {
    return coordinator;
  }

  long send(ListKind kind, String... lines) {
    return desk.send(
        kind,
        "lista.csv",
        String.join("\n", lines).getBytes(StandardCharsets.UTF_8),
        null,
        coordinator);
  }

  ImportPlan plan(long id) {
    return desk.preview(id, coordinator).plan();
  }

  ImportPlan plan(ListKind kind, String... lines) {
    return plan(send(kind, lines));
  }

  /** Confirms what is shown now. */
  boolean apply(long id) {
    return desk.apply(id, plan(id).fingerprint(), coordinator);
  }

  /** Takes the list over, and sees that nothing is left to do of it. */
  void takeOver(ListKind kind, String... lines) {
    ImportPlan plan = plan(kind, lines);
    assertThat(problems(plan)).isEmpty();
    assertThat(apply(send(kind, lines))).isTrue();
    assertThat(plan(kind, lines).lines())
        .as("the same list again")
        .allMatch(line -> line.verdict() == Verdict.UNCHANGED);
  }

  /** Codes of the reasons why lines are refused. */
  static List<String> problems(ImportPlan plan) {
    return plan.lines().stream()
        .flatMap(line -> line.problems().stream())
        .map(problem -> problem.violation().code())
        .toList();
  }

  static List<Verdict> verdicts(ImportPlan plan) {
    return plan.lines().stream().map(PlannedLine::verdict).toList();
  }
}
