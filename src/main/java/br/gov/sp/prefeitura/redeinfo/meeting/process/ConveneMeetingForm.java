package br.gov.sp.prefeitura.redeinfo.meeting.process;

import br.gov.sp.prefeitura.redeinfo.meeting.domain.AgendaItem;
import br.gov.sp.prefeitura.redeinfo.meeting.domain.AgendaItem.State;
import br.gov.sp.prefeitura.redeinfo.meeting.domain.Agendas;
import br.gov.sp.prefeitura.redeinfo.meeting.domain.Meeting;
import br.gov.sp.prefeitura.redeinfo.workflow.TaskFormData.TaskFormRequest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What the coordination sees before it convenes: the agenda, and what is undecided of it. */
@Component
class ConveneMeetingForm implements MeetingTaskForm {

  private final Agendas agendas;

  ConveneMeetingForm(Agendas agendas) {
    this.agendas = agendas;
  }

  @Override
  public Set<String> taskKeys() {
    return Set.of(NetworkMeetingProcess.TASK_CONVENE);
  }

  @Override
  public Map<String, Object> dataFor(Meeting meeting, TaskFormRequest request) {
    List<AgendaItem> items = agendas.of(meeting.id());
    List<Map<String, Object>> rows =
        items.stream()
            .filter(item -> item.state() == State.ACCEPTED)
            .map(
                item ->
                    Map.<String, Object>of(
                        "item",
                        item.title(),
                        "minutes",
                        item.minutes() == null ? "" : item.minutes() + " min"))
            .toList();
    long undecided = items.stream().filter(item -> item.state() == State.PROPOSED).count();
    return Map.of(
        "agenda",
        rows,
        "hasAgenda",
        !rows.isEmpty(),
        "undecided",
        undecided,
        "hasUndecided",
        undecided > 0);
  }
}
