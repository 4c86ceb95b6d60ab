package br.gov.sp.prefeitura.redeinfo.meeting.process;

import br.gov.sp.prefeitura.redeinfo.meeting.domain.Meeting;
import br.gov.sp.prefeitura.redeinfo.meeting.domain.MeetingKinds;
import br.gov.sp.prefeitura.redeinfo.meeting.domain.MeetingLife;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import br.gov.sp.prefeitura.redeinfo.workflow.TaskFormData;
import br.gov.sp.prefeitura.redeinfo.workflow.TaskInbox;
import br.gov.sp.prefeitura.redeinfo.workflow.TaskInbox.OpenTask;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * What the forms of {@code network-meeting} show, read when they are opened: which meeting it is,
 * and what the form's {@link MeetingTaskForm} adds; in pt-BR as they are.
 */
@Component
class MeetingFormData implements TaskFormData {

  static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("dd/MM/yyyy, HH:mm").withZone(SaoPaulo.ZONE);

  private final MeetingLife life;
  private final MeetingKinds kinds;
  private final TaskInbox inbox;
  private final List<MeetingTaskForm> forms;

  MeetingFormData(
      MeetingLife life, MeetingKinds kinds, TaskInbox inbox, List<MeetingTaskForm> forms) {
    this.life = life;
    this.kinds = kinds;
    this.inbox = inbox;
    this.forms = List.copyOf(forms);
  }

  @Override
  public String processKey() {
    return NetworkMeetingProcess.KEY;
  }

  @Override
  public Map<String, Object> dataFor(TaskFormRequest request) {
    Meeting meeting = life.get(Long.parseLong(request.businessKey()));
    Map<String, Object> data = new HashMap<>();
    data.put("title", meeting.title());
    data.put("kindName", kinds.get(meeting.kind()).namePt());
    data.put("when", MOMENT.format(meeting.startsAt()));
    data.put("place", place(meeting));
    data.put("meetingId", meeting.id());
    data.put(
        "deadline",
        inbox.findOpen(request.taskId()).map(OpenTask::dueAt).map(MOMENT::format).orElse(""));
    forms.stream()
        .filter(form -> form.taskKeys().contains(request.taskKey()))
        .forEach(form -> data.putAll(form.dataFor(meeting, request)));
    return data;
  }

  private static String place(Meeting meeting) {
    return Stream.of(meeting.place(), meeting.link())
        .filter(Objects::nonNull)
        .collect(Collectors.joining(" · "));
  }
}
