package br.gov.sp.prefeitura.redeinfo.statute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.network.Function;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.statute.domain.StatuteVersion;
import br.gov.sp.prefeitura.redeinfo.support.IntegrationTest;
import br.gov.sp.prefeitura.redeinfo.support.NominationLife;
import br.gov.sp.prefeitura.redeinfo.support.StatuteLife;
import br.gov.sp.prefeitura.redeinfo.support.TestPeople;
import br.gov.sp.prefeitura.redeinfo.workflow.TaskFormData;
import br.gov.sp.prefeitura.redeinfo.workflow.TaskFormData.TaskFormRequest;
import br.gov.sp.prefeitura.redeinfo.workflow.TaskInbox;
import br.gov.sp.prefeitura.redeinfo.workflow.TaskInbox.OpenTask;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@IntegrationTest
@DisplayName("A nominee who accepts the nomination")
class StatuteInNominationTest {

  private static final String KEY = "nomination-approval";

  @Autowired StatuteLife statute;
  @Autowired Statutes statutes;
  @Autowired NominationLife nominations;
  @Autowired TestPeople people;
  @Autowired TaskInbox inbox;
  @Autowired List<TaskFormData> forms;
  @Autowired JdbcClient jdbc;

  private StatuteVersion version;
  private long nomination;
  private Person nominee;

  @BeforeEach
  void isAsked() {
    version = statute.publish();
    Body body = nominations.body();
    Person office = people.person(body.slug());
    nominations.appoint(office, Function.OFFICE, body);
    Person coordinator = people.withFunction(Function.COORDINATION, "cgm");
    nomination = nominations.open(coordinator, List.of(body)).get(body.id());
    nominee = nominations.indicate(nomination, body, people.signIn(office)).get(0);
  }

  @Test
  @DisplayName("accepts the statute with it, in the version that the form names")
  void withStatute() {
    assertThat(shown())
        .containsEntry("askStatute", true)
        .containsEntry("statuteNumber", "" + version.number());

    answer(Map.of("answer", "accept", "statute", List.of("" + version.id())));

    assertThat(statutes.accepted(List.of(nominee.id()))).containsExactly(nominee.id());
    assertThat(
            jdbc.sql("SELECT way FROM statute_acceptance WHERE person_id = ?")
                .param(nominee.id())
                .query(String.class)
                .list())
        .containsExactly("NOMINATION");
  }

  @Test
  @DisplayName("does not accept it without saying so, and is asked once they are members")
  void withoutStatute() {
    answer(Map.of("answer", "accept"));

    assertThat(statutes.accepted(List.of(nominee.id()))).isEmpty();
  }

  @Test
  @DisplayName("does not accept a version that they could not read")
  void anotherVersion() {
    StatuteVersion newer = statute.publish();

    assertThatThrownBy(
            () -> answer(Map.of("answer", "accept", "statute", List.of("" + version.id()))))
        .isInstanceOf(Refusal.class);

    assertThat(shown()).containsEntry("statuteNumber", "" + newer.number());
    assertThat(statutes.accepted(List.of(nominee.id()))).isEmpty();
  }

  private void answer(Map<String, Object> values) {
    inbox.complete(task().id(), nominee.username(), values);
  }

  private Map<String, Object> shown() {
    return forms.stream()
        .filter(form -> form.processKey().equals(KEY))
        .findFirst()
        .orElseThrow()
        .dataFor(
            new TaskFormRequest(
                task().id(), NominationLife.ACCEPT, "" + nomination, nominee.username()));
  }

  private OpenTask task() {
    return inbox.openTasks(KEY, List.of("" + nomination)).stream()
        .filter(task -> nominee.username().equals(task.assignee()))
        .findFirst()
        .orElseThrow();
  }
}
