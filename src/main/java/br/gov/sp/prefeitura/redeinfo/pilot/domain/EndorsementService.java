package br.gov.sp.prefeitura.redeinfo.pilot.domain;

import br.gov.sp.prefeitura.redeinfo.audit.AuditLog;
import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson.SignedIn;
import br.gov.sp.prefeitura.redeinfo.identity.Groups;
import br.gov.sp.prefeitura.redeinfo.network.Appointments;
import br.gov.sp.prefeitura.redeinfo.network.Bodies;
import br.gov.sp.prefeitura.redeinfo.network.Function;
import br.gov.sp.prefeitura.redeinfo.pilot.PilotState;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.PilotEvent.Kind;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.PilotEvent.Sight;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The head of the lead body stands behind a proposal, gives it back, or refuses it. */
@Service
@Transactional
public class EndorsementService {

  /** What the head may comment on, by the field it is about. */
  public static final List<ProposalField> COMMENTED =
      List.of(
          ProposalField.TITLE,
          ProposalField.PROBLEM,
          ProposalField.DESCRIPTION,
          ProposalField.PUBLIC_ELEMENT,
          ProposalField.MILESTONES,
          ProposalField.BUDGET,
          ProposalField.PARTNERS);

  private final PilotTransitions transitions;
  private final CommentRepository comments;
  private final Appointments appointments;
  private final Bodies bodies;
  private final AuditLog audit;
  private final Clock clock;

  EndorsementService(
      PilotTransitions transitions,
      CommentRepository comments,
      Appointments appointments,
      Bodies bodies,
      AuditLog audit,
      Clock clock) {
    this.transitions = transitions;
    this.comments = comments;
    this.appointments = appointments;
    this.bodies = bodies;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Who decides: the head. Whoever submitted the proposal does not endorse it: then the interim
   * head does, or else the coordination, which also decides where a body has no head.
   *
   * @return the engine's group that gets the task
   */
  @Transactional(readOnly = true)
  public String deciders(long pilotId) {
    Pilot pilot = transitions.get(pilotId);
    long submitter = transitions.submitter(pilot);
    String slug = bodies.get(pilot.bodyId()).slug();
    LocalDate today = SaoPaulo.today(clock);
    Set<Long> heads = appointments.holders(pilot.bodyId(), Function.HEAD, today);
    boolean otherHead = heads.stream().anyMatch(id -> id != submitter);
    boolean otherInterim =
        appointments.holders(pilot.bodyId(), Function.INTERIM_HEAD, today).stream()
            .anyMatch(id -> id != submitter);
    if (heads.contains(submitter)) {
      return otherInterim ? Groups.interimHead(slug) : Groups.COORDINATION;
    }
    return otherHead || otherInterim ? Groups.head(slug) : Groups.COORDINATION;
  }

  public void endorse(long pilotId, SignedIn by) {
    Pilot pilot = endorsable(pilotId, by);
    transitions.enter(
        pilot, PilotState.IN_REVIEW, Kind.ENDORSED, by.personId(), null, Sight.PUBLIC);
    audited(pilot, by, "endorse");
  }

  /**
   * The body adjusts it and submits it again.
   *
   * @param typedReason why, shown above the proposal
   * @param typedComments what to adjust, by the field of {@link #COMMENTED}; may be empty
   * @throws Refusal (invalid) without a reason
   */
  public void giveBack(
      long pilotId, String typedReason, Map<ProposalField, String> typedComments, SignedIn by) {
    Pilot pilot = endorsable(pilotId, by);
    TypedAnswers answers = new TypedAnswers();
    String reason = answers.required("returnReason", typedReason, TypedAnswers.REASON);
    Map<String, String> said = new LinkedHashMap<>();
    said.put(PilotComment.GENERAL, reason);
    for (ProposalField field : COMMENTED) {
      String key = field.key() + "Comment";
      said.put(field.key(), answers.optional(key, typedComments.get(field), TypedAnswers.REASON));
    }
    answers.refuse();
    comments.add(pilot, said, by.personId(), clock.instant());
    transitions.enter(
        pilot, PilotState.RETURNED, Kind.ENDORSEMENT_RETURNED, by.personId(), reason, Sight.BODY);
    audited(pilot, by, "return");
  }

  /**
   * The body does not do this project: it ends.
   *
   * @throws Refusal (invalid) without a reason
   */
  public void refuse(long pilotId, String typedReason, SignedIn by) {
    Pilot pilot = endorsable(pilotId, by);
    String reason = TypedAnswers.reason("refuseReason", typedReason);
    transitions.enter(
        pilot,
        PilotState.NOT_ENDORSED,
        Kind.ENDORSEMENT_REFUSED,
        by.personId(),
        reason,
        Sight.BODY);
    audited(pilot, by, "refuse");
  }

  private Pilot endorsable(long pilotId, SignedIn by) {
    Pilot pilot = transitions.lock(pilotId, PilotState.IN_ENDORSEMENT);
    transitions.requireOther(pilot, by);
    return pilot;
  }

  private void audited(Pilot pilot, SignedIn by, String decision) {
    audit.record(
        PilotTransitions.entry(PilotAction.ENDORSEMENT_DECIDED, pilot, by)
            .with("decision", decision));
  }
}
