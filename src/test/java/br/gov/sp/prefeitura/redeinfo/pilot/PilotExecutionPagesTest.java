package br.gov.sp.prefeitura.redeinfo.pilot;

import static org.assertj.core.api.Assertions.assertThat;

import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.Pilot;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.ReportedMilestone;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.Reports;
import br.gov.sp.prefeitura.redeinfo.support.IntegrationTest;
import br.gov.sp.prefeitura.redeinfo.support.PilotExecution;
import br.gov.sp.prefeitura.redeinfo.support.PilotLife;
import br.gov.sp.prefeitura.redeinfo.support.PilotLife.Team;
import br.gov.sp.prefeitura.redeinfo.support.TestPeople;
import br.gov.sp.prefeitura.redeinfo.support.Visitor;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
@DisplayName("The pages of a running pilot")
class PilotExecutionPagesTest {

  @Autowired PilotLife pilots;
  @Autowired PilotExecution execution;
  @Autowired Reports reports;
  @Autowired TestPeople people;

  private Team team;
  private long id;

  @BeforeEach
  void runs() {
    team = pilots.team();
    id = execution.running(team);
  }

  @Test
  @DisplayName("let two people write a report: the second sees what the first saved, loses nothing")
  void twoWriters() {
    Visitor member = people.signIn(team.member());
    Visitor office = people.signIn(team.office());
    assertThat(member.get(page("/report")).body()).contains("Nenhum relato aberto");
    assertThat(member.post(page("/report/wanted"), Map.of()).statusCode()).isEqualTo(302);

    Map<String, String> first = typed(0, "Levantamos dez praças.");
    Map<String, String> second = typed(0, "Falamos com os vizinhos.");
    assertThat(member.post(page("/report"), first).statusCode()).isEqualTo(302);
    HttpResponse<String> conflict = office.post(page("/report"), second);
    assertThat(conflict.statusCode()).isEqualTo(409);
    assertThat(conflict.body())
        .contains("Falamos com os vizinhos.")
        .contains("Levantamos dez praças.")
        .contains("O que está gravado agora")
        .contains(team.member().name());
    assertThat(execution.open(id).summary()).isEqualTo("Levantamos dez praças.");

    second.put("version", "1");
    assertThat(office.post(page("/report"), second).statusCode()).isEqualTo(302);
    assertThat(execution.open(id).summary()).isEqualTo("Falamos com os vizinhos.");
  }

  @Test
  @DisplayName(
      "keep what was typed beside what is wrong with it, and send the report when it is whole")
  void sendsReport() {
    execution.reportDue(id);
    Visitor member = people.signIn(team.member());
    Map<String, String> typed = typed(0, "");
    typed.put("rows[0].percent", "muito");
    HttpResponse<String> wrong = member.post(page("/report/submission"), typed);
    assertThat(wrong.statusCode()).isEqualTo(400);
    assertThat(wrong.body()).contains("Escreva um número inteiro de 0 a 100").contains("muito");

    typed.put("rows[0].percent", "50");
    HttpResponse<String> missing = member.post(page("/report/submission"), typed);
    assertThat(missing.statusCode()).isEqualTo(400);
    assertThat(missing.body())
        .contains("Falta responder")
        .contains("“Levantar as praças”: diga quando começou");
    assertThat(execution.open(id).savedBy()).isEqualTo(team.member().id());

    typed.put("version", "1");
    typed.put("summary", "Levantamos dez praças.");
    typed.put("rows[0].actualStart", execution.today().toString());
    assertThat(member.post(page("/report/submission"), typed).statusCode()).isEqualTo(302);
    pilots.runJobs();
    assertThat(people.signIn(team.coordinator()).get(page("/report")).body())
        .contains("Levantamos dez praças.")
        .contains("em análise pela coordenação");
    execution.accept(id, team);
    assertThat(pilots.get(id)).returns(25, Pilot::percent);
  }

