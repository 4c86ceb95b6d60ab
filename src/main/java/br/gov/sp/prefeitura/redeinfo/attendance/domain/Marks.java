package br.gov.sp.prefeitura.redeinfo.attendance.domain;

import br.gov.sp.prefeitura.redeinfo.attendance.AttendanceStatus;
import br.gov.sp.prefeitura.redeinfo.attendance.domain.MarkResult.Outcome;
import br.gov.sp.prefeitura.redeinfo.audit.AuditEntry;
import br.gov.sp.prefeitura.redeinfo.audit.AuditLog;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * Puts marks on an open sheet, which the caller holds. What of an entry changes is decided here, by
 * the time at which each mark was made.
 */
@Component
class Marks {

  private static final int REASON_LENGTH = 500;

  /** Lines are fine; other controls and halves of characters no text has. */
  private static final Pattern UNFIT = Pattern.compile("[\\p{Cc}\\p{Cs}&&[^\\r\\n\\t]]");

  private final EntryRepository entries;
  private final AuditLog audit;
  private final Clock clock;

  Marks(EntryRepository entries, AuditLog audit, Clock clock) {
    this.entries = entries;
    this.audit = audit;
    this.clock = clock;
  }

  /** One result per mark, in their order; of several marks of one person the latest counts. */
  List<MarkResult> record(AttendanceEvent event, List<Mark> given, Means means, long by) {
    Instant now = clock.instant();
    Map<Long, Mark> latest = new LinkedHashMap<>();
    given.stream()
        .map(mark -> checked(mark, now))
        .sorted(Comparator.comparing(Mark::at))
        .forEach(mark -> latest.put(mark.personId(), mark));
    Map<Long, Entry> before = entries.lock(event.id(), latest.keySet());
    Map<Long, MarkResult> results = new LinkedHashMap<>();
    List<Mark> changes = new ArrayList<>();
    for (Mark mark : latest.values()) {
      MarkResult result = judge(mark, before.get(mark.personId()), by);
      results.put(mark.personId(), result);
      if (result.outcome() == Outcome.RECORDED || result.outcome() == Outcome.REPLACED) {
        changes.add(mark);
      }
    }
    if (!changes.isEmpty()) {
      entries.record(event.id(), changes, means, by, now);
      audit.recordAll(
          changes.stream()
              .map(
                  mark ->
                      AuditEntry.of(AttendanceAction.MARKED, event.id())
                          .by(by)
                          .about(mark.personId())
                          .with("status", mark.status()))
              .toList());
    }
    return given.stream().map(mark -> results.get(mark.personId())).toList();
  }

  private static MarkResult judge(Mark mark, Entry entry, long by) {
    if (entry == null) {
      return new MarkResult(mark.personId(), Outcome.NOT_ON_SHEET, null, null, 0, null);
    }
    boolean others = entry.recordedBy() != null && entry.recordedBy() != by;
    if (entry.says(mark.status(), mark.reason())) {
      return result(entry, Outcome.UNCHANGED, null);
    }
    if (entry.markedAt() != null && entry.markedAt().isAfter(mark.at())) {
      return result(entry, Outcome.OVERTAKEN, others ? entry.recordedBy() : null);
    }
    boolean unseen = others && mark.seen() != null && mark.seen() != entry.version();
    return new MarkResult(
        mark.personId(),
        unseen ? Outcome.REPLACED : Outcome.RECORDED,
        mark.status(),
        mark.reason(),
        entry.version() + 1,
        unseen ? entry.recordedBy() : null);
  }

  private static MarkResult result(Entry entry, Outcome outcome, Long otherId) {
    return new MarkResult(
        entry.personId(), outcome, entry.status(), entry.reason(), entry.version(), otherId);
  }

  /** Nothing was marked in the future, whatever a browser says. */
  private static Mark checked(Mark mark, Instant now) {
    return new Mark(
        mark.personId(),
        mark.status(),
        reason(mark.status(), mark.reason()),
        mark.at().isAfter(now) ? now : mark.at(),
        mark.seen());
  }

  /**
   * The reason as it is kept.
   *
   * @throws Refusal if an absence is justified without one, or it is too long
   */
  static String reason(AttendanceStatus status, String given) {
    if (status == null || status == AttendanceStatus.EXPECTED) {
      throw Refusal.invalidField("status", "attendance.status-missing");
    }
    return status == AttendanceStatus.JUSTIFIED ? requireReason(given) : null;
  }

  static String requireReason(String given) {
    if (given == null || given.isBlank()) {
      throw Refusal.invalidField("reason", "attendance.reason-missing");
    }
    if (given.strip().length() > REASON_LENGTH) {
      throw Refusal.invalidField("reason", "attendance.reason-too-long", REASON_LENGTH);
    }
    if (UNFIT.matcher(given).find()) {
      throw Refusal.invalidField("reason", "attendance.reason-characters");
    }
    return given.strip();
  }

  static void requirePresentOrAbsent(AttendanceStatus status) {
    if (status != AttendanceStatus.PRESENT && status != AttendanceStatus.ABSENT) {
      throw Refusal.invalidField("status", "attendance.status-missing");
    }
  }
}
