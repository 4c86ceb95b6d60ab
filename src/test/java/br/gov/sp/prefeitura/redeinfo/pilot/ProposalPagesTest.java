package br.gov.sp.prefeitura.redeinfo.pilot;

import static org.assertj.core.api.Assertions.assertThat;

import br.gov.sp.prefeitura.redeinfo.identity.Groups;
import br.gov.sp.prefeitura.redeinfo.network.Appointment;
import br.gov.sp.prefeitura.redeinfo.network.Appointment.EndReason;
import br.gov.sp.prefeitura.redeinfo.network.Appointments;
import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.network.Function;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.DraftService;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.PilotDesk;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.Submissions;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.TypedProposal;
import br.gov.sp.prefeitura.redeinfo.pilot.process.PilotProjectProcess;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import br.gov.sp.prefeitura.redeinfo.support.IntegrationTest;
import br.gov.sp.prefeitura.redeinfo.support.PilotLife;
import br.gov.sp.prefeitura.redeinfo.support.PilotLife.Team;
import br.gov.sp.prefeitura.redeinfo.support.TasklistClient;
import br.gov.sp.prefeitura.redeinfo.support.TestBodies;
import br.gov.sp.prefeitura.redeinfo.support.TestPeople;
import br.gov.sp.prefeitura.redeinfo.support.Visitor;
import br.gov.sp.prefeitura.redeinfo.workflow.TaskInbox;
import br.gov.sp.prefeitura.redeinfo.workflow.TaskInbox.OpenTask;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@IntegrationTest
@DisplayName("The page of a proposal")
public class ProposalPagesTest {

  @Autowired PilotLife life;
  @Autowired TestPeople people;
  @Autowired TestBodies bodies;
  @Autowired DraftService drafts;
  @Autowired Submissions submissions;
  @Autowired PilotDesk desk;
  @Autowired Appointments appointments;
  @Autowired TransactionTemplate transaction;
  @Autowired TaskInbox inbox;
  @Autowired JdbcClient jdbc;
  @Autowired ObjectMapper json;
  @Autowired Clock clock;

  private Team team;

  @BeforeEach
  void aTeam() {
    team = life.team();
  }

