package br.gov.sp.prefeitura.redeinfo.training.web;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson;
import br.gov.sp.prefeitura.redeinfo.network.Bodies;
import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.network.Persons;
import br.gov.sp.prefeitura.redeinfo.shared.documents.PdfDocuments;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import br.gov.sp.prefeitura.redeinfo.shared.web.Csv;
import br.gov.sp.prefeitura.redeinfo.shared.web.Dates;
import br.gov.sp.prefeitura.redeinfo.training.domain.BodyTrainingQueries;
import br.gov.sp.prefeitura.redeinfo.training.domain.BodyTrainingQueries.Totals;
import br.gov.sp.prefeitura.redeinfo.training.domain.TrainingRecords;
import br.gov.sp.prefeitura.redeinfo.training.domain.TrainingRecords.Attended;
import br.gov.sp.prefeitura.redeinfo.training.domain.TrainingRecords.BodyHours;
import br.gov.sp.prefeitura.redeinfo.training.domain.TrainingRecords.YearlyRecord;
import java.time.Clock;
import java.time.Year;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * One's own trainings of a year, to look at and to keep; hours by body for the coordination and the
 * auditors (see {@code Routes}).
 */
@Controller
class TrainingRecordController {

  private static final int FIRST_YEAR = 2000;

  /** It goes into a file of the city, whatever language the person reads. */
  private static final Locale PORTUGUESE = Locale.forLanguageTag("pt-BR");

  private final TrainingRecords records;
  private final BodyTrainingQueries bodyTrainings;
  private final PdfDocuments documents;
  private final CurrentPerson currentPerson;
  private final Persons persons;
  private final Bodies bodies;
  private final BodyTrainingWords words;
  private final Dates dates;
  private final Clock clock;

  TrainingRecordController(
      TrainingRecords records,
      BodyTrainingQueries bodyTrainings,
      PdfDocuments documents,
      CurrentPerson currentPerson,
      Persons persons,
      Bodies bodies,
      BodyTrainingWords words,
      Dates dates,
      Clock clock) {
    this.records = records;
    this.bodyTrainings = bodyTrainings;
    this.documents = documents;
    this.currentPerson = currentPerson;
    this.persons = persons;
    this.bodies = bodies;
    this.words = words;
    this.dates = dates;
    this.clock = clock;
  }

  @GetMapping("/trainings/record")
  String record(@RequestParam(required = false) Integer year, Model model) {
    long person = currentPerson.require().personId();
    YearlyRecord record = records.of(person, yearOr(year));
    model.addAttribute("record", record);
    model.addAttribute(
        "years",
        Stream.concat(Stream.of(record.year(), thisYear()), records.years(person).stream())
            .distinct()
            .sorted(Comparator.reverseOrder())
            .toList());
    return "training-record/record";
  }

  @GetMapping("/trainings/record.pdf")
  ResponseEntity<byte[]> pdf(@RequestParam(required = false) Integer year) {
    Person person = persons.get(currentPerson.require().personId());
    YearlyRecord record = records.of(person.id(), yearOr(year));
    byte[] pdf =
        documents.render(
            "training-record",
            PORTUGUESE,
            Map.of(
                "person",
                person,
                "body",
                bodies.get(person.bodyId()),
                "record",
                record,
                "hours",
                words.hours(record.minutes(), PORTUGUESE),
                "lines",
                record.trainings().stream().map(this::line).toList(),
                "printedOn",
                SaoPaulo.DAY.format(SaoPaulo.today(clock))));
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_PDF)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename("formacoes-" + record.year() + ".pdf")
                .build()
                .toString())
        .body(pdf);
  }

  /** As the paper says it. */
  private Line line(Attended training) {
    String from = SaoPaulo.DAY.format(training.from());
    String to = SaoPaulo.DAY.format(training.to());
    return new Line(
        training.title(),
        from.equals(to) ? from : from + " a " + to,
        training.sessions(),
        words.hours(training.minutes(), PORTUGUESE),
        words.text(PORTUGUESE, "record.state." + training.state()),
        training.certificate());
  }

  @GetMapping("/trainings/record.csv")
  ResponseEntity<byte[]> csv(@RequestParam(required = false) Integer year) {
    YearlyRecord record = records.of(currentPerson.require().personId(), yearOr(year));
    Csv csv = new Csv();
    csv.row(
        words.text("record.training"),
        words.text("record.from"),
        words.text("record.to"),
        words.text("record.sessions"),
        words.text("record.hours"),
        words.text("record.result"),
        words.text("record.certificate"));
    for (Attended training : record.trainings()) {
      csv.row(
          training.title(),
          dates.day(training.from()),
          dates.day(training.to()),
          training.sessions(),
          words.number(training.minutes()),
          words.text("record.state." + training.state()),
          training.certificate());
    }
    return csv.download("formacoes-" + record.year() + ".csv");
  }

  @GetMapping("/trainings/hours.csv")
  ResponseEntity<byte[]> hoursByBody(@RequestParam(required = false) Integer year) {
    Year asked = yearOr(year);
    Map<Long, BodyHours> attended =
        records.ofBodies(asked).stream().collect(toMap(BodyHours::bodyId, identity()));
    Map<Long, Totals> given = bodyTrainings.totalsByBody(asked);
    Set<Long> ids = new HashSet<>(attended.keySet());
    ids.addAll(given.keySet());
    Csv csv = new Csv();
    csv.row(
        words.text("risk.body"),
        words.text("record.body-name"),
        words.text("record.people"),
        words.text("record.attendances"),
        words.text("record.hours"),
        words.text("record.given"),
        words.text("record.given.people"),
        words.text("record.given.hours"));
    bodies.byId(ids).values().stream()
        .sorted(Comparator.comparing(Body::acronym))
        .forEach(body -> row(csv, body, attended.get(body.id()), given.get(body.id())));
    return csv.download("horas-" + asked + ".csv");
  }

  private void row(Csv csv, Body body, BodyHours attended, Totals given) {
    csv.row(
        body.acronym(),
        body.name(),
        attended == null ? 0 : attended.people(),
        attended == null ? 0 : attended.attendances(),
        words.number(attended == null ? 0 : attended.minutes()),
        given == null ? 0 : given.trainings(),
        given == null ? 0 : given.people(),
        words.number(given == null ? 0 : given.minutes()));
  }

  private Year yearOr(Integer year) {
    if (year == null) {
      return thisYear();
    }
    if (year < FIRST_YEAR || year > thisYear().getValue() + 1) {
      throw Refusal.invalid("record.year", String.valueOf(FIRST_YEAR), thisYear().toString());
    }
    return Year.of(year);
  }

  private Year thisYear() {
    return Year.from(SaoPaulo.today(clock));
  }

  /** A training as the paper says it. */
  record Line(
      String title, String period, int sessions, String hours, String result, String certificate) {}
}
