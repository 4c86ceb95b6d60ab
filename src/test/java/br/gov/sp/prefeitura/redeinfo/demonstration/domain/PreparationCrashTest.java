package br.gov.sp.prefeitura.redeinfo.demonstration.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import br.gov.sp.prefeitura.redeinfo.support.Endurance;
import br.gov.sp.prefeitura.redeinfo.support.JavaProcess;
import br.gov.sp.prefeitura.redeinfo.support.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * The application as it is delivered, on a database that outlives it. Only in endurance runs: every
 * build interrupts the preparation inside the process ({@link SeederTest}), and kills processes
 * where they do what production does.
 */
@Tag(Endurance.TAG)
@DisplayName("A kill -9 while the demonstration is prepared")
class PreparationCrashTest {

  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final String BODIES = "cgm,sme,smc,svma";

  /** Each of them existed in 2017, answered, and filled its four seats. */
  private static final int BODIES_OF_2017 = 4;

  private static final int STEPS_BETWEEN_KILLS = 14;

  private final JdbcConnectionDetails database = TestDatabase.createDatabase();
  private final JdbcClient jdbc =
      JdbcClient.create(
          new DriverManagerDataSource(
              database.getJdbcUrl(), database.getUsername(), database.getPassword()));

  @TempDir Path temp;

  static IntStream kills() {
    return Endurance.rounds(0, 1).map(run -> 5);
  }

  @ParameterizedTest(name = "{0} kills", allowZeroInvocations = true)
  @MethodSource("kills")
  @DisplayName("is made up for by the next start, which does the missing steps and no step twice")
  void isMadeUpFor(int kills) {
    IntStream.rangeClosed(1, kills)
        .forEach(
            round -> {
              try (JavaProcess application = startApplication()) {
                await()
                    .atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(5))
                    .until(() -> steps() >= (long) round * STEPS_BETWEEN_KILLS);
                application.kill();
              }
              assertThat(isDone()).as("killed in time").isFalse();
            });

    try (JavaProcess application = startApplication()) {
      application.awaitOutput("Demonstration: current round ready");
      assertThat(application.terminate()).isEqualTo(143);
    }

    assertThat(isDone()).isTrue();
    assertThat(
            count(
                "SELECT count(*) FROM nomination n JOIN nomination_round r ON r.id = n.round_id"
                    + " WHERE r.closed_at < '2018-01-01' AND n.state = 'CLOSED'"))
        .isEqualTo(BODIES_OF_2017);
    assertThat(
            count(
                "SELECT count(*) FROM appointment WHERE function = 'FOCAL_POINT'"
                    + " AND valid_from < '2018-01-01' AND valid_to < '2019-01-01'"))
        .isEqualTo(4 * BODIES_OF_2017);
    assertThat(
            count(
                "SELECT count(*) FROM act_hi_procinst"
                    + " WHERE proc_def_key_ = 'nomination-approval'"
                    + " AND start_time_ < '2018-01-01' AND end_time_ IS NOT NULL"))
        .isEqualTo(BODIES_OF_2017);
    assertThat(count("SELECT count(*) FROM nomination_round")).isEqualTo(2);
    assertThat(
            count(
                "SELECT count(*) FROM (SELECT nomination_id FROM nomination_decision"
                    + " WHERE decision IN ('SUBMITTED', 'APPROVED', 'GRANTED') AND nomination_id IN ("
                    + "SELECT id FROM nomination WHERE created_at < '2018-01-01')"
                    + " GROUP BY nomination_id, decision HAVING count(*) > 1) twice"))
        .isZero();
    assertThat(count("SELECT count(*) FROM notice WHERE state <> 'unmailed'")).isZero();
    assertThat(count("SELECT count(*) FROM act_ru_incident")).isZero();
    assertThat(count("SELECT count(*) FROM act_ru_job WHERE priority_ < 0")).isZero();
  }

  private JavaProcess startApplication() {
    return JavaProcess.startApplication(
        "--server.port=0",
        "--spring.profiles.active=demo",
        "--rede-info.demonstration.bodies=" + BODIES,
        "--spring.datasource.url=" + database.getJdbcUrl(),
        "--spring.datasource.username=" + database.getUsername(),
        "--spring.datasource.password=" + database.getPassword(),
        "--rede-info.embedded-database.directory=" + temp,
        "--rede-info.notification.dispatch=false");
  }

  private long steps() {
    return count("SELECT count(*) FROM demonstration_step");
  }

  private boolean isDone() {
    return count("SELECT count(*) FROM demonstration_step WHERE key = 'done'") == 1;
  }

  private long count(String sql) {
    return jdbc.sql(sql).query(Long.class).single();
  }
}
