package br.gov.sp.prefeitura.redeinfo.nomination.web;

import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.nomination.NominationState;
import br.gov.sp.prefeitura.redeinfo.nomination.domain.NominationLine.WaitingFor;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Says in words and colours where a nomination stands and for whom it waits. */
@Component("nominationWords")
public class NominationWords {

  private final MessageSource messages;

  NominationWords(MessageSource messages) {
    this.messages = messages;
  }

  /** The tone of the state's tag (see layout/components, status). */
  public String tone(NominationState state) {
    return switch (state) {
      case DRAFT, CLOSED -> "neutral";
      case SUBMITTED, AWAITING_ACCEPTANCE, IN_APPROVAL, IN_VALIDATION, AWAITING_PUBLICATION ->
          "progress";
      case RETURNED -> "warning";
      case REFUSED -> "danger";
      case IN_FORCE -> "success";
    };
  }

  /** Who has the task: a person, or the groups it is offered to. */
  public String who(String assigneeName, List<String> groupIds, Body body) {
    if (assigneeName != null) {
      return assigneeName;
    }
    return groupIds.stream().map(group -> group(group, body)).collect(Collectors.joining(", "));
  }

  public String who(WaitingFor task, Body body) {
    return who(task.assigneeName(), task.groupIds(), body);
  }

  private String group(String groupId, Body body) {
    String function = groupId.substring(groupId.indexOf('.') + 1);
    return text("group." + function, groupId, body.acronym());
  }

  String text(String key, Object... args) {
    return messages.getMessage(key, args, LocaleContextHolder.getLocale());
  }

  private String text(String key, String otherwise, String acronym) {
    return messages.getMessage(
        key, new Object[] {acronym}, otherwise, LocaleContextHolder.getLocale());
  }
}
