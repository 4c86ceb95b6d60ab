package br.gov.sp.prefeitura.redeinfo.attendance.web;

import br.gov.sp.prefeitura.redeinfo.attendance.AttendanceSheets.Counts;
import br.gov.sp.prefeitura.redeinfo.attendance.AttendanceStatus;
import br.gov.sp.prefeitura.redeinfo.attendance.domain.AttendanceDesk;
import br.gov.sp.prefeitura.redeinfo.attendance.domain.AttendanceDesk.Sheet;
import br.gov.sp.prefeitura.redeinfo.attendance.domain.Mark;
import br.gov.sp.prefeitura.redeinfo.attendance.domain.MarkResult;
import br.gov.sp.prefeitura.redeinfo.attendance.domain.SheetPages;
import br.gov.sp.prefeitura.redeinfo.attendance.domain.SheetPages.Line;
import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson;
import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson.SignedIn;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.network.Persons;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Answers the sheet's script: takes marks, made now or while there was no connection. */
@RestController
@RequestMapping("/attendance/{event:[0-9]+}")
class MarkController {

  private static final int MOST_MARKS = 200;
  private static final int MOST_CHANGES = 300;

  /** Older marks than that were not made at this event. */
  private static final Duration OLDEST = Duration.ofDays(7);

  /** Transactions that began before the last look may have ended after it. */
  private static final Duration OVERLAP = Duration.ofSeconds(10);

  private final AttendanceDesk desk;
  private final SheetPages pages;
  private final Persons persons;
  private final EntryWords words;
  private final CurrentPerson currentPerson;
  private final Clock clock;

  MarkController(
      AttendanceDesk desk,
      SheetPages pages,
      Persons persons,
      EntryWords words,
      CurrentPerson currentPerson,
      Clock clock) {
    this.desk = desk;
    this.pages = pages;
    this.persons = persons;
    this.words = words;
    this.currentPerson = currentPerson;
    this.clock = clock;
  }

  /** Safe to repeat, because a mark brings the time at which it was made. */
  @PostMapping(path = "/marks", consumes = MediaType.APPLICATION_JSON_VALUE)
  MarksAnswer mark(@PathVariable long event, @RequestBody List<SentMark> sent) {
    if (sent.isEmpty() || sent.size() > MOST_MARKS || sent.stream().anyMatch(Objects::isNull)) {
      throw Refusal.invalid("attendance.marks-per-request", MOST_MARKS);
    }
    SignedIn keeper = currentPerson.require();
    Instant now = clock.instant();
    List<MarkResult> results =
        desk.mark(event, sent.stream().map(mark -> mark.madeBefore(now)).toList(), keeper);
    Map<Long, Person> others =
        persons.byId(results.stream().map(MarkResult::otherId).filter(Objects::nonNull).toList());
    return new MarksAnswer(
        results.stream()
            .map(result -> AnsweredMark.of(result, others.get(result.otherId()), words))
            .toList(),
        SheetCounts.of(desk.open(event, keeper)));
  }

  /** What others, and the persons themselves, have recorded since the page last asked. */
  @GetMapping("/changes.json")
  Changes changes(@PathVariable long event, @RequestParam(required = false) Instant since) {
    Instant now = clock.instant();
    Sheet sheet = desk.open(event, currentPerson.require());
    return new Changes(
        now,
        sheet.event().isOpen(),
        SheetCounts.of(sheet),
        pages.findRecordedSince(event, from(since, now), MOST_CHANGES).stream()
            .map(line -> ChangedEntry.of(line, words))
            .toList());
  }

  private static Instant from(Instant since, Instant now) {
    if (since == null) {
      return now;
    }
    Instant oldest = now.minus(OLDEST);
    Instant asked = since.isBefore(oldest) ? oldest : since.isAfter(now) ? now : since;
    return asked.minus(OVERLAP);
  }

  /**
   * A mark as the browser sends it.
   *
   * @param age milliseconds since it was made, by the browser's own clock: two clocks need not
   *     agree
   */
  record SentMark(long person, AttendanceStatus status, String reason, long age, Integer seen) {

    Mark madeBefore(Instant now) {
      long ago = Math.min(Math.max(0, age), OLDEST.toMillis());
      return new Mark(person, status, reason, now.minusMillis(ago), seen);
    }
  }

  record MarksAnswer(List<AnsweredMark> results, SheetCounts counts) {}

  /**
   * @param says the status in words; {@code null} if the person is not on the sheet
   * @param note what became of the mark, if the keeper has to know; else {@code null}
   */
  record AnsweredMark(
      long person,
      MarkResult.Outcome outcome,
      AttendanceStatus status,
      String says,
      int version,
      String note) {

    static AnsweredMark of(MarkResult result, Person other, EntryWords words) {
      return new AnsweredMark(
          result.personId(),
          result.outcome(),
          result.status(),
          result.status() == null ? null : words.says(result.status(), result.reason()),
          result.version(),
          words.note(result, other == null ? null : other.name()));
    }
  }

  record Changes(Instant now, boolean open, SheetCounts counts, List<ChangedEntry> entries) {}

  /**
   * @param says the status in words, with the reason
   * @param how by which means, by whom and when
   */
  record ChangedEntry(long person, AttendanceStatus status, String says, String how, int version) {

    static ChangedEntry of(Line line, EntryWords words) {
      return new ChangedEntry(
          line.personId(),
          line.status(),
          words.says(line.status(), line.reason()),
          words.how(line),
          line.version());
    }
  }

  record SheetCounts(int expected, int present, int absent, int justified, int unmarked) {

    static SheetCounts of(Sheet sheet) {
      Counts counts = sheet.counts();
      return new SheetCounts(
          counts.expected(),
          counts.present(),
          counts.absent(),
          counts.justified(),
          sheet.unmarked());
    }
  }
}
