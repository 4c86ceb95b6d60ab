package br.gov.sp.prefeitura.redeinfo.training.domain;

import br.gov.sp.prefeitura.redeinfo.attendance.AttendanceClosed;
import br.gov.sp.prefeitura.redeinfo.attendance.AttendanceEvents;
import br.gov.sp.prefeitura.redeinfo.audit.AuditEntry;
import br.gov.sp.prefeitura.redeinfo.audit.AuditLog;
import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson.SignedIn;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import br.gov.sp.prefeitura.redeinfo.training.EditionState;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Collection;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Moves and cancels sessions of published editions, and notes which were held. Rows are locked in
 * one order, always: the edition's, the sheet's, the session's.
 */
@Service
@Transactional
public class SessionService {

  private final EditionRepository editions;
  private final SessionRepository sessions;
  private final EditionRules rules;
  private final EditionProcess process;
  private final EditionNotices notices;
  private final AttendanceEvents attendance;
  private final AuditLog audit;
  private final Clock clock;

  SessionService(
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
   * The session is at another time or place; everybody concerned is told with the reason.
   *
   * @throws Refusal (invalid) with the fields, (conflict) if the session is over
   */
  public void move(long editionId, long sessionId, NewTime typed, SignedIn by) {
    Edition edition = requireOpen(editionId, by);
    Session session = of(editionId, sessionId);
    Findings findings = new Findings();
    findings.required("startsAt", typed.startsAt(), "training.moment");
    findings.required("endsAt", typed.endsAt(), "training.moment");
    rules.checkFarAhead(findings, "startsAt", typed.startsAt());
    EditionRules.checkPeriod(findings, "endsAt", typed.startsAt(), typed.endsAt());
    if (typed.startsAt() != null) {
      Instant starts = instant(typed.startsAt());
      if (!starts.isAfter(clock.instant())) {
        findings.add("startsAt", "training.past");
      } else if (starts.isBefore(edition.enrolmentUntil())) {
        findings.add("startsAt", "training.session-before-enrolment-ends");
      }
    }
    String place = findings.line("place", typed.place(), 300, false);
    String link = findings.address("link", typed.link());
    if (place == null && link == null) {
      findings.add("place", "training.place-or-link");
    }
    String reason = findings.text("reason", typed.reason(), Findings.MAX_REASON, true);
    findings.refuse();
    sessions.move(
        sessionId, instant(typed.startsAt()), instant(typed.endsAt()), place, link, reason);
    attendance.move(
        session.attendanceEventId(), instant(typed.startsAt()), instant(typed.endsAt()));
    audit.record(
        AuditEntry.of(TrainingAction.SESSION_MOVED, sessionId)
            .by(by.personId())
            .with("edition", editionId)
            .with("day", typed.startsAt().toLocalDate()));
    process.sessionChanged(get(sessionId));
  }

  /**
   * The session does not take place; everybody concerned is told with the reason.
   *
   * @throws Refusal (conflict) if it is over, or the last one: then the edition is cancelled
   */
  public void cancel(long editionId, long sessionId, String typedReason, SignedIn by) {
    requireOpen(editionId, by);
    Session session = of(editionId, sessionId);
    String reason = Findings.reason("reason", typedReason);
    if (editions.sessions(editionId).stream()
        .filter(other -> other.id() != sessionId)
        .allMatch(other -> other.state() == Session.State.CANCELLED)) {
      throw Refusal.conflict("training.last-session");
    }
    attendance.cancel(session.attendanceEventId());
    requirePlanned(sessionId);
    sessions.cancel(sessionId, reason);
    audit.record(
        AuditEntry.of(TrainingAction.SESSION_CANCELLED, sessionId)
            .by(by.personId())
            .with("edition", editionId));
    process.sessionChanged(get(sessionId));
  }

  /** Where what was shown can be found; empty takes the address away. */
  public void setMaterial(long editionId, long sessionId, String typed, SignedIn by) {
    requireCoordination(by);
    locked(editionId);
    Session session = of(editionId, sessionId);
    Findings findings = new Findings();
    String address = findings.address("material", typed);
    findings.refuse();
    sessions.setMaterial(session.id(), address);
    audit.record(
        AuditEntry.of(TrainingAction.MATERIAL_CHANGED, sessionId)
            .by(by.personId())
            .with("edition", editionId)
            .with("given", address != null));
  }

  /** The sheet is complete, in the same transaction: the session was held. */
  @EventListener(condition = "#closed.kind() == '" + EditionService.SHEET_KIND + "'")
  void sheetClosed(AttendanceClosed closed) {
    Session session = sessions.lock(closed.subjectId()).orElseThrow();
    if (session.state() != Session.State.PLANNED) {
      return;
    }
    sessions.setHeld(session.id());
    audit.record(
        AuditEntry.of(TrainingAction.SESSION_HELD, session.id())
            .with("edition", session.editionId()));
    process.sessionHeld(session.id());
  }

  /** Where the session stands, for its process, which waits for what comes after. */
  public Session.State prepare(long sessionId) {
    return sessions.lock(sessionId).orElseThrow().state();
  }

  /** Asks those who keep the sheet to complete it. */
  public void askForSheet(long sessionId) {
    Session session = get(sessionId);
    if (session.state() == Session.State.PLANNED) {
      Edition edition = editions.find(session.editionId()).orElseThrow();
      notices.sheetIncomplete(
          edition, session, editions.trainers(edition.id()), SaoPaulo.today(clock));
    }
  }

  @Transactional(readOnly = true)
  public Session get(long sessionId) {
    return editions
        .findSession(sessionId)
        .orElseThrow(() -> Refusal.notFound("training.session-not-found"));
  }

  /** Business keys of the processes of these sessions: all but those that are off already. */
  @Transactional(readOnly = true)
  public Collection<Long> toHold(long editionId) {
    return editions.sessions(editionId).stream()
        .filter(session -> session.state() != Session.State.CANCELLED)
        .map(Session::id)
        .toList();
  }

  private Edition requireOpen(long editionId, SignedIn by) {
    requireCoordination(by);
    Edition edition = locked(editionId);
    EditionState state = edition.state();
    if (!state.isLive() || state == EditionState.AWAITING_CERTIFICATION) {
      throw Refusal.conflict("training.moved-on");
    }
    return edition;
  }

  private Edition locked(long editionId) {
    return editions.lock(editionId).orElseThrow(() -> Refusal.notFound("training.not-found"));
  }

  private Session of(long editionId, long sessionId) {
    Session session = get(sessionId);
    if (session.editionId() != editionId) {
      throw Refusal.notFound("training.session-not-found");
    }
    return session;
  }

  /** Locks it; whoever completes its sheet has locked that before. */
  private void requirePlanned(long sessionId) {
    if (sessions.lock(sessionId).orElseThrow().state() != Session.State.PLANNED) {
      throw Refusal.conflict("training.session-over");
    }
  }

  private static void requireCoordination(SignedIn by) {
    if (!by.isCoordination()) {
      throw Refusal.forbidden("training.coordination-only");
    }
  }

  private static Instant instant(LocalDateTime moment) {
    return moment.atZone(SaoPaulo.ZONE).toInstant();
  }

  /** Another time and place of a session, the city's time, and why. */
  public record NewTime(
      LocalDateTime startsAt, LocalDateTime endsAt, String place, String link, String reason) {}
}
