package br.gov.sp.prefeitura.redeinfo.statute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.network.Function;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.statute.domain.AcceptanceRequests;
import br.gov.sp.prefeitura.redeinfo.statute.domain.StatuteVersion;
import br.gov.sp.prefeitura.redeinfo.support.Endurance;
import br.gov.sp.prefeitura.redeinfo.support.IntegrationTest;
import br.gov.sp.prefeitura.redeinfo.support.JavaProcess;
import br.gov.sp.prefeitura.redeinfo.support.StatuteLife;
import br.gov.sp.prefeitura.redeinfo.support.TestBodies;
import br.gov.sp.prefeitura.redeinfo.support.TestPeople;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A version is published here, where nothing runs in the background. In endurance runs other
 * processes of the application open the tasks of 2,000 members, and one of them is killed; in every
 * build a few tasks are opened by two threads, after a batch that was rolled back as a killed
 * node's would be.
 */
@Tag(Endurance.TAG)
@IntegrationTest
@DisplayName("A node that dies while the tasks of a new version are opened")
class AcceptanceCrashTest {

  private static final Duration PATIENCE = Duration.ofMinutes(10);

  @Autowired StatuteLife statute;
  @Autowired AcceptanceRequests requests;
  @Autowired TestPeople people;
  @Autowired TestBodies bodies;
  @Autowired JdbcConnectionDetails database;
  @Autowired TransactionTemplate transaction;
  @Autowired JdbcClient jdbc;
  @TempDir Path temp;

  @Test
  @DisplayName("leaves every member with exactly one task, and one notice")
  void asksExactlyOnce(TestReporter figures) {
    int count = (int) Endurance.rounds(24, 2000).count();
    Body body = bodies.make("SECRETARIA", "RF");
    Person[] members =
        Stream.generate(() -> people.withFunction(Function.VOLUNTEER, body.slug()))
            .limit(count)
            .toArray(Person[]::new);
    long begin = System.nanoTime();
    StatuteVersion version = transaction.execute(status -> statute.publishOnly(members));
    long published = System.nanoTime();
    if (Endurance.measures()) {
      openByNodes(version, count);
    } else {
      openByThreads();
    }
    figures.publishEntry(
        "milliseconds to publish for %d members, and to open their tasks".formatted(count),
        Duration.ofNanos(published - begin).toMillis()
            + " and "
            + Duration.ofNanos(System.nanoTime() - published).toMillis());

    assertThat(started(version)).isEqualTo(count);
    assertThat(
            count(
                version,
                """
                SELECT count(*) FROM statute_request r
                  JOIN act_ru_execution e ON e.business_key_ = r.id::text
                  JOIN act_ru_task t ON t.proc_inst_id_ = e.id_
                                    AND t.task_def_key_ = 'userTask_AcceptStatute'
                 WHERE r.version_id = ?
                """))
        .as("tasks")
        .isEqualTo(count);
    assertThat(told(version)).as("notices").isEqualTo(count);
    assertThat(
            count(
                version,
                "SELECT count(DISTINCT person_id) FROM statute_request WHERE version_id = ?"))
        .isEqualTo(count);
  }

  /** One node is killed in the middle, another one goes on. */
  private void openByNodes(StatuteVersion version, int count) {
    try (JavaProcess node = startNode()) {
      await()
          .atMost(PATIENCE)
          .pollInterval(Duration.ofMillis(5))
          .until(() -> started(version) >= count / 4);
      node.kill();
    }
    assertThat(started(version)).as("killed meanwhile").isLessThan(count);
    try (JavaProcess node = startNode();
        JavaProcess other = startNode()) {
      await().atMost(PATIENCE).until(() -> told(version) >= count);
      node.terminate();
      other.terminate();
    }
  }

  private void openByThreads() {
    transaction.executeWithoutResult(
        status -> {
          assertThat(requests.startBatch()).isPositive();
          status.setRollbackOnly();
        });
    Stream.generate(() -> CompletableFuture.runAsync(this::openAll))
        .limit(2)
        .toList()
        .forEach(CompletableFuture::join);
    statute.runJobs();
  }

  private void openAll() {
    int dealtWith;
    do {
      dealtWith = requests.startBatch();
    } while (dealtWith > 0);
  }

  private JavaProcess startNode() {
    return JavaProcess.startApplication(
        "--server.port=0",
        "--spring.datasource.url=" + database.getJdbcUrl(),
        "--spring.datasource.username=" + database.getUsername(),
        "--spring.datasource.password=" + database.getPassword(),
        "--rede-info.embedded-database.directory=" + temp,
        "--rede-info.notification.dispatch=false",
        // What a killed node had locked is free again soon.
        "--camunda.bpm.job-execution.lock-time-in-millis=2000",
        "--camunda.bpm.job-execution.wait-time-in-millis=200",
        "--camunda.bpm.job-execution.max-wait=500");
  }

  private int started(StatuteVersion version) {
    return count(
        version,
        "SELECT count(*) FROM statute_request WHERE version_id = ? AND started_at IS NOT NULL");
  }

  private int told(StatuteVersion version) {
    return count(
        version,
        """
        SELECT count(*) FROM notice n JOIN statute_request r
            ON n.recipient_id = r.person_id AND n.event_key = 'statute-request:' || r.id || ':asked'
         WHERE r.version_id = ?
        """);
  }

  private int count(StatuteVersion version, String sql) {
    return jdbc.sql(sql).param(version.id()).query(Integer.class).single();
  }
}
