package br.gov.sp.prefeitura.redeinfo.training.process;

import br.gov.sp.prefeitura.redeinfo.network.Bodies;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.network.Persons;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import br.gov.sp.prefeitura.redeinfo.training.domain.BodyTraining;
import br.gov.sp.prefeitura.redeinfo.training.domain.BodyTrainingReports;
import br.gov.sp.prefeitura.redeinfo.workflow.TaskFormData;
import br.gov.sp.prefeitura.redeinfo.workflow.TaskInbox;
import br.gov.sp.prefeitura.redeinfo.workflow.TaskInbox.OpenTask;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * What the forms of {@code body-training} show, read when they are opened; in pt-BR as they are.
 */
@Component
class BodyTrainingFormData implements TaskFormData {

  private static final Locale LANGUAGE = Locale.forLanguageTag("pt-BR");
  private static final BigDecimal MINUTES = new BigDecimal(60);
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("dd/MM/yyyy, HH:mm").withZone(SaoPaulo.ZONE);

  private final BodyTrainingReports trainings;
  private final Bodies bodies;
  private final Persons persons;
  private final TaskInbox inbox;

  BodyTrainingFormData(
      BodyTrainingReports trainings, Bodies bodies, Persons persons, TaskInbox inbox) {
    this.trainings = trainings;
    this.bodies = bodies;
    this.persons = persons;
    this.inbox = inbox;
  }

  @Override
  public String processKey() {
    return BodyTrainingProcess.KEY;
  }

  @Override
  public Map<String, Object> dataFor(TaskFormRequest request) {
    BodyTraining training = trainings.get(Long.parseLong(request.businessKey()));
    Map<Long, Person> people = people(training);
    Map<String, Object> data = new HashMap<>();
    data.put("bodyName", bodies.get(training.bodyId()).name());
    data.put("title", training.title());
    data.put("day", SaoPaulo.DAY.format(training.day()));
    data.put("hours", inWords(training.minutes()));
    data.put("expected", training.expectedPeople());
    data.put("announcedBy", name(people, training.announcedBy()));
    data.put(
        "deadline",
        inbox.findOpen(request.taskId()).map(OpenTask::dueAt).map(MOMENT::format).orElse(""));
    if (BodyTrainingProcess.TASK_REPORT.equals(request.taskKey())) {
      askAgain(data, training);
    } else {
      show(data, training, people);
    }
    return data;
  }

  /** What was reported before, to be corrected rather than typed again. */
  private static void askAgain(Map<String, Object> data, BodyTraining training) {
    boolean returned = training.state() == BodyTraining.State.RETURNED;
    data.put("isReturned", returned);
    data.put("returnReason", returned ? training.reason() : "");
    if (returned) {
      data.put("held", "yes");
      data.put("people", training.people());
      data.put("reportedHours", hours(training.reportedMinutes()));
      data.put("summary", training.summary());
    }
  }

  private void show(Map<String, Object> data, BodyTraining training, Map<Long, Person> people) {
    data.put("people", training.people());
    data.put("reportedHours", inWords(training.reportedMinutes()));
    data.put("reportedBy", name(people, training.reportedBy()));
    data.put("reportedOn", moment(training.reportedAt()));
    data.put("summary", training.summary() == null ? "" : training.summary());
    data.put("hasSummary", training.summary() != null);
  }

  private Map<Long, Person> people(BodyTraining training) {
    List<Long> ids =
        Stream.of(training.announcedBy(), training.reportedBy()).filter(Objects::nonNull).toList();
    return persons.byId(ids);
  }

  private static String name(Map<Long, Person> people, Long id) {
    Person person = id == null ? null : people.get(id);
    return person == null ? "" : person.name();
  }

  private static String moment(Instant instant) {
    return instant == null ? "" : MOMENT.format(instant);
  }

  /** E.g. 1,5 hora, 4 horas: Portuguese counts in the plural from two on. */
  private static String inWords(int minutes) {
    BigDecimal hours = hours(minutes);
    String number = NumberFormat.getNumberInstance(LANGUAGE).format(hours);
    return number + (hours.compareTo(new BigDecimal(2)) < 0 ? " hora" : " horas");
  }

  private static BigDecimal hours(int minutes) {
    return new BigDecimal(minutes).divide(MINUTES, 1, RoundingMode.HALF_UP).stripTrailingZeros();
  }
}
