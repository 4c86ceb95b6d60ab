package br.gov.sp.prefeitura.redeinfo.pilot.process;

import br.gov.sp.prefeitura.redeinfo.network.Bodies;
import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.Pilot;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.PilotDesk;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import br.gov.sp.prefeitura.redeinfo.workflow.TaskFormData;
import br.gov.sp.prefeitura.redeinfo.workflow.TaskInbox;
import br.gov.sp.prefeitura.redeinfo.workflow.TaskInbox.OpenTask;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * What the forms of {@code pilot-project} show, read when they are opened: whose project it is, and
 * what the form's {@link PilotTaskForm} adds.
 */
@Component
class PilotFormData implements TaskFormData {

  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("dd/MM/yyyy, HH:mm").withZone(SaoPaulo.ZONE);

  private final PilotDesk desk;
  private final Bodies bodies;
  private final TaskInbox inbox;
  private final List<PilotTaskForm> forms;

  PilotFormData(PilotDesk desk, Bodies bodies, TaskInbox inbox, List<PilotTaskForm> forms) {
    this.desk = desk;
    this.bodies = bodies;
    this.inbox = inbox;
    this.forms = List.copyOf(forms);
  }

  @Override
  public String processKey() {
    return PilotProjectProcess.KEY;
  }

  @Override
  public Map<String, Object> dataFor(TaskFormRequest request) {
    Pilot pilot = desk.get(Long.parseLong(request.businessKey()));
    Body body = bodies.get(pilot.bodyId());
    Map<String, Object> data = new HashMap<>();
    data.put("title", pilot.title());
    data.put("bodyName", body.name());
    data.put("bodyAcronym", body.acronym());
    data.put("pilotId", pilot.id());
    data.put(
        "deadline",
        inbox.findOpen(request.taskId()).map(OpenTask::dueAt).map(MOMENT::format).orElse(""));
    forms.stream()
        .filter(form -> form.taskKeys().contains(request.taskKey()))
        .forEach(form -> data.putAll(form.dataFor(pilot, request)));
    return data;
  }
}
