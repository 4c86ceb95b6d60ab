package br.gov.sp.prefeitura.redeinfo.pilot.process;

import br.gov.sp.prefeitura.redeinfo.pilot.domain.Pilot;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.PilotDeadlines;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.Presentation;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.Presentations;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.Proposal.PlannedMilestone;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.Submissions;
import br.gov.sp.prefeitura.redeinfo.workflow.TaskFormData.TaskFormRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The presentation scheduled and recorded, and the execution begun. */
@Component
class PresentationTaskForm implements PilotTaskForm {

  private final Presentations presentations;
  private final Submissions submissions;
  private final PilotDeadlines deadlines;
  private final ExecutionFormWords words;

  PresentationTaskForm(
      Presentations presentations,
      Submissions submissions,
      PilotDeadlines deadlines,
      ExecutionFormWords words) {
    this.presentations = presentations;
    this.submissions = submissions;
    this.deadlines = deadlines;
    this.words = words;
  }

  @Override
  public Set<String> taskKeys() {
    return Set.of(
        PilotProjectProcess.TASK_SCHEDULE,
        PilotProjectProcess.TASK_RECORD_PRESENTATION,
        PilotProjectProcess.TASK_START);
  }

  @Override
  public Map<String, Object> dataFor(Pilot pilot, TaskFormRequest request) {
    List<Presentation> all = presentations.of(pilot.id());
    Map<String, Object> data = new HashMap<>();
    data.put("sponsor", words.sponsor(pilot.sponsorId()));
    switch (request.taskKey()) {
      case PilotProjectProcess.TASK_SCHEDULE -> {
        data.put("hasPresentations", !all.isEmpty());
        data.put("presentations", all.stream().map(this::row).toList());
      }
      case PilotProjectProcess.TASK_RECORD_PRESENTATION -> toRecord(data, all.get(0));
      default -> toStart(data, pilot);
    }
    return data;
  }

  private static void toRecord(Map<String, Object> data, Presentation latest) {
    data.put("when", ExecutionFormWords.moment(latest.startsAt()));
    data.put("place", latest.place());
    data.put("hasAuthorities", latest.authorities() != null);
    data.put("authorities", ExecutionFormWords.orEmpty(latest.authorities()).replace("\n", "; "));
  }

  private void toStart(Map<String, Object> data, Pilot pilot) {
    data.put("presentedOn", ExecutionFormWords.day(pilot.stateSince()));
    data.put("nextReport", ExecutionFormWords.day(deadlines.nextReport()));
    data.put(
        "milestones",
        submissions.latest(pilot.id()).orElseThrow().proposal().milestones().stream()
            .map(this::row)
            .toList());
  }

  private Map<String, Object> row(Presentation presentation) {
    String what =
        presentation.movedAt() != null ? "moved" : presentation.isOpen() ? "open" : "not-held";
    return Map.of(
        "when", ExecutionFormWords.moment(presentation.startsAt()),
        "place", presentation.place(),
        "what", words.text("pilot.presentation." + what));
  }

  private Map<String, Object> row(PlannedMilestone milestone) {
    return Map.of(
        "title", milestone.title(),
        "planned", words.period(milestone.start(), milestone.end()),
        "responsible", ExecutionFormWords.orEmpty(milestone.responsible()));
  }
}
