package br.gov.sp.prefeitura.redeinfo.volunteer.domain;

import br.gov.sp.prefeitura.redeinfo.audit.AuditEntry;
import br.gov.sp.prefeitura.redeinfo.audit.AuditLog;
import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson.SignedIn;
import br.gov.sp.prefeitura.redeinfo.network.Appointment.EndReason;
import br.gov.sp.prefeitura.redeinfo.network.Appointments;
import br.gov.sp.prefeitura.redeinfo.network.Bodies;
import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.notification.Notices;
import br.gov.sp.prefeitura.redeinfo.notification.Notices.Notice;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The end of a volunteer's participation. */
@Service
@Transactional
public class VolunteerService {

  private final VolunteerQueries volunteers;
  private final Appointments appointments;
  private final Bodies bodies;
  private final Notices notices;
  private final AuditLog audit;
  private final Clock clock;

  VolunteerService(
      VolunteerQueries volunteers,
      Appointments appointments,
      Bodies bodies,
      Notices notices,
      AuditLog audit,
      Clock clock) {
    this.volunteers = volunteers;
    this.appointments = appointments;
    this.bodies = bodies;
    this.notices = notices;
    this.audit = audit;
    this.clock = clock;
  }

  /** Whether the person may end it: their own, and the coordination anybody's. */
  public static boolean ends(SignedIn person, Volunteer volunteer) {
    return person.personId() == volunteer.personId() || person.isCoordination();
  }

  /**
   * The volunteer, for who may end the participation.
   *
   * @throws Refusal (not found) for everybody else, and when it has ended
   */
  @Transactional(readOnly = true)
  public Volunteer requireEndable(long appointmentId, SignedIn by) {
    return volunteers
        .volunteer(appointmentId)
        .filter(volunteer -> ends(by, volunteer))
        .orElseThrow(() -> Refusal.notFound("volunteer.not-a-volunteer"));
  }

  /**
   * Ends the participation at once.
   *
   * @param typedReason needed from the coordination, who tells the person why
   * @throws Refusal (not found) as {@link #requireEndable}, (invalid) without a reason
   */
  public void end(long appointmentId, String typedReason, SignedIn by) {
    Volunteer volunteer = requireEndable(appointmentId, by);
    boolean own = by.personId() == volunteer.personId();
    String reason = own ? null : JoinRules.reason("reason", typedReason);
    LocalDate yesterday = SaoPaulo.today(clock).minusDays(1);
    appointments.end(
        appointmentId, yesterday, own ? EndReason.RESIGNED : EndReason.DISMISSED, null);
    audit.record(
        AuditEntry.of(VolunteerAction.ENDED, appointmentId)
            .about(volunteer.personId())
            .in(volunteer.bodyId())
            .with("own", own));
    if (!own) {
      tell(volunteer, reason);
    }
  }

  private void tell(Volunteer volunteer, String reason) {
    Body body = bodies.get(volunteer.bodyId());
    notices.send(
        Notice.toPersons(
            "volunteer:" + volunteer.appointmentId() + ":ended",
            "volunteer-ended",
            Map.of("bodyName", body.name(), "bodyAcronym", body.acronym(), "reason", reason),
            null,
            List.of(volunteer.personId())));
  }
}
