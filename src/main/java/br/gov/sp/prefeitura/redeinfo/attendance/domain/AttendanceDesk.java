package br.gov.sp.prefeitura.redeinfo.attendance.domain;

import br.gov.sp.prefeitura.redeinfo.attendance.AttendanceClosed;
import br.gov.sp.prefeitura.redeinfo.attendance.AttendanceKeeping;
import br.gov.sp.prefeitura.redeinfo.attendance.AttendanceSheets.Counts;
import br.gov.sp.prefeitura.redeinfo.attendance.AttendanceStatus;
import br.gov.sp.prefeitura.redeinfo.audit.AuditEntry;
import br.gov.sp.prefeitura.redeinfo.audit.AuditLog;
import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson.SignedIn;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where keepers record attendance until the sheet is complete. Every method checks who asks. Of two
 * marks of one person the later made one holds, whichever arrives first.
 */
@Service
public class AttendanceDesk implements AttendanceKeeping {

  private final EventRepository events;
  private final SheetRepository sheet;
  private final Marks marks;
  private final Keepers keepers;
  private final AuditLog audit;
  private final AttendanceProperties properties;
  private final ApplicationEventPublisher publisher;
  private final Clock clock;

  AttendanceDesk(
      EventRepository events,
      SheetRepository sheet,
      Marks marks,
      Keepers keepers,
      AuditLog audit,
      AttendanceProperties properties,
      ApplicationEventPublisher publisher,
      Clock clock) {
    this.events = events;
    this.sheet = sheet;
    this.marks = marks;
    this.keepers = keepers;
    this.audit = audit;
    this.properties = properties;
    this.publisher = publisher;
    this.clock = clock;
  }

  /**
   * The event with its sheet's counts.
   *
   * @throws Refusal (not found) also for those who may not read it
   */
  @Transactional(readOnly = true)
  public Sheet open(long eventId, SignedIn by) {
    AttendanceEvent event = events.find(eventId).orElseThrow(Keepers::unknown);
    keepers.requireReader(event, by);
    Counts counts = sheet.counts(List.of(eventId)).get(eventId);
    return new Sheet(event, counts, keepers.mayKeep(event, by), keepers.path(event));
  }

  /**
   * Records marks; safe to repeat. What was marked later by somebody else holds, and the result
   * says so.
   *
   * @return one result per mark, in their order
   * @throws Refusal if one of them breaks a rule; then none is recorded
   */
  @Transactional
  public List<MarkResult> mark(long eventId, List<Mark> given, SignedIn by) {
    AttendanceEvent event = holdOpen(eventId, by);
    given.forEach(mark -> check(event, mark.status(), mark.at()));
    return marks.record(event, given, Means.SCREEN, by.personId());
  }

  /**
   * Marks everybody of whom nothing is recorded yet, in one statement.
   *
   * @param status present or absent
   * @return how many
   */
  @Transactional
  public int markRest(long eventId, AttendanceStatus status, SignedIn by) {
    AttendanceEvent event = holdOpen(eventId, by);
    Marks.requirePresentOrAbsent(status);
    check(event, status, clock.instant());
    int marked = sheet.fillExpected(eventId, status, Means.SCREEN, by.personId(), clock.instant());
    audit.record(
        AuditEntry.of(AttendanceAction.REST_MARKED, eventId)
            .with("status", status)
            .with("persons", marked));
    return marked;
  }

  /**
   * Completes the sheet: whoever has no entry was absent.
   *
   * @param unmarked how many the keeper was told that would become absent
   * @return false if it is another number by now, and so nothing was done
   */
  @Transactional
  public boolean complete(long eventId, int unmarked, SignedIn by) {
    AttendanceEvent event = events.lock(eventId).orElseThrow(Keepers::unknown);
    keepers.requireKeeper(event, by);
    requireOpen(event);
    if (sheet.persons(eventId, AttendanceStatus.EXPECTED).size() != unmarked) {
      return false;
    }
    complete(event, by.personId());
    return true;
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public void record(long eventId, Map<Long, AttendanceStatus> statuses, long keeperId) {
    AttendanceEvent event = events.hold(eventId).orElseThrow(Keepers::unknown);
    requireOpen(event);
    Instant now = clock.instant();
    statuses.values().forEach(Marks::requirePresentOrAbsent);
    marks.record(
        event,
        statuses.entrySet().stream()
            .map(one -> new Mark(one.getKey(), one.getValue(), null, now, null))
            .toList(),
        Means.SCREEN,
        keeperId);
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public void complete(long eventId, long keeperId) {
    AttendanceEvent event = events.lock(eventId).orElseThrow(Keepers::unknown);
    requireOpen(event);
    complete(event, keeperId);
  }

  private void complete(AttendanceEvent event, long by) {
    Instant now = clock.instant();
    if (now.isBefore(event.startsAt())) {
      throw Refusal.invalid("attendance.not-begun");
    }
    int absent = sheet.fillExpected(event.id(), AttendanceStatus.ABSENT, Means.CLOSING, by, now);
    events.close(event.id(), by, now);
    audit.record(
        AuditEntry.of(AttendanceAction.COMPLETED, event.id()).by(by).with("unmarked", absent));
    publisher.publishEvent(new AttendanceClosed(event.id(), event.kind(), event.subjectId()));
  }

  private AttendanceEvent holdOpen(long eventId, SignedIn by) {
    AttendanceEvent event = events.hold(eventId).orElseThrow(Keepers::unknown);
    keepers.requireKeeper(event, by);
    requireOpen(event);
    return event;
  }

  private void check(AttendanceEvent event, AttendanceStatus status, Instant at) {
    requireTime(event, status, at, properties);
  }

  /** Who cannot come may say so long before; who came or did not is known when it begins. */
  static void requireTime(
      AttendanceEvent event, AttendanceStatus status, Instant at, AttendanceProperties properties) {
    if (status != AttendanceStatus.JUSTIFIED
        && at.isBefore(event.startsAt().minus(properties.opensBefore()))) {
      throw Refusal.invalid("attendance.too-early", properties.opensBefore().toMinutes());
    }
  }

  static void requireOpen(AttendanceEvent event) {
    if (event.isClosed()) {
      throw Refusal.conflict("attendance.complete");
    }
    if (!event.isOpen()) {
      throw Refusal.conflict("attendance.cancelled");
    }
  }

  /**
   * @param mayKeep whether who asked may record and correct
   * @param path the page the event belongs to, or {@code null}
   */
  public record Sheet(AttendanceEvent event, Counts counts, boolean mayKeep, String path) {

    /** Of how many nothing is recorded. */
    public int unmarked() {
      return counts.expected() - counts.present() - counts.absent() - counts.justified();
    }
  }
}
