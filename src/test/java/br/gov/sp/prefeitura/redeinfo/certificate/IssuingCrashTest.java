package br.gov.sp.prefeitura.redeinfo.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.support.Endurance;
import br.gov.sp.prefeitura.redeinfo.support.EnrollmentLife;
import br.gov.sp.prefeitura.redeinfo.support.IntegrationTest;
import br.gov.sp.prefeitura.redeinfo.support.JavaProcess;
import br.gov.sp.prefeitura.redeinfo.support.TestBodies;
import br.gov.sp.prefeitura.redeinfo.support.TestPeople;
import br.gov.sp.prefeitura.redeinfo.support.TrainingLife;
import br.gov.sp.prefeitura.redeinfo.workflow.TaskInbox;
import br.gov.sp.prefeitura.redeinfo.workflow.TaskInbox.OpenTask;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The results of an edition are confirmed here, where no job executor runs; another process of the
 * application on the same database issues the certificates and is killed meanwhile.
 */
@Tag(Endurance.TAG)
@IntegrationTest
@DisplayName("A kill -9 while certificates are issued")
class IssuingCrashTest {

  private static final Duration PATIENCE = Duration.ofMinutes(10);

  /** What caches may take; the certificates of the second half alone are 20 MB. */
  private static final long GROWTH = 12_000_000;

  @Autowired TrainingLife trainings;
  @Autowired EnrollmentLife enrollments;
  @Autowired TestPeople people;
  @Autowired TestBodies bodies;
  @Autowired TaskInbox inbox;
  @Autowired Certificates certificates;
  @Autowired JdbcConnectionDetails database;
  @Autowired JdbcClient jdbc;
  @TempDir java.nio.file.Path temp;

  @Test
  @DisplayName("leaves everybody who completed with exactly one certificate, and one notice")
  void issuesExactlyOnce(TestReporter figures) {
    int count = (int) Endurance.rounds(20, 1000).count();
    long edition = confirmed(count);
    long begin = System.nanoTime();
    try (JavaProcess application = startApplication()) {
      awaitIssued(edition, count / 4);
      application.kill();
    }
    assertThat(certificates.issuedIn(edition)).as("killed meanwhile").isLessThan(count);
    try (JavaProcess application = startApplication()) {
      awaitIssued(edition, count / 2);
      long halfway = application.liveHeap();
      awaitIssued(edition, count);
      long atTheEnd = application.liveHeap();
      figures.publishEntry(
          "live heap halfway and at the end, MB",
          halfway / 1_000_000 + " and " + atTheEnd / 1_000_000);
      assertThat(atTheEnd).as("live heap").isPositive().isLessThan(halfway + GROWTH);
      await()
          .atMost(PATIENCE)
          .until(() -> trainings.get(edition).state().name().equals("CONCLUDED"));
      await().atMost(PATIENCE).until(() -> told(edition) >= count);
      figures.publishEntry(
          "seconds for %d certificates, with a kill and two starts".formatted(count),
          String.valueOf(Duration.ofNanos(System.nanoTime() - begin).toSeconds()));
      application.terminate();
    }

    assertThat(certificates.issuedIn(edition)).isEqualTo(count);
    assertThat(
            single(
                "SELECT count(DISTINCT person_id) FROM certificate WHERE edition_id = ?", edition))
        .isEqualTo(count);
    assertThat(told(edition)).isEqualTo(count);
    assertThat(
            single(
                """
                SELECT count(*) FROM certificate c JOIN certificate_file f ON f.certificate_id = c.id
                 WHERE c.edition_id = ? AND sha256(f.pdf) = c.sha256
                """,
                edition))
        .as("files that are whole")
        .isEqualTo(count);
  }

  /** An edition that everybody completed, whose results were just confirmed. */
  private long confirmed(int count) {
    Body body = bodies.make();
    long edition =
        trainings.enrolling(trainings.draft().capacity(count).sessions(1).certificate(false));
    Person[] persons = new Person[count];
    for (int i = 0; i < count; i++) {
      persons[i] = people.stranger(body.slug());
      enrollments.enroll(edition, persons[i]);
    }
    trainings.closeEnrolment(edition);
    enrollments.hold(edition, 0, persons);
    OpenTask task =
        inbox.openTasks("training-edition", List.of(String.valueOf(edition))).stream()
            .filter(open -> open.key().equals("userTask_CertifyEdition"))
            .findFirst()
            .orElseThrow();
    String coordinator = trainings.coordinator().username();
    inbox.claim(task.id(), coordinator);
    inbox.complete(task.id(), coordinator, Map.of("results", "confirm"));
    assertThat(certificates.issuedIn(edition)).isZero();
    return edition;
  }

  private JavaProcess startApplication() {
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

  private void awaitIssued(long edition, int count) {
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(5))
        .until(() -> certificates.issuedIn(edition) >= count);
  }

  /** Notices that the certificate is ready. */
  private int told(long edition) {
    return single(
        """
        SELECT count(*) FROM notice n
         WHERE n.template = 'training-certificate'
           AND n.recipient_id IN (SELECT person_id FROM certificate WHERE edition_id = ?)
        """,
        edition);
  }

  private int single(String sql, long edition) {
    return jdbc.sql(sql).param(edition).query(Integer.class).single();
  }
}
