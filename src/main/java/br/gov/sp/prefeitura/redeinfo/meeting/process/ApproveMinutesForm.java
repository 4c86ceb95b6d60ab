package br.gov.sp.prefeitura.redeinfo.meeting.process;

import br.gov.sp.prefeitura.redeinfo.meeting.domain.Meeting;
import br.gov.sp.prefeitura.redeinfo.meeting.domain.Minutes.Remark;
import br.gov.sp.prefeitura.redeinfo.meeting.domain.Minutes.Version;
import br.gov.sp.prefeitura.redeinfo.meeting.domain.MinutesContent;
import br.gov.sp.prefeitura.redeinfo.meeting.domain.MinutesContent.Attendance;
import br.gov.sp.prefeitura.redeinfo.meeting.domain.MinutesDesk;
import br.gov.sp.prefeitura.redeinfo.network.Bodies;
import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.network.Persons;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import br.gov.sp.prefeitura.redeinfo.workflow.TaskFormData.TaskFormRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What who approves minutes reads: the minutes, and the remarks with their answers. */
@Component
class ApproveMinutesForm implements MeetingTaskForm {

  private final MinutesDesk minutes;
  private final Bodies bodies;
  private final Persons persons;

  ApproveMinutesForm(MinutesDesk minutes, Bodies bodies, Persons persons) {
    this.minutes = minutes;
    this.bodies = bodies;
    this.persons = persons;
  }

  @Override
  public Set<String> taskKeys() {
    return Set.of(NetworkMeetingProcess.TASK_APPROVE_MINUTES);
  }

  @Override
  public Map<String, Object> dataFor(Meeting meeting, TaskFormRequest request) {
    List<Version> versions = minutes.versions(meeting.id());
    Version version = versions.get(versions.size() - 1);
    MinutesContent content = version.content();
    List<Remark> remarks =
        minutes.remarks(meeting.id()).stream()
            .filter(remark -> remark.number() == version.number())
            .toList();
    Map<String, Object> data = new HashMap<>();
    data.put("version", version.number());
    data.put("heldAt", content.place());
    data.put("coordinator", content.coordinator());
    data.put("secretary", content.secretary());
    data.put("attendance", attendance(content));
    data.put("items", content.items().stream().map(ApproveMinutesForm::item).toList());
    data.put("other", text(content.other()));
    data.put("hasOther", content.other() != null);
    data.put("followUps", followUps(content));
    data.put("hasFollowUps", !content.followUps().isEmpty());
    data.put("remarks", remarks(remarks));
    data.put("hasRemarks", !remarks.isEmpty());
    return data;
  }

  private static String attendance(MinutesContent content) {
    Attendance attendance = content.attendance();
    return "%d presentes, %d ausentes, %d ausências justificadas, %d outros e %d convidados"
        .formatted(
            attendance.present(),
            attendance.absent(),
            attendance.justified(),
            attendance.others(),
            content.guests().size());
  }

  private static Map<String, Object> item(MinutesContent.Item item) {
    return Map.of(
        "title", item.title(),
        "discussion", item.discussion(),
        "decision", text(item.decision()));
  }

  private List<Map<String, Object>> followUps(MinutesContent content) {
    Map<Long, Body> known =
        bodies.byId(
            content.followUps().stream().map(MinutesContent.Line::bodyId).distinct().toList());
    return content.followUps().stream()
        .map(
            line ->
                Map.<String, Object>of(
                    "text", line.text(),
                    "body", known.get(line.bodyId()).acronym(),
                    "due", SaoPaulo.DAY.format(line.dueOn())))
        .toList();
  }

  private List<Map<String, Object>> remarks(List<Remark> remarks) {
    Map<Long, Person> people =
        persons.byId(
            remarks.stream().map(Remark::madeBy).filter(Objects::nonNull).distinct().toList());
    return remarks.stream()
        .map(
            remark ->
                Map.<String, Object>of(
                    "who",
                    remark.madeBy() == null ? "" : people.get(remark.madeBy()).name(),
                    "about",
                    remark.item() == null ? "A ata toda" : "Ponto " + remark.item(),
                    "text",
                    remark.text(),
                    "answer",
                    text(remark.answer())))
        .toList();
  }

  private static String text(String value) {
    return value == null ? "" : value;
  }
}
