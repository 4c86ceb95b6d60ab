package br.gov.sp.prefeitura.redeinfo.nomination.domain;

import br.gov.sp.prefeitura.redeinfo.audit.AuditEntry;
import br.gov.sp.prefeitura.redeinfo.audit.AuditLog;
import br.gov.sp.prefeitura.redeinfo.audit.InPlaceOf;
import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson.SignedIn;
import br.gov.sp.prefeitura.redeinfo.identity.Groups;
import br.gov.sp.prefeitura.redeinfo.network.Bodies;
import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.nomination.NominationState;
import br.gov.sp.prefeitura.redeinfo.nomination.domain.Decision.Outcome;
import br.gov.sp.prefeitura.redeinfo.nomination.domain.Decision.Step;
import br.gov.sp.prefeitura.redeinfo.nomination.domain.NominatedSeat.Change;
import br.gov.sp.prefeitura.redeinfo.nomination.domain.NominationProcess.Waiting;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people do to a running nomination from our pages. */
@Service
@Transactional
public class NominationCommands {

  private final NominationRepository nominations;
  private final NominationSearch search;
  private final DecisionLog log;
  private final Bodies bodies;
  private final NominationProcess process;
  private final NominationNotices notices;
  private final Deadlines deadlines;
  private final AuditLog audit;
  private final Clock clock;

  NominationCommands(
      NominationRepository nominations,
      NominationSearch search,
      DecisionLog log,
      Bodies bodies,
      NominationProcess process,
      NominationNotices notices,
      Deadlines deadlines,
      AuditLog audit,
      Clock clock) {
    this.nominations = nominations;
    this.search = search;
    this.log = log;
    this.bodies = bodies;
    this.process = process;
    this.notices = notices;
    this.deadlines = deadlines;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Ends an open nomination, by the coordination or the body's office.
   *
   * @throws Refusal if there is no reason, the person may not, or it is too late
   */
  public void withdraw(long nominationId, SignedIn by, String reason) {
    Nomination nomination = nominations.get(nominationId);
    requireOfficeOrCoordination(nomination, by);
    String why = Reasons.required("reason", reason);
    if (!nomination.state().isOpen() || log.publicationOf(nominationId).isPresent()) {
      throw Refusal.conflict("nomination.moved-on");
    }
    log.add(
        nomination,
        Decision.of(
            Step.WITHDRAWAL, Outcome.WITHDRAWN, why, List.of(), by.personId(), clock.instant()),
        by.isIn(office(nomination)) ? null : InPlaceOf.body(nomination.bodyId()));
    process.withdraw(nominationId);
  }

  /**
   * The instance ends because the nomination was withdrawn: closes it and tells those concerned.
   */
  public void closeWithdrawn(long nominationId) {
    Nomination nomination = nominations.get(nominationId);
    nomination.withdrawn(clock.instant());
    nominations.save(nomination);
    notices.withdrawn(nomination, bodies.get(nomination.bodyId()));
  }

  /**
   * The office takes the set back to correct it, while it is being accepted or decided.
   *
   * @throws Refusal if there is no reason, the person is not of the office, or it is too late
   */
  public void requestCorrection(long nominationId, SignedIn by, String reason) {
    Nomination nomination = nominations.get(nominationId);
    if (!by.isIn(office(nomination))) {
      throw Refusal.forbidden("nomination.office-only");
    }
    String why = Reasons.required("reason", reason);
    nomination.requireState(
        NominationState.AWAITING_ACCEPTANCE,
        NominationState.IN_APPROVAL,
        NominationState.IN_VALIDATION);
    Instant now = clock.instant();
    Map<SeatKey, Change> all = new LinkedHashMap<>();
    nomination.seats().forEach(seat -> all.put(seat.key(), Change.CORRECT));
    nomination.returned(all, now);
    nominations.save(nomination);
    log.add(
        nomination,
        Decision.of(Step.CORRECTION, Outcome.REQUESTED, why, List.of(), by.personId(), now));
    process.requestCorrection(nominationId);
  }

  /**
   * Reminds those for whom the nominations wait, each task at most once a working day.
   *
   * @return how many tasks a reminder was sent for
   * @throws Refusal if the person is not of the coordination, or (not found) there is no such
   *     nomination
   */
  public int remind(Collection<Long> nominationIds, SignedIn by) {
    requireCoordination(by);
    LocalDate day = deadlines.currentWorkingDay();
    Map<Long, Body> asked = search.bodiesOf(nominationIds);
    if (!asked.keySet().containsAll(nominationIds)) {
      throw Refusal.notFound("nomination.not-found");
    }
    int reminded = 0;
    for (Waiting task : process.waiting(nominationIds)) {
      if (notices.remindByHand(task, asked.get(task.nominationId()), day)) {
        reminded++;
        audit.record(
            AuditEntry.of(NominationAction.REMINDED, task.nominationId())
                .by(by.personId())
                .in(asked.get(task.nominationId()).id())
                .with("task", task.taskId()));
      }
    }
    return reminded;
  }

  /** Gives a nomination that stands still after a technical failure another try. */
  public void retry(long nominationId, SignedIn by) {
    requireCoordination(by);
    process.retry(nominationId);
    audit.record(
        AuditEntry.of(NominationAction.RETRIED, nominationId)
            .by(by.personId())
            .in(nominations.get(nominationId).bodyId()));
  }

  private void requireOfficeOrCoordination(Nomination nomination, SignedIn by) {
    if (!by.isCoordination() && !by.isIn(office(nomination))) {
      throw Refusal.forbidden("nomination.office-only");
    }
  }

  private static void requireCoordination(SignedIn by) {
    if (!by.isCoordination()) {
      throw Refusal.forbidden("nomination.coordination-only");
    }
  }

  private String office(Nomination nomination) {
    Body body = bodies.get(nomination.bodyId());
    return Groups.office(body.slug());
  }
}
