package br.gov.sp.prefeitura.redeinfo.nomination;

import static org.assertj.core.api.Assertions.assertThat;

import br.gov.sp.prefeitura.redeinfo.network.Appointment;
import br.gov.sp.prefeitura.redeinfo.network.Appointment.EndReason;
import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.network.Function;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.network.Seat;
import br.gov.sp.prefeitura.redeinfo.network.Track;
import br.gov.sp.prefeitura.redeinfo.nomination.domain.SeatKey;
import br.gov.sp.prefeitura.redeinfo.support.IntegrationTest;
import br.gov.sp.prefeitura.redeinfo.support.TestPeople;
import br.gov.sp.prefeitura.redeinfo.support.Visitor;
import java.net.http.HttpResponse;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

@IntegrationTest
@DisplayName("The pages of rounds and nominations")
class NominationPagesTest {

  @Autowired TestPeople people;
  @Autowired AutowireCapableBeanFactory beans;

  private NominationWorld world;
  private Body body;
  private Person coordinator;
  private Visitor coordination;

  @BeforeEach
  void setUp() {
    world = beans.createBean(NominationWorld.class);
    body = world.body();
    coordinator = people.withFunction(Function.COORDINATION, "cgm");
    coordination = people.signIn(coordinator);
  }

  @Test
  @DisplayName("open a round after showing whom it would ask, and follow it")
  void openARound() {
    String form =
        "name=Rodada+inventada&tracks=OPEN_GOVERNMENT&scope=CHOSEN&bodyIds="
            + body.id()
            + "&deadline="
            + world.today().plusDays(30);

    HttpResponse<String> review = coordination.postForm("/rounds/new", form + "&action=REVIEW");
    HttpResponse<String> opened = coordination.postForm("/rounds/new", form + "&action=OPEN");

    assertThat(review.statusCode()).isEqualTo(200);
    assertThat(review.body())
        .contains("Confira antes de abrir", body.acronym(), "Abrir para 1 órgão");
    assertThat(opened.statusCode()).isEqualTo(302);
    String round = opened.headers().firstValue("Location").orElseThrow();
    assertThat(coordination.get(round).body())
        .contains("Rodada inventada", "0 de 1 iniciadas", "hx-get");
    assertThat(progress(round).headers().firstValue("HX-Refresh")).isEmpty();

    world.runJobs();

    assertThat(progress(round).headers().firstValue("HX-Refresh")).contains("true");
    assertThat(coordination.get(round).body())
        .contains(body.acronym() + " · gabinete", "Indicar servidores")
        .doesNotContain("hx-get=\"/rounds");
  }

  private HttpResponse<String> progress(String round) {
    return coordination.send(round + "/progress", request -> request.header("HX-Request", "true"));
  }

