package br.gov.sp.prefeitura.redeinfo.privacy.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import br.gov.sp.prefeitura.redeinfo.network.Function;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.network.Persons;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.shared.privacy.Retention;
import br.gov.sp.prefeitura.redeinfo.support.IntegrationTest;
import br.gov.sp.prefeitura.redeinfo.support.TestPeople;
import br.gov.sp.prefeitura.redeinfo.support.TrainingLife;
import br.gov.sp.prefeitura.redeinfo.support.Visitor;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@IntegrationTest
@DisplayName("A privacy run")
class PrivacyRunTest {

  @Autowired PrivacyRuns runs;
  @Autowired RunRepository repository;
  @Autowired Kinds kinds;
  @Autowired List<Retention> retentions;
  @Autowired TrainingLife trainings;
  @Autowired TestPeople people;
  @Autowired Persons persons;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transaction;

  private LapsedLife life;
  private Person coordinator;

  @BeforeEach
  void somebodyLapsed() {
    runs.work();
    life = new LapsedLife(jdbc, trainings);
    coordinator = people.withFunction(Function.COORDINATION, "cgm");
  }

  @Test
  @DisplayName("leaves nothing that names who has lapsed in any table, but on the certificate")
  void leavesNoName() {
    assertThat(life.found()).hasSizeGreaterThan(25);

    long run = runs.start(coordinator.id());
    runs.work();

    assertThat(life.found())
        .containsExactly(
            "certificate.person_name", "certificate.revoked_reason", "certificate_file.pdf");
    Person forgotten = persons.get(life.person());
    assertThat(forgotten.name()).isEqualTo("Pessoa " + life.person());
    assertThat(count("SELECT count(*) FROM account WHERE person_id = ?")).isZero();
    assertThat(count("SELECT count(*) FROM calendar_feed WHERE person_id = ?")).isZero();
    assertThat(count("SELECT count(*) FROM appointment WHERE person_id = ?")).isEqualTo(1);
    assertThat(
            count(
                "SELECT absent FROM attendance_event WHERE kind = 'lapsed-life' AND subject_id = ?"))
        .as("the sheet's totals")
        .isEqualTo(1);
    assertThat(entries(run)).contains("privacy-run.started", "privacy-run.finished");
    assertThat(entries(run)).filteredOn("privacy-run.kind-done"::equals).hasSameSizeAs(retentions);

    certificates().anonymise(Instant.parse("2010-01-01T00:00:00Z"), 1000);
    assertThat(life.found()).isEmpty();
    assertThat(count("SELECT count(*) FROM certificate WHERE person_id = ?")).isEqualTo(1);
  }

  @Test
  @DisplayName("that is dry counts what a real one does, and changes nothing")
  void dryRun() {
    List<String> before = life.found();

    long lapsed = kinds.dryRun().stream().mapToLong(Kinds.Kind::lapsed).sum();

    assertThat(lapsed).isGreaterThan(15);
    assertThat(life.found()).isEqualTo(before);
    long run = runs.start(coordinator.id());
    runs.work();
    assertThat(runs.latest().get(0).run())
        .satisfies(
            done -> {
              assertThat(done.id()).isEqualTo(run);
              assertThat(done.anonymised()).isEqualTo(lapsed);
              assertThat(done.finishedAt()).isNotNull();
            });
    assertThat(kinds.dryRun()).allMatch(kind -> kind.lapsed() == 0);
  }

  @Test
  @DisplayName("spares who is on record since, and who has an appointment")
  void sparesTheInvolved() {
    Person member = people.withFunction(Function.VOLUNTEER, "svma");
    jdbc.sql("UPDATE person SET created_at = '2001-01-01' WHERE id = ?")
        .param(member.id())
        .update();
    Person learner = people.person("svma");
    jdbc.sql("UPDATE person SET created_at = '2001-01-01' WHERE id = ?")
        .param(learner.id())
        .update();
    people.signIn(learner);

    runs.start(coordinator.id());
    runs.work();

    assertThat(persons.get(member.id())).isEqualTo(member);
    assertThat(persons.get(learner.id())).isEqualTo(learner);
  }

  @Test
  @DisplayName("that was interrupted goes on where it stopped, on several nodes, and counts once")
  void goesOn() throws Exception {
    new LapsedLife(jdbc, trainings);
    long lapsed = kinds.dryRun().stream().mapToLong(Kinds.Kind::lapsed).sum();
    long run = runs.start(coordinator.id());
    assertThatThrownBy(
            () ->
                transaction.executeWithoutResult(
                    status -> {
                      runs.work();
                      throw new IllegalStateException("killed");
                    }))
        .hasMessage("killed");
    assertThat(life.found()).as("rolled back with the node").hasSizeGreaterThan(25);
    assertThatThrownBy(() -> runs.start(coordinator.id())).isInstanceOf(Refusal.class);

    ExecutorService nodes = Executors.newFixedThreadPool(2);
    Future<?> one = nodes.submit(runs::work);
    Future<?> other = nodes.submit(runs::work);
    one.get();
    other.get();
    nodes.shutdown();
    runs.work();

    assertThat(runs.latest().get(0).run().id()).isEqualTo(run);
    assertThat(runs.latest().get(0).run().anonymised()).isEqualTo(lapsed);
    assertThat(life.found()).allMatch(place -> place.startsWith("certificate"));
    assertThat(entries(run)).filteredOn("privacy-run.finished"::equals).hasSize(1);
  }

  @Test
  @DisplayName("is read by auditors, wanted by coordination or administration after they confirm")
  void pages() {
    Visitor auditor = people.signIn(people.withFunction(Function.AUDITOR, "cgm"));
    assertThat(auditor.get("/privacy").body())
        .contains("Pessoas sem função na rede", "5 anos")
        .doesNotContain("/privacy/run");
    assertThat(auditor.get("/privacy/run").statusCode()).isEqualTo(403);
    Visitor visitor = people.signIn(coordinator);
    assertThat(visitor.get("/privacy/run").body()).contains("sei que isto", "registros deixam");
    assertThat(visitor.post("/privacy/run", Map.of()).statusCode()).isEqualTo(400);
    assertThat(visitor.post("/privacy/run", Map.of("confirmed", "true")).statusCode())
        .isEqualTo(302);
    assertThat(visitor.get("/privacy").body()).contains("em andamento: 0 de", coordinator.name());
    assertThat(visitor.post("/privacy/run", Map.of("confirmed", "true")).statusCode())
        .isEqualTo(409);
    runs.work();
    assertThat(visitor.get("/privacy").body()).contains("concluída em");
  }

  private Retention certificates() {
    return retentions.stream()
        .filter(kind -> kind.kind().equals("certificate-holders"))
        .findFirst()
        .orElseThrow();
  }

  private long count(String sql) {
    return jdbc.sql(sql).param(life.person()).query(Long.class).single();
  }

  private List<String> entries(long run) {
    return jdbc.sql(
            "SELECT action FROM audit_entry WHERE subject_type = 'privacy-run' AND subject_id = ?")
        .param(String.valueOf(run))
        .query(String.class)
        .list();
  }
}