  @Test
  @DisplayName("ask for a reason, and say why a command is not for somebody or not for now")
  void commands() {
    Visitor head = people.signIn(team.head());
    assertThat(head.get(page("/suspension")).statusCode()).isEqualTo(200);
    HttpResponse<String> none = head.post(page("/suspension"), Map.of("reason", " "));
    assertThat(none.statusCode()).isEqualTo(400);
    assertThat(none.body()).contains("Falta responder");
    assertThat(people.signIn(team.member()).get(page("/suspension")).statusCode()).isEqualTo(403);
    assertThat(head.get(page("/resumption")).statusCode()).isEqualTo(409);
    assertThat(head.post(page("/suspension"), Map.of("reason", "Obras.")).statusCode())
        .isEqualTo(302);
    pilots.expect(id, PilotState.SUSPENDED);
    assertThat(head.post(page("/resumption"), Map.of("reason", "")).statusCode()).isEqualTo(302);
    pilots.expect(id, PilotState.RUNNING);

    assertThat(head.post(page("/sponsor"), Map.of("sponsor", "99x")).statusCode()).isEqualTo(400);
    assertThat(head.post(page("/sponsor"), Map.of("sponsor", "" + team.office().id())).statusCode())
        .isEqualTo(302);
    assertThat(pilots.get(id).sponsorId()).isEqualTo(team.office().id());
  }

  @Test
  @DisplayName("ask for a change of scope once the proposal says something new")
  void scope() {
    Visitor member = people.signIn(team.member());
    HttpResponse<String> same = member.post(page("/scope-change"), Map.of("reason", "Melhor."));
    assertThat(same.statusCode()).isEqualTo(400);
    assertThat(same.body()).contains("Nada mudou");
    pilots.change(id, team.member(), Map.of("problem", ""));
    HttpResponse<String> incomplete =
        member.post(page("/scope-change"), Map.of("reason", "Melhor."));
    assertThat(incomplete.statusCode()).isEqualTo(400);
    assertThat(incomplete.body()).contains("Complete na página da proposta: Problema público");
    pilots.change(id, team.member(), Map.of("problem", "Agora o problema é outro."));
    assertThat(member.post(page("/scope-change"), Map.of("reason", "Melhor.")).statusCode())
        .isEqualTo(302);
    assertThat(member.get(page("/scope-change")).statusCode()).isEqualTo(409);
  }

  @Test
  @DisplayName("of reports and commands are for the body and the coordination alone")
  void notForOthers() {
    Person stranger = pilots.team().member();
    Visitor other = people.signIn(stranger);
    assertThat(other.get(page("/report")).statusCode()).isEqualTo(403);
    assertThat(other.post(page("/report"), Map.of()).statusCode()).isEqualTo(403);
    assertThat(other.post(page("/cancellation"), Map.of("reason", "x")).statusCode())
        .isEqualTo(403);
    long draft = pilots.draft(team);
    assertThat(other.get("/pilots/" + draft + "/cancellation").statusCode()).isEqualTo(404);
    assertThat(
            people
                .signIn(team.member())
                .post("/pilots/" + draft + "/cancellation", Map.of("reason", "Repetido."))
                .statusCode())
        .isEqualTo(302);
    pilots.expect(draft, PilotState.CANCELLED);
  }

  private Map<String, String> typed(int version, String summary) {
    Map<String, String> typed = new HashMap<>();
    typed.put("version", String.valueOf(version));
    typed.put("summary", summary);
    typed.put("risk", "LOW");
    List<ReportedMilestone> rows = reports.milestonesOf(execution.open(id).id());
    for (int i = 0; i < rows.size(); i++) {
      typed.put("rows[" + i + "].milestoneId", String.valueOf(rows.get(i).milestone().id()));
      typed.put("rows[" + i + "].percent", "0");
    }
    return typed;
  }

  private String page(String path) {
    return "/pilots/" + id + path;
  }
}
