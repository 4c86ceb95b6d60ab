package br.gov.sp.prefeitura.redeinfo.attendance.domain;

import br.gov.sp.prefeitura.redeinfo.attendance.AttendanceCorrected;
import br.gov.sp.prefeitura.redeinfo.attendance.AttendanceStatus;
import br.gov.sp.prefeitura.redeinfo.audit.AuditEntry;
import br.gov.sp.prefeitura.redeinfo.audit.AuditLog;
import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson.SignedIn;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changes sheets that are complete: with a reason, and who did it and when is kept. */
@Service
public class Corrections {

  private final EventRepository events;
  private final EntryRepository entries;
  private final Keepers keepers;
  private final AuditLog audit;
  private final ApplicationEventPublisher publisher;
  private final Clock clock;

  Corrections(
      EventRepository events,
      EntryRepository entries,
      Keepers keepers,
      AuditLog audit,
      ApplicationEventPublisher publisher,
      Clock clock) {
    this.events = events;
    this.entries = entries;
    this.keepers = keepers;
    this.audit = audit;
    this.publisher = publisher;
    this.clock = clock;
  }

  /**
   * Corrects what the sheet says of one person. Publishes {@link AttendanceCorrected}.
   *
   * @param reason why it is corrected; of a justified absence it is the reason, too
   * @param seen the entry's version that the keeper saw
   * @throws Refusal if the sheet is not complete, somebody else corrected it meanwhile, or it says
   *     so already
   */
  @Transactional
  public void correct(
      long eventId, long personId, AttendanceStatus status, String reason, int seen, SignedIn by) {
    AttendanceEvent event = events.hold(eventId).orElseThrow(Keepers::unknown);
    keepers.requireKeeper(event, by);
    if (!event.isClosed()) {
      throw Refusal.conflict("attendance.not-complete");
    }
    if (status == null || status == AttendanceStatus.EXPECTED) {
      throw Refusal.invalidField("status", "attendance.status-missing");
    }
    String kept = Marks.requireReason(reason);
    Entry before = entries.lock(eventId, List.of(personId)).get(personId);
    if (before == null) {
      throw Refusal.notFound("attendance.not-on-sheet");
    }
    if (before.version() != seen) {
      throw Refusal.conflict("attendance.corrected-meanwhile");
    }
    if (before.status() == status) {
      throw Refusal.invalidField("status", "attendance.says-so-already");
    }
    Instant now = clock.instant();
    Mark correction = new Mark(personId, status, kept, now, null);
    entries.keep(eventId, before, correction, by.personId(), now);
    entries.record(
        eventId,
        List.of(new Mark(personId, status, Marks.reason(status, kept), now, null)),
        Means.SCREEN,
        by.personId(),
        now);
    audit.record(
        AuditEntry.of(AttendanceAction.CORRECTED, eventId)
            .about(personId)
            .with("before", before.status())
            .with("status", status));
    publisher.publishEvent(
        new AttendanceCorrected(eventId, event.kind(), event.subjectId(), personId));
  }
}
