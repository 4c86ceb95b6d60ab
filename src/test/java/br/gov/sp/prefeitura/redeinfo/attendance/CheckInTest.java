package br.gov.sp.prefeitura.redeinfo.attendance;

import static org.assertj.core.api.Assertions.assertThat;

import br.gov.sp.prefeitura.redeinfo.attendance.AttendanceSheets.Counts;
import br.gov.sp.prefeitura.redeinfo.network.Function;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.shared.time.MovableClock;
import br.gov.sp.prefeitura.redeinfo.support.AttendanceLife;
import br.gov.sp.prefeitura.redeinfo.support.IntegrationTest;
import br.gov.sp.prefeitura.redeinfo.support.TestPeople;
import br.gov.sp.prefeitura.redeinfo.support.Visitor;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@IntegrationTest
@DisplayName("Checking in")
class CheckInTest {

  private static final String WRONG = "não vale mais";

  @Autowired AttendanceLife life;
  @Autowired AttendanceSheets sheets;
  @Autowired TestPeople people;
  @Autowired JdbcClient jdbc;
  @Autowired MovableClock clock;

  private Person ana;
  private Visitor visitor;
  private long event;
  private String path;
  private Instant start;

  @BeforeEach
  void expect() {
    // Nothing is about to change while a test looks.
    start = clock.instant().truncatedTo(java.time.temporal.ChronoUnit.MINUTES);
    clock.setTo(start.plusSeconds(3));
    ana = people.person("svma");
    visitor = people.signIn(ana);
    event = life.event(start, start.plus(Duration.ofHours(2)), List.of(ana));
    path = "/check-in/" + event;
  }

  @AfterEach
  void restore() {
    clock.restore();
  }

  @Test
  @DisplayName("by the code on the screen records the person once, however often they confirm")
  void recordsOnce() {
    assertThat(visitor.get(path + "/" + code()).headers().firstValue("Location")).hasValue(path);
    assertThat(visitor.get(path).body()).contains("Registrar minha presença").contains("Encontro");
    List<Integer> answers =
        IntStream.range(0, 6)
            .mapToObj(
                i -> CompletableFuture.supplyAsync(() -> visitor.post(path, Map.of()).statusCode()))
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .toList();
    assertThat(answers).containsOnly(302);
    assertThat(visitor.get(path).body()).contains("Sua presença está registrada");
    assertThat(counts()).isEqualTo(new Counts(1, 1, 0, 0));
    assertThat(
            jdbc.sql(
                    "SELECT count(*) FROM audit_entry WHERE action = 'attendance.checked-in' AND subject_id = ?")
                .param("" + event)
                .query(Long.class)
                .single())
        .isEqualTo(1);
  }

  @Test
  @DisplayName("takes who has not signed in through the sign-in, although the code is old then")
  void waitsForTheSignIn() {
    Visitor phone = people.visitor();
    HttpResponse<String> read = phone.get(path + "/" + code());
    assertThat(read.statusCode()).isEqualTo(302);
    assertThat(read.headers().firstValue("Set-Cookie").orElseThrow())
        .contains("HttpOnly")
        .contains("SameSite=Lax")
        .contains("Path=" + path);
    assertThat(phone.get(path).headers().firstValue("Location").orElseThrow()).contains("/login");
    HttpResponse<String> signedIn =
        phone.post("/login", Map.of("username", ana.username(), "password", TestPeople.PASSWORD));
    assertThat(signedIn.headers().firstValue("Location")).hasValue(path);
    clock.setTo(start.plus(Duration.ofMinutes(8)));
    assertThat(phone.post(path, Map.of()).statusCode()).isEqualTo(302);
    assertThat(counts().present()).isEqualTo(1);
  }

  @Test
  @DisplayName("by a typed code works in small letters with a space")
  void typed() {
    String code = code().toLowerCase();
    assertThat(
            visitor
                .post(
                    path + "/code", Map.of("code", code.substring(0, 4) + " " + code.substring(4)))
                .statusCode())
        .isEqualTo(302);
    assertThat(visitor.post(path, Map.of()).statusCode()).isEqualTo(302);
    assertThat(counts().present()).isEqualTo(1);
  }

  @Test
  @DisplayName("holds for the code shown and the one before, and no longer")
  void codesRotate() {
    String code = code();
    clock.setTo(start.plusSeconds(33));
    assertThat(code()).isNotEqualTo(code);
    assertThat(visitor.get(path + "/" + code).statusCode()).isEqualTo(302);
    clock.setTo(start.plusSeconds(63));
    HttpResponse<String> late = visitor.get(path + "/" + code);
    assertThat(late.statusCode()).isEqualTo(400);
    assertThat(late.body()).contains(WRONG).doesNotContain("Encontro");
  }

