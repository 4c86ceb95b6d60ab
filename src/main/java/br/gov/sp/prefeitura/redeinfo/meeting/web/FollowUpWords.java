package br.gov.sp.prefeitura.redeinfo.meeting.web;

import br.gov.sp.prefeitura.redeinfo.meeting.domain.FollowUp;
import org.springframework.stereotype.Component;

/** Says in colours where a follow-up stands; templates call it. */
@Component("followUpWords")
public class FollowUpWords {

  /** The tone of the state's tag (see layout/components, status). */
  public String tone(FollowUp followUp) {
    return switch (followUp.state()) {
      case OPEN -> followUp.isLate() ? "danger" : "progress";
      case BLOCKED -> "warning";
      case DONE -> "success";
      case DROPPED -> "neutral";
    };
  }

  /** The key of the state in words: what is late says so. */
  public String key(FollowUp followUp) {
    return followUp.isLate() && followUp.state() == FollowUp.State.OPEN
        ? "follow-up.late"
        : "follow-up.state." + followUp.state();
  }
}
