package br.gov.sp.prefeitura.redeinfo.support;

import br.gov.sp.prefeitura.redeinfo.calendar.CalendarEntry;
import br.gov.sp.prefeitura.redeinfo.calendar.CalendarSource;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.test.context.TestComponent;

/** Dates of no module, for tests of calendars. */
@TestComponent
public class TestDates implements CalendarSource {

  private final AtomicInteger counter = new AtomicInteger();
  private final Map<String, CalendarEntry> entries = new ConcurrentHashMap<>();
  private final Map<String, Long> persons = new ConcurrentHashMap<>();

  /** A date of two hours that counts on the person. */
  public CalendarEntry plan(long personId, String title, Instant startsAt) {
    String uid = "test-date-" + counter.incrementAndGet();
    persons.put(uid, personId);
    return put(entry(uid, 0, title, startsAt, false));
  }

  public CalendarEntry cancel(CalendarEntry entry) {
    return put(entry(entry.uid(), entry.sequence() + 1, entry.title(), entry.startsAt(), true));
  }

  public void forget(CalendarEntry entry) {
    entries.remove(entry.uid());
  }

  private CalendarEntry put(CalendarEntry entry) {
    entries.put(entry.uid(), entry);
    return entry;
  }

  private static CalendarEntry entry(
      String uid, int sequence, String title, Instant startsAt, boolean cancelled) {
    Instant start = startsAt.truncatedTo(ChronoUnit.SECONDS);
    return new CalendarEntry(
        uid,
        sequence,
        start.minus(30, ChronoUnit.DAYS),
        title,
        "Uma data inventada",
        start,
        start.plus(2, ChronoUnit.HOURS),
        "Sala 1",
        null,
        "/calendar",
        cancelled);
  }

  @Override
  public List<CalendarEntry> entriesOf(long personId, Instant endingAfter) {
    return entries.values().stream()
        .filter(entry -> persons.get(entry.uid()) == personId)
        .filter(entry -> entry.endsAt().isAfter(endingAfter))
        .toList();
  }

  @Override
  public Optional<CalendarEntry> find(String uid) {
    return Optional.ofNullable(entries.get(uid));
  }
}
