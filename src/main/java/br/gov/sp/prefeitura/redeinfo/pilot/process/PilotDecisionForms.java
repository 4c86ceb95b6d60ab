package br.gov.sp.prefeitura.redeinfo.pilot.process;

import br.gov.sp.prefeitura.redeinfo.identity.Groups;
import br.gov.sp.prefeitura.redeinfo.network.Bodies;
import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.Partnership;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.PartnershipService;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.Pilot;
import br.gov.sp.prefeitura.redeinfo.workflow.EngineDirectory;
import br.gov.sp.prefeitura.redeinfo.workflow.TaskFormData.TaskFormRequest;
import br.gov.sp.prefeitura.redeinfo.workflow.TaskInbox;
import br.gov.sp.prefeitura.redeinfo.workflow.TaskInbox.OpenTask;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.TaskService;
import org.springframework.stereotype.Component;

/** What partners, heads and the coordination see when they decide on a proposal. */
@Component
class PilotDecisionForms implements PilotTaskForm {

  private final ProposalOnForm proposals;
  private final PastOnForm past;
  private final PartnershipService partnerships;
  private final EngineDirectory directory;
  private final TaskInbox inbox;
  private final TaskService tasks;
  private final Bodies bodies;
  private final PilotWords texts;

  PilotDecisionForms(
      ProposalOnForm proposals,
      PastOnForm past,
      PartnershipService partnerships,
      EngineDirectory directory,
      TaskInbox inbox,
      TaskService tasks,
      Bodies bodies,
      PilotWords texts) {
    this.proposals = proposals;
    this.past = past;
    this.partnerships = partnerships;
    this.directory = directory;
    this.inbox = inbox;
    this.tasks = tasks;
    this.bodies = bodies;
    this.texts = texts;
  }

  @Override
  public Set<String> taskKeys() {
    return Set.of(
        PilotProjectProcess.TASK_PARTNERSHIP,
        PilotProjectProcess.TASK_ENDORSE,
        PilotProjectProcess.TASK_REVIEW);
  }

  @Override
  public Map<String, Object> dataFor(Pilot pilot, TaskFormRequest request) {
    Map<String, Object> data = new HashMap<>(proposals.of(pilot));
    switch (request.taskKey()) {
      case PilotProjectProcess.TASK_PARTNERSHIP -> data.putAll(partnership(request));
      case PilotProjectProcess.TASK_ENDORSE -> {
        data.putAll(past.of(pilot, false));
        data.put("inPlaceOf", inPlaceOf(pilot, request));
      }
      default ->
          data.putAll(
              past.of(pilot, directory.groupsOf(request.userId()).contains(Groups.COORDINATION)));
    }
    return data;
  }

  private Map<String, Object> partnership(TaskFormRequest request) {
    Partnership partner =
        partnerships.get(
            (Long) tasks.getVariable(request.taskId(), PilotProjectProcess.Variables.PARTNER_ID));
    String name = partnerships.nameOf(partner);
    boolean byCoordination =
        offeredTo(request).stream().anyMatch(group -> group.equals(Groups.COORDINATION));
    return Map.of(
        "partnerName",
        name,
        "part",
        partner.part(),
        "onBehalf",
        byCoordination ? texts.text("pilot.form.on-behalf", name) : "");
  }

  /** In whose place the reader is asked, where the head does not decide. */
  private String inPlaceOf(Pilot pilot, TaskFormRequest request) {
    Body body = bodies.get(pilot.bodyId());
    List<String> offeredTo = offeredTo(request);
    if (offeredTo.contains(Groups.COORDINATION)) {
      return texts.text("pilot.form.in-place.coordination", body.acronym());
    }
    return offeredTo.contains(Groups.interimHead(body.slug()))
        ? texts.text("pilot.form.in-place.interim-head")
        : "";
  }

  private List<String> offeredTo(TaskFormRequest request) {
    return inbox.findOpen(request.taskId()).map(OpenTask::candidateGroups).orElse(List.of());
  }
}
