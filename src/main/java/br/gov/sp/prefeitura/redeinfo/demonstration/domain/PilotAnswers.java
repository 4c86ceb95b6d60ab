package br.gov.sp.prefeitura.redeinfo.demonstration.domain;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The tasks of a pilot, and what people answer in their forms. */
final class PilotAnswers {

  static final String WRITE = "userTask_WriteProposal";
  static final String CONFIRM_PARTNERSHIP = "userTask_ConfirmPartnership";
  static final String ENDORSE = "userTask_EndorsePilot";
  static final String REVIEW = "userTask_ReviewPilot";
  static final String VOTE = "userTask_VoteOnPilot";
  static final String RESOLVE = "userTask_ResolveBallot";
  static final String SCHEDULE = "userTask_SchedulePresentation";
  static final String RECORD_PRESENTATION = "userTask_RecordPresentation";
  static final String START = "userTask_StartExecution";
  static final String REPORT = "userTask_ReportProgress";
  static final String REVIEW_REPORT = "userTask_ReviewReport";
  static final String REVIEW_COMPLETION = "userTask_ReviewCompletion";
  static final String EVALUATE = "userTask_EvaluatePilot";

  /** What the coordination checks. */
  private static final List<String> POINTS =
      List.of(
          "problem",
          "contribution",
          "publicElement",
          "milestones",
          "indicators",
          "feasibility",
          "data");

  private PilotAnswers() {}

  static Map<String, Object> endorse() {
    return Map.of("endorsement", "endorse");
  }

  static Map<String, Object> refuse(String reason) {
    return Map.of("endorsement", "refuse", "refuseReason", reason);
  }

  static Map<String, Object> forward(String opinion) {
    return review("forward", opinion, Map.of());
  }

  /**
   * @param comments what is missing, by point
   */
  static Map<String, Object> review(String outcome, String opinion, Map<String, String> comments) {
    Map<String, Object> values = new HashMap<>();
    values.put("review", outcome);
    values.put("opinion", opinion);
    for (String point : POINTS) {
      String comment = comments.get(point);
      values.put(point + "Verdict", comment == null ? "MET" : "PARTLY");
      if (comment != null) {
        values.put(point + "Comment", comment);
      }
    }
    return values;
  }

  static Map<String, Object> vote(String vote) {
    return vote.equals("AGAINST")
        ? Map.of("vote", vote, "againstReason", "O custo de manter não está coberto na proposta.")
        : Map.of("vote", vote);
  }

  static Map<String, Object> shelve(String reason) {
    return Map.of("resolution", "shelve", "resolutionReason", reason);
  }

  static Map<String, Object> presentation(LocalDateTime startsAt, String place) {
    return Map.of("startsAt", startsAt.toString(), "place", place);
  }

  static Map<String, Object> presented() {
    return Map.of("held", "yes");
  }

  static Map<String, Object> start(LocalDate day) {
    return Map.of("day", day.toString());
  }

  static Map<String, Object> report(String summary, String risk, boolean finished) {
    return Map.of("summary", summary, "risk", risk, "helpWanted", false, "finished", finished);
  }

  static Map<String, Object> accept() {
    return Map.of("decision", "accept");
  }

  static Map<String, Object> evaluation(String text, String lessons) {
    return Map.of(
        "completion", "SUBSTANTIAL", "earlyResults", "MAJOR", "text", text, "lessons", lessons);
  }
}
