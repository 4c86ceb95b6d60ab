package br.gov.sp.prefeitura.redeinfo.network.domain;

import br.gov.sp.prefeitura.redeinfo.identity.Accounts;
import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson.SignedIn;
import br.gov.sp.prefeitura.redeinfo.network.Appointment;
import br.gov.sp.prefeitura.redeinfo.network.Appointment.EndReason;
import br.gov.sp.prefeitura.redeinfo.network.Appointments;
import br.gov.sp.prefeitura.redeinfo.network.Appointments.NewAppointment;
import br.gov.sp.prefeitura.redeinfo.network.Function;
import br.gov.sp.prefeitura.redeinfo.network.Holdings;
import br.gov.sp.prefeitura.redeinfo.network.Holdings.Holding;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.network.Persons;
import br.gov.sp.prefeitura.redeinfo.network.Persons.PersonDetails;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the coordination and the administrators do at their desks: appoint people, registering them
 * where needed and inviting them to choose a password, and end appointments. Every method checks
 * who asks: administrators for administrative functions, the coordination for all others.
 */
@Service
public class AppointmentDesk {

  private final Appointments appointments;
  private final Persons persons;
  private final Accounts accounts;
  private final List<Holdings> holdings;
  private final Clock clock;

  AppointmentDesk(
      Appointments appointments,
      Persons persons,
      Accounts accounts,
      List<Holdings> holdings,
      Clock clock) {
    this.appointments = appointments;
    this.persons = persons;
    this.accounts = accounts;
    this.holdings = List.copyOf(holdings);
    this.clock = clock;
  }

  /**
   * Registers a person who is not known yet and appoints them; one transaction.
   *
   * @param appointment its person id is ignored
   * @throws Refusal if the e-mail belongs to somebody, or any rule of persons or appointments
   */
  @Transactional
  public Person registerAndAppoint(PersonDetails details, NewAppointment appointment, SignedIn by) {
    requireMayAppoint(appointment.function(), by);
    if (details.email() != null) {
      persons
          .findByEmail(details.email().strip())
          .ifPresent(
              known -> {
                throw Refusal.invalidField("email", "network-web.email-known", known.name());
              });
    }
    Person person = persons.register(details);
    appoint(withPerson(appointment, person.id()), person);
    return person;
  }

  /** Appoints a person who is known. */
  @Transactional
  public Person appoint(NewAppointment appointment, SignedIn by) {
    requireMayAppoint(appointment.function(), by);
    Person person = persons.get(appointment.personId());
    appoint(appointment, person);
    return person;
  }

  private void appoint(NewAppointment appointment, Person person) {
    appointments.appoint(appointment);
    accounts.invite(person.id(), person.username());
  }

  /**
   * Ends an appointment.
   *
   * @throws Refusal also if nobody would be left to run the network or the application
   */
  @Transactional
  public Appointment end(
      long appointmentId, LocalDate lastDay, EndReason reason, String act, SignedIn by) {
    Appointment appointment = get(appointmentId);
    requireMayAppoint(appointment.function(), by);
    requireSomebodyRemains(appointment);
    appointments.end(appointmentId, lastDay, reason, act);
    return get(appointmentId);
  }

  private void requireSomebodyRemains(Appointment appointment) {
    boolean essential =
        appointment.function() == Function.COORDINATION
            || appointment.function() == Function.ADMINISTRATOR;
    if (essential
        && appointments.holders(null, appointment.function(), SaoPaulo.today(clock)).size() <= 1) {
      throw Refusal.conflict("network-web.last-one");
    }
  }

  /** What the person holds through the appointment and what would be handed over. */
  public List<Holding> heldThrough(Appointment appointment) {
    return holdings.stream().flatMap(module -> module.heldThrough(appointment).stream()).toList();
  }

  /**
   * @throws Refusal (not found)
   */
  public Appointment get(long appointmentId) {
    return appointments
        .find(appointmentId)
        .orElseThrow(() -> Refusal.notFound("network.appointment-unknown"));
  }

  private static void requireMayAppoint(Function function, SignedIn by) {
    if (function.isAdministrative() && !by.isAdministrator()) {
      throw Refusal.forbidden("network-web.administrator-only");
    }
    if (!function.isAdministrative() && !by.isCoordination()) {
      throw Refusal.forbidden("network-web.coordination-only");
    }
  }

  private static NewAppointment withPerson(NewAppointment given, long personId) {
    return new NewAppointment(
        personId,
        given.bodyId(),
        given.function(),
        given.track(),
        given.seat(),
        given.from(),
        given.to(),
        given.act());
  }
}
