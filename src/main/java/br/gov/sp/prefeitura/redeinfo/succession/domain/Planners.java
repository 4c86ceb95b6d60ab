package br.gov.sp.prefeitura.redeinfo.succession.domain;

import br.gov.sp.prefeitura.redeinfo.identity.Groups;
import br.gov.sp.prefeitura.redeinfo.network.Appointment;
import br.gov.sp.prefeitura.redeinfo.network.Appointments;
import br.gov.sp.prefeitura.redeinfo.network.Bodies;
import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.network.Persons;
import br.gov.sp.prefeitura.redeinfo.workflow.EngineDirectory;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Whose groups a departure concerns. */
@Component
@Transactional(readOnly = true)
public class Planners {

  private final SuccessionRepository successions;
  private final Appointments appointments;
  private final EngineDirectory directory;
  private final Persons persons;
  private final Bodies bodies;

  Planners(
      SuccessionRepository successions,
      Appointments appointments,
      EngineDirectory directory,
      Persons persons,
      Bodies bodies) {
    this.successions = successions;
    this.appointments = appointments;
    this.directory = directory;
    this.persons = persons;
    this.bodies = bodies;
  }

  /**
   * Who plans: the office of each body the person leaves, its head where nobody else is in the
   * office, the coordination where nobody else is there either and for functions of the network.
   */
  public List<String> groupsFor(long successionId) {
    String leaver = persons.get(successions.find(successionId).orElseThrow().personId()).username();
    Stream<String> ofBodies =
        bodiesOf(successionId).stream()
            .map(Body::slug)
            .map(
                slug ->
                    Stream.of(Groups.office(slug), Groups.head(slug))
                        .filter(group -> hasOthers(group, leaver))
                        .findFirst()
                        .orElse(Groups.COORDINATION));
    Stream<String> ofNetwork =
        ends(successionId).anyMatch(ended -> ended.bodyId() == null)
            ? Stream.of(Groups.COORDINATION)
            : Stream.empty();
    return Stream.concat(ofBodies, ofNetwork).distinct().toList();
  }

  private boolean hasOthers(String group, String leaver) {
    return directory.membersOf(group).stream().anyMatch(member -> !member.id().equals(leaver));
  }

  /** The bodies the person leaves, by id. */
  public List<Body> bodiesOf(long successionId) {
    return ends(successionId)
        .map(Appointment::bodyId)
        .filter(Objects::nonNull)
        .distinct()
        .sorted()
        .map(bodies::get)
        .toList();
  }

  private Stream<Appointment> ends(long successionId) {
    return successions.appointments(successionId).stream()
        .map(id -> appointments.find(id).orElseThrow());
  }
}
