package br.gov.sp.prefeitura.redeinfo.training.domain;

import br.gov.sp.prefeitura.redeinfo.attendance.AttendanceEvents;
import br.gov.sp.prefeitura.redeinfo.attendance.AttendanceEvents.NewEvent;
import br.gov.sp.prefeitura.redeinfo.audit.AuditEntry;
import br.gov.sp.prefeitura.redeinfo.audit.AuditLog;
import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson.SignedIn;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import br.gov.sp.prefeitura.redeinfo.training.EditionPlan;
import br.gov.sp.prefeitura.redeinfo.training.EditionState;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Plans editions, publishes them and changes what may change afterwards. For the coordination; what
 * it says to everybody else is a refusal.
 */
@Service
@Transactional
public class EditionService {

  /** The kind of the sheets that sessions have. */
  static final String SHEET_KIND = "training-session";

  private final EditionRepository editions;
  private final SessionRepository sessions;
  private final EditionRules rules;
  private final EditionProcess process;
  private final EditionNotices notices;
  private final AttendanceEvents attendance;
  private final AuditLog audit;
  private final Clock clock;

  EditionService(
      EditionRepository editions,
      SessionRepository sessions,
      EditionRules rules,
      EditionProcess process,
      EditionNotices notices,
      AttendanceEvents attendance,
      AuditLog audit,
      Clock clock) {
    this.editions = editions;
    this.sessions = sessions;
    this.rules = rules;
    this.process = process;
    this.notices = notices;
    this.attendance = attendance;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Writes down a new draft.
   *
   * @return its id
   * @throws Refusal (invalid) with the fields that break a rule
   */
  public long plan(EditionPlan typed, SignedIn by) {
    requireCoordination(by);
    EditionPlan plan = rules.checked(typed);
    long id = editions.insert(plan, by.personId(), clock.instant());
    sessions.replace(id, plan.sessions());
    editions.setTrainers(id, rules.keeperIds(plan.keepers()));
    audit.record(
        AuditEntry.of(TrainingAction.EDITION_PLANNED, id)
            .by(by.personId())
            .with("kind", plan.kind())
            .with("sessions", plan.sessions().size()));
    return id;
  }

  /**
   * Writes a draft anew.
   *
   * @param version the one that was read; another one in between is somebody else's work
   */
  public void change(long id, int version, EditionPlan typed, SignedIn by) {
    requireCoordination(by);
    Edition edition = draft(id);
    if (edition.version() != version) {
      throw Refusal.conflict("training.changed-meanwhile");
    }
    EditionPlan plan = rules.checked(typed);
    editions.update(id, plan);
    sessions.replace(id, plan.sessions());
    editions.setTrainers(id, rules.keeperIds(plan.keepers()));
    audit.record(
        AuditEntry.of(TrainingAction.EDITION_CHANGED, id)
            .by(by.personId())
            .with("sessions", plan.sessions().size()));
  }

  /** Throws a draft away. */
  public void discard(long id, SignedIn by) {
    requireCoordination(by);
    draft(id);
    editions.delete(id);
    audit.record(AuditEntry.of(TrainingAction.EDITION_DISCARDED, id).by(by.personId()));
  }

  /**
   * Announces a draft: its sessions get their sheets, and its process begins.
   *
   * @throws Refusal (invalid) if something is missing, (conflict) if it is published already
   */
  public void publish(long id, SignedIn by) {
    requireCoordination(by);
    Edition edition = draft(id);
    List<Session> planned = editions.sessions(id);
    rules.checkPublishable(edition, planned);
    Map<Long, Long> sheets = new HashMap<>();
    for (Session session : planned) {
      sheets.put(
          session.id(),
          attendance.plan(
              new NewEvent(
                  SHEET_KIND,
                  session.id(),
                  edition.title() + " – " + session.title(),
                  session.startsAt(),
                  session.endsAt())));
    }
    sessions.setAttendanceEvents(sheets);
    editions.advance(id, EditionState.DRAFT, EditionState.PUBLISHED, clock.instant());
    audit.record(
        AuditEntry.of(TrainingAction.EDITION_PUBLISHED, id)
            .by(by.personId())
            .with("sessions", planned.size())
            .with("capacity", edition.capacity()));
    notices.trainersNamed(edition, editions.trainers(id));
    process.start(id, edition.title());
  }

  /**
   * Enrolment begins or ends at another time (the city's). What has begun stays begun.
   *
   * @throws Refusal (invalid) with the fields, (conflict) if enrolment is over
   */
  public void changeEnrolmentPeriod(long id, LocalDateTime from, LocalDateTime until, SignedIn by) {
    requireCoordination(by);
    Edition edition = locked(id);
    LocalDateTime begin =
        edition.state() == EditionState.ENROLLING
            ? LocalDateTime.ofInstant(edition.enrolmentFrom(), SaoPaulo.ZONE)
            : from;
    if (edition.state() != EditionState.PUBLISHED && edition.state() != EditionState.ENROLLING) {
      throw Refusal.conflict("training.moved-on");
    }
    rules.checkEnrolmentPeriod(begin, until, editions.sessions(id));
    editions.setEnrolmentPeriod(id, instant(begin), instant(until));
    audit.record(
        AuditEntry.of(TrainingAction.ENROLMENT_PERIOD_CHANGED, id)
            .by(by.personId())
            .with("from", begin.toLocalDate())
            .with("until", until.toLocalDate()));
    process.enrolmentPeriodChanged(id);
  }

  /** Others give the edition and keep its sheets from now on. */
  public void changeTrainers(long id, List<String> emails, SignedIn by) {
    requireCoordination(by);
    Edition edition = locked(id);
    if (edition.state() == EditionState.CONCLUDED || edition.state() == EditionState.CANCELLED) {
      throw Refusal.conflict("training.moved-on");
    }
    List<Long> trainers = rules.keeperIds(rules.checkedKeepers(emails));
    editions.setTrainers(id, trainers);
    audit.record(
        AuditEntry.of(TrainingAction.TRAINERS_CHANGED, id)
            .by(by.personId())
            .with("trainers", trainers));
    notices.trainersNamed(edition, trainers);
  }

  /**
   * The edition does not take place, or not to its end: its sessions to come are off, everybody
   * enrolled is told, and its process ends.
   *
   * @throws Refusal (conflict) once its results are being confirmed
   */
  public void cancel(long id, String typedReason, SignedIn by) {
    requireCoordination(by);
    Edition edition = locked(id);
    if (!edition.state().isLive() || edition.state() == EditionState.AWAITING_CERTIFICATION) {
      throw Refusal.conflict("training.moved-on");
    }
    String reason = Findings.reason("reason", typedReason);
    // The sheets first: whoever completes one locks it before the session.
    editions.sessions(id).stream().map(Session::attendanceEventId).forEach(attendance::cancel);
    sessions.cancelPlanned(id, reason);
    editions.cancel(id, reason, clock.instant());
    audit.record(AuditEntry.of(TrainingAction.EDITION_CANCELLED, id).by(by.personId()));
    notices.cancelled(edition, editions.trainers(id));
    process.cancel(id);
  }

  /**
   * Gives what stands still after a technical failure another try.
   *
   * @throws Refusal (not found) if nothing does
   */
  public void retry(long id, SignedIn by) {
    requireCoordination(by);
    locked(id);
    process.retry(id, editions.sessions(id).stream().map(Session::id).toList());
    audit.record(AuditEntry.of(TrainingAction.RETRIED, id).by(by.personId()));
  }

  private Edition draft(long id) {
    Edition edition = locked(id);
    if (edition.state() != EditionState.DRAFT) {
      throw Refusal.conflict("training.not-a-draft");
    }
    return edition;
  }

  private Edition locked(long id) {
    return editions.lock(id).orElseThrow(() -> Refusal.notFound("training.not-found"));
  }

  private static void requireCoordination(SignedIn by) {
    if (!by.isCoordination()) {
      throw Refusal.forbidden("training.coordination-only");
    }
  }

  private static Instant instant(LocalDateTime moment) {
    return moment.atZone(SaoPaulo.ZONE).toInstant();
  }
}
