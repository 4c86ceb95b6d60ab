package br.gov.sp.prefeitura.redeinfo.pilot.domain;

import br.gov.sp.prefeitura.redeinfo.audit.AuditEntry;
import br.gov.sp.prefeitura.redeinfo.audit.AuditLog;
import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson.SignedIn;
import br.gov.sp.prefeitura.redeinfo.network.Bodies;
import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.pilot.PilotState;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.PilotEvent.Kind;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.PilotEvent.Sight;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.PilotProcess.Step;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.shared.error.Violation;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Sends proposals: everything is checked, kept as a submission, and goes on to who decides. */
@Service
@Transactional
public class ProposalService {

  private final PilotRepository pilots;
  private final DraftRepository drafts;
  private final SubmissionRepository submissions;
  private final ProposalRepository proposals;
  private final ProposedPartners partners;
  private final ProposalPeople people;
  private final PilotProcess process;
  private final PilotStory story;
  private final Bodies bodies;
  private final AuditLog audit;
  private final Clock clock;

  ProposalService(
      PilotRepository pilots,
      DraftRepository drafts,
      SubmissionRepository submissions,
      ProposalRepository proposals,
      ProposedPartners partners,
      ProposalPeople people,
      PilotProcess process,
      PilotStory story,
      Bodies bodies,
      AuditLog audit,
      Clock clock) {
    this.pilots = pilots;
    this.drafts = drafts;
    this.submissions = submissions;
    this.proposals = proposals;
    this.partners = partners;
    this.people = people;
    this.process = process;
    this.story = story;
    this.bodies = bodies;
    this.audit = audit;
    this.clock = clock;
  }

  /** What is missing or wrong before the draft can be sent, in the order of the questions. */
  @Transactional(readOnly = true)
  public List<Violation> missing(Pilot pilot, TypedProposal typed) {
    return ProposalRules.missing(typed, choices(pilot));
  }

  /**
   * Sends the draft as it was last saved, in the person's name: completes the task of writing, and
   * with it {@link #submit}.
   *
   * @throws Refusal as {@link #submit}
   */
  public void send(long pilotId, SignedIn by) {
    locked(pilotId, by);
    process.complete(pilotId, Step.WRITE, by.username(), Map.of());
  }

  /**
   * The task of writing is completed: the draft as it was last saved becomes the next submission.
   *
   * @return what the process needs to know
   * @throws Refusal (invalid) with every field that breaks a rule, (forbidden) for who does not
   *     write for the body, (conflict) if the proposal is not being written
   */
  public Submitted submit(long pilotId, SignedIn by) {
    Pilot pilot = locked(pilotId, by);
    Proposal proposal = checked(pilot);
    int number = keep(pilot, proposal, by);
    proposals.hold(pilotId, number, proposal);
    boolean asked = partners.sync(pilotId, proposal.partners());
    pilots.enter(
        pilotId, asked ? PilotState.IN_PARTNERSHIP : PilotState.IN_ENDORSEMENT, clock.instant());
    story.add(pilotId, Kind.SUBMITTED, by.personId(), null, Sight.PUBLIC);
    audit.record(entry(pilot, number, by));
    return new Submitted(proposal.title(), asked);
  }

  /**
   * While a pilot is in execution, its draft as it was last saved is kept as a submission that asks
   * for a change of scope. The pilot goes on as it was until {@link #holdChange}.
   *
   * @return the submission's number
   * @throws Refusal (invalid) with every field that breaks a rule, or if nothing was changed;
   *     (forbidden) for who does not write for the body; (conflict) if it is not in execution
   */
  public int submitChange(long pilotId, SignedIn by) {
    Pilot pilot = pilots.lock(pilotId).orElseThrow();
    requireWriter(pilot, by);
    if (!pilot.state().isInExecution()) {
      throw Refusal.conflict("pilot.moved-on");
    }
    Proposal proposal = checked(pilot);
    if (proposal.equals(submissions.find(pilotId, pilot.submission()).orElseThrow().proposal())) {
      throw Refusal.invalid("pilot.nothing-changed");
    }
    int number = keep(pilot, proposal, by);
    audit.record(entry(pilot, number, by));
    return number;
  }

  /**
   * A change of scope was accepted: what pages and lists say of the pilot is this submission from
   * now on. Joins the caller's transaction.
   */
  public void holdChange(long pilotId, int number) {
    pilots.lock(pilotId).orElseThrow();
    proposals.hold(pilotId, number, submissions.find(pilotId, number).orElseThrow().proposal());
  }

  private int keep(Pilot pilot, Proposal proposal, SignedIn by) {
    Integer previous = pilot.submission() == 0 ? null : pilot.submission();
    int number = submissions.last(pilot.id()) + 1;
    submissions.insert(pilot.id(), number, previous, proposal, by.personId(), clock.instant());
    return number;
  }

  private Proposal checked(Pilot pilot) {
    TypedProposal typed = drafts.latest(pilot.id()).orElseThrow().typed();
    return ProposalRules.check(typed, choices(pilot));
  }

  private Pilot locked(long pilotId, SignedIn by) {
    Pilot pilot = pilots.lock(pilotId).orElseThrow(() -> Refusal.notFound("pilot.not-found"));
    requireWriter(pilot, by);
    if (!pilot.state().isWriting()) {
      throw Refusal.conflict("pilot.moved-on");
    }
    return pilot;
  }

  private void requireWriter(Pilot pilot, SignedIn by) {
    if (!PilotAccess.writes(by, bodies.get(pilot.bodyId()))) {
      throw Refusal.forbidden("pilot.not-your-body");
    }
  }

  private ProposalChoices choices(Pilot pilot) {
    Function<List<Body>, Set<String>> slugs =
        found -> found.stream().map(Body::slug).collect(Collectors.toUnmodifiableSet());
    return new ProposalChoices(
        slugs.apply(people.territories()),
        slugs.apply(people.partnersOf(pilot.bodyId())),
        pilot.state().isWriting() ? sponsors(pilot.bodyId()) : null);
  }

  private Set<String> sponsors(long bodyId) {
    return people.sponsorsOf(bodyId).stream()
        .map(person -> String.valueOf(person.id()))
        .collect(Collectors.toUnmodifiableSet());
  }

  private static AuditEntry entry(Pilot pilot, int number, SignedIn by) {
    return AuditEntry.of(PilotAction.SUBMITTED, pilot.id())
        .by(by.personId())
        .in(pilot.bodyId())
        .with("submission", number);
  }

  /**
   * @param partnersAsked whether partners are to confirm their part first
   */
  public record Submitted(String title, boolean partnersAsked) {}
}
