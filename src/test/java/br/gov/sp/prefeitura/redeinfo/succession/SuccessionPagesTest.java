package br.gov.sp.prefeitura.redeinfo.succession;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import br.gov.sp.prefeitura.redeinfo.identity.Accounts;
import br.gov.sp.prefeitura.redeinfo.network.Appointment.EndReason;
import br.gov.sp.prefeitura.redeinfo.network.Appointments;
import br.gov.sp.prefeitura.redeinfo.network.Function;
import br.gov.sp.prefeitura.redeinfo.network.Orphans.Orphan;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.network.Seat;
import br.gov.sp.prefeitura.redeinfo.network.Track;
import br.gov.sp.prefeitura.redeinfo.shared.time.MovableClock;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import br.gov.sp.prefeitura.redeinfo.succession.domain.Departure;
import br.gov.sp.prefeitura.redeinfo.succession.domain.OpenAccess;
import br.gov.sp.prefeitura.redeinfo.succession.domain.OrphanCheck;
import br.gov.sp.prefeitura.redeinfo.succession.domain.SuccessionService;
import br.gov.sp.prefeitura.redeinfo.support.BodyTrainings;
import br.gov.sp.prefeitura.redeinfo.support.Departures;
import br.gov.sp.prefeitura.redeinfo.support.IntegrationTest;
import br.gov.sp.prefeitura.redeinfo.support.PilotLife;
import br.gov.sp.prefeitura.redeinfo.support.PilotLife.Team;
import br.gov.sp.prefeitura.redeinfo.support.TestPeople;
import br.gov.sp.prefeitura.redeinfo.support.TrainingLife;
import br.gov.sp.prefeitura.redeinfo.support.Visitor;
import br.gov.sp.prefeitura.redeinfo.workflow.TaskInbox;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@IntegrationTest
@DisplayName("On the pages of departures")
class SuccessionPagesTest {

  private static final String NOTE = "A chave do auditório fica na portaria.";

  @Autowired Departures departures;
  @Autowired SuccessionService service;
  @Autowired OrphanCheck orphans;
  @Autowired PilotLife pilots;
  @Autowired BodyTrainings trainings;
  @Autowired TrainingLife life;
  @Autowired TestPeople people;
  @Autowired Appointments appointments;
  @Autowired Accounts accounts;
  @Autowired TaskInbox inbox;
  @Autowired MovableClock clock;
  @Autowired TransactionTemplate transaction;

  private Team team;
  private Person titular;

  @BeforeEach
  void aTeam() {
    team = pilots.team();
    titular = departures.focalPoint(team.body(), Track.OPEN_GOVERNMENT, Seat.TITULAR);
  }

  @Test
  @DisplayName(
      "the office lets a focal point go and says who gets a pilot; nobody else learns of it")
  void theOfficeLetsGo() {
    long pilot = pilots.draft(team, Map.of("sponsor", String.valueOf(titular.id())));
    Visitor office = people.signIn(team.office());
    String form = office.get("/successions/new?person=" + titular.id()).body();
    assertThat(form).contains(titular.name(), pilots.get(pilot).title(), team.member().name());

    Map<String, String> typed = stated("heir.pilot.holding|" + pilot, team.coordinator().id());
    HttpResponse<String> refused = office.post("/successions/new", typed);
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body()).contains("Essa pessoa não pode ficar com");
    typed = stated("heir.pilot.holding|" + pilot, team.office().id());
    String page = office.post("/successions/new", typed).headers().firstValue("Location").get();
    long id = Long.parseLong(page.substring(page.lastIndexOf('/') + 1));
    service.write(id, NOTE, titular.id());
    assertThat(people.signIn(titular).get("/successions/" + id).body()).contains(NOTE);
    for (Person stranger : List.of(team.member(), pilots.team().office())) {
      assertThat(people.signIn(stranger).get("/successions/" + id).statusCode()).isEqualTo(404);
    }

