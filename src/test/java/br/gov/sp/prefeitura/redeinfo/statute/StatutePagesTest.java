package br.gov.sp.prefeitura.redeinfo.statute;

import static org.assertj.core.api.Assertions.assertThat;

import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.network.Function;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import br.gov.sp.prefeitura.redeinfo.statute.domain.StatuteDesk;
import br.gov.sp.prefeitura.redeinfo.statute.domain.StatuteText;
import br.gov.sp.prefeitura.redeinfo.statute.domain.StatuteVersion;
import br.gov.sp.prefeitura.redeinfo.support.IntegrationTest;
import br.gov.sp.prefeitura.redeinfo.support.StatuteLife;
import br.gov.sp.prefeitura.redeinfo.support.TestBodies;
import br.gov.sp.prefeitura.redeinfo.support.TestPeople;
import br.gov.sp.prefeitura.redeinfo.support.Visitor;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
@DisplayName("The statute's pages")
class StatutePagesTest {

  @Autowired StatuteLife statute;
  @Autowired StatuteDesk desk;
  @Autowired TestPeople people;
  @Autowired TestBodies bodies;
  @Autowired Clock clock;

  @Test
  @DisplayName(
      "show anybody the version in force, the earlier ones, and what changed between any two")
  void reading() {
    StatuteVersion first =
        statute.publish(new StatuteText("A rede é aberta.", "Titulares.", "Ir.", "Aulas."));
    StatuteVersion second = statute.publish(first.text());
    StatuteVersion third =
        statute.publish(
            new StatuteText(
                "A rede é aberta a todos.\n\n<b>Sempre</b>.", "Titulares.", "Ir.", "Aulas."));
    Visitor anybody = people.visitor();

    assertThat(anybody.get("/statute").body())
        .contains("Versão " + third.number(), "aberta a todos.", "&lt;b&gt;Sempre", third.act())
        .contains(">em vigor<")
        .doesNotContain("substituída");
    assertThat(anybody.get(first.path()).body())
        .contains("não está mais em vigor", "A rede é aberta.", "substituída")
        .doesNotContain(">em vigor<");
    assertThat(anybody.get("/statute/versions").body())
        .contains(first.act(), second.act(), third.act())
        .containsOnlyOnce(">em vigor<");
    assertThat(anybody.get(second.path() + "/changes").body()).contains("O texto é o mesmo");
    String changes = anybody.get(third.path() + "/changes?with=" + first.number()).body();
    assertThat(changes).contains("<ins>", "<del>", "a todos").doesNotContain("Deveres");
    assertThat(anybody.get(third.path() + "/changes?with=" + third.number()).statusCode())
        .isEqualTo(400);
    assertThat(anybody.get("/statute/999999").statusCode()).isEqualTo(404);
    assertThat(anybody.get(first.path() + "/acceptances").statusCode()).isEqualTo(302);
  }

  @Test
  @DisplayName("take the coordination from the draft over the preview to the publication")
  void writing() {
    Person writer = people.withFunction(Function.COORDINATION, "cgm");
    Visitor coordinator = people.signIn(writer);
    StatuteText text = statute.text();

    HttpResponse<String> saved =
        coordinator.post("/statute/draft", fields(text, desk.draft().revision(), "preview"));
    assertThat(saved.headers().firstValue("Location")).hasValue("/statute/draft/preview");
    assertThat(coordinator.get("/statute/draft/preview").body())
        .contains(text.principles().lines().findFirst().orElseThrow(), "ainda não está publicada");
    assertThat(coordinator.get("/statute/draft").body()).contains("Salvo por " + writer.name());
    int revision = desk.draft().revision();
    String today = SaoPaulo.today(clock).toString();
    HttpResponse<String> wrong =
        coordinator.post(
            "/statute/draft/publication",
            Map.of(
                "revision", "" + revision, "act", "Portaria 7", "seiNumber", "7", "actDay", "x"));
    assertThat(wrong.statusCode()).isEqualTo(400);
    assertThat(wrong.body()).contains("Portaria 7", "0000.0000/0000000-0");
    HttpResponse<String> published =
        coordinator.post(
            "/statute/draft/publication",
            Map.of(
                "revision",
                "" + revision,
                "act",
                "Portaria 7",
                "actDay",
                today,
                "gazetteDay",
                today));

    String location = published.headers().firstValue("Location").orElseThrow();
    assertThat(location).matches("/statute/\\d+/acceptances");
    assertThat(coordinator.get(location).body()).contains("Portaria 7");
    assertThat(people.visitor().get("/statute").body()).contains("Portaria 7");
  }

