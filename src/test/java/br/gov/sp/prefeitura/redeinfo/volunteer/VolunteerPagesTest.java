package br.gov.sp.prefeitura.redeinfo.volunteer;

import static org.assertj.core.api.Assertions.assertThat;

import br.gov.sp.prefeitura.redeinfo.network.Appointment;
import br.gov.sp.prefeitura.redeinfo.network.Appointment.EndReason;
import br.gov.sp.prefeitura.redeinfo.network.Appointments;
import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.network.Function;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.shared.privacy.PersonalData;
import br.gov.sp.prefeitura.redeinfo.shared.privacy.Retention;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import br.gov.sp.prefeitura.redeinfo.support.Enlistments;
import br.gov.sp.prefeitura.redeinfo.support.IntegrationTest;
import br.gov.sp.prefeitura.redeinfo.support.NominationLife;
import br.gov.sp.prefeitura.redeinfo.support.StatementCounter;
import br.gov.sp.prefeitura.redeinfo.support.TasklistClient;
import br.gov.sp.prefeitura.redeinfo.support.TestBodies;
import br.gov.sp.prefeitura.redeinfo.support.TestPeople;
import br.gov.sp.prefeitura.redeinfo.support.Visitor;
import br.gov.sp.prefeitura.redeinfo.volunteer.domain.Enlistment;
import br.gov.sp.prefeitura.redeinfo.volunteer.domain.VolunteerQueries;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@IntegrationTest
@DisplayName("The pages of volunteers")
class VolunteerPagesTest {

  @Autowired Enlistments enlistments;
  @Autowired NominationLife nominations;
  @Autowired VolunteerQueries queries;
  @Autowired Appointments appointments;
  @Autowired List<Retention> retentions;
  @Autowired List<PersonalData> personalData;
  @Autowired TestBodies bodies;
  @Autowired TestPeople people;
  @Autowired TransactionTemplate transaction;
  @Autowired JdbcClient jdbc;
  @Autowired Clock clock;

  private Body body;
  private Person office;
  private Person coordinator;

  @BeforeEach
  void people() {
    body = bodies.make();
    office = people.withFunction(Function.OFFICE, body.slug());
    coordinator = people.withFunction(Function.COORDINATION, "seri");
  }

  @Test
  @DisplayName("show the coordination everybody, an office its own people, and others nothing")
  void showOwn() {
    Person volunteer = people.withFunction(Function.VOLUNTEER, body.slug());
    long waiting = enlistments.enlist(enlistments.applicant(body));
    Person stranger = people.withFunction(Function.OFFICE, bodies.make().slug());

    assertThat(people.signIn(coordinator).get("/volunteers?body=" + body.slug()).body())
        .contains(volunteer.name(), "Encerrar participação");
    Visitor ofBody = people.signIn(office);
    assertThat(ofBody.get("/volunteers").body())
        .contains(volunteer.name())
        .doesNotContain("/end\"");
    assertThat(ofBody.get("/volunteers/enlistments").body()).contains("Interessada Inventada");
    assertThat(ofBody.get("/volunteers/enlistments/" + waiting).body())
        .contains("Quero aprender e ajudar.", "aguardando decisão")
        .doesNotContain("Abrir a tarefa");
    assertThat(people.signIn(coordinator).get("/volunteers/enlistments/" + waiting).body())
        .contains("Abrir a tarefa");
    Visitor other = people.signIn(stranger);
    assertThat(other.get("/volunteers?body=" + body.slug()).body())
        .doesNotContain(volunteer.name());
    assertThat(other.get("/volunteers/enlistments/" + waiting).statusCode()).isEqualTo(404);
    assertThat(ofBody.get("/bodies/" + body.slug()).body())
        .contains("Voluntários do órgão", volunteer.name());
  }

