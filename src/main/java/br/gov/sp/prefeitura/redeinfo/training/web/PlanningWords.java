package br.gov.sp.prefeitura.redeinfo.training.web;

import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.network.Persons;
import br.gov.sp.prefeitura.redeinfo.shared.web.Dates;
import br.gov.sp.prefeitura.redeinfo.training.EditionState;
import br.gov.sp.prefeitura.redeinfo.training.domain.Session;
import br.gov.sp.prefeitura.redeinfo.workflow.WaitingTask;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Says in words and colours where editions and sessions stand. */
@Component("planningWords")
public class PlanningWords {

  private final MessageSource messages;
  private final Persons persons;
  private final Dates dates;

  PlanningWords(MessageSource messages, Persons persons, Dates dates) {
    this.messages = messages;
    this.persons = persons;
    this.dates = dates;
  }

  /** The tone of the state's tag (see layout/components, status). */
  public String tone(EditionState state) {
    return switch (state) {
      case DRAFT -> "neutral";
      case PUBLISHED, ENROLLING, RUNNING -> "progress";
      case AWAITING_CERTIFICATION -> "warning";
      case CONCLUDED -> "success";
      case CANCELLED -> "danger";
    };
  }

  /** The tone of the state's tag. */
  public String tone(Session.State state) {
    return switch (state) {
      case PLANNED -> "progress";
      case HELD -> "success";
      case CANCELLED -> "danger";
    };
  }

  /** E.g. 09/06/2017 14:00 to 18:00, or with both days where the session ends on another. */
  public String when(Session session) {
    String ends = dates.moment(session.endsAt());
    boolean sameDay = dates.day(session.startsAt()).equals(dates.day(session.endsAt()));
    return text(
        "planning.session.when",
        dates.moment(session.startsAt()),
        sameDay ? ends.substring(ends.indexOf(' ') + 1) : ends);
  }

  /** Who has the task: a person, or the groups it is offered to. */
  public String who(WaitingTask task) {
    if (task.assignee() != null) {
      return persons.findByUsername(task.assignee()).map(Person::name).orElse(task.assignee());
    }
    return task.groupIds().stream()
        .map(
            group ->
                messages.getMessage(
                    "group." + group, new Object[] {""}, group, LocaleContextHolder.getLocale()))
        .collect(Collectors.joining(", "));
  }

  String text(String key, Object... args) {
    return messages.getMessage(key, args, LocaleContextHolder.getLocale());
  }
}
