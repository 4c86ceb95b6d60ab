package br.gov.sp.prefeitura.redeinfo.training;

import static org.assertj.core.api.Assertions.assertThat;

import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.network.Function;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.support.EnrollmentLife;
import br.gov.sp.prefeitura.redeinfo.support.IntegrationTest;
import br.gov.sp.prefeitura.redeinfo.support.StatementCounter;
import br.gov.sp.prefeitura.redeinfo.support.TestBodies;
import br.gov.sp.prefeitura.redeinfo.support.TestPeople;
import br.gov.sp.prefeitura.redeinfo.support.TrainingLife;
import br.gov.sp.prefeitura.redeinfo.support.Visitor;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@IntegrationTest
@DisplayName("On the pages about trainings a participant")
class EnrollmentPagesTest {

  @Autowired TrainingLife trainings;
  @Autowired EnrollmentLife life;
  @Autowired TestPeople people;
  @Autowired TestBodies bodies;
  @Autowired JdbcClient jdbc;

  private Body body;
  private Person ana;
  private Visitor visitor;

  @BeforeEach
  void signIn() {
    body = bodies.make();
    ana = people.person(body.slug());
    visitor = people.signIn(ana);
  }

  @Test
  @DisplayName("finds editions in the catalogue, but no drafts")
  void catalogue() {
    long open = trainings.enrolling(trainings.draft().capacity(3));
    long draft = trainings.planned(trainings.draft());
    String page = visitor.get("/trainings").body();

    assertThat(page).contains(trainings.get(open).title(), "3 vagas livres de 3");
    assertThat(page).doesNotContain(trainings.get(draft).title());
    assertThat(visitor.get("/trainings/" + draft).statusCode()).isEqualTo(404);
    assertThat(visitor.get("/trainings?view=PAST").statusCode()).isEqualTo(200);
    assertThat(visitor.get("/trainings?view=NOPE").statusCode()).isEqualTo(400);
    assertThat(visitor.get("/trainings?before=x").statusCode()).isEqualTo(400);
  }

  @Test
  @DisplayName("pages through the catalogue by key")
  void paging() {
    for (int i = 0; i < 21; i++) {
      trainings.published(trainings.draft());
    }
    String first = visitor.get("/trainings").body();
    assertThat(first).contains("before=");
    String next = first.replaceAll("(?s).*?(/trainings\\?view=OPEN&amp;before=\\d+).*", "$1");
    assertThat(visitor.get(next.replace("&amp;", "&")).statusCode()).isEqualTo(200);
  }

  @Test
  @DisplayName("reads what an edition is, enrols, and reads how it stands")
  void enrols() {
    long edition = trainings.enrolling(trainings.draft().sessions(2).capacity(5).certificate(true));
    String before = visitor.get("/trainings/" + edition).body();
    assertThat(before)
        .contains("Encontro 1", "Encontro 2", "Sala inventada", "8 h", "5 vagas livres de 5")
        .contains("certificado da EMASP", "Uso dos dados (LGPD)", "Inscrever-me");

    HttpResponse<String> answer = enroll(edition);
    assertThat(answer.statusCode()).isEqualTo(302);
    String after = visitor.get("/trainings/" + edition).body();
    assertThat(after)
        .contains("sua vaga está confirmada", "Desistir")
        .doesNotContain("Inscrever-me");
    assertThat(visitor.get("/trainings/mine").body())
        .contains(trainings.get(edition).title(), "Próximo encontro:", "Encontro 1");
    assertThat(visitor.get("/").body()).contains(trainings.get(edition).title());
  }

  @Test
  @DisplayName("reads why not, next to the form, and is not enrolled")
  void reasons() {
    long edition =
        trainings.enrolling(trainings.draft().audience(EditionAudience.NETWORK).placesPerBody(1));
    assertThat(visitor.get("/trainings/" + edition).body())
        .contains("para pontos focais e pessoas voluntárias da rede")
        .doesNotContain("Inscrever-me");
    HttpResponse<String> refused = enroll(edition);
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body())
        .contains("A inscrição não foi feita", "para pontos focais e pessoas voluntárias");

