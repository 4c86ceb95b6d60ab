package br.gov.sp.prefeitura.redeinfo.training.domain;

import br.gov.sp.prefeitura.redeinfo.audit.AuditEntry;
import br.gov.sp.prefeitura.redeinfo.audit.AuditLog;
import br.gov.sp.prefeitura.redeinfo.identity.Groups;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import br.gov.sp.prefeitura.redeinfo.training.EditionState;
import java.time.Clock;
import java.time.Instant;
import java.time.Year;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The steps of an edition that its process takes, each in the engine's transaction and safe to
 * repeat.
 */
@Service
@Transactional
public class EditionLife {

  private final EditionRepository editions;
  private final SessionRepository sessions;
  private final EditionNotices notices;
  private final Participants participants;
  private final AuditLog audit;
  private final Clock clock;

  EditionLife(
      EditionRepository editions,
      SessionRepository sessions,
      EditionNotices notices,
      Participants participants,
      AuditLog audit,
      Clock clock) {
    this.editions = editions;
    this.sessions = sessions;
    this.notices = notices;
    this.participants = participants;
    this.audit = audit;
    this.clock = clock;
  }

  public void openEnrolment(long id) {
    advance(id, EditionState.PUBLISHED, EditionState.ENROLLING, TrainingAction.ENROLMENT_OPENED);
  }

  public void closeEnrolment(long id) {
    advance(id, EditionState.ENROLLING, EditionState.RUNNING, TrainingAction.ENROLMENT_CLOSED);
  }

  /** All sessions are over: who completed the edition is to be confirmed. */
  public void awaitCertification(long id) {
    editions.lock(id);
    editions.advance(
        id, EditionState.RUNNING, EditionState.AWAITING_CERTIFICATION, clock.instant());
  }

  public void conclude(long id) {
    Edition edition =
        advance(
            id,
            EditionState.AWAITING_CERTIFICATION,
            EditionState.CONCLUDED,
            TrainingAction.EDITION_CONCLUDED);
    notices.concluded(edition, participants.outcomes(id));
  }

  /** Tells everybody concerned of the sessions that changed since they were told last. */
  public void tellSessionChanges(long id) {
    Edition edition = get(id);
    List<Session> changed = sessions.untold(id);
    if (changed.isEmpty()) {
      return;
    }
    List<Long> enrolled = participants.concerned(id);
    List<Long> trainers = editions.trainers(id);
    changed.forEach(session -> notices.sessionChanged(edition, session, enrolled, trainers));
    sessions.setTold(changed);
  }

  /**
   * Calls for certificates that must exist before the year is over.
   *
   * @return whether the edition ends in a later year, so that the time has not come
   */
  public boolean remindOfCertificates(long id) {
    Edition edition = get(id);
    Year now = Year.from(SaoPaulo.today(clock));
    if (Year.from(lastSessionEnds(id).atZone(SaoPaulo.ZONE)).isAfter(now)) {
      return true;
    }
    if (edition.certificate() && edition.state().isLive()) {
      notices.certificatesDue(edition, now.getValue(), certifiers(edition));
    }
    return false;
  }

  /** When the last of the sessions that take place ends. */
  @Transactional(readOnly = true)
  public Instant lastSessionEnds(long id) {
    return editions.sessions(id).stream()
        .filter(session -> session.state() != Session.State.CANCELLED)
        .map(Session::endsAt)
        .max(Instant::compareTo)
        .orElseThrow();
  }

  /** The group that confirms who completed the edition. */
  public static String certifiers(Edition edition) {
    return edition.schoolValidates() ? Groups.EMASP : Groups.COORDINATION;
  }

  /**
   * @throws Refusal (not found)
   */
  @Transactional(readOnly = true)
  public Edition get(long id) {
    return editions.find(id).orElseThrow(() -> Refusal.notFound("training.not-found"));
  }

  private Edition advance(long id, EditionState from, EditionState to, TrainingAction action) {
    Edition edition = editions.lock(id).orElseThrow();
    if (editions.advance(id, from, to, clock.instant())) {
      audit.record(AuditEntry.of(action, id));
    }
    return edition;
  }
}
