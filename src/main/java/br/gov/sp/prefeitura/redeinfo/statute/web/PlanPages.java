package br.gov.sp.prefeitura.redeinfo.statute.web;

import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson;
import br.gov.sp.prefeitura.redeinfo.network.Bodies;
import br.gov.sp.prefeitura.redeinfo.statute.domain.ActivityPlan;
import br.gov.sp.prefeitura.redeinfo.statute.domain.PlanQueries;
import br.gov.sp.prefeitura.redeinfo.statute.domain.Target.State;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the plan's page shows, however it is come to. */
@Component
class PlanPages {

  private final PlanQueries plans;
  private final Bodies bodies;
  private final CurrentPerson currentPerson;

  PlanPages(PlanQueries plans, Bodies bodies, CurrentPerson currentPerson) {
    this.plans = plans;
    this.bodies = bodies;
    this.currentPerson = currentPerson;
  }

  /** The plan of the year, as the person may see it. */
  ActivityPlan get(int year) {
    return plans.get(year, seesDrafts());
  }

  /** The plan that concerns people now; of the drafts the newest, for those who see them. */
  Optional<Integer> current() {
    return plans
        .current()
        .or(() -> seesDrafts() ? plans.years(true).stream().findFirst() : Optional.empty());
  }

  String show(int year, Model model) {
    ActivityPlan plan = get(year);
    model.addAttribute("plan", plan);
    model.addAttribute(
        "bodies",
        bodies.byId(
            plan.lines().stream()
                .map(line -> line.target().bodyId())
                .filter(Objects::nonNull)
                .distinct()
                .toList()));
    addFrame(model);
    return "statute/plan";
  }

  /** What stands around the plan, or where it would stand. */
  void addFrame(Model model) {
    List<Integer> years = plans.years(seesDrafts());
    model.addAttribute("years", years);
    model.addAttribute("states", State.values());
    model.addAttribute("writes", writes());
    model.addAttribute(
        "nextYear",
        years.isEmpty() ? plans.currentYear() : Math.max(years.get(0) + 1, plans.currentYear()));
  }

  private boolean writes() {
    return currentPerson.find().filter(person -> person.isCoordination()).isPresent();
  }

  private boolean seesDrafts() {
    return currentPerson
        .find()
        .filter(person -> person.isCoordination() || person.isAuditor())
        .isPresent();
  }
}
