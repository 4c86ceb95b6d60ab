package br.gov.sp.prefeitura.redeinfo.pilot.domain;

import br.gov.sp.prefeitura.redeinfo.audit.AuditEntry;
import br.gov.sp.prefeitura.redeinfo.audit.AuditLog;
import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson.SignedIn;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.PilotAccess.Seen;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.shared.files.CheckedFile;
import br.gov.sp.prefeitura.redeinfo.shared.files.FileCheck;
import br.gov.sp.prefeitura.redeinfo.shared.files.FileStore;
import br.gov.sp.prefeitura.redeinfo.shared.files.StoredFile;
import br.gov.sp.prefeitura.redeinfo.shared.text.Typed;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.function.ToLongFunction;
import org.springframework.core.io.InputStreamSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Adds and removes evidence. Every method checks who asks: what is not for the person does not
 * exist, what they may only read is forbidden.
 */
@Service
public class EvidenceService {

  private static final int LONGEST_TITLE = 160;

  private final EvidenceRepository evidence;
  private final EvidenceRules rules;
  private final EvidenceProperties properties;
  private final PilotAccess access;
  private final PilotRepository pilots;
  private final FileCheck check;
  private final FileStore files;
  private final AuditLog audit;
  private final TransactionTemplate transaction;
  private final Clock clock;

  EvidenceService(
      EvidenceRepository evidence,
      EvidenceRules rules,
      EvidenceProperties properties,
      PilotAccess access,
      PilotRepository pilots,
      FileCheck check,
      FileStore files,
      AuditLog audit,
      TransactionTemplate transaction,
      Clock clock) {
    this.evidence = evidence;
    this.rules = rules;
    this.properties = properties;
    this.access = access;
    this.pilots = pilots;
    this.check = check;
    this.files = files;
    this.audit = audit;
    this.transaction = transaction;
    this.clock = clock;
  }