    departures.runJobs();
    departures.hourComes(id);
    assertThat(pilots.get(pilot).sponsorId()).isEqualTo(team.office().id());
    assertThat(office.get("/successions/" + id).body()).contains(NOTE, "Encerrado com a saída");
    assertThat(people.signIn(team.member()).get("/successions/" + id).statusCode()).isEqualTo(404);
  }

  private Map<String, String> stated(String heir, long person) {
    Map<String, String> typed = new LinkedHashMap<>();
    typed.put("person", String.valueOf(titular.id()));
    typed.put("appointments", "" + departures.appointments(titular).get(0).id());
    typed.put("reason", "DISMISSED");
    typed.put("leavesAt", departures.inTenDays().toString());
    typed.put(heir, String.valueOf(person));
    return typed;
  }

  @Test
  @DisplayName("who receives something reads the note, and what came to them alone")
  void receiversRead() {
    Person other = departures.focalPoint(team.body(), Track.OPEN_GOVERNMENT, Seat.SUPLENTE);
    long first = pilots.draft(team, Map.of("sponsor", String.valueOf(titular.id())));
    long second = pilots.draft(team, Map.of("sponsor", String.valueOf(titular.id())));
    long id =
        departures.planned(
            titular, team.head(), Map.of("pilot.holding|" + second, team.member().id()));
    service.write(id, NOTE, titular.id());
    departures.hourComes(id);
    assertThat(people.signIn(other).get("/successions/" + id).body())
        .contains(NOTE, pilots.get(first).title())
        .doesNotContain(pilots.get(second).title());
    assertThat(people.signIn(team.member()).get("/successions/" + id).body())
        .contains(NOTE, pilots.get(second).title())
        .doesNotContain(pilots.get(first).title());
  }

  @Test
  @DisplayName(
      "heads and offices let nobody go above them or elsewhere, and nobody plans for others")
  void nobodyBeyondTheirRights() {
    Person elsewhere = pilots.team().member();
    for (Person by : List.of(team.office(), team.head(), team.member(), titular)) {
      Visitor visitor = people.signIn(by);
      for (Person spared : List.of(elsewhere, team.coordinator())) {
        assertThat(visitor.get("/successions/new?person=" + spared.id()).statusCode())
            .as("%s lets %s go", by.username(), spared.username())
            .isEqualTo(404);
      }
    }
    assertThat(
            people
                .signIn(team.office())
                .get("/successions/new?person=" + team.head().id())
                .statusCode())
        .isEqualTo(404);
    long id = departures.planned(titular, team.head(), Map.of());
    assertThatThrownBy(() -> service.cancel(id, life.signedIn(titular)))
        .hasMessage("succession.not-steerer");
    assertThatThrownBy(() -> service.plan(id, Map.of(), life.signedIn(team.member())))
        .hasMessage("succession.not-found");
    assertThatThrownBy(() -> service.write(id, "Nada.", team.head().id()))
        .hasMessage("succession.not-your-note");
  }

  @Test
  @DisplayName("the last coordinator cannot leave before somebody is appointed for the time after")
  void theLastOneStays() {
    LocalDate longAgo = LocalDate.of(1990, 3, 5);
    clock.callAt(
        longAgo.atTime(10, 0).atZone(SaoPaulo.ZONE).toInstant(),
        () -> {
          Person last = people.withFunction(Function.COORDINATION, "seri");
          assertThatThrownBy(
                  () ->
                      service.begin(
                          new Departure(
                              last.id(),
                              Set.of(),
                              EndReason.RESIGNED,
                              null,
                              null,
                              false,
                              longAgo.plusDays(9).atTime(12, 0),
                              Map.of()),
                          life.signedIn(last)))
              .hasMessage("succession.last-one");
          appointments.end(
              appointments.ofPerson(last.id(), longAgo).get(0).id(),
              longAgo.minusDays(1),
              EndReason.CORRECTED,
              null);
          return null;
        });
  }

  @Test
  @DisplayName("who left gets in again when somebody invites them, and not before")
  void comesBack() {
    departures.dismissed(titular, team.head());
    assertThat(accounts.isOpen(titular.id())).isFalse();
    transaction.executeWithoutResult(status -> accounts.invite(titular.id(), titular.username()));
    assertThat(accounts.isOpen(titular.id())).isTrue();
    accounts.disable(titular.id());
    transaction.executeWithoutResult(status -> accounts.invite(titular.id(), titular.username()));
    assertThat(accounts.isOpen(titular.id())).isFalse();
  }

  @Test
  @DisplayName("the coordination sees what has no owner once a day, and takes it in hand")
  void orphansAreFound() {
    long training = trainings.announce(team.body(), team.member());
    trainings.dayPasses(training);
    String task = trainings.task(training, BodyTrainings.REPORT).id();
    assertThat(orphans.find()).extracting(Orphan::taskId).doesNotContain(task);
    inbox.give(task, people.stranger(team.body().slug()).username());
    assertThat(orphans.find()).extracting(Orphan::taskId).contains(task);
    long draft = pilots.draft(team);
    Person gone = team.member();
    appointments.end(
        departures.appointments(gone).get(0).id(),
        departures.today().minusDays(1),
        EndReason.RETIRED,
        null);
    assertThat(pilots.get(draft).sponsorId()).isEqualTo(titular.id());
    assertThat(orphans.access()).extracting(OpenAccess::personId).contains(gone.id());

    orphans.tell();
    orphans.tell();
    assertThat(pilots.told(team.coordinator()))
        .filteredOn(subject -> subject.equals("Há coisas sem dono na rede"))
        .hasSize(1);
    Visitor coordinator = people.signIn(team.coordinator());
    assertThat(coordinator.get("/successions/orphans").body()).contains(gone.name());
    coordinator.post("/successions/orphans/task", Map.of("task", task));
    assertThat(inbox.findOpen(task).orElseThrow())
        .returns(null, TaskInbox.OpenTask::assignee)
        .satisfies(now -> assertThat(now.candidateGroups()).contains("coordination"));
    assertThatThrownBy(() -> orphans.offer(task, life.signedIn(team.coordinator())))
        .hasMessage("succession.has-owner");
    coordinator.post("/successions/orphans/access", Map.of("person", "" + gone.id()));
    assertThat(accounts.isOpen(gone.id())).isFalse();
  }
}
