package br.gov.sp.prefeitura.redeinfo.pilot;

import static org.assertj.core.api.Assertions.assertThat;

import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.network.Function;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.support.IntegrationTest;
import br.gov.sp.prefeitura.redeinfo.support.Pdfs;
import br.gov.sp.prefeitura.redeinfo.support.PilotExecution;
import br.gov.sp.prefeitura.redeinfo.support.PilotLife;
import br.gov.sp.prefeitura.redeinfo.support.PilotLife.Team;
import br.gov.sp.prefeitura.redeinfo.support.TestBodies;
import br.gov.sp.prefeitura.redeinfo.support.TestPeople;
import br.gov.sp.prefeitura.redeinfo.support.Visitor;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@IntegrationTest
@DisplayName("The pages of a pilot")
class PilotPagesTest {

  private static final String OPINION = "Proposta clara e viável.";
  private static final String NOTE = "Conferir o orçamento na apresentação.";
  private static final String RISK = "Chuva forte muda a agenda.";
  private static final String PROBLEM = "As pessoas não sabem quando a praça será podada.";

  @Autowired PilotLife life;
  @Autowired PilotExecution execution;
  @Autowired TestPeople people;
  @Autowired TestBodies bodies;
  @Autowired JdbcClient jdbc;

  @Test
  @DisplayName("show a draft to its body and those who look after all, and to nobody else")
  void showADraftToItsBody() {
    Team team = life.team();
    long id = life.draft(team);
    String title = life.get(id).title();
    Visitor stranger = stranger();

    String page = get(people.signIn(team.member()), "/pilots/" + id);
    assertThat(page).contains(title, "escreve a proposta", "Escrever a proposta");
    assertThat(get(people.signIn(team.head()), "/pilots?whose=MY_BODY")).contains(title);
    assertThat(get(people.signIn(team.coordinator()), "/pilots/" + id)).contains(title);
    for (String path : List.of("", ".pdf", "/process", "/process.bpmn")) {
      assertThat(stranger.get("/pilots/" + id + path).statusCode()).as(path).isEqualTo(404);
    }
    assertThat(get(stranger, "/pilots?q=" + title.replaceAll("\\D", ""))).doesNotContain(title);
    assertThat(get(stranger, "/pilots.csv")).doesNotContain(title);
    assertThat(get(stranger, "/pilots.json")).doesNotContain(title);
    assertThat(people.visitor().get("/projects/" + id).statusCode()).isEqualTo(404);
    assertThat(get(people.visitor(), "/projects.csv")).doesNotContain(title);
  }

  @Test
  @DisplayName("say to each reader what is theirs to know, on the page and in the dossier")
  void sayToEachReaderWhatIsTheirs() {
    Team team = life.team();
    long id = life.approved(team);
    Visitor member = people.signIn(team.member());
    Visitor coordinator = people.signIn(team.coordinator());
    Visitor stranger = stranger();
    String path = "/pilots/" + id;

    assertThat(get(member, path))
        .contains(PROBLEM, RISK, OPINION, team.member().name(), "Levantar as praças")
        .contains("A favor: 1", "marca a apresentação")
        .doesNotContain(NOTE);
    assertThat(get(coordinator, path)).contains(PROBLEM, RISK, OPINION, NOTE);
    assertThat(get(stranger, path))
        .contains(PROBLEM, "Levantar as praças", "A favor: 1")
        .doesNotContain(RISK, OPINION, NOTE, team.member().name(), team.head().name());

    byte[] ofMember = member.download(path + ".pdf").body();
    Pdfs.assertForKeeping(ofMember);
    assertThat(Pdfs.line(ofMember)).contains(PROBLEM, OPINION).doesNotContain(NOTE);
    assertThat(Pdfs.line(coordinator.download(path + ".pdf").body())).contains(NOTE);
    assertThat(Pdfs.line(stranger.download(path + ".pdf").body()))
        .contains(PROBLEM)
        .doesNotContain(OPINION, NOTE, RISK, team.member().name());
  }

