package br.gov.sp.prefeitura.redeinfo.meeting.process;

import br.gov.sp.prefeitura.redeinfo.meeting.domain.Quarter;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import br.gov.sp.prefeitura.redeinfo.workflow.TaskFormData;
import br.gov.sp.prefeitura.redeinfo.workflow.TaskInbox;
import br.gov.sp.prefeitura.redeinfo.workflow.TaskInbox.OpenTask;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What the form of {@code meeting-quarter} shows. */
@Component
class MeetingQuarterFormData implements TaskFormData {

  private final TaskInbox inbox;

  MeetingQuarterFormData(TaskInbox inbox) {
    this.inbox = inbox;
  }

  @Override
  public String processKey() {
    return MeetingQuarterProcess.KEY;
  }

  @Override
  public Map<String, Object> dataFor(TaskFormRequest request) {
    Quarter quarter = Quarter.parse(request.businessKey());
    return Map.of(
        "quarterName",
        quarter.number() + "º trimestre de " + quarter.year(),
        "lastDay",
        SaoPaulo.DAY.format(quarter.lastDay()),
        "deadline",
        inbox
            .findOpen(request.taskId())
            .map(OpenTask::dueAt)
            .map(MeetingFormData.MOMENT::format)
            .orElse(""));
  }
}
