package br.gov.sp.prefeitura.redeinfo.pilot.process;

import br.gov.sp.prefeitura.redeinfo.pilot.domain.EvidenceCounts;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.Pilot;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.ProgressReport;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.Reports;
import br.gov.sp.prefeitura.redeinfo.workflow.TaskFormData.TaskFormRequest;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** A progress report written, and read by the coordination. */
@Component
class ReportTaskForm implements PilotTaskForm {

  private final Reports reports;
  private final EvidenceCounts evidence;
  private final ExecutionFormWords words;

  ReportTaskForm(Reports reports, EvidenceCounts evidence, ExecutionFormWords words) {
    this.reports = reports;
    this.evidence = evidence;
    this.words = words;
  }

  @Override
  public Set<String> taskKeys() {
    return Set.of(PilotProjectProcess.TASK_REPORT, PilotProjectProcess.TASK_REVIEW_REPORT);
  }

  @Override
  public Map<String, Object> dataFor(Pilot pilot, TaskFormRequest request) {
    ProgressReport report = reports.open(pilot.id()).orElseThrow();
    Map<String, Object> data = new HashMap<>();
    data.put("number", report.number());
    data.put("evidence", evidence.ofReport(report.id()));
    data.put("milestones", reports.milestonesOf(report.id()).stream().map(words::row).toList());
    data.put("reviewer", words.name(report.reviewedBy()));
    data.put("reviewedOn", ExecutionFormWords.day(report.reviewedAt()));
    data.put("summary", ExecutionFormWords.orEmpty(report.summary()));
    data.put("riskText", ExecutionFormWords.orEmpty(report.riskText()));
    data.put("helpText", ExecutionFormWords.orEmpty(report.helpText()));
    if (request.taskKey().equals(PilotProjectProcess.TASK_REPORT)) {
      toWrite(data, report);
    } else {
      toReview(data, report);
    }
    return data;
  }

  /** The inputs hold what was saved so far. */
  private void toWrite(Map<String, Object> data, ProgressReport report) {
    data.put("isReturned", report.state() == ProgressReport.State.RETURNED);
    data.put("review", ExecutionFormWords.orEmpty(report.review()));
    data.put("isSaved", report.savedAt() != null);
    data.put("savedBy", words.name(report.savedBy()));
    data.put("savedOn", ExecutionFormWords.moment(report.savedAt()));
    data.put("risk", report.risk() == null ? null : report.risk().name());
    data.put("helpWanted", report.helpWanted());
    data.put("finished", report.finished());
  }

  private void toReview(Map<String, Object> data, ProgressReport report) {
    data.put("submittedBy", words.name(report.submittedBy()));
    data.put("submittedOn", ExecutionFormWords.moment(report.submittedAt()));
    data.put("percent", report.percent());
    data.put("risk", words.text("pilot.risk." + report.risk()));
    data.put("isFinished", report.finished());
    data.put("hasRiskText", report.riskText() != null);
    data.put("hasHelpText", report.helpWanted());
    data.put("hasReview", report.review() != null);
    data.put("earlierReview", ExecutionFormWords.orEmpty(report.review()));
  }
}
