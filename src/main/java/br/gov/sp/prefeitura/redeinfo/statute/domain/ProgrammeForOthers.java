package br.gov.sp.prefeitura.redeinfo.statute.domain;

import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson.SignedIn;
import br.gov.sp.prefeitura.redeinfo.statute.StatuteProgramme;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Does what {@link StatuteProgramme} offers by the desks that the pages use. */
@Service("statuteProgramme")
@Transactional(propagation = Propagation.MANDATORY)
class ProgrammeForOthers implements StatuteProgramme {

  private final StatuteDesk desk;
  private final AcceptanceRequests requests;
  private final PlanDesk plans;
  private final Measures measures;

  ProgrammeForOthers(
      StatuteDesk desk, AcceptanceRequests requests, PlanDesk plans, Measures measures) {
    this.desk = desk;
    this.requests = requests;
    this.plans = plans;
    this.measures = measures;
  }

  @Override
  public long publish(NewVersion version, SignedIn by) {
    StatuteText text =
        new StatuteText(
            version.principles(), version.roles(), version.duties(), version.activities());
    int revision = desk.save(desk.draft().revision(), text, by).revision();
    Publication publication =
        new Publication(version.act(), null, version.actDay(), version.gazetteDay(), null);
    return desk.publish(revision, publication, by).id();
  }

  @Override
  public List<Long> openTasks() {
    return requests.startAll();
  }

  @Override
  public void publishPlan(int year, List<NewTarget> targets, SignedIn by) {
    plans.begin(year, by);
    targets.forEach(target -> plans.add(year, typed(target), by));
    plans.publish(year, by);
  }

  private static TypedTarget typed(NewTarget target) {
    return new TypedTarget(
        target.what(),
        target.measure(),
        target.doneByHand(),
        target.target(),
        target.first(),
        target.last(),
        target.goalCode(),
        target.goalName(),
        null);
  }

  @Override
  public List<String> measures() {
    return measures.codes();
  }
}
