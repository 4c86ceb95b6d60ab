package br.gov.sp.prefeitura.redeinfo.meeting;

import static br.gov.sp.prefeitura.redeinfo.support.MeetingWorld.KEY;
import static org.assertj.core.api.Assertions.assertThat;

import br.gov.sp.prefeitura.redeinfo.attendance.AttendanceSheets;
import br.gov.sp.prefeitura.redeinfo.calendar.CalendarSource;
import br.gov.sp.prefeitura.redeinfo.meeting.domain.AgendaItem;
import br.gov.sp.prefeitura.redeinfo.meeting.domain.Agendas;
import br.gov.sp.prefeitura.redeinfo.meeting.domain.Meeting;
import br.gov.sp.prefeitura.redeinfo.meeting.domain.MeetingPlan;
import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.network.Function;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.support.IntegrationTest;
import br.gov.sp.prefeitura.redeinfo.support.MeetingWorld;
import br.gov.sp.prefeitura.redeinfo.support.TestBodies;
import br.gov.sp.prefeitura.redeinfo.support.TestPeople;
import br.gov.sp.prefeitura.redeinfo.support.TrainingLife;
import br.gov.sp.prefeitura.redeinfo.support.Visitor;
import br.gov.sp.prefeitura.redeinfo.training.domain.Session;
import br.gov.sp.prefeitura.redeinfo.training.domain.SessionService;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Meetings as people see them, over HTTP. */
@IntegrationTest
@DisplayName("On the pages of meetings")
class MeetingPagesTest {

  @Autowired MeetingWorld meetings;
  @Autowired Agendas agendas;
  @Autowired TrainingLife trainings;
  @Autowired SessionService sessions;
  @Autowired AttendanceSheets sheets;
  @Autowired List<CalendarSource> calendars;
  @Autowired TestPeople people;
  @Autowired TestBodies bodies;

  private Person member;
  private Visitor membersBrowser;
  private Visitor coordination;

  @BeforeEach
  void peopleSignIn() {
    Body body = bodies.make("SECRETARIA", "RF");
    member = people.withFunction(Function.VOLUNTEER, body.slug());
    membersBrowser = people.signIn(member);
    coordination = people.signIn(meetings.coordinator());
  }

  @Test
  @DisplayName("a meeting is planned, its agenda made together, and convened as it was previewed")
  void fromPlanToConvocation() {
    LocalDateTime starts = meetings.now().plusDays(33);
    String address =
        coordination
            .post(
                "/meetings/new",
                Map.of(
                    "kind", "THEMATIC",
                    "title", "Reunião sobre mapas",
                    "startsAt", starts.toString(),
                    "endsAt", starts.plusHours(2).toString(),
                    "place", "Sala dos mapas",
                    "hosts", "Coordenação"))
            .headers()
            .firstValue("location")
            .orElseThrow()
            .replaceAll("^https?://[^/]+", "");
    long id = Long.parseLong(address.substring(address.lastIndexOf('/') + 1));
    meetings.runJobs();

    membersBrowser.post(address + "/agenda", Map.of("title", "Mapa das árvores", "minutes", "20"));
    assertThat(membersBrowser.get(address + "/agenda").body())
        .contains("Mapa das árvores", "proposto")
        .doesNotContain("Recusar o item");
    assertThat(coordination.get(address + "/convocation").body())
        .contains("Há 1 proposta de pauta sem decisão", "Sala dos mapas");
    assertThat(coordination.post(address + "/convocation", Map.of()).statusCode()).isEqualTo(400);
    AgendaItem item = agendas.of(id).get(0);
    coordination.post(address + "/agenda/" + item.id() + "/acceptance", Map.of());
    coordination.post(address + "/agenda", Map.of("title", "Informes"));
    coordination.post(address + "/agenda/" + item.id() + "/down", Map.of());
    assertThat(agendas.accepted(id))
        .extracting(AgendaItem::title)
        .containsExactly("Informes", "Mapa das árvores");

    assertThat(
            coordination
                .post(address + "/convocation", Map.of("message", "Tragam os seus mapas."))
                .statusCode())
        .isEqualTo(302);
    meetings.runJobs();
    assertThat(meetings.get(id).state()).isEqualTo(MeetingState.CONVENED);
    assertThat(meetings.subjects(member)).anyMatch(s -> s.contains("Reunião sobre mapas"));
    assertThat(membersBrowser.get(address).body())
        .contains("convocada", "Mapa das árvores", "Pôr na agenda")
        .doesNotContain("Abrir a lista de presença");
    assertThat(membersBrowser.get(address + "/calendar").body())
        .contains("BEGIN:VCALENDAR", "Reunião sobre mapas");
    assertThat(
            calendars.stream()
                .flatMap(source -> source.entriesOf(member.id(), Instant.EPOCH).stream()))
        .anyMatch(entry -> entry.uid().equals("meeting-" + id));
    assertThat(membersBrowser.post(address + "/agenda", Map.of("title", "Tarde")).statusCode())
        .isEqualTo(409);
  }

