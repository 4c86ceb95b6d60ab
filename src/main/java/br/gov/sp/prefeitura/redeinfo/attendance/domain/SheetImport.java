package br.gov.sp.prefeitura.redeinfo.attendance.domain;

import br.gov.sp.prefeitura.redeinfo.attendance.AttendanceStatus;
import br.gov.sp.prefeitura.redeinfo.attendance.domain.PlannedEntry.Verdict;
import br.gov.sp.prefeitura.redeinfo.audit.AuditChannel;
import br.gov.sp.prefeitura.redeinfo.audit.AuditEntry;
import br.gov.sp.prefeitura.redeinfo.audit.AuditLog;
import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson.SignedIn;
import br.gov.sp.prefeitura.redeinfo.shared.documents.TableLimits;
import br.gov.sp.prefeitura.redeinfo.shared.documents.TableReader;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes over a paper list that was typed into a spreadsheet: send, look, confirm; all of it or
 * nothing. A keeper has one list of an event waiting at a time; it is forgotten once it is applied,
 * thrown away or too old.
 */
@Service
public class SheetImport {

  private static final int MOST_COLUMNS = 60;
  private static final int CELL_LENGTH = 1000;

  private final EventRepository events;
  private final ListRepository lists;
  private final ListPlanner planner;
  private final Marks marks;
  private final Keepers keepers;
  private final AuditLog audit;
  private final AttendanceProperties properties;
  private final Clock clock;

  SheetImport(
      EventRepository events,
      ListRepository lists,
      ListPlanner planner,
      Marks marks,
      Keepers keepers,
      AuditLog audit,
      AttendanceProperties properties,
      Clock clock) {
    this.events = events;
    this.lists = lists;
    this.planner = planner;
    this.marks = marks;
    this.keepers = keepers;
    this.audit = audit;
    this.properties = properties;
    this.clock = clock;
  }

  /**
   * Reads a file and keeps its list, in place of the one that waited; the sheet stays as it is.
   *
   * @throws Refusal at the field {@code file} if it cannot be read as such a list
   */
  @Transactional
  public void send(long eventId, String fileName, byte[] content, SignedIn by) {
    requireOpen(eventId, by);
    TableLimits limits =
        new TableLimits(
            properties.maxLines(), MOST_COLUMNS, CELL_LENGTH, properties.maxUnpacked().toBytes());
    NamedList list = NamedListReader.read(TableReader.read(fileName, content, limits));
    Instant now = clock.instant();
    lists.put(eventId, list, by.personId(), now, now.plus(properties.keepList()));
  }

  /** The waiting list held against the sheet as it is now; empty if none waits. */
  @Transactional(readOnly = true)
  public Optional<Plan> preview(long eventId, SignedIn by) {
    AttendanceEvent event = events.find(eventId).orElseThrow(Keepers::unknown);
    keepers.requireKeeper(event, by);
    return lists.find(eventId, by.personId()).map(list -> new Plan(planner.plan(eventId, list)));
  }

  /**
   * Records what the list says, if it would still do what was shown.
   *
   * @param fingerprint of the plan that was shown
   * @return false if it would do something else by now, and so did nothing
   */
  @Transactional
  public boolean apply(long eventId, String fingerprint, SignedIn by) {
    AttendanceEvent event = requireOpen(eventId, by);
    NamedList list =
        lists
            .take(eventId, by.personId())
            .orElseThrow(() -> Refusal.conflict("attendance.list.none-waits"));
    Plan plan = new Plan(planner.plan(eventId, list));
    if (!plan.fingerprint().equals(fingerprint)) {
      return false;
    }
    if (!plan.isFit()) {
      throw Refusal.conflict("attendance.list.not-fit");
    }
    Instant now = clock.instant();
    AttendanceDesk.requireTime(event, AttendanceStatus.PRESENT, now, properties);
    audit.through(
        AuditChannel.IMPORT,
        () -> {
          marks.record(event, plan.marks(now), Means.IMPORT, by.personId());
          audit.record(
              AuditEntry.of(AttendanceAction.IMPORTED, eventId)
                  .with("added", plan.count(Verdict.NEW))
                  .with("changed", plan.count(Verdict.CHANGED))
                  .with("unchanged", plan.count(Verdict.UNCHANGED)));
          return null;
        });
    lists.remove(eventId, by.personId());
    return true;
  }

  /** Throws the waiting list away. Safe to repeat. */
  @Transactional
  public void discard(long eventId, SignedIn by) {
    AttendanceEvent event = events.find(eventId).orElseThrow(Keepers::unknown);
    keepers.requireKeeper(event, by);
    lists.remove(eventId, by.personId());
  }

  @Scheduled(cron = "0 35 * * * *", zone = "America/Sao_Paulo")
  void forgetOldLists() {
    lists.removeExpired(clock.instant());
  }

  private AttendanceEvent requireOpen(long eventId, SignedIn by) {
    AttendanceEvent event = events.hold(eventId).orElseThrow(Keepers::unknown);
    keepers.requireKeeper(event, by);
    AttendanceDesk.requireOpen(event);
    return event;
  }

  /** A list held against a sheet. */
  public record Plan(List<PlannedEntry> entries) {

    public Plan {
      entries = List.copyOf(entries);
    }

    public long count(Verdict verdict) {
      return entries.stream().filter(entry -> entry.verdict() == verdict).count();
    }

    public long problems() {
      return entries.stream().filter(entry -> entry.verdict().isProblem()).count();
    }

    /** Whether it can be carried out: no line is a problem and something is to be done. */
    public boolean isFit() {
      return problems() == 0 && count(Verdict.NEW) + count(Verdict.CHANGED) > 0;
    }

    /** Differs when anything would be done differently. */
    public String fingerprint() {
      try {
        MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
        entries.forEach(entry -> sha256.update(entry.toString().getBytes(StandardCharsets.UTF_8)));
        return HexFormat.of().formatHex(sha256.digest());
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException(e);
      }
    }

    private List<Mark> marks(Instant at) {
      return entries.stream()
          .filter(entry -> entry.verdict() == Verdict.NEW || entry.verdict() == Verdict.CHANGED)
          .map(entry -> new Mark(entry.personId(), entry.status(), null, at, null))
          .toList();
    }
  }
}
