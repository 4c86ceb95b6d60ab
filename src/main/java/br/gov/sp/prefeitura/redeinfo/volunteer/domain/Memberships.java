package br.gov.sp.prefeitura.redeinfo.volunteer.domain;

import br.gov.sp.prefeitura.redeinfo.network.Appointment;
import br.gov.sp.prefeitura.redeinfo.network.Appointments;
import br.gov.sp.prefeitura.redeinfo.network.Function;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.network.Persons;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import java.time.Clock;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Who belongs to the network today. */
@Component
class Memberships {

  private static final Set<Function> OF_MEMBERS = Set.of(Function.FOCAL_POINT, Function.VOLUNTEER);

  private final Persons persons;
  private final Appointments appointments;
  private final Clock clock;

  Memberships(Persons persons, Appointments appointments, Clock clock) {
    this.persons = persons;
    this.appointments = appointments;
    this.clock = clock;
  }

  /** Whether the address is that of a focal point or volunteer. */
  boolean isMember(String email) {
    return persons.findByEmail(email).filter(this::isMember).isPresent();
  }

  boolean isMember(Person person) {
    return appointments.ofPerson(person.id(), SaoPaulo.today(clock)).stream()
        .map(Appointment::function)
        .anyMatch(OF_MEMBERS::contains);
  }

  /** Whether the person has any function. */
  boolean isAppointed(Person person) {
    return !appointments.ofPerson(person.id(), SaoPaulo.today(clock)).isEmpty();
  }
}
