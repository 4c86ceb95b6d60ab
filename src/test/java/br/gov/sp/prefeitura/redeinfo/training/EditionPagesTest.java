package br.gov.sp.prefeitura.redeinfo.training;

import static org.assertj.core.api.Assertions.assertThat;

import br.gov.sp.prefeitura.redeinfo.attendance.AttendanceOwner;
import br.gov.sp.prefeitura.redeinfo.network.Function;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import br.gov.sp.prefeitura.redeinfo.support.IntegrationTest;
import br.gov.sp.prefeitura.redeinfo.support.TestPeople;
import br.gov.sp.prefeitura.redeinfo.support.TrainingLife;
import br.gov.sp.prefeitura.redeinfo.support.Visitor;
import br.gov.sp.prefeitura.redeinfo.training.domain.Edition;
import br.gov.sp.prefeitura.redeinfo.training.domain.Session;
import br.gov.sp.prefeitura.redeinfo.training.domain.SessionService;
import java.net.http.HttpResponse;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
@DisplayName("The planning pages of trainings")
class EditionPagesTest {

  private static final String PLANNING = "/trainings/planning";

  @Autowired TrainingLife trainings;
  @Autowired SessionService sessions;
  @Autowired List<AttendanceOwner> owners;
  @Autowired TestPeople people;

  @Test
  @DisplayName("take an edition from a blank form to its publication, row by row, without scripts")
  void planAndPublish() {
    Visitor coordination = coordination();
    Person trainer = people.person("svma");
    assertThat(coordination.get(PLANNING + "/new").body()).contains("sessions[0].title");
    Map<String, String> typed = plan(trainer);
    HttpResponse<String> another = post(coordination, "/new", typed, "action", "ADD_SESSION");
    assertThat(another.statusCode()).isEqualTo(200);
    assertThat(another.body()).contains("sessions[1].title", "Curso &lt;b&gt;novo&lt;/b&gt;");
    session(typed, 1, 27);
    session(typed, 2, 34);
    HttpResponse<String> fewer = post(coordination, "/new", typed, "remove", "1");
    assertThat(fewer.body()).contains("value=\"Encontro 2\"").doesNotContain("Encontro 1\"");

    HttpResponse<String> saved = post(coordination, "/new", typed, "action", "SAVE");
    long id = id(saved);
    Edition draft = trainings.get(id);
    assertThat(draft.state()).isEqualTo(EditionState.DRAFT);
    assertThat(draft.title()).isEqualTo("Curso <b>novo</b>");
    assertThat(trainings.sessions(id)).hasSize(3);
    String desk = coordination.get(PLANNING + "/" + id).body();
    assertThat(desk)
        .contains("O rascunho foi salvo", "Curso &lt;b&gt;novo&lt;/b&gt;", trainer.name())
        .doesNotContain("<b>novo");
    assertThat(coordination.get(PLANNING + "/" + id + "/edit").body())
        .contains(trainer.email(), "value=\"Encontro 0\"");

    assertThat(coordination.get(PLANNING + "/" + id + "/publish").body()).contains("Encontro 2");
    assertThat(post(coordination, "/" + id + "/publish", Map.of()).statusCode()).isEqualTo(302);
    assertThat(trainings.get(id).state()).isEqualTo(EditionState.PUBLISHED);
    assertThat(post(coordination, "/" + id + "/publish", Map.of()).statusCode()).isEqualTo(409);
    assertThat(coordination.get(PLANNING + "/" + id).body()).contains("/attendance/");
  }

  @Test
  @DisplayName("publish nothing without a session, and say what is missing")
  void nothingToHold() {
    Visitor coordination = coordination();
    Map<String, String> typed = plan(people.person("svma"));
    typed.keySet().removeIf(field -> field.startsWith("sessions"));
    long id = id(post(coordination, "/new", typed, "action", "SAVE"));

    HttpResponse<String> answer = post(coordination, "/" + id + "/publish", Map.of());
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("Planeje ao menos um encontro");
    assertThat(post(coordination, "/" + id + "/discard", Map.of()).statusCode()).isEqualTo(302);
    assertThat(coordination.get(PLANNING + "/" + id).statusCode()).isEqualTo(404);
  }

