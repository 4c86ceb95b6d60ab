package br.gov.sp.prefeitura.redeinfo.meeting.domain;

import br.gov.sp.prefeitura.redeinfo.network.Appointment;
import br.gov.sp.prefeitura.redeinfo.network.Appointments;
import br.gov.sp.prefeitura.redeinfo.network.Bodies;
import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.network.Function;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.network.Persons;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Who may answer for a follow-up: a body's focal points, volunteers and office, by their
 * appointments of today. Without a person it is the office's.
 */
@Component
public class FollowUpOwners {

  private static final Set<Function> FUNCTIONS =
      Set.of(Function.FOCAL_POINT, Function.VOLUNTEER, Function.OFFICE);
  private static final String PERSON = "person:";
  private static final String OFFICE = "office:";

  private final Appointments appointments;
  private final Persons persons;
  private final Bodies bodies;
  private final Clock clock;

  FollowUpOwners(Appointments appointments, Persons persons, Bodies bodies, Clock clock) {
    this.appointments = appointments;
    this.persons = persons;
    this.bodies = bodies;
    this.clock = clock;
  }

  /** The people of the body who may answer for one, by name. */
  public List<Person> of(long bodyId) {
    List<Long> ids =
        appointments.ofBody(bodyId, SaoPaulo.today(clock)).stream()
            .filter(appointment -> FUNCTIONS.contains(appointment.function()))
            .map(Appointment::personId)
            .distinct()
            .toList();
    return persons.byId(ids).values().stream()
        .sorted(Comparator.comparing(Person::name, String.CASE_INSENSITIVE_ORDER))
        .toList();
  }

  /** Whether the person may answer for one of the body. */
  public boolean isOf(long personId, long bodyId) {
    return appointments.ofPerson(personId, SaoPaulo.today(clock)).stream()
        .anyMatch(
            appointment ->
                FUNCTIONS.contains(appointment.function())
                    && Long.valueOf(bodyId).equals(appointment.bodyId()));
  }

  /** Who answers for it as a person; empty if the office does. */
  public Optional<Person> personOf(FollowUp followUp) {
    return Optional.ofNullable(followUp.ownerId())
        .filter(id -> isOf(id, followUp.bodyId()))
        .map(persons::get);
  }

  /** To whom one of this body may be given: its people, or the office of any body. */
  public List<Choice> choices(long bodyId) {
    Stream<Choice> people =
        of(bodyId).stream()
            .map(person -> new Choice(PERSON + person.id(), bodyId, person.id(), person.name()));
    Stream<Choice> offices =
        bodies.existingOn(SaoPaulo.today(clock)).stream()
            .map(body -> new Choice(OFFICE + body.slug(), body.id(), null, body.acronym()));
    return Stream.concat(people, offices).toList();
  }

  /**
   * What was chosen among {@link #choices}.
   *
   * @throws Refusal (invalid) at the field if it is none of them
   */
  public Choice chosen(String field, String value, long bodyId) {
    return choices(bodyId).stream()
        .filter(choice -> choice.value().equals(value))
        .findFirst()
        .orElseThrow(() -> Refusal.invalidField(field, "follow-up.owner"));
  }

  /** Names for pages: the body of each. */
  public Body body(FollowUp followUp) {
    return bodies.get(followUp.bodyId());
  }

  /**
   * @param value as forms send it
   * @param personId {@code null} for the office
   * @param name of the person, or the body's acronym
   */
  public record Choice(String value, long bodyId, Long personId, String name) {}
}
