package br.gov.sp.prefeitura.redeinfo.pilot.domain;

import br.gov.sp.prefeitura.redeinfo.audit.AuditLog;
import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson.SignedIn;
import br.gov.sp.prefeitura.redeinfo.identity.Groups;
import br.gov.sp.prefeitura.redeinfo.network.Appointments;
import br.gov.sp.prefeitura.redeinfo.network.Bodies;
import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.network.Function;
import br.gov.sp.prefeitura.redeinfo.pilot.PilotState;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.Partnership.State;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.PilotEvent.Kind;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.PilotEvent.Sight;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Bodies and guests that have a part in a proposal confirm it before the head is asked. */
@Service
@Transactional
public class PartnershipService {

  private final PartnershipRepository partnerships;
  private final PilotTransitions transitions;
  private final CommentRepository comments;
  private final DecisionWords words;
  private final PilotStory story;
  private final Appointments appointments;
  private final Bodies bodies;
  private final AuditLog audit;
  private final Clock clock;

  PartnershipService(
      PartnershipRepository partnerships,
      PilotTransitions transitions,
      CommentRepository comments,
      DecisionWords words,
      PilotStory story,
      Appointments appointments,
      Bodies bodies,
      AuditLog audit,
      Clock clock) {
    this.partnerships = partnerships;
    this.transitions = transitions;
    this.comments = comments;
    this.words = words;
    this.story = story;
    this.appointments = appointments;
    this.bodies = bodies;
    this.audit = audit;
    this.clock = clock;
  }

  /** All of the latest submission. Who may read them is the caller's to ask. */
  @Transactional(readOnly = true)
  public List<Partnership> of(long pilotId) {
    return partnerships.of(pilotId);
  }

  @Transactional(readOnly = true)
  public Partnership get(long partnerId) {
    return partnerships.find(partnerId).orElseThrow(() -> Refusal.conflict("pilot.moved-on"));
  }

  /** Ids of the partners whose answer is awaited. */
  @Transactional(readOnly = true)
  public List<Long> asked(long pilotId) {
    return partnerships.of(pilotId).stream()
        .filter(partner -> partner.state() == State.ASKED)
        .map(Partnership::id)
        .toList();
  }

  /**
   * Who answers: the body's head and office. For guests, and for bodies in which nobody is
   * appointed to either, the coordination does after asking them.
   */
  @Transactional(readOnly = true)
  public List<String> groupsToAsk(long partnerId) {
    Partnership partner = get(partnerId);
    if (partner.bodyId() == null || !hasSomebody(partner.bodyId())) {
      return List.of(Groups.COORDINATION);
    }
    String slug = bodies.get(partner.bodyId()).slug();
    return List.of(Groups.head(slug), Groups.office(slug));
  }

  private boolean hasSomebody(long bodyId) {
    LocalDate today = SaoPaulo.today(clock);
    return Stream.of(Function.HEAD, Function.INTERIM_HEAD, Function.OFFICE)
        .anyMatch(function -> !appointments.holders(bodyId, function, today).isEmpty());
  }

  public void confirm(long partnerId, SignedIn by) {
    answer(get(partnerId), State.CONFIRMED, Kind.PARTNER_CONFIRMED, null, by);
  }

  /**
   * @throws Refusal (invalid) without a reason
   */
  public void decline(long partnerId, String typedReason, SignedIn by) {
    String reason = TypedAnswers.reason("declineReason", typedReason);
    answer(get(partnerId), State.DECLINED, Kind.PARTNER_DECLINED, reason, by);
  }

  private void answer(Partnership partner, State state, Kind kind, String reason, SignedIn by) {
    Pilot pilot = transitions.lock(partner.pilotId(), PilotState.IN_PARTNERSHIP);
    if (!partnerships.answer(partner.id(), state, reason, by.personId(), clock.instant())) {
      throw Refusal.conflict("pilot.moved-on");
    }
    story.add(pilot.id(), kind, by.personId(), partner.bodyId(), reason, Sight.BODY);
    audit.record(
        PilotTransitions.entry(PilotAction.PARTNERSHIP_ANSWERED, pilot, by).with("answer", state));
  }

  /**
   * Everybody has answered, or the time is over: on to the head if all partners confirmed their
   * part, else back to the body with a comment for each that did not.
   *
   * @return whether all confirmed
   */
  public boolean assess(long pilotId) {
    Pilot pilot = transitions.lock(pilotId, PilotState.IN_PARTNERSHIP);
    partnerships.of(pilotId).stream()
        .filter(partner -> partner.state() == State.ASKED)
        .forEach(
            partner ->
                story.add(pilotId, Kind.PARTNER_SILENT, null, partner.bodyId(), null, Sight.BODY));
    partnerships.markSilent(pilotId);
    List<Partnership> missing =
        partnerships.of(pilotId).stream()
            .filter(partner -> partner.state() != State.CONFIRMED)
            .toList();
    missing.forEach(
        partner ->
            comments.add(
                pilotId,
                pilot.submission(),
                ProposalField.PARTNERS.key(),
                words.ofMissingPartner(partner, nameOf(partner)),
                partner.answeredBy(),
                clock.instant()));
    transitions.enter(pilot, missing.isEmpty() ? PilotState.IN_ENDORSEMENT : PilotState.RETURNED);
    return missing.isEmpty();
  }

  /** The body's acronym, or the guest's name. */
  @Transactional(readOnly = true)
  public String nameOf(Partnership partner) {
    if (partner.bodyId() == null) {
      return partner.guest();
    }
    Body body = bodies.get(partner.bodyId());
    return body.acronym();
  }
}