  @Test
  @DisplayName("who does not belong to the network finds nothing")
  void strangers() {
    long id = meetings.planned();
    for (Person stranger :
        List.of(people.person("cgm"), people.withFunction(Function.EMASP, "seri"))) {
      Visitor visitor = people.signIn(stranger);
      assertThat(visitor.get("/meetings/" + id).statusCode()).isEqualTo(404);
      assertThat(visitor.get("/").body()).doesNotContain("/meetings");
    }
    assertThat(membersBrowser.get("/meetings?kind=THEMATIC").body()).contains("Reunião inventada");
    assertThat(membersBrowser.get("/").body()).contains("Próximas reuniões");
    assertThat(coordination.get("/").body()).contains("1º tri.");
  }

  @Test
  @DisplayName("guests are noted, and whether they came")
  void guests() {
    long id = meetings.convened(meetings.plan());
    String guests = "/meetings/" + id + "/guests";
    coordination.post(
        guests, Map.of("name", "Autoridade Inventada", "role", "Secretária", "authority", "true"));
    String page = coordination.get(guests).body();
    String guest = page.replaceAll("(?s).*id=\"guest-(\\d+)\".*", "$1");
    coordination.post(guests + "/" + guest + "/present", Map.of());
    assertThat(membersBrowser.get("/meetings/" + id).body())
        .contains("Autoridade Inventada", "Secretária", "autoridade", "presente");
  }

  @Test
  @DisplayName("a meeting that is a workshop too has the workshop's sheet and follows its date")
  void sharedWithWorkshop() {
    long edition = trainings.published(trainings.draft().sessions(2));
    Session session = sessions.get(trainings.sessions(edition).get(1));
    assertThat(coordination.get("/meetings/new").body()).contains("É também uma oficina");
    MeetingPlan plan = meetings.plan();
    long id =
        meetings.convened(
            new MeetingPlan(
                plan.kind(),
                plan.title(),
                null,
                null,
                null,
                plan.place(),
                null,
                plan.hosts(),
                session.attendanceEventId()));
    assertThat(meetings.get(id))
        .returns(session.startsAt(), Meeting::startsAt)
        .returns(session.attendanceEventId(), Meeting::attendanceEventId)
        .returns(false, Meeting::ownSheet);

    LocalDateTime later = meetings.now().plusDays(50);
    sessions.move(
        edition,
        session.id(),
        new SessionService.NewTime(later, later.plusHours(3), "Outra sala", null, "Obras."),
        trainings.signedIn(trainings.coordinator()));
    meetings.runJobs();
    assertThat(meetings.get(id).startsAt())
        .isEqualTo(sessions.get(session.id()).startsAt())
        .isEqualTo(
            meetings
                .timer(KEY, "" + id, "intermediateCatchEvent_MeetingOver")
                .getDuedate()
                .toInstant()
                .minus(Duration.ofHours(3)));
    assertThat(meetings.subjects(member)).anyMatch(s -> s.startsWith("Adiada para"));

    sessions.cancel(
        edition, session.id(), "Sem sala.", trainings.signedIn(trainings.coordinator()));
    meetings.runJobs();
    assertThat(meetings.get(id).state()).isEqualTo(MeetingState.CANCELLED);
    assertThat(meetings.instance(KEY, "" + id)).isNull();
  }
}
