package br.gov.sp.prefeitura.redeinfo.statute.domain;

import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import br.gov.sp.prefeitura.redeinfo.statute.domain.ActivityPlan.Line;
import br.gov.sp.prefeitura.redeinfo.statute.domain.PlanRepository.PlanRow;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads plans; what is done comes from the modules, a statement for each number asked for. */
@Component
@Transactional(readOnly = true)
public class PlanQueries {

  private final PlanRepository plans;
  private final Measures measures;
  private final Clock clock;

  PlanQueries(PlanRepository plans, Measures measures, Clock clock) {
    this.plans = plans;
    this.measures = measures;
    this.clock = clock;
  }

  /**
   * The years of the plans, newest first.
   *
   * @param drafts also of those that are not published
   */
  public List<Integer> years(boolean drafts) {
    return plans.all().stream()
        .filter(plan -> drafts || plan.publishedAt() != null)
        .map(PlanRow::year)
        .toList();
  }

  /** The year of today. */
  public int currentYear() {
    return SaoPaulo.today(clock).getYear();
  }

  /**
   * The published plan that concerns people now: this year's, or else the latest before it, or else
   * the next one.
   */
  public Optional<Integer> current() {
    int year = currentYear();
    List<Integer> published = years(false);
    return published.stream()
        .filter(one -> one <= year)
        .findFirst()
        .or(() -> published.stream().reduce((first, second) -> second));
  }

  /**
   * @param drafts whether the reader sees plans that are not published
   * @throws Refusal (not found)
   */
  public ActivityPlan get(int year, boolean drafts) {
    PlanRow plan =
        plans
            .find(year)
            .filter(row -> drafts || row.publishedAt() != null)
            .orElseThrow(() -> Refusal.notFound("plan.unknown"));
    List<Target> targets = plans.targets(year);
    Map<Long, Long> done = measures.done(targets);
    LocalDate today = SaoPaulo.today(clock);
    List<Line> lines =
        targets.stream()
            .map(
                target ->
                    new Line(
                        target, done.get(target.id()), target.on(today, done.get(target.id()))))
            .toList();
    return new ActivityPlan(year, plan.publishedAt(), plan.changedAt(), lines);
  }

  /**
   * @throws Refusal (not found)
   */
  public void requirePlan(int year) {
    if (plans.find(year).isEmpty()) {
      throw Refusal.notFound("plan.unknown");
    }
  }

  /**
   * @throws Refusal (not found)
   */
  public Target target(int year, long id) {
    return plans.target(year, id).orElseThrow(() -> Refusal.notFound("plan.target-unknown"));
  }
}