  @Test
  @DisplayName("are open to anybody from the approval on, without naming a servant")
  void areOpenToAnybody() {
    Team team = life.team();
    long id = life.approved(team);
    Visitor anybody = people.visitor();
    String title = life.get(id).title();

    String page = get(anybody, "/projects/" + id);
    assertThat(page)
        .contains(title, PROBLEM, team.body().acronym(), "A favor: 1", "Foi aprovado em")
        .doesNotContain(RISK, OPINION, NOTE, "Unidade de áreas verdes");
    List.of(team.member(), team.head(), team.office(), team.coordinator())
        .forEach(person -> assertThat(page).doesNotContain(person.name(), person.username()));
    assertThat(get(anybody, "/projects?body=" + team.body().slug())).contains(title);
    assertThat(get(anybody, "/projects?body=" + team.body().slug() + "&stage=RESULT"))
        .doesNotContain(title);
    assertThat(get(anybody, "/directory/" + team.body().slug())).contains(title);
    assertThat(get(anybody, "/")).contains("/projects/");
  }

  @Test
  @DisplayName("are open data: the columns that the dictionary explains, and no person in them")
  void areOpenData() {
    Team team = life.team();
    long id = life.approved(team);
    Visitor anybody = people.visitor();

    List<String> lines = get(anybody, "/projects.csv").lines().toList();
    String header = lines.get(0).replace("\uFEFF", "");
    assertThat(header)
        .isEqualTo(
            "id;title;state;state_since;body;body_name;partners;themes;territory;approved_on;"
                + "percent;next_report_on;report_overdue_since;completion;early_results;"
                + "evaluated_on;ended_on");
    String row = lines.stream().filter(line -> line.startsWith(id + ";")).findFirst().orElseThrow();
    assertThat(row)
        .contains(life.get(id).title(), "APPROVED", "PARTICIPATION|TRANSPARENCY", ";city;")
        .doesNotContain(team.member().name());
    String dictionary = get(anybody, "/projects/dictionary");
    for (String column : header.split(";")) {
      assertThat(dictionary).contains("<code>" + column + "</code>");
    }
    HttpResponse<String> json = anybody.get("/projects.json");
    assertThat(json.headers().firstValue("Content-Type").orElse("")).contains("application/json");
    assertThat(json.body())
        .contains("\"id\":" + id + ",", "\"themes\":[\"PARTICIPATION\",\"TRANSPARENCY\"]")
        .doesNotContain("\"risk\"", team.member().name());
    assertThat(get(people.signIn(team.member()), "/pilots.csv").lines().findFirst().orElse(""))
        .endsWith("begun_on;submissions;risk;help_wanted");
  }

  @Test
  @DisplayName("never give a spreadsheet a formula")
  void giveNoFormula() {
    Team team = life.team();
    long id = life.draft(team, Map.of("title", "=HYPERLINK(\"http://evil\")"));
    String csv = get(people.signIn(team.member()), "/pilots.csv");
    assertThat(csv.lines().filter(line -> line.startsWith(id + ";")).findFirst().orElse(""))
        .contains("\"'=HYPERLINK(");
  }

  @Test
  @DisplayName("say in words and in the diagram where it stands")
  void sayWhereItStands() {
    Team team = life.team();
    long id = life.endorsed(team);
    Visitor member = people.signIn(team.member());
    String page = get(member, "/pilots/" + id + "/process");
    assertThat(page)
        .contains("No diagrama, o projeto está em: Analisar a proposta.")
        .contains("data-current=\"userTask_ReviewPilot\"")
        .contains("aria-current=\"step\"")
        .contains("em análise pela coordenação");
    HttpResponse<String> model = member.get("/pilots/" + id + "/process.bpmn");
    assertThat(model.statusCode()).isEqualTo(200);
    assertThat(model.body()).contains("id=\"pilot-project\"", "BPMNDiagram");
  }

