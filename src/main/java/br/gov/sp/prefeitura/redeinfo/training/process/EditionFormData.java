package br.gov.sp.prefeitura.redeinfo.training.process;

import br.gov.sp.prefeitura.redeinfo.attendance.AttendanceSheets.Counts;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.network.Persons;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import br.gov.sp.prefeitura.redeinfo.training.domain.CertificationService;
import br.gov.sp.prefeitura.redeinfo.training.domain.Edition;
import br.gov.sp.prefeitura.redeinfo.training.domain.EditionCertification;
import br.gov.sp.prefeitura.redeinfo.training.domain.EditionDesk;
import br.gov.sp.prefeitura.redeinfo.training.domain.EditionDesk.Overview;
import br.gov.sp.prefeitura.redeinfo.training.domain.Participants;
import br.gov.sp.prefeitura.redeinfo.training.domain.Session;
import br.gov.sp.prefeitura.redeinfo.workflow.TaskFormData;
import br.gov.sp.prefeitura.redeinfo.workflow.TaskInbox;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What the forms of {@code training-edition} show, read when they are opened; in pt-BR. */
@Component
class EditionFormData implements TaskFormData {

  private static final Locale LANGUAGE = Locale.forLanguageTag("pt-BR");
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("dd/MM/yyyy, HH:mm").withZone(SaoPaulo.ZONE);

  private final EditionDesk desk;
  private final Participants participants;
  private final CertificationService certification;
  private final TaskInbox inbox;
  private final Persons persons;
  private final MessageSource messages;

  EditionFormData(
      EditionDesk desk,
      Participants participants,
      CertificationService certification,
      TaskInbox inbox,
      Persons persons,
      MessageSource messages) {
    this.desk = desk;
    this.participants = participants;
    this.certification = certification;
    this.inbox = inbox;
    this.persons = persons;
    this.messages = messages;
  }

  @Override
  public String processKey() {
    return TrainingEditionProcess.KEY;
  }

  @Override
  public Map<String, Object> dataFor(TaskFormRequest request) {
    Edition edition = desk.get(Long.parseLong(request.businessKey()));
    Overview overview = desk.overview(edition);
    Map<String, Object> data = new HashMap<>();
    data.put("edition", edition.title());
    data.put("editionId", edition.id());
    data.put("minimumAttendance", edition.minimumAttendance());
    data.put(
        "deadline",
        inbox
            .findOpen(request.taskId())
            .map(TaskInbox.OpenTask::dueAt)
            .map(EditionFormData::moment)
            .orElse(""));
    data.put("sessions", overview.sessions().stream().map(s -> session(overview, s)).toList());
    data.put("outcomes", outcomes(edition.id()));
    List<Map<String, Object>> decisions = decisions(edition.id());
    data.put("decisions", decisions);
    data.put("hasDecisions", !decisions.isEmpty());
    return data;
  }

  private Map<String, Object> session(Overview overview, Session session) {
    Map<String, Object> row = new HashMap<>();
    row.put("title", session.title());
    row.put("when", moment(session.startsAt()));
    row.put("state", text("training.session." + session.state()));
    Counts counts = Objects.requireNonNullElse(overview.sheet(session), new Counts(0, 0, 0, 0));
    row.put("present", counts.present());
    row.put("absent", counts.absent());
    row.put("justified", counts.justified());
    return row;
  }

  private List<Map<String, Object>> outcomes(long editionId) {
    return participants.outcomes(editionId).entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(
            entry ->
                Map.<String, Object>of(
                    "outcome", text("training.outcome." + entry.getKey()),
                    "people", entry.getValue()))
        .toList();
  }

  private List<Map<String, Object>> decisions(long editionId) {
    List<EditionCertification> decisions = certification.history(editionId);
    Map<Long, Person> people =
        persons.byId(
            decisions.stream().map(EditionCertification::decidedBy).collect(Collectors.toSet()));
    return decisions.stream()
        .map(
            decision ->
                Map.<String, Object>of(
                    "at", moment(decision.decidedAt()),
                    "who", people.get(decision.decidedBy()).name(),
                    "what", text("training.certification." + decision.outcome()),
                    "reason", Objects.toString(decision.reason(), "")))
        .toList();
  }

  private static String moment(Instant moment) {
    return MOMENT.format(moment);
  }

  private String text(String key) {
    return messages.getMessage(key, null, LANGUAGE);
  }
}