  @Test
  @DisplayName("keep what two writers typed: the second sees the other's text and decides")
  void twoWriters() {
    Visitor one = people.signIn(people.withFunction(Function.COORDINATION, "cgm"));
    Visitor other = people.signIn(people.withFunction(Function.COORDINATION, "cgm"));
    int read = desk.draft().revision();
    StatuteText theirs = new StatuteText("Texto da primeira.", "b", "c", "d");
    StatuteText mine = new StatuteText("Texto da segunda.", "b", "c", "d");
    one.post("/statute/draft", fields(theirs, read, "save"));

    HttpResponse<String> late = other.post("/statute/draft", fields(mine, read, "save"));

    assertThat(late.statusCode()).isEqualTo(409);
    assertThat(late.body()).contains("Texto da segunda.", "Texto da primeira.");
    int now = desk.draft().revision();
    assertThat(late.body()).contains("name=\"revision\" value=\"" + now + "\"");
    other.post("/statute/draft", fields(mine, now, "save"));
    assertThat(desk.draft().text().principles()).isEqualTo("Texto da segunda.");
    other.post("/statute/draft/discard", Map.of("revision", "" + desk.draft().revision()));
    assertThat(desk.draft().revision()).isZero();
  }

  @Test
  @DisplayName("tell the coordination who accepted and who has still to, and what they ask")
  void acceptances() {
    Body body = bodies.make("SECRETARIA", "RF");
    Person accepts = people.withFunction(Function.VOLUNTEER, body.slug());
    Person asks = people.withFunction(Function.VOLUNTEER, body.slug());
    StatuteVersion version = statute.publishFor(accepts, asks);
    statute.answer(statute.request(version, accepts), accepts, Map.of("answer", "accept"));
    statute.answer(
        statute.request(version, asks),
        asks,
        Map.of("answer", "talk", "question", "E nas férias?"));
    Visitor coordinator = people.signIn(people.withFunction(Function.COORDINATION, "cgm"));
    String path = version.path() + "/acceptances";

    assertThat(coordinator.get(path).body())
        .contains(accepts.name(), asks.name(), "pela tarefa da nova versão", "E nas férias?");
    assertThat(coordinator.get(path + "?show=ACCEPTED").body())
        .contains(accepts.name())
        .doesNotContain(asks.name());
    assertThat(coordinator.get(path + "?show=QUESTION").body())
        .contains(asks.name())
        .doesNotContain(accepts.name());
    assertThat(coordinator.get(path + "?show=LATE").body()).contains("Ninguém");
    assertThat(coordinator.get(path + "?after=" + accepts.id()).statusCode()).isEqualTo(200);
    assertThat(coordinator.get(path + ".csv").body())
        .contains(accepts.name() + ";" + body.acronym() + ";" + version.number() + ";aceitou;");
    assertThat(people.signIn(people.withFunction(Function.AUDITOR, "cgm")).get(path).statusCode())
        .isEqualTo(200);
    Visitor member = people.signIn(asks);
    assertThat(member.get(path).statusCode()).isEqualTo(403);
    assertThat(member.get(version.path()).body()).contains("Aceitar esta versão", "/tasks/");
    assertThat(people.signIn(accepts).get(version.path()).body())
        .doesNotContain("Aceitar esta versão");
  }

  private static Map<String, String> fields(StatuteText text, int revision, String then) {
    return Map.of(
        "revision", "" + revision,
        "principles", text.principles(),
        "roles", text.roles(),
        "duties", text.duties(),
        "activities", text.activities(),
        "then", then);
  }
}
