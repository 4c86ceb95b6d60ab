package br.gov.sp.prefeitura.redeinfo.nomination;

import static org.assertj.core.api.Assertions.assertThat;

import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.network.Function;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.network.Track;
import br.gov.sp.prefeitura.redeinfo.support.IntegrationTest;
import br.gov.sp.prefeitura.redeinfo.support.NominationLife;
import br.gov.sp.prefeitura.redeinfo.support.StatementCounter;
import br.gov.sp.prefeitura.redeinfo.support.StatementCounter.Count;
import br.gov.sp.prefeitura.redeinfo.support.TasklistClient;
import br.gov.sp.prefeitura.redeinfo.support.TestPeople;
import br.gov.sp.prefeitura.redeinfo.support.Visitor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@IntegrationTest
@DisplayName("What a nomination asks of the database")
class NominationCostTest {

  private static final List<String> SEATS =
      List.of("accessTitular", "accessSuplente", "openTitular", "openSuplente");

  @Autowired NominationLife life;
  @Autowired TestPeople people;
  @Autowired JdbcClient jdbc;

  private final Map<String, Count> steps = new LinkedHashMap<>();

  /** All of them get notices: the figures are those of a coordination of two. */
  @BeforeEach
  void dismissCoordinatorsOfOtherTests() {
    jdbc.sql("DELETE FROM appointment WHERE function = 'COORDINATION'").update();
  }

  @Test
  @DisplayName("is printed, from the opened round to two granted pairs, and stays within bounds")
  void isPrinted(TestReporter reporter) throws IOException {
    walk();
    steps.clear(); // the first one fills caches

    walk();

    String table = table();
    reporter.publishEntry("cost of a nomination", table);
    Files.writeString(Path.of("target", "nomination-cost.md"), table);
    Count whole = total();
    assertThat(whole.statements()).as(table).isLessThan(950);
    assertThat(whole.rowsWritten()).as(table).isLessThan(500);
    assertThat(whole.commits()).as(table).isLessThan(100);
  }

  /** People sign in and find their task outside the measure: that is reading, not the process. */
  private void walk() {
    Body body = life.body();
    Person coordinator = people.withFunction(Function.COORDINATION, "seri");
    Person office = people.person(body.slug());
    life.appoint(office, Function.OFFICE, body);
    Person head = people.person(body.slug());
    life.appoint(head, Function.HEAD, body);
    Visitor atOffice = people.signIn(office);
    Visitor atHead = people.signIn(head);
    Visitor atCoordination = people.signIn(coordinator);
    long[] id = new long[1];

    step(
        "open the round",
        () ->
            id[0] =
                life.open(
                        coordinator,
                        List.of(body),
                        Set.of(Track.ACCESS_TO_INFORMATION, Track.OPEN_GOVERNMENT))
                    .get(body.id()));
    Map<String, Object> servants = new LinkedHashMap<>();
    SEATS.forEach(
        seat ->
            servants.putAll(
                NominationLife.servant(seat, (seat + id[0]).toLowerCase(Locale.ROOT), body)));
    answer("indicate four servants", id[0], NominationLife.INDICATE, atOffice, servants);
    for (String seat : SEATS) {
      Visitor nominee = people.signIn(life.nominee((seat + id[0]).toLowerCase(Locale.ROOT), body));
      answer(
          "accept (four times)", id[0], NominationLife.ACCEPT, nominee, Map.of("answer", "accept"));
    }
    answer("approve", id[0], NominationLife.APPROVE, atHead, Map.of("choice", "approve"));
    answer("validate", id[0], NominationLife.VALIDATE, atCoordination, Map.of("check", "valid"));
    answer(
        "publish and grant the mandates",
        id[0],
        NominationLife.PUBLISH,
        atCoordination,
        life.publication());
    assertThat(life.state(id[0])).isEqualTo("IN_FORCE");
  }

  private void answer(
      String name, long nomination, String taskKey, Visitor person, Map<String, ?> values) {
    TasklistClient tasklist = new TasklistClient(person);
    TasklistClient.VisibleTask task = tasklist.task(String.valueOf(nomination), taskKey);
    step(
        name,
        () -> {
          if (task.assignee() == null) {
            assertThat(tasklist.claim(task.id()).statusCode()).isEqualTo(204);
          }
          assertThat(tasklist.submit(task.id(), values).statusCode()).isEqualTo(204);
          life.runJobs();
        });
  }

  private void step(String name, Runnable work) {
    steps.merge(name, StatementCounter.count(work), Count::plus);
  }

  private Count total() {
    return steps.values().stream().reduce(new Count(0, 0, 0), Count::plus);
  }

  private String table() {
    StringBuilder table =
        new StringBuilder(
            "| step | SQL statements | rows written | commits |\n|---|--:|--:|--:|\n");
    steps.forEach((name, cost) -> table.append(row(name, cost)));
    return table.append(row("**the whole life**", total())).toString();
  }

  private static String row(String name, Count cost) {
    return "| %s | %d | %d | %d |%n"
        .formatted(name, cost.statements(), cost.rowsWritten(), cost.commits());
  }
}
