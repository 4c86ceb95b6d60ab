package br.gov.sp.prefeitura.redeinfo.intake.domain;

import br.gov.sp.prefeitura.redeinfo.audit.AuditChannel;
import br.gov.sp.prefeitura.redeinfo.audit.AuditEntry;
import br.gov.sp.prefeitura.redeinfo.audit.AuditLog;
import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson.SignedIn;
import br.gov.sp.prefeitura.redeinfo.intake.domain.PlannedLine.Verdict;
import br.gov.sp.prefeitura.redeinfo.intake.domain.Upload.State;
import br.gov.sp.prefeitura.redeinfo.shared.documents.Table;
import br.gov.sp.prefeitura.redeinfo.shared.documents.TableReader;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where the coordination takes lists over: send, look, confirm. Between sending and confirming the
 * lines wait in the database, so that any node can show them. Every method checks who asks; a list
 * belongs to the coordination, not to the one who sent it.
 */
@Service
public class ImportDesk {

  private static final int NEWEST = 20;
  private static final int WAITING_PER_PERSON = 10;
  private static final int FILE_NAME_LENGTH = 120;

  private final UploadRepository uploads;
  private final ListReader reader;
  private final Map<ListKind, ListPlanner> planners;
  private final AuditLog audit;
  private final IntakeProperties properties;
  private final Clock clock;

  ImportDesk(
      UploadRepository uploads,
      ListReader reader,
      List<ListPlanner> planners,
      AuditLog audit,
      IntakeProperties properties,
      Clock clock) {
    this.uploads = uploads;
    this.reader = reader;
    this.planners =
        planners.stream().collect(Collectors.toMap(ListPlanner::kind, Function.identity()));
    this.audit = audit;
    this.properties = properties;
    this.clock = clock;
  }

  /**
   * Reads a file and keeps its list, which changes nothing yet.
   *
   * @param replaces the waiting list that this one corrects and that is thrown away, or {@code
   *     null}
   * @return the upload's id
   * @throws Refusal at the field {@code file} if it cannot be read as such a list; then nothing is
   *     kept
   */
  @Transactional
  public long send(ListKind kind, String fileName, byte[] content, Long replaces, SignedIn by) {
    requireCoordination(by);
    Table table = TableReader.read(fileName, content, properties.limits());
    UploadedList list = reader.read(kind, table);
    Instant now = clock.instant();
    long id =
        uploads.insert(
            list, printable(fileName), by.personId(), now, now.plus(properties.keepWaiting()));
    uploads.expire(now, by.personId(), WAITING_PER_PERSON);
    if (replaces != null && uploads.lock(replaces).filter(Upload::isWaiting).isPresent()) {
      discard(replaces, by);
    }
    audit.record(
        AuditEntry.of(IntakeAction.IMPORT_SENT, id)
            .with("kind", kind)
            .with("lines", list.lines().size()));
    return id;
  }

  /** The latest lists, waiting and closed. */
  public List<Upload> newest(SignedIn by) {
    requireCoordination(by);
    return uploads.newest(NEWEST);
  }

  /**
   * The list held against what is known now; nothing is kept of it.
   *
   * @throws Refusal (not found)
   */
  @Transactional(readOnly = true)
  public Preview preview(long id, SignedIn by) {
    requireCoordination(by);
    Upload upload = uploads.find(id).orElseThrow(ImportDesk::unknown);
    return uploads
        .content(id)
        .map(list -> new Preview(upload, list.ignored(), plan(list)))
        .orElseGet(() -> new Preview(uploads.find(id).orElseThrow(), List.of(), null));
  }

  /**
   * Takes the list over, all of it or nothing, if it would still do what was shown.
   *
   * @param fingerprint of the plan that was shown
   * @return false if it would do something else by now, and so did nothing
   * @throws Refusal if a line is refused, or somebody else was faster at that very moment
   */
  @Transactional
  public boolean apply(long id, String fingerprint, SignedIn by) {
    requireCoordination(by);
    Upload upload = uploads.lock(id).orElseThrow(ImportDesk::unknown);
    requireWaiting(upload);
    uploads.waitForTurn();
    ImportPlan plan = plan(uploads.content(id).orElseThrow());
    if (!plan.fingerprint().equals(fingerprint)) {
      return false;
    }
    if (!plan.isFit()) {
      throw Refusal.conflict(
          plan.count(Verdict.REFUSED) > 0 ? "intake.lines-refused" : "intake.nothing-to-do");
    }
    audit.through(
        AuditChannel.IMPORT,
        () -> {
          plan.carryOut();
          audit.record(
              AuditEntry.of(IntakeAction.IMPORT_APPLIED, id)
                  .with("kind", upload.kind())
                  .with("added", plan.count(Verdict.NEW))
                  .with("changed", plan.count(Verdict.CHANGED))
                  .with("unchanged", plan.count(Verdict.UNCHANGED)));
          return null;
        });
    uploads.closeApplied(id, plan, clock.instant());
    return true;
  }

  /** Throws a waiting list away, with all it says of people. Safe to repeat. */
  @Transactional
  public void discard(long id, SignedIn by) {
    requireCoordination(by);
    Upload upload = uploads.lock(id).orElseThrow(ImportDesk::unknown);
    if (upload.state() == State.DISCARDED) {
      return;
    }
    requireWaiting(upload);
    uploads.close(id, State.DISCARDED, clock.instant());
    audit.record(AuditEntry.of(IntakeAction.IMPORT_DISCARDED, id).with("kind", upload.kind()));
  }

  private ImportPlan plan(UploadedList list) {
    return planners.get(list.kind()).plan(list);
  }

  private static void requireWaiting(Upload upload) {
    if (!upload.isWaiting()) {
      throw Refusal.conflict("intake.closed");
    }
  }

  private static void requireCoordination(SignedIn by) {
    if (!by.isCoordination()) {
      throw Refusal.forbidden("intake.coordination-only");
    }
  }

  private static Refusal unknown() {
    return Refusal.notFound("intake.unknown");
  }

  /** The last part of what a browser calls the file, without what no line of text holds. */
  private static String printable(String fileName) {
    String name =
        fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1);
    return name.substring(Math.max(0, name.length() - FILE_NAME_LENGTH))
        .replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]", "")
        .strip();
  }

  /**
   * @param ignored headers of columns that are not read
   * @param plan {@code null} once the lines are gone
   */
  public record Preview(Upload upload, List<String> ignored, ImportPlan plan) {}
}
