package br.gov.sp.prefeitura.redeinfo.meeting.domain;

import br.gov.sp.prefeitura.redeinfo.audit.AuditEntry;
import br.gov.sp.prefeitura.redeinfo.audit.AuditLog;
import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson.SignedIn;
import br.gov.sp.prefeitura.redeinfo.meeting.MeetingState;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who is invited to meetings besides the network's groups, and who of them came. */
@Service
@Transactional
public class Guests {

  private static final int MOST = 200;

  private final AgendaRepository agenda;
  private final MeetingRepository meetings;
  private final AuditLog audit;

  Guests(AgendaRepository agenda, MeetingRepository meetings, AuditLog audit) {
    this.agenda = agenda;
    this.meetings = meetings;
    this.audit = audit;
  }

  /** In the order in which they were noted; the caller has decided who may know. */
  @Transactional(readOnly = true)
  public List<MeetingGuest> of(long meetingId) {
    return agenda.guests(meetingId);
  }

  /** Whether guests may still be noted: until the minutes of the meeting are circulated. */
  public static boolean isOpen(Meeting meeting) {
    return meeting.state().isAhead() || meeting.state() == MeetingState.HELD;
  }

  /**
   * @throws Refusal (invalid) with the fields, (conflict) once the minutes are circulated
   */
  public long add(long meetingId, NewGuest typed, SignedIn by) {
    open(meetingId, by);
    Findings findings = new Findings();
    String name = findings.line("name", typed.name(), 120, true);
    String role = findings.line("role", typed.role(), 120, false);
    String organisation = findings.line("organisation", typed.organisation(), 160, false);
    findings.refuse();
    if (agenda.guests(meetingId).size() >= MOST) {
      throw Refusal.conflict("meeting.guests-full", MOST);
    }
    long id =
        agenda.addGuest(
            new MeetingGuest(0, meetingId, name, role, organisation, typed.authority(), null));
    record(MeetingAction.GUEST_ADDED, meetingId, id, by);
    return id;
  }

  public void remove(long meetingId, long guestId, SignedIn by) {
    open(meetingId, by);
    requireOne(agenda.removeGuest(meetingId, guestId));
    record(MeetingAction.GUEST_REMOVED, meetingId, guestId, by);
  }

  /** Whether the guest came. */
  public void mark(long meetingId, long guestId, boolean present, SignedIn by) {
    open(meetingId, by);
    requireOne(agenda.setPresent(meetingId, guestId, present));
    record(MeetingAction.GUEST_MARKED, meetingId, guestId, by);
  }

  private void open(long meetingId, SignedIn by) {
    MeetingAccess.requireWriter(by);
    Meeting meeting = meetings.lock(meetingId).orElseThrow(MeetingAccess::unknown);
    if (!isOpen(meeting)) {
      throw Refusal.conflict("meeting.guests-closed");
    }
  }

  private static void requireOne(int rows) {
    if (rows == 0) {
      throw Refusal.notFound("meeting.guest-not-found");
    }
  }

  private void record(MeetingAction action, long meetingId, long guestId, SignedIn by) {
    audit.record(AuditEntry.of(action, meetingId).by(by.personId()).with("guest", guestId));
  }

  /** What is typed of a guest. */
  public record NewGuest(String name, String role, String organisation, boolean authority) {}
}