  @Test
  @DisplayName("is bound to the event: another one's code is worth nothing")
  void boundToTheEvent() {
    long other = life.event(start, start.plus(Duration.ofHours(2)), List.of(ana));
    assertThat(visitor.get(path + "/" + life.code(other)).statusCode()).isEqualTo(400);
    visitor.get("/check-in/" + other + "/" + life.code(other));
    assertThat(visitor.post(path, Map.of()).statusCode()).isEqualTo(400);
    assertThat(counts().present()).isZero();
  }

  @Test
  @DisplayName("needs a ticket of this application, that is not too old")
  void forgedTickets() {
    for (String ticket :
        List.of(
            start.plusSeconds(600).getEpochSecond() + "." + "A".repeat(43),
            "999999999999." + "_".repeat(43),
            "x",
            "")) {
      String cookies =
          "REDE_INFO_SESSION="
              + visitor.cookie("REDE_INFO_SESSION").orElseThrow()
              + "; REDE_INFO_CHECK_IN="
              + ticket;
      HttpResponse<String> answer =
          people.visitor().send(path, request -> request.header("Cookie", cookies).GET());
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.body()).contains("Código da tela").doesNotContain("Registrar minha");
    }
    visitor.get(path + "/" + code());
    clock.setTo(start.plus(Duration.ofMinutes(11)));
    assertThat(visitor.post(path, Map.of()).body()).contains(WRONG);
    assertThat(counts().present()).isZero();
  }

  @Test
  @DisplayName("is for those on the sheet, and tells others nothing of the event")
  void onlyOnTheSheet() {
    Visitor stranger = people.signIn(people.person("svma"));
    stranger.get(path + "/" + code());
    assertThat(stranger.get(path).body()).doesNotContain("Encontro").contains("Código da tela");
    HttpResponse<String> answer = stranger.post(path, Map.of());
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains("Você não está na lista");
    assertThat(counts()).isEqualTo(new Counts(1, 0, 0, 0));
  }

  @Test
  @DisplayName("opens half an hour before and ends half an hour after the event")
  void inItsTime() {
    clock.setTo(start.minus(Duration.ofMinutes(31)));
    Visitor keeper = people.signIn(people.withFunction(Function.COORDINATION, "cgm"));
    assertThat(keeper.get("/attendance/" + event + "/code").body())
        .contains("As pessoas podem registrar presença")
        .doesNotContain("<svg class=\"check-in-code__qr\"");
    clock.setTo(start.minus(Duration.ofMinutes(29)));
    assertThat(visitor.get(path + "/" + code()).statusCode()).isEqualTo(302);
    assertThat(keeper.get("/attendance/" + event + "/code").body())
        .contains("<svg class=\"check-in-code__qr\"")
        .contains(life.code(event).substring(0, 4));
    clock.setTo(start.plus(Duration.ofMinutes(149)));
    String last = code();
    assertThat(visitor.get(path + "/" + last).statusCode()).isEqualTo(302);
    clock.setTo(start.plus(Duration.ofMinutes(150)));
    assertThat(visitor.get(path + "/" + last).statusCode()).isEqualTo(400);
    assertThat(visitor.post(path, Map.of()).statusCode()).as("with a ticket").isEqualTo(400);
  }

  @Test
  @DisplayName("does not undo what a keeper marked, nor changes a complete sheet")
  void keepersDecide() {
    visitor.get(path + "/" + code());
    Visitor keeper = people.signIn(people.withFunction(Function.COORDINATION, "cgm"));
    keeper.post(
        "/attendance/" + event + "/entries", Map.of("person", "" + ana.id(), "status", "ABSENT"));
    HttpResponse<String> answer = visitor.post(path, Map.of());
    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.body()).contains("marcou sua ausência");
    keeper.post("/attendance/" + event + "/completion", Map.of("unmarked", "0"));
    assertThat(visitor.post(path, Map.of()).statusCode()).isEqualTo(409);
    assertThat(counts()).isEqualTo(new Counts(1, 0, 1, 0));
  }

  @Test
  @DisplayName("by guessing is slowed down, for the one who guesses alone")
  void guessesAreSlowedDown() {
    int status = 0;
    for (int i = 0; i < 30 && status != 429; i++) {
      status = visitor.get(path + "/AAAA" + (2000 + i)).statusCode();
    }
    assertThat(status).isEqualTo(429);
    assertThat(visitor.get(path + "/" + code()).statusCode()).as("the right one").isEqualTo(429);
    Person bia = people.person("svma");
    life.expect(event, List.of(bia));
    Visitor other = people.signIn(bia);
    assertThat(other.get(path + "/" + code()).statusCode()).isEqualTo(302);
  }

  private String code() {
    return life.code(event);
  }

  private Counts counts() {
    return sheets.counts(List.of(event)).get(event);
  }
}
