package br.gov.sp.prefeitura.redeinfo.attendance.domain;

import br.gov.sp.prefeitura.redeinfo.attendance.AttendanceCancelled;
import br.gov.sp.prefeitura.redeinfo.attendance.AttendanceEvents;
import br.gov.sp.prefeitura.redeinfo.attendance.AttendanceMoved;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Collection;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Opens sheets and says who stands on them, in the transaction of the module that owns the event.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
class EventPlanner implements AttendanceEvents {

  private static final int KEY_LENGTH = 32;

  private final EventRepository events;
  private final SheetRepository sheet;
  private final ApplicationEventPublisher publisher;
  private final SecureRandom random = new SecureRandom();

  EventPlanner(EventRepository events, SheetRepository sheet, ApplicationEventPublisher publisher) {
    this.events = events;
    this.sheet = sheet;
    this.publisher = publisher;
  }

  @Override
  public long plan(NewEvent event) {
    byte[] key = new byte[KEY_LENGTH];
    random.nextBytes(key);
    return events.insert(event, key);
  }

  @Override
  public void move(long eventId, Instant startsAt, Instant endsAt) {
    events
        .move(eventId, startsAt, endsAt)
        .ifPresent(
            event ->
                publisher.publishEvent(
                    new AttendanceMoved(
                        eventId, event.kind(), event.subjectId(), startsAt, endsAt)));
  }

  @Override
  public void cancel(long eventId) {
    events
        .cancel(eventId)
        .ifPresent(
            event ->
                publisher.publishEvent(
                    new AttendanceCancelled(eventId, event.kind(), event.subjectId())));
  }

  @Override
  public void expect(Collection<Long> eventIds, Collection<Long> personIds) {
    if (!eventIds.isEmpty() && !personIds.isEmpty()) {
      sheet.add(eventIds, personIds);
    }
  }

  @Override
  public void dismiss(Collection<Long> eventIds, long personId) {
    if (!eventIds.isEmpty()) {
      sheet.removeExpected(eventIds, personId);
    }
  }
}
