package br.gov.sp.prefeitura.redeinfo.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.support.IntegrationTest;
import br.gov.sp.prefeitura.redeinfo.support.PilotLife;
import br.gov.sp.prefeitura.redeinfo.support.PilotLife.Team;
import br.gov.sp.prefeitura.redeinfo.workflow.ProcessPositions.Element;
import br.gov.sp.prefeitura.redeinfo.workflow.ProcessPositions.ProcessPosition;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
@DisplayName("The place of an instance in its model")
class ProcessPositionsTest {

  @Autowired ProcessPositions positions;
  @Autowired PilotLife life;
  @Autowired RuntimeService runtime;

  @Test
  @DisplayName("is what the engine says, at one task, at a vote of several, and at an end")
  void isWhatTheEngineSays() {
    Team team = life.team();
    List<Person> committee = life.committee(2);
    long id = life.draft(team);
    assertPlace(id, new Element("userTask_WriteProposal", "Escrever a proposta"));
    life.submit(id, team.member());
    assertPlace(id, new Element("userTask_EndorsePilot", "Endossar a proposta"));
    life.answer(id, "userTask_EndorsePilot", team.head(), Map.of("endorsement", "endorse"));
    life.forward(id, team, committee);
    assertPlace(id, new Element("userTask_VoteOnPilot", "Votar na proposta"));
    life.vote(id, committee.get(0), "AGAINST");
    life.vote(id, committee.get(1), "AGAINST");

    ProcessPosition over = find(id);
    assertThat(over.over()).isTrue();
    assertThat(over.current()).isEmpty();
    assertThat(new String(positions.model(over), StandardCharsets.UTF_8))
        .contains("id=\"pilot-project\"");
  }

  @Test
  @DisplayName("is nowhere for what never began, whose model is the latest one")
  void isNowhere() {
    assertThat(positions.find(PilotLife.KEY, "no such key")).isEmpty();
    assertThat(new String(positions.latestModel(PilotLife.KEY), StandardCharsets.UTF_8))
        .contains("id=\"pilot-project\"");
  }

  private void assertPlace(long id, Element expected) {
    ProcessPosition position = find(id);
    assertThat(position.over()).isFalse();
    assertThat(position.current()).containsExactly(expected);
    assertThat(runtime.getActiveActivityIds(life.instance(id).getId())).contains(expected.id());
  }

  private ProcessPosition find(long id) {
    return positions.find(PilotLife.KEY, String.valueOf(id)).orElseThrow();
  }
}