  /**
   * Keeps a file as evidence. It is looked through before the transaction begins, and after it is
   * known that the person may add it.
   *
   * @param sentName as the browser sent it
   * @return the evidence's id
   * @throws Refusal at {@code purpose}, {@code title} or {@code file}; (not found), (forbidden)
   */
  public long addFile(
      long pilotId, NewEvidence typed, String sentName, InputStreamSource content, SignedIn by) {
    String title = prepared(pilotId, typed, by);
    if (sentName == null || sentName.isBlank()) {
      throw Refusal.invalidField("file", "file.missing");
    }
    long limit = properties.maxFile().toBytes();
    CheckedFile file = check.check(sentName, content, limit);
    return add(
        pilotId,
        typed,
        by,
        false,
        place -> {
          try (InputStream in = content.getInputStream()) {
            StoredFile stored = files.write(in, limit);
            return evidence.insertFile(
                pilotId,
                place,
                title,
                typed.isPublic(),
                file,
                stored,
                by.personId(),
                clock.instant());
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  /**
   * Keeps a link as evidence; what it leads to is not fetched.
   *
   * @return the evidence's id
   * @throws Refusal at {@code purpose}, {@code title} or {@code link}; (not found), (forbidden)
   */
  public long addLink(long pilotId, NewEvidence typed, String typedLink, SignedIn by) {
    String title = prepared(pilotId, typed, by);
    String link = LinkAddress.parse(typedLink);
    return add(
        pilotId,
        typed,
        by,
        true,
        place ->
            evidence.insertLink(
                pilotId, place, title, typed.isPublic(), link, by.personId(), clock.instant()));
  }

  /**
   * Opens it to anybody, or closes it again.
   *
   * @throws Refusal (not found), (forbidden)
   */
  @Transactional
  public void publish(long pilotId, long id, boolean isPublic, SignedIn by) {
    Seen seen = keeper(pilotId, by);
    Evidence item = present(seen, id);
    if (item.isPublic() != isPublic) {
      evidence.setPublic(id, isPublic);
      record(PilotAction.EVIDENCE_CHANGED, id, seen, "public", isPublic);
    }
  }

  /**
   * Deletes the content; that there was evidence, and who took it away when, stays.
   *
   * @throws Refusal (not found), (forbidden), (conflict) if something was decided on it meanwhile
   */
  @Transactional
  public void remove(long pilotId, long id, SignedIn by) {
    Seen seen = keeper(pilotId, by);
    pilots.lock(pilotId);
    Evidence item = present(seen, id);
    if (!rules.mayRemove(item, access.require(pilotId, by), by)) {
      throw Refusal.conflict("pilot.evidence.decided-on");
    }
    evidence.remove(id, by.personId(), clock.instant());
    if (item.fileKey() != null) {
      files.delete(item.fileKey());
    }
    record(PilotAction.EVIDENCE_REMOVED, id, seen, "purpose", item.purpose());
  }

  /** Says early what needs no look at the content. */
  private String prepared(long pilotId, NewEvidence typed, SignedIn by) {
    Seen seen = keeper(pilotId, by);
    place(seen.pilot(), typed);
    String title = Typed.line(typed.title());
    if (title == null) {
      throw Refusal.invalidField("title", "pilot.evidence.title-missing");
    }
    if (title.length() > LONGEST_TITLE || Typed.hasControlCharacters(title, false)) {
      throw Refusal.invalidField("title", "pilot.evidence.title-wrong", LONGEST_TITLE);
    }
    return title;
  }

  private long add(
      long pilotId,
      NewEvidence typed,
      SignedIn by,
      boolean link,
      ToLongFunction<EvidencePlace> add) {
    return transaction.execute(
        status -> {
          pilots.lock(pilotId);
          Seen seen = keeper(pilotId, by);
          EvidencePlace place = place(seen.pilot(), typed);
          requireRoom(pilotId, place, link);
          long id = add.applyAsLong(place);
          requireTotal(pilotId);
          record(PilotAction.EVIDENCE_ADDED, id, seen, "purpose", place.purpose());
          return id;
        });
  }

  private void requireRoom(long pilotId, EvidencePlace place, boolean link) {
    int most = link ? properties.maxLinks() : properties.maxFiles();
    if (evidence.count(pilotId, place, link) >= most) {
      throw Refusal.invalidField(
          link ? LinkAddress.FIELD : "file",
          link ? "pilot.evidence.too-many-links" : "pilot.evidence.too-many-files",
          most);
    }
  }

  private void requireTotal(long pilotId) {
    if (evidence.size(pilotId) > properties.maxTotal().toBytes()) {
      throw Refusal.tooLarge(
          "file", "pilot.evidence.too-large-together", properties.maxTotal().toMegabytes());
    }
  }

  private EvidencePlace place(Pilot pilot, NewEvidence typed) {
    if (typed.purpose() == null) {
      throw Refusal.invalidField("purpose", "pilot.choose");
    }
    return rules.open(pilot).stream()
        .filter(place -> place.purpose() == typed.purpose())
        .findFirst()
        .orElseThrow(() -> Refusal.conflict("pilot.evidence.closed"));
  }

  private Seen keeper(long pilotId, SignedIn by) {
    Seen seen = access.require(pilotId, by);
    if (!EvidenceRules.keeps(seen, by)) {
      throw seen.view().seesInside()
          ? Refusal.forbidden("pilot.evidence.not-yours")
          : Refusal.notFound("pilot.not-found");
    }
    return seen;
  }

  private Evidence present(Seen seen, long id) {
    return evidence
        .find(id)
        .filter(item -> item.pilotId() == seen.pilot().id() && !item.isRemoved())
        .orElseThrow(() -> Refusal.notFound("pilot.evidence.not-found"));
  }

  private void record(PilotAction action, long id, Seen seen, String key, Object value) {
    audit.record(
        AuditEntry.of(action, seen.pilot().id())
            .in(seen.body().id())
            .with("evidence", id)
            .with(key, value));
  }
}
