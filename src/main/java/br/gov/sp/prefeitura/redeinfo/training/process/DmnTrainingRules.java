package br.gov.sp.prefeitura.redeinfo.training.process;

import static br.gov.sp.prefeitura.redeinfo.training.process.TrainingEnrollmentProcess.DECISION_COMPLETION;
import static br.gov.sp.prefeitura.redeinfo.training.process.TrainingEnrollmentProcess.DECISION_ELIGIBILITY;

import br.gov.sp.prefeitura.redeinfo.training.domain.Participants.Outcome;
import br.gov.sp.prefeitura.redeinfo.training.domain.TrainingRules;
import br.gov.sp.prefeitura.redeinfo.workflow.DecisionTables;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The rules as two decision tables, in their latest version. */
@Component
class DmnTrainingRules implements TrainingRules {

  private final DecisionTables tables;

  DmnTrainingRules(DecisionTables tables) {
    this.tables = tables;
  }

  @Override
  public List<String> against(Candidate candidate) {
    return tables
        .evaluateLatest(
            DECISION_ELIGIBILITY,
            Map.of(
                "enrolling", candidate.enrolling(),
                "audience", candidate.audience().name(),
                "focalPointOfTrack", candidate.focalPointOfTrack(),
                "focalPoint", candidate.focalPoint(),
                "volunteer", candidate.volunteer(),
                "bodyExists", candidate.bodyExists(),
                "bodyFull", candidate.bodyFull()))
        .stream()
        .map(row -> row.get("reasonCode").toString())
        .toList();
  }

  @Override
  public List<Outcome> outcomes(CompletionFacts facts) {
    return tables
        .evaluateLatest(
            DECISION_COMPLETION,
            Map.of(
                "attendancePercent", facts.attendancePercent(),
                "minimumAttendance", facts.minimumAttendance(),
                "mandatoryMissed", facts.mandatoryMissed(),
                "activityMissing", facts.activityMissing()))
        .stream()
        .map(row -> Outcome.valueOf(row.get("outcome").toString()))
        .toList();
  }
}
