package br.gov.sp.prefeitura.redeinfo.pilot.process;

import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.network.Persons;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.Milestone;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.ReportedMilestone;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says facts of a pilot's execution in the words of forms, which are pt-BR. */
@Component
class ExecutionFormWords {

  private static final Locale LANGUAGE = Locale.forLanguageTag("pt-BR");
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("dd/MM/yyyy, HH:mm").withZone(SaoPaulo.ZONE);

  private final MessageSource messages;
  private final Persons persons;

  ExecutionFormWords(MessageSource messages, Persons persons) {
    this.messages = messages;
    this.persons = persons;
  }

  String text(String key, Object... args) {
    return messages.getMessage(key, args, LANGUAGE);
  }

  /** Empty for nobody. */
  String name(Long personId) {
    Person person = personId == null ? null : persons.byId(List.of(personId)).get(personId);
    return person == null ? "" : person.name();
  }

  String sponsor(Long personId) {
    return personId == null ? text("pilot.sponsor.nobody") : name(personId);
  }

  static String moment(Instant moment) {
    return moment == null ? "" : MOMENT.format(moment);
  }

  static String day(LocalDate day) {
    return day == null ? "" : SaoPaulo.DAY.format(day);
  }

  static String day(Instant moment) {
    return moment == null ? "" : day(LocalDate.ofInstant(moment, SaoPaulo.ZONE));
  }

  static String orEmpty(String text) {
    return text == null ? "" : text;
  }

  /** A row of the table of milestones. */
  Map<String, Object> row(ReportedMilestone reported) {
    return row(
        reported.milestone(),
        reported.percent(),
        reported.actualStart(),
        reported.actualEnd(),
        reported.delayReason());
  }

  Map<String, Object> row(Milestone milestone) {
    return row(
        milestone,
        milestone.percent(),
        milestone.actualStart(),
        milestone.actualEnd(),
        milestone.delayReason());
  }

  private Map<String, Object> row(
      Milestone milestone, int percent, LocalDate start, LocalDate end, String delay) {
    return Map.of(
        "title", milestone.title(),
        "planned", period(milestone.plannedStart(), milestone.plannedEnd()),
        "percent", percent + "%",
        "actual", start == null ? "" : period(start, end),
        "delay", orEmpty(delay));
  }

  /** E.g. 01/03/2026 a 30/04/2026; an end that is not known is left open. */
  String period(LocalDate start, LocalDate end) {
    return end == null
        ? text("pilot.period.open", day(start))
        : text("pilot.period", day(start), day(end));
  }
}
