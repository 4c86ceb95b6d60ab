package br.gov.sp.prefeitura.redeinfo.statute.domain;

import br.gov.sp.prefeitura.redeinfo.audit.AuditEntry;
import br.gov.sp.prefeitura.redeinfo.audit.AuditLog;
import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson.SignedIn;
import br.gov.sp.prefeitura.redeinfo.network.Bodies;
import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import java.time.Clock;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The coordination writes the year's plan. Once published its changes are public at once; each is
 * on record.
 */
@Service
@Transactional
public class PlanDesk {

  private static final int FIRST_YEAR = 2011;
  private static final int LAST_YEAR = 2100;

  private final PlanRepository plans;
  private final Measures measures;
  private final Bodies bodies;
  private final AuditLog audit;
  private final Clock clock;

  PlanDesk(PlanRepository plans, Measures measures, Bodies bodies, AuditLog audit, Clock clock) {
    this.plans = plans;
    this.measures = measures;
    this.bodies = bodies;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Begins the plan of a year.
   *
   * @throws Refusal (invalid) for a year out of range, (conflict) if there is one already
   */
  public void begin(Integer year, SignedIn by) {
    requireCoordination(by);
    if (year == null || year < FIRST_YEAR || year > LAST_YEAR) {
      throw Refusal.invalidField(
          "year", "plan.year", String.valueOf(FIRST_YEAR), String.valueOf(LAST_YEAR));
    }
    if (!plans.begin(year, by.personId(), clock.instant())) {
      throw Refusal.conflict("plan.exists", String.valueOf(year));
    }
    record(PlanAction.BEGUN, year, null, by);
  }

  /**
   * @throws Refusal (conflict) if it is published or has no target yet
   */
  public void publish(int year, SignedIn by) {
    requirePlan(year, by);
    if (plans.targets(year).isEmpty()) {
      throw Refusal.conflict("plan.empty");
    }
    if (!plans.publish(year, by.personId(), clock.instant())) {
      throw Refusal.conflict("plan.published-already");
    }
    record(PlanAction.PUBLISHED, year, null, by);
  }

  /**
   * @return the target's id
   * @throws Refusal (invalid) with the fields that break a rule
   */
  public long add(int year, TypedTarget typed, SignedIn by) {
    requirePlan(year, by);
    long id = plans.insert(year, checked(year, typed));
    plans.changed(year, clock.instant());
    record(PlanAction.TARGET_ADDED, year, id, by);
    return id;
  }

  /**
   * @param version the one that the writer had read
   * @throws Refusal (invalid) with the fields that break a rule, (conflict) if somebody else has
   *     changed it since
   */
  public void change(int year, long id, int version, TypedTarget typed, SignedIn by) {
    requirePlan(year, by);
    if (!plans.change(year, id, version, checked(year, typed))) {
      throw Refusal.conflict("plan.target-changed");
    }
    plans.changed(year, clock.instant());
    record(PlanAction.TARGET_CHANGED, year, id, by);
  }

  /**
   * @param version the one that the writer had read
   * @throws Refusal (conflict) if somebody else has changed it since
   */
  public void remove(int year, long id, int version, SignedIn by) {
    requirePlan(year, by);
    if (!plans.remove(year, id, version)) {
      throw Refusal.conflict("plan.target-changed");
    }
    plans.changed(year, clock.instant());
    record(PlanAction.TARGET_REMOVED, year, id, by);
  }

  private TypedTarget checked(int year, TypedTarget typed) {
    return typed.checked(
        year,
        measures.all(),
        bodies.all().stream().map(Body::id).collect(Collectors.toUnmodifiableSet()));
  }

  private void requirePlan(int year, SignedIn by) {
    requireCoordination(by);
    if (plans.find(year).isEmpty()) {
      throw Refusal.notFound("plan.unknown");
    }
  }

  private static void requireCoordination(SignedIn by) {
    if (!by.isCoordination()) {
      throw Refusal.forbidden("plan.coordination-only");
    }
  }

  private void record(PlanAction action, int year, Long target, SignedIn by) {
    audit.record(AuditEntry.of(action, year).by(by.personId()).with("target", target));
  }
}
