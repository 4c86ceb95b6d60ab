package br.gov.sp.prefeitura.redeinfo.pilot.process;

import br.gov.sp.prefeitura.redeinfo.network.Persons;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.Draft;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.DraftService;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.Pilot;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.ProposalService;
import br.gov.sp.prefeitura.redeinfo.workflow.TaskFormData.TaskFormRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What the form of the task of writing shows: how the draft stands and what was asked. */
@Component
class ProposalTaskForm implements PilotTaskForm {

  private final DraftService drafts;
  private final ProposalService proposals;
  private final PastOnForm past;
  private final Persons persons;
  private final PilotWords texts;

  ProposalTaskForm(
      DraftService drafts,
      ProposalService proposals,
      PastOnForm past,
      Persons persons,
      PilotWords texts) {
    this.drafts = drafts;
    this.proposals = proposals;
    this.past = past;
    this.persons = persons;
    this.texts = texts;
  }

  @Override
  public Set<String> taskKeys() {
    return Set.of(PilotProjectProcess.TASK_WRITE);
  }

  @Override
  public Map<String, Object> dataFor(Pilot pilot, TaskFormRequest request) {
    Draft draft = drafts.current(pilot.id());
    int gaps = proposals.missing(pilot, draft.typed()).size();
    Map<String, Object> data = new HashMap<>();
    data.put("savedBy", persons.get(draft.savedBy()).name());
    data.put("savedAt", texts.moment(draft.savedAt()));
    data.put("gaps", texts.text("pilot.proposal.part-open", gaps));
    data.put("isComplete", gaps == 0);
    if (pilot.submission() > 0) {
      data.putAll(past.of(pilot, false));
    } else {
      data.put("comments", List.of());
      data.put("hasComments", false);
      data.put("history", List.of());
      data.put("hasHistory", false);
    }
    return data;
  }
}