  @Test
  @DisplayName("say next to the fields what a round lacks and keep what was typed")
  void sayWhatARoundLacks() {
    HttpResponse<String> answer =
        coordination.postForm(
            "/rounds/new",
            "name=&note=Um+recado&scope=CHOSEN&deadline=" + world.today() + "&action=OPEN");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body())
        .contains(
            "Dê um nome à rodada.",
            "Escolha ao menos uma trilha.",
            "Escolha ao menos um órgão.",
            "Um recado");
  }

  @Test
  @DisplayName("refuse malformed rounds with a 400")
  void refuseMalformedRounds() {
    for (String form :
        List.of(
            "action=NOPE",
            "scope=NOPE&action=REVIEW",
            "deadline=ontem&action=REVIEW",
            "bodyIds=abc&action=REVIEW",
            "tracks=NOPE&action=REVIEW",
            "name=" + "a".repeat(3000) + "&action=OPEN")) {
      assertThat(coordination.postForm("/rounds/new", form).statusCode()).as(form).isEqualTo(400);
    }
    for (String path :
        List.of("/rounds/abc", "/rounds/999999999", "/rounds/abc.csv", "/nominations/999999999")) {
      assertThat(coordination.get(path).statusCode()).as(path).isEqualTo(404);
    }
    assertThat(coordination.get("/rounds?before=x").statusCode()).isEqualTo(400);
  }

  @Test
  @DisplayName("remind once a working day, and only for nominations of the round")
  void remindOnceADay() {
    people.withFunction(Function.OFFICE, body.slug());
    long round = openRound();
    long nomination = world.nominationOf(round, body);
    long other = openRoundOf(world.body());

    assertThat(remind(round, "one=" + nomination)).contains("Um lembrete foi enviado.");
    assertThat(remind(round, "nominations=" + nomination)).contains("Ninguém foi lembrado");
    assertThat(send(other, "one=" + nomination).statusCode()).isEqualTo(404);
    assertThat(send(round, "allOverdue=true").statusCode()).isEqualTo(400);
  }

  @Test
  @DisplayName(
      "show a round of many bodies page by page, and come back to the page after a reminder")
  void showARoundPageByPage() {
    List<Body> many = Stream.generate(world::body).limit(28).toList();
    many.forEach(asked -> people.withFunction(Function.OFFICE, asked.slug()));
    long round = world.openRound(coordinator, Set.of(Track.OPEN_GOVERNMENT), many);
    List<Body> inOrder = many.stream().sorted(Comparator.comparing(Body::acronym)).toList();
    long twentyFifth = world.nominationOf(round, inOrder.get(24));
    String second = "/rounds/" + round + "?state=DRAFT&after=" + twentyFifth;

    assertThat(coordination.get("/rounds/" + round + "?state=DRAFT").body())
        .contains(row(inOrder.get(0)), row(inOrder.get(24)), second.replace("&", "&amp;"))
        .doesNotContain(row(inOrder.get(25)));
    assertThat(coordination.get(second).body())
        .contains(row(inOrder.get(25)), row(inOrder.get(27)), "name=\"after\"")
        .doesNotContain(row(inOrder.get(24)), "rel=\"next\"");
    assertThat(coordination.get("/rounds/" + round + "?state=IN_FORCE").body())
        .contains("Nenhum órgão nesta situação")
        .doesNotContain(row(inOrder.get(0)));
    assertThat(coordination.get("/rounds/" + round + "?only=OVERDUE").body())
        .contains("Em atraso")
        .doesNotContain(row(inOrder.get(0)));

    HttpResponse<String> reminded =
        send(
            round,
            "state=DRAFT&after=%d&nominations=%d&nominations=%d"
                .formatted(
                    twentyFifth,
                    world.nominationOf(round, inOrder.get(25)),
                    world.nominationOf(round, inOrder.get(26))));

    assertThat(reminded.headers().firstValue("Location")).contains(second);
    assertThat(coordination.get(second).body()).contains("2 lembretes foram enviados.");
  }

  private String row(Body listed) {
    return ">" + listed.name() + "<";
  }

  @Test
  @DisplayName("list the nominations that a vacancy caused")
  void listVacancies() {
    Person leaving = world.person(body);
    Appointment seat = world.seat(leaving, body, new SeatKey(Track.OPEN_GOVERNMENT, Seat.SUPLENTE));
    world.appointments.end(seat.id(), world.today().minusDays(1), EndReason.RESIGNED, null);
    world.runJobs();
    long nomination = world.nominationForVacancy(seat.id());
    String line = "/nominations/" + nomination + "\"";

    assertThat(coordination.get("/rounds").body()).contains("/rounds/vacancies");
    assertThat(coordination.get("/rounds/vacancies").body())
        .contains(line, body.name(), "Governo aberto – suplente", body.acronym() + " · gabinete");
    assertThat(coordination.get("/rounds/vacancies?before=" + nomination).body())
        .doesNotContain(line);

    world.commands.withdraw(nomination, world.signedIn(coordinator), "Sem efeito");
    world.runJobs();

    assertThat(coordination.get("/rounds/vacancies").body()).doesNotContain(line);
    assertThat(coordination.get("/rounds/vacancies?all=true").body()).contains(line, "Retirada");
  }

  private String remind(long round, String form) {
    assertThat(send(round, form).statusCode()).isEqualTo(302);
    return coordination.get("/rounds/" + round).body();
  }

  private HttpResponse<String> send(long round, String form) {
    return coordination.postForm("/rounds/" + round + "/reminders", form);
  }

  @Test
  @DisplayName("export who waits for whom")
  void export() {
    long round = openRound();

    assertThat(coordination.get("/rounds/" + round + ".csv").body())
        .startsWith("\uFEFFSigla;Órgão;Situação")
        .contains(body.acronym() + ";", "Indicar servidores;" + body.acronym() + " · gabinete;");
  }

  @Test
  @DisplayName("are read by those concerned and nobody else")
  void areReadByThoseConcerned() {
    long nomination = world.nominationOf(openRound(), body);
    String page = "/nominations/" + nomination;

    assertThat(people.signIn(people.withFunction(Function.HEAD, body.slug())).get(page).body())
        .contains(body.name(), "O gabinete indica as pessoas.");
    assertThat(people.signIn(people.withFunction(Function.AUDITOR, "cgm")).get(page).statusCode())
        .isEqualTo(200);
    assertThat(people.signIn(people.withFunction(Function.HEAD, "sme")).get(page).statusCode())
        .isEqualTo(404);
    assertThat(people.visitor().get(page).statusCode()).isEqualTo(302);
  }

  @Test
  @DisplayName("let the office withdraw with a reason, and nobody else of the body")
  void withdraw() {
    long nomination = world.nominationOf(openRound(), body);
    String path = "/nominations/" + nomination + "/withdraw";
    Visitor office = people.signIn(people.withFunction(Function.OFFICE, body.slug()));
    Visitor head = people.signIn(people.withFunction(Function.HEAD, body.slug()));

    assertThat(head.get(path).statusCode()).isEqualTo(403);
    assertThat(head.post(path, Map.of("reason", "Não convém")).statusCode()).isEqualTo(403);
    assertThat(office.get(path).body()).contains("Isto não pode ser desfeito.");
    HttpResponse<String> empty = office.post(path, Map.of("reason", " "));
    assertThat(empty.statusCode()).isEqualTo(400);
    assertThat(empty.body()).contains("id=\"reason-error\"");
    assertThat(office.post(path, Map.of("reason", "O órgão será extinto")).statusCode())
        .isEqualTo(302);
    world.runJobs();

    assertThat(world.state(nomination)).isEqualTo(NominationState.CLOSED);
    assertThat(office.get("/nominations/" + nomination).body())
        .contains("Indicação retirada", "O órgão será extinto");
    assertThat(office.post(path, Map.of("reason", "De novo")).statusCode()).isEqualTo(409);
  }

  @Test
  @DisplayName("stand on the body's page and on the start pages of those who answer for them")
  void standOnOtherPages() {
    openRound();
    world.openRound(coordinator, Set.of(Track.ACCESS_TO_INFORMATION), List.of(body));
    world.runJobs();
    Visitor office = people.signIn(people.withFunction(Function.OFFICE, body.slug()));

    assertThat(office.get("/").body())
        .contains("Indicação de " + body.acronym())
        .containsSubsequence("Rascunho", "Rascunho");
    assertThat(office.get("/bodies/" + body.slug()).body()).contains("Indicações", "Rascunho");
    assertThat(coordination.get("/").body()).contains("órgãos com mandatos vigentes");
  }

  private long openRound() {
    return openRoundOf(body);
  }

  private long openRoundOf(Body asked) {
    long round = world.openRound(coordinator, Set.of(Track.OPEN_GOVERNMENT), List.of(asked));
    world.runJobs();
    return round;
  }
}
