package br.gov.sp.prefeitura.redeinfo.attendance.domain;

import br.gov.sp.prefeitura.redeinfo.attendance.AttendanceSheets;
import br.gov.sp.prefeitura.redeinfo.attendance.AttendanceStatus;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Reads sheets for other modules, which have decided who may know. */
@Service
class SheetReader implements AttendanceSheets {

  private final SheetRepository sheet;
  private final EventRepository events;

  SheetReader(SheetRepository sheet, EventRepository events) {
    this.sheet = sheet;
    this.events = events;
  }

  @Override
  public Map<Long, Counts> counts(Collection<Long> eventIds) {
    return eventIds.isEmpty() ? Map.of() : sheet.counts(eventIds);
  }

  @Override
  public Map<Long, AttendanceStatus> of(long personId, Collection<Long> eventIds) {
    return eventIds.isEmpty() ? Map.of() : sheet.statuses(personId, eventIds);
  }

  @Override
  public List<Long> persons(long eventId, AttendanceStatus status) {
    return sheet.persons(eventId, status);
  }

  @Override
  public Optional<SheetEvent> event(long eventId) {
    return events.find(eventId).map(SheetReader::seen);
  }

  @Override
  public List<SheetEvent> open(Instant from, Instant until, int limit) {
    return events.open(from, until, limit).stream()
        .sorted(Comparator.comparing(AttendanceEvent::startsAt))
        .map(SheetReader::seen)
        .toList();
  }

  private static SheetEvent seen(AttendanceEvent event) {
    return new SheetEvent(
        event.id(),
        event.kind(),
        event.subjectId(),
        event.title(),
        event.startsAt(),
        event.endsAt(),
        event.isClosed(),
        event.state() == AttendanceEvent.State.CANCELLED);
  }
}