  @Test
  @DisplayName("begins with a title alone; who began it answers for it until somebody else does")
  void begins() {
    Visitor visitor = people.signIn(team.member());
    assertThat(visitor.get("/pilots/new").body()).contains(team.body().acronym());
    HttpResponse<String> refused = begin(visitor, team.body(), " ");
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body()).contains("Dê um título");
    HttpResponse<String> begun = begin(visitor, team.body(), "Ônibus pontuais");
    assertThat(begun.statusCode()).isEqualTo(302);
    long id = Long.parseLong(location(begun).replaceAll("\\D+", ""));
    assertThat(desk.get(id).sponsorId()).isEqualTo(team.member().id());
    String page = visitor.get(location(begun)).body();
    assertThat(page).contains("value=\"Ônibus pontuais\"", "2 de 6 partes prontas");
    assertThat(begin(visitor, bodies.make(), "De outro órgão").statusCode()).isEqualTo(403);
  }

  @Test
  @DisplayName("saves a draft as it is, whatever is missing, and shows it to whoever writes on")
  void saves() {
    long id = life.draft(team);
    Map<String, String> typed = typed(id);
    typed.put("problem", "Só o começo <script>");
    typed.put("seiNumber", "ainda não sei");
    typed.remove("risks");
    typed.put("milestones[4].title", "Mais um");
    Visitor visitor = people.signIn(team.member());
    assertThat(save(visitor, id, revision(id), typed).statusCode()).isEqualTo(302);
    String seen = people.signIn(team.office()).get(path(id)).body();
    assertThat(seen)
        .contains("Só o começo &lt;script&gt;", "ainda não sei", "Mais um", team.member().name())
        .doesNotContain("<script>Só");
    assertThat(desk.get(id).state()).isEqualTo(PilotState.DRAFT);
  }

  @Test
  @DisplayName("adds and takes out rows without any script")
  void rows() {
    long id = life.draft(team);
    Visitor visitor = people.signIn(team.member());
    Map<String, String> typed = typed(id);
    typed.put("action", "add:partners");
    HttpResponse<String> added = save(visitor, id, revision(id), typed);
    assertThat(location(added)).endsWith("?more=partners#partners");
    assertThat(visitor.get(path(id) + "?more=partners").body())
        .contains("name=\"partners[0].part\"");
    typed.put("action", "remove:milestones:0");
    save(visitor, id, revision(id), typed);
    assertThat(drafts.current(id).typed().get("milestones[0].title")).isEqualTo("Publicar o mapa");
    assertThat(drafts.current(id).typed().rows("milestones")).isEqualTo(1);
  }

  @Test
  @DisplayName("shows a second writer what the first one wrote, and loses neither text")
  void secondWriter() {
    long id = life.draft(team);
    int begun = revision(id);
    Map<String, String> first = typed(id);
    Map<String, String> second = typed(id);
    first.put("problem", "O texto da primeira pessoa");
    first.put("indicators", "O indicador da primeira");
    second.put("problem", "O texto da segunda pessoa");
    second.put("risks", "O risco da segunda");
    assertThat(save(people.signIn(team.member()), id, begun, first).statusCode()).isEqualTo(302);
    Visitor office = people.signIn(team.office());
    HttpResponse<String> clash = save(office, id, begun, second);
    assertThat(clash.statusCode()).isEqualTo(409);
    assertThat(clash.body())
        .contains(
            "O texto da primeira pessoa",
            "O texto da segunda pessoa",
            team.member().name() + " escreveu aqui",
            "O indicador da primeira",
            "name=\"base\" value=\"" + revision(id) + "\"");
    assertThat(drafts.current(id).typed().get("problem")).isEqualTo("O texto da primeira pessoa");
    assertThat(drafts.current(id).typed().get("risks")).isEqualTo("O risco da segunda");
    second.put("indicators", "O indicador da primeira");
    assertThat(save(office, id, revision(id), second).statusCode()).isEqualTo(302);
    assertThat(drafts.current(id).typed().get("problem")).isEqualTo("O texto da segunda pessoa");
  }

  @Test
  @DisplayName("loses no answer when everybody saves at the same moment")
  void manyWriters() throws Exception {
    long id = life.draft(team);
    int begun = revision(id);
    List<String> fields = List.of("problem", "baseline", "description", "risks", "budget");
    ExecutorService writers = Executors.newFixedThreadPool(fields.size());
    try {
      Person writer = team.member();
      List<Callable<Boolean>> savings =
          fields.stream()
              .<Callable<Boolean>>map(
                  field ->
                      () -> {
                        Map<String, String> typed = new HashMap<>(life.proposal(team));
                        typed.put("title", desk.get(id).title());
                        typed.put(field, "Escrito ao mesmo tempo: " + field);
                        return drafts
                            .save(id, begun, TypedProposal.of(typed), life.signedIn(writer))
                            .isWhole();
                      })
              .toList();
      for (Future<Boolean> saving : writers.invokeAll(savings)) {
        assertThat(saving.get()).isTrue();
      }
    } finally {
      writers.shutdownNow();
    }
    assertThat(fields)
        .allSatisfy(
            field ->
                assertThat(drafts.current(id).typed().get(field))
                    .isEqualTo("Escrito ao mesmo tempo: " + field));
  }

  @Test
  @DisplayName("tells its script what others changed, what is in conflict and what is missing")
  void script() throws Exception {
    long id = life.draft(team);
    int begun = revision(id);
    Map<String, String> first = typed(id);
    first.put("problem", "Da primeira");
    first.put("baseline", "Hoje, da primeira");
    save(people.signIn(team.member()), id, begun, first);
    Map<String, String> second = typed(id);
    second.put("problem", "Da segunda");
    second.put("baseline", "Hoje há 40 pedidos de informação por mês.");
    second.remove("risks");
    JsonNode answer = autosave(people.signIn(team.office()), id, begun, second);
    assertThat(answer.path("revision").asInt()).isEqualTo(revision(id));
    assertThat(answer.path("others").path("baseline").asText()).isEqualTo("Hoje, da primeira");
    assertThat(answer.path("clashes")).hasSize(1);
    assertThat(answer.path("clashes").get(0).path("fields").path("problem").asText())
        .isEqualTo("Da primeira");
    assertThat(answer.path("clashes").get(0).path("who").asText()).contains(team.member().name());
    assertThat(answer.path("ready").asText()).isEqualTo("5 de 6 partes prontas");
    assertThat(answer.path("gaps").get(0).path("id").asText()).isEqualTo("risks");
    assertThat(answer.path("saved").asText()).matches("Salvo às \\d\\d:\\d\\d");
    int before = revision(id);
    autosave(people.signIn(team.member()), id, before, typed(id));
    assertThat(revision(id)).as("nothing new is no revision").isEqualTo(before);
  }

  @Test
  @DisplayName("keeps what was typed when something is too long, and says so at the field")
  void tooLong() {
    long id = life.draft(team);
    Map<String, String> typed = typed(id);
    typed.put("problem", "x".repeat(8001));
    typed.put("risks", "Um risco novo");
    HttpResponse<String> refused = save(people.signIn(team.member()), id, revision(id), typed);
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body()).contains("x".repeat(8001), "Um risco novo", "Use até 8.000");
    assertThat(drafts.current(id).typed().get("risks")).isNotEqualTo("Um risco novo");
  }

  @Test
  @DisplayName("refuses to send what is not complete, keeps it, and marks the fields")
  void incomplete() {
    long id = life.draft(team);
    Map<String, String> typed = typed(id);
    typed.remove("publicElement");
    typed.put("milestones[0].end", "2001-01-01");
    HttpResponse<String> refused = send(people.signIn(team.member()), id, typed);
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body())
        .contains("id=\"publicElement-error\"", "id=\"milestones-0-end-error\"", "Falta pouco");
    assertThat(drafts.current(id).typed().get("publicElement")).isEmpty();
    assertThat(desk.get(id).state()).isEqualTo(PilotState.DRAFT);
    assertThat(desk.get(id).submission()).isZero();
  }

  @Test
  @DisplayName("sends what is complete; it is kept as it was, and nobody writes on it meanwhile")
  void sends() {
    long id = life.draft(team);
    Visitor visitor = people.signIn(team.member());
    Map<String, String> typed = typed(id);
    typed.put("title", "Praças à vista");
    HttpResponse<String> sent = send(visitor, id, typed);
    assertThat(location(sent)).endsWith("/pilots/" + id);
    assertThat(desk.get(id).state()).isEqualTo(PilotState.IN_ENDORSEMENT);
    assertThat(desk.get(id).title()).isEqualTo("Praças à vista");
    assertThat(submissions.latest(id).orElseThrow().proposal().title()).isEqualTo("Praças à vista");
    assertThat(
            jdbc.sql(
                    """
                    SELECT actor_id FROM audit_entry
                     WHERE action = 'pilot.submitted' AND subject_id = :pilot
                    """)
                .param("pilot", String.valueOf(id))
                .query(Long.class)
                .list())
        .containsExactly(team.member().id());
    assertThat(save(visitor, id, revision(id), typed).statusCode()).isEqualTo(409);
    assertThat(send(visitor, id, typed).statusCode()).isEqualTo(409);
    assertThat(location(visitor.get(path(id)))).endsWith("/pilots/" + id + "/submissions/1");
    assertThat(visitor.get("/pilots/" + id + "/submissions/1").body()).contains("Praças à vista");
    assertThat(visitor.get("/pilots/" + id + "/submissions/2").statusCode()).isEqualTo(404);
  }

  @Test
  @DisplayName("asks only the partners whose part is new when it is sent again")
  void partners() {
    Team partner = life.team();
    long id =
        life.draft(
            team,
            Map.of(
                "partners[0].body",
                partner.body().slug(),
                "partners[0].part",
                "Cede os dados",
                "partners[1].guest",
                "Laboratório",
                "partners[1].part",
                "Ouve as pessoas"));
    life.submit(id, team.member());
    assertThat(desk.get(id).state()).isEqualTo(PilotState.IN_PARTNERSHIP);
    assertThat(partnersOf(id)).containsExactly("Cede os dados ASKED", "Ouve as pessoas ASKED");
    confirm(id, partner.head(), partner.body());
    confirm(id, team.coordinator(), null);
    assertThat(partnersOf(id))
        .containsExactly("Cede os dados CONFIRMED", "Ouve as pessoas CONFIRMED");
    giveBack(id, Map.of());
    life.change(id, team.member(), Map.of("partners[1].part", "Ouve e desenha"));
    life.submit(id, team.member());
    assertThat(partnersOf(id)).containsExactly("Cede os dados CONFIRMED", "Ouve e desenha ASKED");
  }

  private void confirm(long id, Person by, Body partner) {
    OpenTask task =
        life.tasks(id).stream()
            .filter(open -> open.key().equals(PilotProjectProcess.TASK_PARTNERSHIP))
            .filter(
                open ->
                    partner == null || open.candidateGroups().contains(Groups.head(partner.slug())))
            .findFirst()
            .orElseThrow();
    inbox.claim(task.id(), by.username());
    inbox.complete(task.id(), by.username(), Map.of("answer", "confirm"));
    life.runJobs();
  }

  private void giveBack(long id, Map<String, String> comments) {
    Map<String, Object> answer = new HashMap<>(comments);
    answer.put("endorsement", "return");
    answer.put("returnReason", "Falta clareza");
    life.answer(id, PilotProjectProcess.TASK_ENDORSE, team.head(), answer);
  }

  @Test
  @DisplayName("comes back with comments at the questions; the next version shows what changed")
  void comesBack() {
    long id = life.submitted(team);
    giveBack(id, Map.of("problemComment", "Quantas praças?"));
    Visitor visitor = people.signIn(team.member());
    assertThat(visitor.get(path(id)).body())
        .contains("Quantas praças?", "Falta clareza", team.head().name(), "voltou com comentários");
    Map<String, String> typed = typed(id);
    typed.put("problem", "Nas 300 praças as pessoas não sabem quando será a poda.");
    typed.remove("budget");
    assertThat(send(visitor, id, typed).statusCode()).isEqualTo(302);
    life.runJobs();
    String changes = visitor.get("/pilots/" + id + "/submissions/2/changes").body();
    assertThat(changes)
        .contains("<ins>", "<del>", "acrescentado: ", "retirado: ", "Nas 300 praças")
        .doesNotContain("Um mapa que qualquer pessoa consulta.");
    assertThat(submissions.changes(id, 2))
        .extracting(change -> change.field().key())
        .containsExactly("problem", "budget");
    assertThat(visitor.get("/pilots/" + id + "/submissions/1/changes").body())
        .contains("Esta é a primeira versão");
  }

  @Test
  @DisplayName("is sent from the task list, too, where the form says what was asked and is missing")
  void taskList() {
    long id = life.submitted(team);
    giveBack(id, Map.of("problemComment", "Quantas praças?"));
    life.change(id, team.member(), Map.of("risks", " "));
    TasklistClient tasklist = new TasklistClient(people.signIn(team.office()));
    String task = tasklist.task(String.valueOf(id), PilotProjectProcess.TASK_WRITE).id();
    tasklist.claim(task);
    Map<String, JsonNode> shown = tasklist.formVariables(task);
    assertThat(shown.get("gaps").asText()).isEqualTo("falta 1 resposta");
    assertThat(shown.get("comments").toString()).contains("Quantas praças?", team.head().name());
    HttpResponse<String> refused = tasklist.submit(task, Map.of());
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body()).contains("Falta responder");
    life.change(id, team.member(), Map.of("risks", "Chuva"));
    assertThat(tasklist.submit(task, Map.of()).statusCode()).isEqualTo(204);
    life.runJobs();
    assertThat(desk.get(id).state()).isEqualTo(PilotState.IN_ENDORSEMENT);
    assertThat(submissions.get(id, 2).submittedBy()).isEqualTo(team.office().id());
  }

  @Test
  @DisplayName("is the body's: whoever comes after the writer goes on; who left writes no more")
  void successor() {
    long id = life.draft(team, Map.of("problem", "O que a antecessora escreveu"));
    leaves(team.member());
    Person successor = people.withFunction(Function.VOLUNTEER, team.body().slug());
    Visitor visitor = people.signIn(successor);
    String page = visitor.get(path(id)).body();
    assertThat(page).contains("O que a antecessora escreveu", successor.name());
    Map<String, String> typed = typed(id);
    HttpResponse<String> refused = send(visitor, id, typed);
    assertThat(refused.statusCode()).as("the sponsor has left").isEqualTo(400);
    assertThat(refused.body()).contains("id=\"sponsor-error\"");
    typed.put("sponsor", String.valueOf(successor.id()));
    assertThat(send(visitor, id, typed).statusCode()).isEqualTo(302);
    assertThat(desk.get(id).sponsorId()).isEqualTo(successor.id());
    assertThat(people.signIn(team.member()).get(path(id)).statusCode()).isEqualTo(404);
  }

  @Test
  @DisplayName("is read by the head and the coordination, and is not there for anybody else")
  void readers() {
    long id = life.draft(team, Map.of("problem", "Um segredo do órgão"));
    Team other = life.team();
    for (Person reader : List.of(team.head(), team.coordinator())) {
      Visitor visitor = people.signIn(reader);
      assertThat(visitor.get(path(id)).body())
          .contains("Um segredo do órgão")
          .doesNotContain("Enviar a proposta");
      assertThat(save(visitor, id, revision(id), typed(id)).statusCode()).isEqualTo(403);
      assertThat(send(visitor, id, typed(id)).statusCode()).isEqualTo(403);
    }
    Person elector = people.withFunction(Function.CIGA, team.body().slug());
    for (Person stranger : List.of(other.member(), other.head(), elector)) {
      Visitor visitor = people.signIn(stranger);
      assertThat(visitor.get(path(id)).statusCode()).isEqualTo(404);
      assertThat(save(visitor, id, 1, typed(id)).statusCode()).isEqualTo(404);
      assertThat(send(visitor, id, typed(id)).statusCode()).isEqualTo(404);
      assertThat(visitor.get("/pilots/" + id + "/submissions/1").statusCode()).isEqualTo(404);
    }
    assertThat(people.signIn(elector).get("/pilots/new").statusCode()).isEqualTo(403);
  }

  @Test
  @DisplayName("shows similar projects while its title is typed: published ones and the body's own")
  void similar() {
    String word = "capivara" + UUID.randomUUID().toString().replaceAll("[^a-f]", "");
    Team other = life.team();
    long own = life.draft(team, Map.of("title", "Mapa da " + word));
    long secret = life.draft(other, Map.of("title", "Censo da " + word));
    long open = life.draft(other, Map.of("title", "Praça da " + word));
    jdbc.sql("UPDATE pilot SET published_at = now() WHERE id = :pilot")
        .param("pilot", open)
        .update();
    Visitor visitor = people.signIn(team.member());
    String title = URLEncoder.encode("Çonhecer a " + word.substring(0, 9), StandardCharsets.UTF_8);
    String found = visitor.get("/pilots/similar?title=" + title).body();
    assertThat(found)
        .contains("/pilots/" + own + "\"", "/projects/" + open + "\"", other.body().acronym())
        .doesNotContain("Censo", "/" + secret + "\"");
    assertThat(visitor.get("/pilots/similar?title=" + title + "&pilot=" + own).body())
        .doesNotContain("/pilots/" + own + "\"");
    assertThat(visitor.get("/pilots/similar?title=%27%3A%2A%20%7C%20%21%26").body())
        .doesNotContain("<li>");
    assertThat(visitor.get("/pilots/similar").statusCode()).isEqualTo(200);
  }

  private void leaves(Person person) {
    transaction.executeWithoutResult(
        status -> {
          for (Appointment held : appointments.ofPerson(person.id(), SaoPaulo.today(clock))) {
            appointments.end(
                held.id(), SaoPaulo.today(clock).minusDays(1), EndReason.DISMISSED, null);
          }
        });
  }

  private List<String> partnersOf(long id) {
    return jdbc.sql(
            "SELECT part || ' ' || state FROM pilot_partner WHERE pilot_id = :pilot ORDER BY part")
        .param("pilot", id)
        .query(String.class)
        .list();
  }

  private Map<String, String> typed(long id) {
    return new HashMap<>(drafts.current(id).typed().values());
  }

  private int revision(long id) {
    return drafts.current(id).revision();
  }

  private static String path(long id) {
    return "/pilots/" + id + "/proposal";
  }

  private static HttpResponse<String> begin(Visitor visitor, Body body, String title) {
    return visitor.post("/pilots/new", Map.of("body", String.valueOf(body.id()), "title", title));
  }

  private static HttpResponse<String> save(
      Visitor visitor, long id, int base, Map<String, String> typed) {
    Map<String, String> fields = new HashMap<>(typed);
    fields.put("base", String.valueOf(base));
    return visitor.post(path(id), fields);
  }

  private HttpResponse<String> send(Visitor visitor, long id, Map<String, String> typed) {
    Map<String, String> fields = new HashMap<>(typed);
    fields.put("base", String.valueOf(revision(id)));
    return visitor.post(path(id) + "/submission", fields);
  }

  private JsonNode autosave(Visitor visitor, long id, int base, Map<String, String> typed)
      throws Exception {
    String fields =
        typed.entrySet().stream()
            .map(
                field ->
                    field.getKey()
                        + "="
                        + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&", "base=" + base + "&", ""));
    visitor.get(path(id));
    HttpResponse<String> answer =
        visitor.send(
            path(id),
            request ->
                request
                    .header("Accept", "application/json")
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .header("X-XSRF-TOKEN", visitor.cookie("XSRF-TOKEN").orElseThrow())
                    .POST(BodyPublishers.ofString(fields.replace("[", "%5B").replace("]", "%5D"))));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return json.readTree(answer.body());
  }

  private static String location(HttpResponse<String> answer) {
    return answer.headers().firstValue("Location").orElse("");
  }
}