  @Test
  @DisplayName("keep what was typed, and lose nobody else's change of a draft")
  void twoAtOnce() {
    Visitor coordination = coordination();
    Map<String, String> typed = plan(people.person("svma"));
    long id = id(post(coordination, "/new", typed, "action", "SAVE"));
    typed.put("version", "0");
    typed.put("title", "Primeira");
    assertThat(post(coordination, "/" + id + "/edit", typed, "action", "SAVE").statusCode())
        .isEqualTo(302);
    typed.put("title", "Segunda");
    HttpResponse<String> late = post(coordination, "/" + id + "/edit", typed, "action", "SAVE");
    assertThat(late.statusCode()).isEqualTo(409);
    assertThat(late.body()).contains("Outra pessoa alterou este rascunho", "value=\"Segunda\"");
    assertThat(trainings.get(id).title()).isEqualTo("Primeira");
  }

  @Test
  @DisplayName("move a session with its sheet, and cancel another with the reason shown")
  void sessionsChange() {
    Visitor coordination = coordination();
    long id = trainings.published(trainings.draft().sessions(2));
    List<Long> ids = trainings.sessions(id);
    LocalDateTime starts = now().plusDays(50);
    HttpResponse<String> moved =
        post(
            coordination,
            "/" + id + "/sessions/" + ids.get(0) + "/move",
            Map.of(
                "startsAt",
                starts.toString(),
                "endsAt",
                starts.plusHours(3).toString(),
                "place",
                "Auditório",
                "reason",
                "Sala em obras."));
    assertThat(moved.statusCode()).isEqualTo(302);
    Session session = sessions.get(ids.get(0));
    assertThat(session.startsAt()).isEqualTo(starts.atZone(SaoPaulo.ZONE).toInstant());
    assertThat(session.sequence()).isEqualTo(1);
    post(
        coordination,
        "/" + id + "/sessions/" + ids.get(1) + "/cancel",
        Map.of("reason", "Sem gente."));
    assertThat(coordination.get(PLANNING + "/" + id).body())
        .contains("Auditório", "Sala em obras.", "Sem gente.", "Cancelado");
  }