  @Test
  @DisplayName("keep open votes and internal notes from everybody but those who decide")
  void keepOpenVotes() {
    Team team = life.team();
    List<Person> committee = life.committee(2);
    long id = life.inVote(team, committee);
    life.vote(id, committee.get(0), "AGAINST");
    String path = "/pilots/" + id;
    assertThat(get(people.signIn(team.member()), path))
        .contains("1 de 2 já votaram")
        .doesNotContain("contra", committee.get(0).name(), NOTE);
    assertThat(get(people.signIn(committee.get(1)), path))
        .contains(NOTE)
        .doesNotContain("Já existe um mapa", committee.get(0).name());
    assertThat(get(people.signIn(team.coordinator()), path))
        .contains(committee.get(0).name(), "já votou")
        .doesNotContain("Já existe um mapa");
    assertThat(stranger().get(path).statusCode()).isEqualTo(404);
  }

  @Test
  @DisplayName("are found on the start page and on the body's page")
  void areFoundOnOtherPages() {
    Team team = life.team();
    long id = life.draft(team);
    String title = life.get(id).title();
    assertThat(get(people.signIn(team.member()), "/")).contains(title, "Projetos do seu órgão");
    assertThat(get(people.signIn(team.head()), "/bodies/" + team.body().slug())).contains(title);
    assertThat(get(people.visitor(), "/directory/" + team.body().slug())).doesNotContain(title);
    jdbc.sql("UPDATE pilot SET stale_since = now(), state = 'RUNNING' WHERE id = :id")
        .param("id", id)
        .update();
    assertThat(get(people.signIn(team.coordinator()), "/")).contains(title, "Projetos atrasados");
    assertThat(get(people.signIn(team.coordinator()), "/pilots?late=true&q=" + number(title)))
        .contains(title, "relato atrasado");
  }

  @Test
  @DisplayName("open in every state of a pilot, every word of them said")
  void openInEveryState() {
    Team team = life.team();
    Visitor member = people.signIn(team.member());
    Visitor coordinator = people.signIn(team.coordinator());
    Visitor anybody = people.visitor();
    for (PilotState state : PilotState.values()) {
      long id = execution.in(state, team);
      for (String path : List.of("/pilots/" + id, "/pilots/" + id + "/process")) {
        assertWorded(get(member, path), state);
        assertWorded(get(coordinator, path + "?lang=en"), state);
      }
      assertThat(anybody.get("/projects/" + id).statusCode())
          .as("public page of one that is %s", state)
          .isEqualTo(life.get(id).isPublished() ? 200 : 404);
    }
    assertWorded(get(member, "/pilots"), null);
    assertWorded(get(anybody, "/projects?lang=en"), null);
  }

  private static void assertWorded(String page, PilotState state) {
    assertThat(page).as("page of one that is %s", state).doesNotContain("??").contains("<h1");
  }

  @Test
  @DisplayName(
      "tell of reports those who take part, and of the evaluation everybody once it is out")
  void tellOfReportsAndEvaluation() {
    Team team = life.team();
    long id = execution.inEvaluation(team);
    Visitor member = people.signIn(team.member());
    assertThat(get(member, "/pilots/" + id)).contains("Levantamos as praças.", "Relato 1");
    assertThat(get(stranger(), "/pilots/" + id)).doesNotContain("Levantamos as praças.");
    assertThat(get(people.visitor(), "/projects/" + id))
        .contains("Levantar as praças", "Está em avaliação")
        .doesNotContain("Levantamos as praças.", "O mapa está no ar");

    long evaluated = execution.evaluated(team);
    assertThat(get(people.visitor(), "/projects/" + evaluated))
        .contains("O mapa está no ar e é usado.", "completo", "importante", "Comece pela base");
    assertThat(get(people.visitor(), "/projects.json"))
        .contains("\"completion\":\"COMPLETE\",\"early_results\":\"MAJOR\"");
    assertThat(Pdfs.line(member.download("/pilots/" + evaluated + ".pdf").body()))
        .contains("Levantamos as praças.", "O mapa está no ar e é usado.");
  }

  private static String number(String title) {
    return title.replaceAll("\\D", "");
  }

  private Visitor stranger() {
    Body other = bodies.make();
    return people.signIn(people.withFunction(Function.VOLUNTEER, other.slug()));
  }

  private static String get(Visitor visitor, String path) {
    HttpResponse<String> answer = visitor.get(path);
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    return answer.body();
  }
}
