package br.gov.sp.prefeitura.redeinfo.pilot.process;

import br.gov.sp.prefeitura.redeinfo.pilot.domain.EvidenceCounts;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.Milestones;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.Pilot;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.ProgressReport;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.Proposal;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.Reports;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.Submissions;
import br.gov.sp.prefeitura.redeinfo.workflow.TaskFormData.TaskFormRequest;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The completion checked and the results evaluated: what was promised beside what was done. */
@Component
class ConclusionTaskForm implements PilotTaskForm {

  private final Submissions submissions;
  private final Milestones milestones;
  private final Reports reports;
  private final EvidenceCounts evidence;
  private final ExecutionFormWords words;

  ConclusionTaskForm(
      Submissions submissions,
      Milestones milestones,
      Reports reports,
      EvidenceCounts evidence,
      ExecutionFormWords words) {
    this.submissions = submissions;
    this.milestones = milestones;
    this.reports = reports;
    this.evidence = evidence;
    this.words = words;
  }

  @Override
  public Set<String> taskKeys() {
    return Set.of(PilotProjectProcess.TASK_REVIEW_COMPLETION, PilotProjectProcess.TASK_EVALUATE);
  }

  @Override
  public Map<String, Object> dataFor(Pilot pilot, TaskFormRequest request) {
    Proposal proposal = submissions.latest(pilot.id()).orElseThrow().proposal();
    Map<String, Object> data = new HashMap<>();
    data.put("sponsor", words.sponsor(pilot.sponsorId()));
    data.put("evidence", evidence.ofPilot(pilot.id()));
    data.put("percent", pilot.percent());
    data.put("baseline", ExecutionFormWords.orEmpty(proposal.baseline()));
    data.put("deliverables", ExecutionFormWords.orEmpty(proposal.deliverables()));
    data.put("indicators", ExecutionFormWords.orEmpty(proposal.indicators()));
    data.put(
        "summary",
        reports.of(pilot.id()).stream().findFirst().map(ProgressReport::summary).orElse(""));
    data.put("milestones", milestones.of(pilot.id()).stream().map(words::row).toList());
    return data;
  }
}