    Person first = people.withFunction(Function.VOLUNTEER, body.slug());
    Person second = people.withFunction(Function.VOLUNTEER, body.slug());
    life.enroll(edition, first);
    HttpResponse<String> full =
        people.signIn(second).post("/trainings/" + edition + "/enrollments", Map.of());
    assertThat(full.statusCode()).isEqualTo(400);
    assertThat(full.body()).contains("Os lugares do seu órgão nesta turma já estão ocupados");
    assertThat(
            jdbc.sql("SELECT count(*) FROM training_enrollment WHERE edition_id = ?")
                .param(edition)
                .query(Integer.class)
                .single())
        .isEqualTo(1);
  }

  @Test
  @DisplayName("is told their place in the waiting list, and moves up")
  void waits() {
    long edition = trainings.enrolling(trainings.draft().capacity(1));
    Person first = people.stranger(body.slug());
    Person second = people.stranger(body.slug());
    life.enroll(edition, first);
    long ahead = life.enroll(edition, second);
    enroll(edition);
    assertThat(visitor.get("/trainings/mine").body()).contains("lugar 2 da lista de espera");
    assertThat(people.signIn(people.person(body.slug())).get("/trainings/" + edition).body())
        .contains("2 pessoas na lista de espera", "Entrar na lista de espera");

    life.withdraw(ahead, second);
    assertThat(visitor.get("/trainings/mine").body()).contains("lugar 1 da lista de espera");
  }

  @Test
  @DisplayName("withdraws with what they typed kept when it is too long, and once only")
  void withdraws() {
    long edition = trainings.enrolling(trainings.draft());
    enroll(edition);
    long id =
        jdbc.sql("SELECT id FROM training_enrollment WHERE edition_id = ?")
            .param(edition)
            .query(Long.class)
            .single();
    String path = "/trainings/enrollments/" + id + "/withdrawal";
    assertThat(visitor.get(path).body()).contains("passa à primeira pessoa da lista");
    HttpResponse<String> tooLong = visitor.post(path, Map.of("reason", "m".repeat(1001)));
    assertThat(tooLong.statusCode()).isEqualTo(400);
    assertThat(tooLong.body()).contains("m".repeat(1001), "no máximo 1.000");

    Visitor other = people.signIn(people.person(body.slug()));
    assertThat(other.get(path).statusCode()).isEqualTo(404);
    assertThat(other.post(path, Map.of()).statusCode()).isEqualTo(404);

    assertThat(visitor.post(path, Map.of("reason", "Férias.")).statusCode()).isEqualTo(302);
    assertThat(visitor.get("/trainings/mine").body()).contains("Você desistiu de", "Desistência");
    assertThat(visitor.get(path).statusCode()).isEqualTo(409);
    assertThat(visitor.post(path, Map.of()).statusCode()).isEqualTo(409);
  }

  @Test
  @DisplayName("reads attendance so far, what is missing, and in the end what it came to")
  void attendance() {
    long edition = trainings.enrolling(trainings.draft().sessions(2));
    long id = life.enroll(edition, ana);
    trainings.closeEnrolment(edition);
    life.hold(edition, 0);
    assertThat(visitor.get("/trainings/mine").body())
        .contains("Frequência até agora: 0% em 1 de 2 encontros")
        .contains("falta frequência para o mínimo de 75%");
    assertThat(visitor.get("/trainings/" + edition).body()).contains("Você faltou");
    life.hold(edition, 1, ana);

    assertThat(life.state(id)).isEqualTo("NOT_COMPLETED");
    assertThat(visitor.get("/trainings/mine").body())
        .contains("Sua frequência foi de 50%; o mínimo é 75%");
  }

  @Test
  @DisplayName("takes a session into the calendar, gets it by mail, and no draft's")
  void calendar() {
    long edition = trainings.enrolling(trainings.draft());
    long session = trainings.sessions(edition).get(0);
    HttpResponse<String> file = visitor.get("/trainings/sessions/" + session + ".ics");
    assertThat(file.statusCode()).isEqualTo(200);
    assertThat(file.headers().firstValue("Content-Type").orElse("")).startsWith("text/calendar");
    assertThat(file.body()).contains("BEGIN:VEVENT", "Encontro 1", "training-session-" + session);

    long draft = trainings.sessions(trainings.planned(trainings.draft())).get(0);
    assertThat(visitor.get("/trainings/sessions/" + draft + ".ics").statusCode()).isEqualTo(404);

    enroll(edition);
    assertThat(
            jdbc.sql(
                    "SELECT array_to_string(attachments, ' ') FROM notice WHERE recipient_id = ? AND template = 'training-confirmed'")
                .param(ana.id())
                .query(String.class)
                .single())
        .isEqualTo("calendar:training-session-" + session);
  }

  @Test
  @DisplayName("enrols for a bounded number of statements, printed")
  void costOfEnrolling(TestReporter reporter) throws IOException {
    long edition = trainings.enrolling(trainings.draft().sessions(4).capacity(1));
    visitor.get("/trainings/" + edition);
    StatementCounter.Count seat = StatementCounter.count(() -> enroll(edition));
    Visitor next = people.signIn(people.person(body.slug()));
    next.get("/trainings/" + edition);
    String path = "/trainings/" + edition + "/enrollments";
    StatementCounter.Count waiting = StatementCounter.count(() -> next.post(path, Map.of()));
    String costs = "a seat: " + seat + "\na place on the waiting list: " + waiting + "\n";
    reporter.publishEntry("cost of an enrolment", costs);
    Files.writeString(
        Files.createDirectories(Path.of("target")).resolve("cost-of-an-enrolment.txt"), costs);
    assertThat(seat.statements()).isLessThan(70);
    assertThat(waiting.statements()).isLessThan(60);
  }

  @Test
  @DisplayName("costs the same number of statements however many have enrolled")
  void cost() {
    long edition = trainings.enrolling(trainings.draft().capacity(2).release(ReleasePolicy.ACCEPT));
    String path = "/trainings/" + edition;
    visitor.get(path);
    long before = StatementCounter.count(() -> visitor.get(path)).statements();
    for (int i = 0; i < 5; i++) {
      life.enroll(edition, people.stranger(body.slug()));
    }
    assertThat(StatementCounter.count(() -> visitor.get(path)).statements()).isEqualTo(before);
  }

  private HttpResponse<String> enroll(long edition) {
    return visitor.post("/trainings/" + edition + "/enrollments", Map.of());
  }
}
