package br.gov.sp.prefeitura.redeinfo.pilot.process;

import static br.gov.sp.prefeitura.redeinfo.pilot.process.PilotProjectProcess.pilotId;

import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson.SignedIn;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.Ballot;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.Ballot.Vote;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.BallotService;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.DecisionNotices;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.EndorsementService;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.PartnershipService;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.PilotDesk;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.ProposalField;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.Review;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.Review.Finding;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.Review.Verdict;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.ReviewPoint;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.ReviewService;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.ReviewService.TypedReview;
import br.gov.sp.prefeitura.redeinfo.pilot.process.PilotProjectProcess.Variables;
import br.gov.sp.prefeitura.redeinfo.workflow.DecisionTables;
import br.gov.sp.prefeitura.redeinfo.workflow.Submission;
import java.util.EnumMap;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The steps from the partners' answers to the committee's decision: what a person answers is
 * checked and moves to our tables in the transaction that completes the task; the engine keeps a
 * flag at most.
 */
@Configuration(proxyBeanMethods = false)
class PilotDecisionTasks {

  @Bean
  TaskListener confirmPilotPartnershipListener(
      PartnershipService partnerships, PilotCompleters completers) {
    return task -> {
      Submission form = Submission.of(task);
      SignedIn by = completers.of(task);
      long partner = (Long) task.getVariable(Variables.PARTNER_ID);
      if (Choices.of(form, "answer", PartnerAnswer.class) == PartnerAnswer.CONFIRM) {
        partnerships.confirm(partner, by);
      } else {
        partnerships.decline(partner, form.text("declineReason"), by);
      }
    };
  }

  @Bean
  JavaDelegate assessPilotPartnersDelegate(PartnershipService partnerships) {
    return execution ->
        execution.setVariable(
            Variables.PARTNERS_CONFIRMED, partnerships.assess(pilotId(execution)));
  }

  @Bean
  TaskListener endorsePilotListener(EndorsementService endorsements, PilotCompleters completers) {
    return task -> {
      Submission form = Submission.of(task);
      SignedIn by = completers.of(task);
      Endorsement chosen = Choices.of(form, "endorsement", Endorsement.class);
      switch (chosen) {
        case ENDORSE -> endorsements.endorse(id(task), by);
        case RETURN ->
            endorsements.giveBack(id(task), form.text("returnReason"), comments(form), by);
        case REFUSE -> endorsements.refuse(id(task), form.text("refuseReason"), by);
      }
      task.getExecution().setVariable(Variables.ENDORSEMENT, Choices.flag(chosen));
    };
  }

  private static Map<ProposalField, String> comments(Submission form) {
    Map<ProposalField, String> comments = new EnumMap<>(ProposalField.class);
    EndorsementService.COMMENTED.forEach(
        field -> comments.put(field, form.text(field.key() + "Comment")));
    return comments;
  }

  @Bean
  TaskListener reviewPilotListener(ReviewService reviews, PilotCompleters completers) {
    return task -> {
      Submission form = Submission.of(task);
      SignedIn by = completers.of(task);
      Review.Outcome chosen = Choices.of(form, "review", Review.Outcome.class);
      reviews.review(
          id(task),
          new TypedReview(chosen, points(form), form.text("opinion"), form.text("internalNote")),
          by);
      task.getExecution().setVariable(Variables.REVIEW, Choices.flag(chosen));
    };
  }

  private static Map<ReviewPoint, Finding> points(Submission form) {
    Map<ReviewPoint, Finding> points = new EnumMap<>(ReviewPoint.class);
    for (ReviewPoint point : ReviewPoint.values()) {
      points.put(
          point,
          new Finding(
              Choices.orNull(form, point.key() + "Verdict", Verdict.class),
              form.text(point.key() + "Comment")));
    }
    return points;
  }

  @Bean
  JavaDelegate openPilotBallotDelegate(BallotService ballots) {
    return execution -> ballots.open(pilotId(execution));
  }

  @Bean
  TaskListener voteOnPilotListener(BallotService ballots, PilotCompleters completers) {
    return task -> {
      Submission form = Submission.of(task);
      SignedIn by = completers.of(task);
      Vote vote = Choices.of(form, "vote", Vote.class);
      String reason = form.text(vote == Vote.AGAINST ? "againstReason" : "reason");
      ballots.vote(id(task), vote, reason, by);
    };
  }

  /** By the decision table of the same deployment: a ballot keeps the rule it began with. */
  @Bean
  JavaDelegate countPilotVotesDelegate(BallotService ballots, DecisionTables tables) {
    return execution ->
        execution.setVariable(
            Variables.BALLOT,
            ballots
                .close(
                    pilotId(execution),
                    (quorumMet, majority) -> outcome(tables, execution, quorumMet, majority))
                .name());
  }

  private static Ballot.Outcome outcome(
      DecisionTables tables, DelegateExecution execution, boolean quorumMet, int majority) {
    return tables
        .evaluate(
            execution,
            PilotProjectProcess.DECISION_COMMITTEE,
            Map.of("quorumMet", quorumMet, "majority", majority))
        .stream()
        .map(row -> Ballot.Outcome.valueOf(row.get("outcome").toString()))
        .findFirst()
        .orElseThrow();
  }

  @Bean
  TaskListener resolvePilotBallotListener(BallotService ballots, PilotCompleters completers) {
    return task -> {
      Submission form = Submission.of(task);
      SignedIn by = completers.of(task);
      Ballot.Resolution chosen = Choices.of(form, "resolution", Ballot.Resolution.class);
      ballots.resolve(id(task), chosen, form.text("resolutionReason"), by);
      task.getExecution().setVariable(Variables.RESOLUTION, Choices.flag(chosen));
    };
  }

  @Bean
  JavaDelegate announcePilotClosureDelegate(PilotDesk desk, DecisionNotices notices) {
    return execution -> notices.closed(desk.get(pilotId(execution)));
  }

  private static long id(DelegateTask task) {
    return pilotId(task.getExecution());
  }

  private enum PartnerAnswer {
    CONFIRM,
    DECLINE
  }

  private enum Endorsement {
    ENDORSE,
    RETURN,
    REFUSE
  }
}
