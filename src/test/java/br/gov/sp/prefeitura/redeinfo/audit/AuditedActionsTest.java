package br.gov.sp.prefeitura.redeinfo.audit;

import static org.assertj.core.api.Assertions.assertThat;

import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.network.Function;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.support.IntegrationTest;
import br.gov.sp.prefeitura.redeinfo.support.NominationLife;
import br.gov.sp.prefeitura.redeinfo.support.TasklistClient;
import br.gov.sp.prefeitura.redeinfo.support.TestPeople;
import br.gov.sp.prefeitura.redeinfo.support.Visitor;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@IntegrationTest
@DisplayName("What people do")
class AuditedActionsTest {

  @Autowired TestPeople people;
  @Autowired NominationLife life;
  @Autowired JdbcClient jdbc;

  @Test
  @DisplayName("in a nomination is on record step by step, with who did it and from where")
  void nomination() {
    Body body = life.body();
    Person coordinator = people.withFunction(Function.COORDINATION, "cgm");
    Person office = people.person(body.slug());
    Person head = people.person(body.slug());
    life.appoint(office, Function.OFFICE, body);
    life.appoint(head, Function.HEAD, body);
    long nomination = life.open(coordinator, List.of(body)).get(body.id());
    List<Person> nominees = life.indicate(nomination, body, people.signIn(office));
    life.accept(nomination, nominees);
    life.approve(nomination, people.signIn(head));
    life.validate(nomination, people.signIn(coordinator));
    life.publish(nomination, people.signIn(coordinator));

    assertThat(of("nomination", String.valueOf(nomination)))
        .extracting(row -> List.of(row.get("action"), String.valueOf(row.get("actor_id"))))
        .containsExactly(
            List.of("nomination.submitted", "" + office.id()),
            List.of("nomination.accepted", "" + nominees.get(0).id()),
            List.of("nomination.accepted", "" + nominees.get(1).id()),
            List.of("nomination.approved", "" + head.id()),
            List.of("nomination.validated", "" + coordinator.id()),
            List.of("nomination.publication-recorded", "" + coordinator.id()),
            List.of("nomination.mandates-granted", "null"));
    assertThat(of("nomination", String.valueOf(nomination)))
        .filteredOn(row -> row.get("actor_id") == null)
        .allSatisfy(
            row ->
                assertThat(row)
                    .containsEntry("channel", "job")
                    .containsEntry("body_id", body.id())
                    .containsEntry("address", null));
    assertThat(of("nomination", String.valueOf(nomination)))
        .filteredOn(row -> row.get("actor_id") != null)
        .allSatisfy(
            row ->
                assertThat(row)
                    .containsEntry("channel", "tasklist")
                    .containsEntry("body_id", body.id())
                    .containsEntry("address", "127.0.0.1"));
    assertThat(byPerson(head)).contains("account.signed-in", "task.claimed", "nomination.approved");
  }

  @Test
  @DisplayName("with a task before its form is on record, too")
  void tasks() {
    Body body = life.body();
    Person coordinator = people.withFunction(Function.COORDINATION, "cgm");
    Person office = people.person(body.slug());
    life.appoint(office, Function.OFFICE, body);
    long nomination = life.open(coordinator, List.of(body)).get(body.id());
    Visitor visitor = people.signIn(office);
    TasklistClient tasklist = new TasklistClient(visitor);
    String task = tasklist.task(String.valueOf(nomination), NominationLife.INDICATE).id();

    assertThat(tasklist.claim(task).statusCode()).isEqualTo(204);
    String path = "/camunda/api/engine/engine/default/task/" + task;
    assertThat(visitor.postJson(path + "/comment/create", "{\"message\":\"ok\"}").statusCode())
        .isEqualTo(200);
    assertThat(visitor.postJson(path + "/unclaim", "{}").statusCode()).isEqualTo(204);

    assertThat(of("task", task))
        .extracting(row -> row.get("action"))
        .containsExactly("task.claimed", "task.commented", "task.put-back");
    assertThat(of("task", task))
        .allSatisfy(
            row ->
                assertThat(row)
                    .containsEntry("actor_id", office.id())
                    .containsEntry("channel", "tasklist"));
  }

  @Test
  @DisplayName("to get in and out is on record, and guesses at an account are")
  void accounts() {
    Person person = people.person("svma");
    Visitor visitor = people.signIn(person);
    visitor.post("/logout", Map.of());
    people.visitor().post("/login", Map.of("username", person.username(), "password", "errada"));
    people.visitor().post("/login", Map.of("username", "ninguem", "password", "errada"));

    assertThat(of("account", "" + person.id()))
        .extracting(row -> row.get("action"))
        .containsExactly(
            "account.opened", "account.signed-in", "account.signed-out", "account.sign-in-refused");
    assertThat(of("account", "" + person.id()).get(3)).containsEntry("actor_id", null);
    assertThat(of("account", "0")).isEmpty();
  }

  @Test
  @DisplayName("to guess at an account is on record as long as somebody looks at the guess")
  void guesses() {
    Person person = people.person("svma");
    Visitor guesser = people.visitor();
    Map<String, String> guess = Map.of("username", person.username(), "password", "errada");
    int looked = 0;
    // The delays double: however slow the machine is, a guess soon comes too early.
    while (guesser.post("/login", guess).statusCode() == 401) {
      looked++;
    }

    List<Map<String, Object>> entries = of("account", "" + person.id());
    assertThat(looked).isBetween(5, 12);
    assertThat(entries).hasSize(1 + looked);
    assertThat(entries.subList(1, 5))
        .extracting(row -> row.get("action"))
        .containsOnly("account.sign-in-refused");
    assertThat(entries.subList(5, 1 + looked))
        .extracting(row -> row.get("action"))
        .containsOnly("account.sign-in-throttled");
  }

  private List<Map<String, Object>> of(String type, String id) {
    return jdbc.sql(
            """
            SELECT action, actor_id, body_id, channel, host(address) AS address FROM audit_entry
             WHERE subject_type = ? AND subject_id = ? ORDER BY id
            """)
        .params(type, id)
        .query()
        .listOfRows();
  }

  private List<String> byPerson(Person person) {
    return jdbc.sql("SELECT action FROM audit_entry WHERE actor_id = ? ORDER BY id")
        .param(person.id())
        .query(String.class)
        .list();
  }
}