  @Test
  @DisplayName("let a volunteer stop, and the coordination end it with a reason they are told")
  void end() {
    Person one = people.withFunction(Function.VOLUNTEER, body.slug());
    Person other = people.withFunction(Function.VOLUNTEER, body.slug());
    Visitor own = people.signIn(one);
    String address = "/volunteers/" + appointment(one).id() + "/end";
    assertThat(own.get("/").body()).contains(address);
    assertThat(people.signIn(other).get(address).statusCode()).isEqualTo(404);
    assertThat(own.post(address, Map.of()).statusCode()).isEqualTo(302);
    assertThat(ended(one)).returns(EndReason.RESIGNED, Appointment::endReason);
    assertThat(own.get(address).statusCode()).isEqualTo(404);

    Visitor coordination = people.signIn(coordinator);
    String others = "/volunteers/" + appointment(other).id() + "/end";
    HttpResponse<String> unexplained = coordination.post(others, Map.of("reason", " "));
    assertThat(unexplained.statusCode()).isEqualTo(400);
    assertThat(unexplained.body()).contains("id=\"reason-error\"");
    assertThat(coordination.post(others, Map.of("reason", "Saiu do órgão.")).statusCode())
        .isEqualTo(302);
    assertThat(ended(other)).returns(EndReason.DISMISSED, Appointment::endReason);
    assertThat(people.signIn(other).get("/notices").body()).contains("Saiu do órgão.");
  }

  @Test
  @DisplayName("suggest the body's volunteers to the office that indicates servants")
  void suggest() {
    Body asked = nominations.body();
    Person indicating = people.withFunction(Function.OFFICE, asked.slug());
    Person volunteer = people.withFunction(Function.VOLUNTEER, asked.slug());
    long nomination = nominations.open(coordinator, List.of(asked)).get(asked.id());
    TasklistClient client = new TasklistClient(people.signIn(indicating));
    String task = client.task(String.valueOf(nomination), NominationLife.INDICATE).id();
    assertThat(client.formVariables(task).get("volunteers").toString()).contains(volunteer.name());
  }

  @Test
  @DisplayName("read lists in the same number of statements, however many there are")
  void readInBulk() {
    Visitor visitor = people.signIn(office);
    people.withFunction(Function.VOLUNTEER, body.slug());
    visitor.get("/volunteers");
    long few = StatementCounter.count(() -> visitor.get("/volunteers")).statements();
    for (int i = 0; i < 26; i++) {
      people.withFunction(Function.VOLUNTEER, body.slug());
    }
    long many = StatementCounter.count(() -> visitor.get("/volunteers")).statements();
    assertThat(many).isEqualTo(few);
    String page = visitor.get("/volunteers").body();
    assertThat(page).contains("rel=\"next\"");
    List<Long> ids =
        queries.volunteers(List.of(body.id()), null, 100).stream()
            .map(one -> one.appointmentId())
            .toList();
    assertThat(ids).hasSize(27).isSortedAccordingTo((a, b) -> Long.compare(b, a));
    assertThat(queries.volunteers(List.of(body.id()), ids.get(24), 100)).hasSize(2);
  }

  @Test
  @DisplayName(
      "forget who was declined when the time is over, and give people what is kept of them")
  void privacy() {
    Applicant declined = enlistments.applicant(body);
    long id = enlistments.enlist(declined);
    enlistments.decline(id, coordinator, "Por isso.");
    Applicant admitted = enlistments.applicant(body);
    long kept = enlistments.enlist(admitted);
    enlistments.admit(kept, coordinator);
    jdbc.sql("UPDATE enlistment SET state_since = '1990-01-01' WHERE id IN (?, ?)")
        .params(id, kept)
        .update();
    Instant before = Instant.parse("1991-01-01T00:00:00Z");
    Retention retention =
        retentions.stream().filter(one -> one.kind().equals("enlistments")).findFirst().get();

    assertThat(retention.lapsed(before)).isOne();
    transaction.executeWithoutResult(status -> assertThat(retention.anonymise(before, 10)).isOne());

    assertThat(retention.lapsed(before)).isZero();
    assertThat(enlistments.get(id))
        .returns("—", Enlistment::name)
        .returns(null, Enlistment::motivation)
        .extracting(Enlistment::email)
        .isNotEqualTo(declined.email());
    assertThat(enlistments.get(kept).email()).isEqualTo(admitted.email());
    assertThat(
            personalData.stream()
                .flatMap(data -> data.of(enlistments.get(kept).personId()).stream())
                .filter(section -> section.messageKey().equals("volunteer.data.title"))
                .flatMap(section -> section.rows().stream()))
        .singleElement()
        .asString()
        .contains("Quero aprender e ajudar.");
  }

  private Appointment appointment(Person person) {
    return appointments.ofPerson(person.id(), SaoPaulo.today(clock)).get(0);
  }

  private Appointment ended(Person person) {
    assertThat(appointments.ofPerson(person.id(), SaoPaulo.today(clock))).isEmpty();
    return appointments.ofPersons(List.of(person.id())).get(0);
  }
}
