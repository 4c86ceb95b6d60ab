package br.gov.sp.prefeitura.redeinfo.meeting.process;

import br.gov.sp.prefeitura.redeinfo.meeting.domain.FollowUp;
import br.gov.sp.prefeitura.redeinfo.meeting.domain.FollowUpEvent;
import br.gov.sp.prefeitura.redeinfo.meeting.domain.FollowUpEvent.Kind;
import br.gov.sp.prefeitura.redeinfo.meeting.domain.FollowUpOwners;
import br.gov.sp.prefeitura.redeinfo.meeting.domain.FollowUpService;
import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.network.Persons;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import br.gov.sp.prefeitura.redeinfo.workflow.TaskFormData;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** What the forms of {@code meeting-follow-up} show, read when they are opened; in pt-BR. */
@Component
class FollowUpFormData implements TaskFormData {

  private static final Map<Kind, String> KINDS =
      Map.of(
          Kind.OPENED, "Aberto com a ata aprovada",
          Kind.POSTPONED, "Pediu mais prazo",
          Kind.BLOCKED, "Disse que não pode ser cumprido",
          Kind.GIVEN, "Dado a outro responsável ou prazo",
          Kind.OWNER_LEFT, "Quem respondia saiu do órgão",
          Kind.DONE, "Cumprido",
          Kind.DROPPED, "Encerrado sem cumprir");

  private final FollowUpService followUps;
  private final FollowUpOwners owners;
  private final Persons persons;

  FollowUpFormData(FollowUpService followUps, FollowUpOwners owners, Persons persons) {
    this.followUps = followUps;
    this.owners = owners;
    this.persons = persons;
  }

  @Override
  public String processKey() {
    return MeetingFollowUpProcess.KEY;
  }

  @Override
  public Map<String, Object> dataFor(TaskFormRequest request) {
    FollowUp followUp = followUps.get(Long.parseLong(request.businessKey()));
    Body body = owners.body(followUp);
    List<FollowUpEvent> events = followUps.events(followUp.id());
    Map<Long, Person> people =
        persons.byId(
            events.stream().map(FollowUpEvent::by).filter(Objects::nonNull).distinct().toList());
    Map<String, Object> data = new HashMap<>();
    data.put("followUpId", followUp.id());
    data.put("bodyName", body.name());
    data.put("text", followUp.text());
    data.put("meetingTitle", followUp.meetingTitle());
    data.put("meetingDay", day(followUp.meetingAt()));
    data.put(
        "owner", owners.personOf(followUp).map(Person::name).orElse("gabinete " + body.acronym()));
    data.put("deadline", SaoPaulo.DAY.format(followUp.dueOn()));
    data.put("isLate", followUp.isLate());
    List<Map<String, Object>> history = history(events, people);
    data.put("history", history);
    data.put("hasHistory", !history.isEmpty());
    if (MeetingFollowUpProcess.TASK_REVIEW.equals(request.taskKey())) {
      data.put("owners", choices(followUp));
      events.stream()
          .filter(event -> event.kind() == Kind.BLOCKED)
          .reduce((first, second) -> second)
          .ifPresent(
              event -> {
                data.put("blockedBy", name(people, event.by()));
                data.put("blockedReason", event.note());
              });
    }
    return data;
  }

  /** What is worth telling: that it was opened is not. */
  private static List<Map<String, Object>> history(
      List<FollowUpEvent> events, Map<Long, Person> people) {
    return events.stream()
        .filter(event -> event.kind() != Kind.OPENED)
        .map(
            event ->
                Map.<String, Object>of(
                    "at", day(event.at()),
                    "who", name(people, event.by()),
                    "what", KINDS.get(event.kind()),
                    "note", event.note() == null ? "" : event.note()))
        .toList();
  }

  private List<Map<String, Object>> choices(FollowUp followUp) {
    return owners.choices(followUp.bodyId()).stream()
        .map(
            choice ->
                Map.<String, Object>of(
                    "value",
                    choice.value(),
                    "label",
                    choice.personId() == null ? "Gabinete: " + choice.name() : choice.name()))
        .toList();
  }

  private static String name(Map<Long, Person> people, Long id) {
    Person person = id == null ? null : people.get(id);
    return person == null ? "" : person.name();
  }

  private static String day(Instant moment) {
    return SaoPaulo.DAY.format(LocalDate.ofInstant(moment, SaoPaulo.ZONE));
  }
}
