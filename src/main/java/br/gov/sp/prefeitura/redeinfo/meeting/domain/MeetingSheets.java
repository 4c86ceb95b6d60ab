package br.gov.sp.prefeitura.redeinfo.meeting.domain;

import br.gov.sp.prefeitura.redeinfo.attendance.AttendanceOwner;
import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson.SignedIn;
import org.springframework.stereotype.Component;

/** Who keeps the sheets of meetings: the coordination. Auditors read them. */
@Component
class MeetingSheets implements AttendanceOwner {

  static final String KIND = "meeting";

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public boolean mayKeep(long meetingId, SignedIn person) {
    return MeetingAccess.writes(person);
  }

  @Override
  public boolean mayRead(long meetingId, SignedIn person) {
    return person.isAuditor() || mayKeep(meetingId, person);
  }

  @Override
  public String path(long meetingId) {
    return "/meetings/" + meetingId;
  }
}
