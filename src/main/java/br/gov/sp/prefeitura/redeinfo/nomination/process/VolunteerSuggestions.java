package br.gov.sp.prefeitura.redeinfo.nomination.process;

import br.gov.sp.prefeitura.redeinfo.network.Appointment;
import br.gov.sp.prefeitura.redeinfo.network.Appointments;
import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.network.Function;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.network.Persons;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Whom the office might indicate: the body's volunteers, who takes part longest first. */
@Component
class VolunteerSuggestions {

  private static final int MOST = 20;

  private final Appointments appointments;
  private final Persons persons;
  private final Clock clock;

  VolunteerSuggestions(Appointments appointments, Persons persons, Clock clock) {
    this.appointments = appointments;
    this.persons = persons;
    this.clock = clock;
  }

  /** Rows of the form's table: name, unit, since when. */
  List<Map<String, Object>> of(Body body) {
    LocalDate today = SaoPaulo.today(clock);
    List<Appointment> volunteers =
        appointments.ofBody(body.id(), today).stream()
            .filter(one -> one.function() == Function.VOLUNTEER)
            .sorted(Comparator.comparing(Appointment::from).thenComparing(Appointment::id))
            .limit(MOST)
            .toList();
    Map<Long, Person> people =
        persons.byId(volunteers.stream().map(Appointment::personId).toList());
    return volunteers.stream().map(one -> row(one, people.get(one.personId()))).toList();
  }

  private static Map<String, Object> row(Appointment volunteer, Person person) {
    return Map.of(
        "name", person.name(),
        "unit", Objects.toString(person.unit(), ""),
        "since", SaoPaulo.DAY.format(volunteer.from()));
  }
}
