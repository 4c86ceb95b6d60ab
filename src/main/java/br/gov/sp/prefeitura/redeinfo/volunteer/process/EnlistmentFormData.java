package br.gov.sp.prefeitura.redeinfo.volunteer.process;

import br.gov.sp.prefeitura.redeinfo.network.Bodies;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import br.gov.sp.prefeitura.redeinfo.volunteer.domain.Enlistment;
import br.gov.sp.prefeitura.redeinfo.volunteer.domain.EnlistmentDecisions;
import br.gov.sp.prefeitura.redeinfo.workflow.TaskFormData;
import br.gov.sp.prefeitura.redeinfo.workflow.TaskInbox;
import br.gov.sp.prefeitura.redeinfo.workflow.TaskInbox.OpenTask;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What the form of {@code volunteer-enlistment} shows, read when it is opened; in pt-BR. */
@Component
class EnlistmentFormData implements TaskFormData {

  private static final Locale LANGUAGE = Locale.forLanguageTag("pt-BR");
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("dd/MM/yyyy, HH:mm").withZone(SaoPaulo.ZONE);

  private final EnlistmentDecisions enlistments;
  private final Bodies bodies;
  private final TaskInbox inbox;
  private final MessageSource messages;

  EnlistmentFormData(
      EnlistmentDecisions enlistments, Bodies bodies, TaskInbox inbox, MessageSource messages) {
    this.enlistments = enlistments;
    this.bodies = bodies;
    this.inbox = inbox;
    this.messages = messages;
  }

  @Override
  public String processKey() {
    return VolunteerEnlistmentProcess.KEY;
  }

  @Override
  public Map<String, Object> dataFor(TaskFormRequest request) {
    Enlistment enlistment = enlistments.get(Long.parseLong(request.businessKey()));
    Map<String, Object> data = new HashMap<>();
    data.put("bodyName", bodies.get(enlistment.bodyId()).name());
    data.put("applicant", enlistment.name());
    data.put("email", enlistment.email());
    data.put("unit", enlistment.unit());
    data.put("bond", text("bond." + enlistment.bond().name()));
    data.put("interest", text("volunteer.interest." + enlistment.interest()));
    data.put("motivation", enlistment.motivation());
    data.put("confirmedOn", MOMENT.format(enlistment.confirmedAt()));
    data.put(
        "deadline",
        inbox.findOpen(request.taskId()).map(OpenTask::dueAt).map(MOMENT::format).orElse(""));
    return data;
  }

  private String text(String key) {
    return messages.getMessage(key, null, LANGUAGE);
  }
}
