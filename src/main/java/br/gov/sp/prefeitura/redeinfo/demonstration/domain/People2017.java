package br.gov.sp.prefeitura.redeinfo.demonstration.domain;

import br.gov.sp.prefeitura.redeinfo.network.Appointment;
import br.gov.sp.prefeitura.redeinfo.network.Appointment.EndReason;
import br.gov.sp.prefeitura.redeinfo.network.Appointments;
import br.gov.sp.prefeitura.redeinfo.network.Appointments.NewAppointment;
import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.network.Bond;
import br.gov.sp.prefeitura.redeinfo.network.Function;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/**
 * Who held which function in 2017; nobody of them can sign in. It is known that the Comptroller was
 * dismissed in August 2017 and that the network's coordinator resigned after that; the days are
 * assumed and the people invented.
 */
@Component
@ConditionalOnDemonstration
class People2017 {

  static final LocalDate TOOK_OFFICE = LocalDate.of(2017, 1, 2);

  static final int MEMBERS_OF_CIGA = 5;

  private static final String COORDINATING_BODY = "cgm";
  static final LocalDate COMPTROLLER_DISMISSED = LocalDate.of(2017, 8, 16);
  static final LocalDate COORDINATOR_RESIGNED = LocalDate.of(2017, 8, 31);

  private final Cast cast;
  private final Appointments appointments;

  People2017(Cast cast, Appointments appointments) {
    this.cast = cast;
    this.appointments = appointments;
  }

  void appointNetwork(Body home) {
    ofNetwork(Programme2017.COORDINATION, home, Function.COORDINATION, TOOK_OFFICE, null);
    ofNetwork(
        Programme2017.COORDINATION_LATER,
        home,
        Function.COORDINATION,
        COORDINATOR_RESIGNED.plusDays(1),
        Programme2017.LAST_DAY);
    ofNetwork(Programme2017.SCHOOL, home, Function.EMASP, TOOK_OFFICE, Programme2017.LAST_DAY);
    for (int number = 1; number <= MEMBERS_OF_CIGA; number++) {
      ofNetwork(memberOfCiga(number), home, Function.CIGA, TOOK_OFFICE, Programme2017.LAST_DAY);
    }
  }

  static boolean isCoordinating(Body body) {
    return body.slug().equals(COORDINATING_BODY);
  }

  static String memberOfCiga(int number) {
    return "ciga-2017-" + number;
  }

  /** User name of the head of the body in office on that day. */
  static String headOn(LocalDate day, Body body) {
    String first = Programme2017.headOf(body);
    return body.slug().equals(COORDINATING_BODY) && day.isAfter(COMPTROLLER_DISMISSED)
        ? first + "-2"
        : first;
  }

  void appoint(Body body) {
    LocalDate last = lastDay(body);
    if (body.slug().equals(COORDINATING_BODY)) {
      appoint(Programme2017.headOf(body), body, Function.HEAD, TOOK_OFFICE, null);
      appoint(
          Programme2017.headOf(body) + "-2",
          body,
          Function.HEAD,
          COMPTROLLER_DISMISSED.plusDays(1),
          last);
    } else {
      appoint(Programme2017.headOf(body), body, Function.HEAD, TOOK_OFFICE, last);
    }
    appoint(Programme2017.officeOf(body), body, Function.OFFICE, TOOK_OFFICE, last);
  }

  /** Everything ends with the programme, or with the body before that. */
  void end(Body body) {
    LocalDate last = lastDay(body);
    EndReason reason =
        last.equals(body.validTo()) ? EndReason.BODY_ABOLISHED : EndReason.MANDATE_ENDED;
    for (Appointment appointment : appointments.ofBody(body.id(), last)) {
      if (appointment.to() == null) {
        appointments.end(appointment.id(), last, reason, null);
      } else {
        appointments.announceEnd(appointment.id());
      }
    }
  }

  static LocalDate lastDay(Body body) {
    return body.validTo() != null && body.validTo().isBefore(Programme2017.LAST_DAY)
        ? body.validTo()
        : Programme2017.LAST_DAY;
  }

  private void ofNetwork(
      String username, Body home, Function function, LocalDate from, LocalDate to) {
    Person person =
        cast.register(username, home, Bond.EFETIVO_COMISSIONADO, "Promoção da Integridade");
    appointments.appoint(
        new NewAppointment(person.id(), null, function, null, null, from, to, null));
  }

  private void appoint(
      String username, Body body, Function function, LocalDate from, LocalDate to) {
    Bond bond = function == Function.HEAD ? Bond.COMISSIONADO : Bond.EFETIVO_COMISSIONADO;
    Person person = cast.register(username, body, bond, "Gabinete");
    appointments.appoint(
        new NewAppointment(person.id(), body.id(), function, null, null, from, to, null));
  }
}
