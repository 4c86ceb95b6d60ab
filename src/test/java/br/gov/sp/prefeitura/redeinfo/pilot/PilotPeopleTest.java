package br.gov.sp.prefeitura.redeinfo.pilot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import br.gov.sp.prefeitura.redeinfo.network.Appointment;
import br.gov.sp.prefeitura.redeinfo.network.Appointment.EndReason;
import br.gov.sp.prefeitura.redeinfo.network.Appointments;
import br.gov.sp.prefeitura.redeinfo.network.Appointments.NewAppointment;
import br.gov.sp.prefeitura.redeinfo.network.Function;
import br.gov.sp.prefeitura.redeinfo.network.Holdings;
import br.gov.sp.prefeitura.redeinfo.network.Holdings.Holding;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.network.Seat;
import br.gov.sp.prefeitura.redeinfo.network.Track;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.CancellationService;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.Pilot;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.PilotEvent;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.PilotEvent.Kind;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.PilotStory;
import br.gov.sp.prefeitura.redeinfo.support.IntegrationTest;
import br.gov.sp.prefeitura.redeinfo.support.PilotExecution;
import br.gov.sp.prefeitura.redeinfo.support.PilotLife;
import br.gov.sp.prefeitura.redeinfo.support.PilotLife.Team;
import br.gov.sp.prefeitura.redeinfo.support.TestPeople;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** People leave: what becomes of the pilots for which they answer, wherever those stand. */
@IntegrationTest
@DisplayName("A pilot whose sponsor leaves the body")
class PilotPeopleTest {

  @Autowired PilotLife pilots;
  @Autowired PilotExecution execution;
  @Autowired CancellationService cancellation;
  @Autowired Appointments appointments;
  @Autowired TestPeople people;
  @Autowired PilotStory story;
  @Autowired List<Holdings> holdings;
  @Autowired TransactionTemplate transaction;

  private Team team;

  @BeforeEach
  void aTeam() {
    team = pilots.team();
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource(PilotState.class)
  @DisplayName(
      "has another focal point to answer for it, in every state, and can be cancelled until it is over")
  void inEveryState(PilotState state) {
    Person successor = seat(Track.OPEN_GOVERNMENT, Seat.SUPLENTE);
    long id = execution.in(state, team);
    boolean open = pilots.get(id).isOpen();
    boolean lives = pilots.instance(id) != null;
    assertThat(held(team.member())).isEqualTo(open ? List.of(pilots.get(id).title()) : List.of());

    leaves(team.member());

    assertThat(pilots.get(id))
        .returns(open ? successor.id() : team.member().id(), Pilot::sponsorId)
        .returns(state, Pilot::state);
    assertThat(kinds(id).contains(Kind.SPONSOR_CHANGED)).isEqualTo(open);
    assertThat(pilots.instance(id) != null).isEqualTo(lives);
    cancelled(id, state, open);
  }

  /** The head cancels it as long as it is not over. */
  private void cancelled(long id, PilotState state, boolean open) {
    if (open) {
      cancellation.cancel(id, "Mudou a prioridade.", pilots.signedIn(team.head()));
      pilots.runJobs();
      assertThat(pilots.get(id).state()).isEqualTo(PilotState.CANCELLED);
      assertThat(pilots.instance(id)).isNull();
      assertThat(pilots.tasks(id)).isEmpty();
    } else {
      assertThatThrownBy(
              () -> cancellation.cancel(id, "Tarde.", pilots.signedIn(team.coordinator())))
          .hasMessage("pilot.moved-on");
      assertThat(pilots.get(id).state()).isEqualTo(state);
    }
  }

  @Test
  @DisplayName("goes to the other focal point of the same track first")
  void sameTrackFirst() {
    Person titular = seat(Track.ACCESS_TO_INFORMATION, Seat.TITULAR);
    seat(Track.OPEN_GOVERNMENT, Seat.TITULAR);
    Person suplente = seat(Track.ACCESS_TO_INFORMATION, Seat.SUPLENTE);
    long id = pilots.draft(team, Map.of("sponsor", String.valueOf(titular.id())));
    pilots.submit(id, team.member());
    assertThat(pilots.get(id).sponsorId()).isEqualTo(titular.id());
    leaves(titular);
    assertThat(pilots.get(id).sponsorId()).isEqualTo(suplente.id());
  }

  @Test
  @DisplayName("has nobody where no focal point is left, and head and office are asked to choose")
  void nobodyLeft() {
    long id = execution.running(team);
    leaves(team.member());
    assertThat(pilots.get(id).sponsorId()).isNull();
    for (Person asked : List.of(team.head(), team.office())) {
      assertThat(pilots.told(asked)).anyMatch(s -> s.startsWith("Ninguém responde pelo projeto"));
    }
  }

  @Test
  @DisplayName("stays with who keeps another function in the body")
  void keepsAnother() {
    transaction.executeWithoutResult(status -> appoint(team.member(), Function.OFFICE, null, null));
    long id = pilots.draft(team);
    Appointment volunteer =
        appointments.ofPerson(team.member().id(), execution.today()).stream()
            .filter(appointment -> appointment.function() == Function.VOLUNTEER)
            .findFirst()
            .orElseThrow();
    end(volunteer);
    assertThat(pilots.get(id).sponsorId()).isEqualTo(team.member().id());
  }

  private Person seat(Track track, Seat seat) {
    Person person = people.person(team.body().slug());
    transaction.executeWithoutResult(status -> appoint(person, Function.FOCAL_POINT, track, seat));
    return person;
  }

  private void appoint(Person person, Function function, Track track, Seat seat) {
    appointments.appoint(
        new NewAppointment(
            person.id(), team.body().id(), function, track, seat, execution.today(), null, null));
  }

  private void leaves(Person person) {
    appointments.ofPerson(person.id(), execution.today()).forEach(this::end);
  }

  private void end(Appointment appointment) {
    appointments.end(appointment.id(), execution.today().minusDays(1), EndReason.RESIGNED, null);
    pilots.runJobs();
  }

  private List<String> held(Person person) {
    return appointments.ofPerson(person.id(), execution.today()).stream()
        .flatMap(one -> holdings.stream().flatMap(module -> module.heldThrough(one).stream()))
        .filter(holding -> holding.messageKey().equals("pilot.holding"))
        .map(Holding::label)
        .toList();
  }

  private List<Kind> kinds(long id) {
    return story.of(id).stream().map(PilotEvent::kind).toList();
  }
}
