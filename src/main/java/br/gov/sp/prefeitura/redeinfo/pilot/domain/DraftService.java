package br.gov.sp.prefeitura.redeinfo.pilot.domain;

import br.gov.sp.prefeitura.redeinfo.audit.AuditEntry;
import br.gov.sp.prefeitura.redeinfo.audit.AuditLog;
import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson.SignedIn;
import br.gov.sp.prefeitura.redeinfo.network.Bodies;
import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.PilotEvent.Kind;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.PilotEvent.Sight;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.shared.text.Typed;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Drafts of proposals. They belong to the body: whoever is one of its members or its office writes
 * on them, together with others, and nothing that was saved is lost.
 */
@Service
@Transactional
public class DraftService {

  private static final int LONGEST_TITLE = 160;

  /** How many revisions a draft keeps: from an older one every difference is a conflict. */
  private static final int KEPT_REVISIONS = 200;

  private final DraftRepository drafts;
  private final PilotRepository pilots;
  private final ProposalRepository proposals;
  private final ProposalPeople people;
  private final PilotAccess access;
  private final PilotProcess process;
  private final PilotStory story;
  private final Bodies bodies;
  private final AuditLog audit;
  private final Clock clock;

  DraftService(
      DraftRepository drafts,
      PilotRepository pilots,
      ProposalRepository proposals,
      ProposalPeople people,
      PilotAccess access,
      PilotProcess process,
      PilotStory story,
      Bodies bodies,
      AuditLog audit,
      Clock clock) {
    this.drafts = drafts;
    this.pilots = pilots;
    this.proposals = proposals;
    this.people = people;
    this.access = access;
    this.process = process;
    this.story = story;
    this.bodies = bodies;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * An idea is written down: the pilot and its process begin, the person answers for it until
   * somebody else is chosen.
   *
   * @return the pilot's id
   * @throws Refusal (invalid) at {@code title} or {@code body}, (forbidden) for another body
   */
  public long begin(long bodyId, String typedTitle, SignedIn by) {
    Body body = bodies.get(bodyId);
    if (!PilotAccess.writes(by, body)) {
      throw Refusal.forbidden("pilot.not-your-body");
    }
    if (!body.existsOn(SaoPaulo.today(clock))) {
      throw Refusal.invalidField("body", "pilot.body-gone");
    }
    String title = Typed.line(typedTitle);
    if (title == null) {
      throw Refusal.invalidField("title", "pilot.title-needed");
    }
    if (!isTitle(title)) {
      throw Refusal.invalidField("title", "pilot.title-wrong", LONGEST_TITLE);
    }
    long id = pilots.insert(bodyId, title, by.personId(), clock.instant());
    TypedProposal typed =
        TypedProposal.of(
            Map.of("title", title, TypedProposal.SPONSOR, String.valueOf(by.personId())));
    drafts.insert(new Draft(id, 1, typed, by.personId(), clock.instant()));
    proposals.setDraftTitle(id, title);
    story.add(id, Kind.BEGUN, by.personId(), null, Sight.PUBLIC);
    audit.record(AuditEntry.of(PilotAction.BEGUN, id).by(by.personId()).in(bodyId));
    process.start(id, body.slug(), title);
    return id;
  }

  /**
   * What was typed so far.
   *
   * @throws Refusal (not found) for whom drafts of this pilot do not exist
   */
  @Transactional(readOnly = true)
  public Draft read(long pilotId, SignedIn person) {
    if (!access.require(pilotId, person).view().seesDrafts()) {
      throw Refusal.notFound("pilot.not-found");
    }
    return drafts.latest(pilotId).orElseThrow();
  }

  /**
   * What was typed so far, for the steps of the process, which are nobody's reading.
   *
   * @throws java.util.NoSuchElementException if there is no such pilot
   */
  @Transactional(readOnly = true)
  public Draft current(long pilotId) {
    return drafts.latest(pilotId).orElseThrow();
  }

  /**
   * Saves what was typed, with nothing checked but its size. If somebody saved meanwhile, both
   * versions are brought together ({@link DraftMerge}): what is not in conflict is saved.
   *
   * @param base the revision from which the person began to type
   * @throws Refusal (not found, forbidden) for who does not write for the body, (conflict) while
   *     the proposal is with others, (invalid) for texts that are too long
   */
  public Saved save(long pilotId, int base, TypedProposal typed, SignedIn by) {
    Pilot pilot = locked(pilotId, by);
    Draft latest = drafts.latest(pilotId).orElseThrow();
    DraftMerge merge =
        base == latest.revision()
            ? new DraftMerge(typed, new TreeSet<>())
            : DraftMerge.of(base(pilotId, base), latest.typed(), typed);
    if (merge.merged().equals(latest.typed())) {
      return new Saved(latest, latest, merge.conflicts());
    }
    Draft saved =
        new Draft(pilotId, latest.revision() + 1, merge.merged(), by.personId(), clock.instant());
    drafts.insert(saved);
    drafts.prune(pilotId, KEPT_REVISIONS);
    follow(pilot, latest.typed(), saved.typed());
    return new Saved(saved, latest, merge.conflicts());
  }

  private TypedProposal base(long pilotId, int revision) {
    return drafts
        .find(pilotId, revision)
        .map(Draft::typed)
        .orElseGet(() -> new TypedProposal(new TreeMap<>()));
  }

  /** What lists show of a draft is what was saved last. */
  private void follow(Pilot pilot, TypedProposal before, TypedProposal now) {
    String title = Typed.line(now.get("title"));
    if (pilot.submission() == 0 && title != null && isTitle(title)) {
      proposals.setDraftTitle(pilot.id(), title);
    }
    String sponsor = now.get(TypedProposal.SPONSOR);
    if (pilot.state().isWriting() && !Objects.equals(sponsor, before.get(TypedProposal.SPONSOR))) {
      people.sponsor(pilot.bodyId(), sponsor).ifPresent(id -> pilots.setSponsor(pilot.id(), id));
    }
  }

  private Pilot locked(long pilotId, SignedIn by) {
    if (!access.require(pilotId, by).view().seesDrafts()) {
      throw Refusal.notFound("pilot.not-found");
    }
    Pilot pilot = pilots.lock(pilotId).orElseThrow();
    if (!PilotAccess.writes(by, bodies.get(pilot.bodyId()))) {
      throw Refusal.forbidden("pilot.not-your-body");
    }
    if (!isOpen(pilot)) {
      throw Refusal.conflict("pilot.not-writing");
    }
    return pilot;
  }

  /** Whether a proposal is written on: before it is submitted, and to change what is running. */
  public static boolean isOpen(Pilot pilot) {
    return pilot.state().isWriting() || pilot.state().isInExecution();
  }

  private static boolean isTitle(String title) {
    return title.length() <= LONGEST_TITLE && !Typed.hasControlCharacters(title, false);
  }

  /**
   * @param draft as it is now
   * @param before as it was before this saving; who saved it is who wrote the other text of a
   *     conflict
   * @param conflicts names of answers, and of rows, that were changed by two people differently:
   *     not saved
   */
  public record Saved(Draft draft, Draft before, SortedSet<String> conflicts) {

    /** Whether everything that was typed is saved. */
    public boolean isWhole() {
      return conflicts.isEmpty();
    }

    /** Fields in which the draft says something else than what was typed. */
    public Set<String> otherThan(TypedProposal typed) {
      Set<String> names = new TreeSet<>(draft.typed().values().keySet());
      names.addAll(typed.values().keySet());
      names.removeIf(name -> draft.typed().get(name).equals(typed.get(name)));
      return names;
    }
  }
}
