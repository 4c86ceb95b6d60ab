package br.gov.sp.prefeitura.redeinfo.meeting.domain;

import br.gov.sp.prefeitura.redeinfo.audit.AuditAction;
import br.gov.sp.prefeitura.redeinfo.audit.AuditVocabulary;
import java.util.List;
import org.springframework.stereotype.Component;

/** What is done to meetings, up to the day they are held. */
enum MeetingAction implements AuditAction {
  PLANNED("meeting.planned"),
  CHANGED("meeting.changed"),
  CONVENED("meeting.convened"),
  POSTPONED("meeting.postponed"),
  CANCELLED("meeting.cancelled"),
  HELD("meeting.held"),
  NOT_HELD("meeting.not-held"),
  GUEST_ADDED("meeting.guest-added"),
  GUEST_REMOVED("meeting.guest-removed"),
  GUEST_MARKED("meeting.guest-marked"),
  ITEM_PROPOSED("meeting.item-proposed"),
  ITEM_CHANGED("meeting.item-changed"),
  ITEM_ACCEPTED("meeting.item-accepted"),
  ITEM_REFUSED("meeting.item-refused"),
  AGENDA_ORDERED("meeting.agenda-ordered");

  private final String code;

  MeetingAction(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }

  @Component
  static class MeetingVocabulary implements AuditVocabulary {

    @Override
    public List<MeetingAction> actions() {
      return List.of(values());
    }
  }
}
