package br.gov.sp.prefeitura.redeinfo.meeting.domain;

import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson.SignedIn;
import br.gov.sp.prefeitura.redeinfo.meeting.MeetingProgramme;
import br.gov.sp.prefeitura.redeinfo.meeting.domain.Agendas.NewItem;
import br.gov.sp.prefeitura.redeinfo.meeting.domain.Guests.NewGuest;
import java.time.LocalDate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The pages' services, as other modules may use them. */
@Service
@Transactional
class ProgrammeOfMeetings implements MeetingProgramme {

  private final Quarters quarters;
  private final MeetingDesk desk;
  private final Agendas agendas;
  private final Guests guests;
  private final MeetingLife life;

  ProgrammeOfMeetings(
      Quarters quarters, MeetingDesk desk, Agendas agendas, Guests guests, MeetingLife life) {
    this.quarters = quarters;
    this.desk = desk;
    this.agendas = agendas;
    this.guests = guests;
    this.life = life;
  }

  @Override
  public boolean beginQuarter(LocalDate day) {
    return quarters.begin(day);
  }

  @Override
  public long plan(PlannedMeeting plan, SignedIn by) {
    return desk.plan(
        new MeetingPlan(
            plan.kind(),
            plan.title(),
            plan.purpose(),
            plan.startsAt(),
            plan.endsAt(),
            plan.place(),
            null,
            plan.hosts(),
            plan.sharedEventId()),
        by);
  }

  @Override
  public void propose(long meetingId, String title, Integer minutes, SignedIn by) {
    agendas.propose(meetingId, new NewItem(title, null, minutes), by);
  }

  @Override
  public void addGuest(long meetingId, Guest guest, SignedIn by) {
    long id =
        guests.add(
            meetingId,
            new NewGuest(guest.name(), guest.role(), guest.organisation(), guest.authority()),
            by);
    if (guest.present() != null) {
      guests.mark(meetingId, id, guest.present(), by);
    }
  }

  @Override
  @Transactional(readOnly = true)
  public long sheetOf(long meetingId) {
    return life.get(meetingId).attendanceEventId();
  }
}
