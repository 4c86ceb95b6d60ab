package br.gov.sp.prefeitura.redeinfo.pilot.domain;

import br.gov.sp.prefeitura.redeinfo.network.Appointment;
import br.gov.sp.prefeitura.redeinfo.network.Appointments;
import br.gov.sp.prefeitura.redeinfo.network.Bodies;
import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.network.BodyKind;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.network.Persons;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The people, bodies and places among which a proposal chooses, as they are today. */
@Component
public class ProposalPeople {

  private final Appointments appointments;
  private final Persons persons;
  private final Bodies bodies;
  private final Clock clock;

  ProposalPeople(Appointments appointments, Persons persons, Bodies bodies, Clock clock) {
    this.appointments = appointments;
    this.persons = persons;
    this.bodies = bodies;
    this.clock = clock;
  }

  /** Who has a function in the body and may answer for its project, by name. */
  public List<Person> sponsorsOf(long bodyId) {
    return persons.byId(idsOf(bodyId)).values().stream()
        .sorted(Comparator.comparing(Person::name, String.CASE_INSENSITIVE_ORDER))
        .toList();
  }

  /**
   * @param typed an id, as it came from a form
   * @return who is meant, if they may answer for the body's project
   */
  Optional<Long> sponsor(long bodyId, String typed) {
    return idsOf(bodyId).stream().filter(id -> String.valueOf(id).equals(typed)).findFirst();
  }

  private Set<Long> idsOf(long bodyId) {
    return appointments.ofBody(bodyId, SaoPaulo.today(clock)).stream()
        .map(Appointment::personId)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Bodies that exist today and may be partners of this one, by acronym; guests included. */
  public List<Body> partnersOf(long bodyId) {
    return bodies.existingOn(SaoPaulo.today(clock)).stream()
        .filter(body -> body.id() != bodyId)
        .toList();
  }

  /** Subprefectures of today, by name: the parts of the city where a project can take place. */
  public List<Body> territories() {
    return bodies.existingOn(SaoPaulo.today(clock)).stream()
        .filter(body -> body.kind() == BodyKind.SUBPREFEITURA)
        .sorted(Comparator.comparing(Body::name, String.CASE_INSENSITIVE_ORDER))
        .toList();
  }
}
