package br.gov.sp.prefeitura.redeinfo.statute.domain;

import br.gov.sp.prefeitura.redeinfo.audit.AuditEntry;
import br.gov.sp.prefeitura.redeinfo.audit.AuditLog;
import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson.SignedIn;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import br.gov.sp.prefeitura.redeinfo.statute.domain.StatuteText.Section;
import java.time.Clock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The coordination writes the next version and publishes it. */
@Service
@Transactional
public class StatuteDesk {

  /** The draft has no id of its own on record: there is one at most. */
  private static final String DRAFT = "draft";

  private final VersionRepository versions;
  private final DraftRepository drafts;
  private final AcceptanceRequests requests;
  private final AuditLog audit;
  private final Clock clock;

  StatuteDesk(
      VersionRepository versions,
      DraftRepository drafts,
      AcceptanceRequests requests,
      AuditLog audit,
      Clock clock) {
    this.versions = versions;
    this.drafts = drafts;
    this.requests = requests;
    this.audit = audit;
    this.clock = clock;
  }

  /** The draft as last saved; before the first saving the text in force, to be changed. */
  @Transactional(readOnly = true)
  public Draft draft() {
    return drafts
        .find()
        .orElseGet(
            () ->
                new Draft(
                    0,
                    versions.inForce().map(StatuteVersion::text).orElse(StatuteText.EMPTY),
                    null,
                    null));
  }

  /**
   * Saves the draft; sections may still be empty.
   *
   * @param revision the one that the writer had read
   * @throws Refusal (conflict) if somebody else has saved since, (invalid) at the sections that are
   *     too long
   */
  public Draft save(int revision, StatuteText typed, SignedIn by) {
    requireCoordination(by);
    StatuteText text = checked(typed, false);
    if (!drafts.save(revision, text, by.personId(), clock.instant())) {
      throw Refusal.conflict("statute.draft-changed");
    }
    Draft saved = draft();
    audit.record(
        AuditEntry.of(StatuteAction.DRAFT_SAVED, DRAFT)
            .by(by.personId())
            .with("revision", saved.revision()));
    return saved;
  }

  /**
   * Throws the draft away: the next one begins with the text in force.
   *
   * @throws Refusal (conflict) if somebody else has saved since
   */
  public void discard(int revision, SignedIn by) {
    requireCoordination(by);
    if (!drafts.remove(revision)) {
      throw Refusal.conflict("statute.draft-changed");
    }
    audit.record(AuditEntry.of(StatuteAction.DRAFT_DISCARDED, DRAFT).by(by.personId()));
  }

  /**
   * Publishes the draft as the next version, in force from now on. Every member is asked to accept
   * it; their tasks open in the background.
   *
   * @param revision the one that the publisher had read
   * @throws Refusal (conflict) if somebody else has saved since, (invalid) if a section is empty or
   *     the act breaks a rule
   */
  public StatuteVersion publish(int revision, Publication typed, SignedIn by) {
    requireCoordination(by);
    Publication publication = typed.checked(SaoPaulo.today(clock));
    Draft draft = drafts.find().orElseThrow(() -> Refusal.conflict("statute.draft-changed"));
    StatuteText text = checked(draft.text(), true);
    versions.lock(true);
    if (!drafts.remove(revision)) {
      throw Refusal.conflict("statute.draft-changed");
    }
    StatuteVersion version = versions.insert(text, publication, by.personId(), clock.instant());
    audit.record(
        AuditEntry.of(StatuteAction.PUBLISHED, version.id())
            .by(by.personId())
            .with("number", version.number()));
    requests.supersedeUnstarted();
    requests.makeMissing();
    return version;
  }

  private static StatuteText checked(StatuteText typed, boolean whole) {
    TypedText check = new TypedText();
    String[] texts = new String[Section.values().length];
    for (Section section : Section.values()) {
      String text = check.text(section.field(), section.of(typed), StatuteText.LONGEST, whole);
      texts[section.ordinal()] = text == null ? "" : text;
    }
    check.refuse();
    return new StatuteText(texts[0], texts[1], texts[2], texts[3]);
  }

  private static void requireCoordination(SignedIn by) {
    if (!by.isCoordination()) {
      throw Refusal.forbidden("statute.coordination-only");
    }
  }
}