  @Test
  @DisplayName("list participants by arrival, page by page, and as a table without formulas")
  void participants() {
    long id = trainings.enrolling(trainings.draft().capacity(2));
    Person first = people.person("svma");
    trainings.enroll(id, first);
    trainings.enroll(id, people.person("svma"));
    Person waiting = people.person("svma");
    trainings.enroll(id, waiting);
    Visitor coordination = coordination();

    String all = coordination.get(PLANNING + "/" + id + "/participants").body();
    assertThat(all.indexOf(first.name())).isPositive().isLessThan(all.indexOf(waiting.name()));
    assertThat(coordination.get(PLANNING + "/" + id + "/participants?state=WAITING").body())
        .contains(waiting.name())
        .doesNotContain(first.email());
    assertThat(coordination.get(PLANNING + "/" + id + "/participants?after=2").body())
        .contains(waiting.name())
        .doesNotContain(first.email());
    HttpResponse<String> table = coordination.get(PLANNING + "/" + id + "/participants.csv");
    assertThat(table.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
    assertThat(table.body().lines()).hasSize(4);
    assertThat(coordination.get(PLANNING + "/" + id).body()).contains("2/2");
  }

  @Test
  @DisplayName("show the school what it validates, and nothing else")
  void school() {
    long theirs = trainings.published(trainings.draft().certificate(true));
    long other = trainings.published(trainings.draft());
    Visitor school = people.signIn(people.withFunction(Function.EMASP, "seri"));

    String list = school.get(PLANNING).body();
    assertThat(list)
        .contains(trainings.get(theirs).title())
        .doesNotContain(trainings.get(other).title());
    assertThat(school.get(PLANNING + "/" + theirs).statusCode()).isEqualTo(200);
    assertThat(school.get(PLANNING + "/" + other).statusCode()).isEqualTo(404);
    assertThat(school.get(PLANNING + "/" + theirs).body()).doesNotContain("Cancelar a turma");
  }

  @Test
  @DisplayName("follow the background of a cancelled edition until everybody is told")
  void progress() {
    long id = trainings.enrolling(trainings.draft());
    trainings.enroll(id, people.stranger("svma"));
    Visitor coordination = coordination();
    post(coordination, "/" + id + "/cancel", Map.of("reason", "Verba cortada."));
    assertThat(coordination.get(PLANNING + "/" + id).body())
        .contains("As inscrições estão sendo encerradas", "hx-get", "Verba cortada.");
    assertThat(fragment(coordination, id).headers().firstValue("HX-Refresh")).isEmpty();

    trainings.runJobs();
    HttpResponse<String> done = fragment(coordination, id);
    assertThat(done.headers().firstValue("HX-Refresh")).contains("true");
    assertThat(done.body()).doesNotContain("hx-get", "<html");
  }

  @Test
  @DisplayName("name the trainers, who keep the sheets of their edition and nobody else's")
  void trainers() {
    AttendanceOwner owner =
        owners.stream().filter(o -> o.kind().equals("training-session")).findFirst().orElseThrow();
    Person trainer = people.person("svma");
    Person school = people.withFunction(Function.EMASP, "seri");
    Person auditor = people.withFunction(Function.AUDITOR, "seri");
    long id = trainings.published(trainings.draft().keepers(trainer.email()));
    long mine = trainings.sessions(id).get(0);
    long other =
        trainings.sessions(trainings.published(trainings.draft().certificate(true))).get(0);

    assertThat(owner.mayKeep(mine, trainings.signedIn(trainer))).isTrue();
    assertThat(owner.mayRead(other, trainings.signedIn(trainer))).isFalse();
    assertThat(owner.mayKeep(other, trainings.signedIn(school))).isTrue();
    assertThat(owner.mayRead(mine, trainings.signedIn(school))).isFalse();
    assertThat(owner.mayRead(mine, trainings.signedIn(auditor))).isTrue();
    assertThat(owner.mayKeep(mine, trainings.signedIn(auditor))).isFalse();
    post(coordination(), "/" + id + "/trainers", Map.of("keepers", ""));
    assertThat(owner.mayRead(mine, trainings.signedIn(trainer))).isFalse();
  }

  private HttpResponse<String> fragment(Visitor visitor, long id) {
    return visitor.send(
        PLANNING + "/" + id + "/progress", request -> request.header("HX-Request", "true").GET());
  }

  private Visitor coordination() {
    return people.signIn(trainings.coordinator());
  }

  private LocalDateTime now() {
    return LocalDateTime.ofInstant(trainings.now(), SaoPaulo.ZONE).withNano(0).withSecond(0);
  }

  private Map<String, String> plan(Person trainer) {
    Map<String, String> typed = new LinkedHashMap<>();
    typed.put("title", "Curso <b>novo</b>");
    typed.put("kind", "COURSE");
    typed.put("content", "Transparência\nativa");
    typed.put("keepers", trainer.email());
    typed.put("audience", "NETWORK");
    typed.put("capacity", "40");
    typed.put("enrolmentFrom", now().plusDays(1).toString());
    typed.put("enrolmentUntil", now().plusDays(10).toString());
    typed.put("releasePolicy", "ESCALATE");
    typed.put("releaseDays", "5");
    typed.put("minimumAttendance", "75");
    typed.put("certificate", "true");
    session(typed, 0, 20);
    return typed;
  }

  private void session(Map<String, String> typed, int row, int days) {
    String field = "sessions[" + row + "].";
    typed.put(field + "title", "Encontro " + row);
    typed.put(field + "startsAt", now().plusDays(days).toString());
    typed.put(field + "endsAt", now().plusDays(days).plusHours(4).toString());
    typed.put(field + "place", "Sala 1");
  }

  private HttpResponse<String> post(
      Visitor visitor, String path, Map<String, String> typed, String name, String value) {
    Map<String, String> all = new LinkedHashMap<>(typed);
    all.put(name, value);
    return post(visitor, path, all);
  }

  private HttpResponse<String> post(Visitor visitor, String path, Map<String, String> typed) {
    return visitor.post(PLANNING + path, typed);
  }

  private static long id(HttpResponse<String> saved) {
    assertThat(saved.statusCode()).as(saved.body()).isEqualTo(302);
    String address = saved.headers().firstValue("Location").orElseThrow();
    return Long.parseLong(address.substring(address.lastIndexOf('/') + 1));
  }
}
