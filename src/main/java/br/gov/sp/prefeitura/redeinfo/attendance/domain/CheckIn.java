package br.gov.sp.prefeitura.redeinfo.attendance.domain;

import br.gov.sp.prefeitura.redeinfo.attendance.AttendanceStatus;
import br.gov.sp.prefeitura.redeinfo.audit.AuditEntry;
import br.gov.sp.prefeitura.redeinfo.audit.AuditLog;
import br.gov.sp.prefeitura.redeinfo.identity.CodeGuesses;
import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson.SignedIn;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Persons record themselves that they are there: with a code that is shown at the event and changes
 * with time, within the event's time, and only who stands on the sheet.
 */
@Service
public class CheckIn {

  private final EventRepository events;
  private final EntryRepository entries;
  private final Keepers keepers;
  private final CodeGuesses guesses;
  private final AuditLog audit;
  private final AttendanceProperties properties;
  private final Clock clock;

  CheckIn(
      EventRepository events,
      EntryRepository entries,
      Keepers keepers,
      CodeGuesses guesses,
      AuditLog audit,
      AttendanceProperties properties,
      Clock clock) {
    this.events = events;
    this.entries = entries;
    this.keepers = keepers;
    this.guesses = guesses;
    this.audit = audit;
    this.properties = properties;
    this.clock = clock;
  }

  /** The code to show now; empty outside the event's time. For keepers. */
  @Transactional(readOnly = true)
  public Optional<ShownCode> code(long eventId, SignedIn by) {
    AttendanceEvent event = events.find(eventId).orElseThrow(Keepers::unknown);
    keepers.requireKeeper(event, by);
    Instant now = clock.instant();
    if (!isTime(event, now)) {
      return Optional.empty();
    }
    CheckInCodes codes = codes(eventId);
    return Optional.of(new ShownCode(codes.at(now), Duration.between(now, codes.until(now))));
  }

  /** When people may check in, in the order from, until. */
  public List<Instant> times(AttendanceEvent event) {
    return List.of(
        event.startsAt().minus(properties.opensBefore()),
        event.endsAt().plus(properties.checkInAfter()));
  }

  /**
   * Takes a code that anybody read or typed, signed in or not; tells nothing of the event. Called
   * outside a transaction.
   *
   * @return a ticket with which the person may check in within {@link #arrival}
   * @throws Refusal if the code is wrong or old, or too many were
   */
  public String arrive(long eventId, String code) {
    Instant now = clock.instant();
    return guesses
        .attempt(
            "check-in",
            () ->
                events
                    .find(eventId)
                    .filter(event -> isTime(event, now))
                    .map(event -> codes(eventId))
                    .filter(codes -> codes.isGood(code, now))
                    .map(codes -> codes.ticket(now.plus(properties.arrival()))))
        .orElseThrow(() -> Refusal.invalidField("code", "attendance.code-wrong"));
  }

  /** How long a ticket is good for. */
  public Duration arrival() {
    return properties.arrival();
  }

  /**
   * What the person sees before and after checking in.
   *
   * @param ticket {@code null} if there is none
   * @return empty if the person is not on the sheet, or has neither a good ticket nor checked in
   */
  @Transactional(readOnly = true)
  public Optional<Arrival> look(long eventId, String ticket, SignedIn person) {
    Optional<AttendanceEvent> event = events.find(eventId);
    Optional<Entry> entry = event.flatMap(known -> entries.find(eventId, person.personId()));
    if (entry.isEmpty()) {
      return Optional.empty();
    }
    boolean present = entry.get().status() == AttendanceStatus.PRESENT;
    return present || hasGoodTicket(eventId, ticket)
        ? Optional.of(new Arrival(event.get(), present, entry.get().markedAt()))
        : Optional.empty();
  }

  /**
   * Records that the person is there; safe to repeat.
   *
   * @throws Refusal in words, if the ticket is not good, it is not the time, the person is not on
   *     the sheet, or a keeper marked them absent
   */
  @Transactional
  public void record(long eventId, String ticket, SignedIn person) {
    AttendanceEvent event =
        events.hold(eventId).orElseThrow(() -> Refusal.invalid("attendance.code-wrong"));
    Entry entry = entries.lock(eventId, List.of(person.personId())).get(person.personId());
    if (entry != null && entry.status() == AttendanceStatus.PRESENT) {
      return;
    }
    if (!hasGoodTicket(eventId, ticket)) {
      throw Refusal.invalid("attendance.code-wrong");
    }
    if (entry == null) {
      throw Refusal.forbidden("attendance.you-are-not-on-sheet");
    }
    AttendanceDesk.requireOpen(event);
    Instant now = clock.instant();
    if (!isTime(event, now)) {
      throw Refusal.invalid("attendance.not-check-in-time");
    }
    if (entry.status() == AttendanceStatus.ABSENT) {
      throw Refusal.conflict("attendance.marked-absent");
    }
    entries.record(
        eventId,
        List.of(new Mark(person.personId(), AttendanceStatus.PRESENT, null, now, null)),
        Means.CHECK_IN,
        person.personId(),
        now);
    audit.record(AuditEntry.of(AttendanceAction.CHECKED_IN, eventId).about(person.personId()));
  }

  private boolean hasGoodTicket(long eventId, String ticket) {
    return ticket != null && codes(eventId).isGoodTicket(ticket, clock.instant());
  }

  private boolean isTime(AttendanceEvent event, Instant now) {
    List<Instant> times = times(event);
    return event.isOpen() && !now.isBefore(times.get(0)) && now.isBefore(times.get(1));
  }

  private CheckInCodes codes(long eventId) {
    return new CheckInCodes(eventId, events.checkInKey(eventId), properties.codeStep());
  }

  /**
   * @param left how long it is shown
   */
  public record ShownCode(String code, Duration left) {

    /** In two groups, as it is easier to read aloud and to type. */
    public String spaced() {
      int half = code.length() / 2;
      return code.substring(0, half) + " " + code.substring(half);
    }
  }

  /**
   * @param at since when the person is recorded as present, or {@code null}
   */
  public record Arrival(AttendanceEvent event, boolean present, Instant at) {}
}
