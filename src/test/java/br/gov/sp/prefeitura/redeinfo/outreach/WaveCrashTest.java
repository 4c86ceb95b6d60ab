package br.gov.sp.prefeitura.redeinfo.outreach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.support.Campaigns;
import br.gov.sp.prefeitura.redeinfo.support.Endurance;
import br.gov.sp.prefeitura.redeinfo.support.IntegrationTest;
import br.gov.sp.prefeitura.redeinfo.support.JavaProcess;
import br.gov.sp.prefeitura.redeinfo.support.TrainingLife;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A wave's day comes here, where no job executor runs; another process of the application on the
 * same database writes its letters and is killed meanwhile.
 */
@Tag(Endurance.TAG)
@IntegrationTest
@DisplayName("A kill -9 while a wave goes out")
class WaveCrashTest {

  private static final Duration PATIENCE = Duration.ofMinutes(5);

  @Autowired Campaigns campaigns;
  @Autowired TrainingLife life;
  @Autowired JdbcConnectionDetails database;
  @Autowired JdbcClient jdbc;
  @TempDir Path temp;

  @Test
  @DisplayName("leaves every recipient with exactly one letter, and the figures right")
  void eachPersonOnce(TestReporter figures) {
    int count = (int) Endurance.rounds(40, 2000).count();
    Body body = campaigns.body();
    campaigns.contacts(body, count);
    long id = campaigns.running(campaigns.plan(body, campaigns.rest()));
    life.fireOnly(Campaigns.KEY, id, "intermediateCatchEvent_WaveDay");
    long begin = System.nanoTime();
    try (JavaProcess application = startApplication()) {
      await()
          .atMost(PATIENCE)
          .pollInterval(Duration.ofMillis(2))
          .until(() -> written(id) >= count / 4);
      application.kill();
    }
    assertThat(written(id)).as("killed meanwhile").isLessThan(count);
    try (JavaProcess application = startApplication()) {
      await().atMost(PATIENCE).until(() -> campaigns.get(id).nextWave().isEmpty());
      application.terminate();
    }
    figures.publishEntry(
        "seconds for %d letters, with a kill and two starts".formatted(count),
        String.valueOf(Duration.ofNanos(System.nanoTime() - begin).toSeconds()));
    assertThat(written(id)).isEqualTo(count);
    assertThat(
            single(
                """
                SELECT count(*) FROM campaign_recipient r
                  JOIN letter l ON l.address = r.email AND l.event_key = 'campaign:' || r.campaign_id
                 WHERE r.campaign_id = ? AND r.state = 'SENT'
                   AND sha256(convert_to(substring(l.opt_out_path FROM 10), 'UTF8')) = r.token_hash
                """,
                id))
        .as("letters whose link to opt out works")
        .isEqualTo(count);
    assertThat(campaigns.get(id).waves().get(0))
        .matches(wave -> wave.sent() == count && wave.recipients() == count);
  }

  private JavaProcess startApplication() {
    return JavaProcess.startApplication(
        "--server.port=0",
        "--spring.datasource.url=" + database.getJdbcUrl(),
        "--spring.datasource.username=" + database.getUsername(),
        "--spring.datasource.password=" + database.getPassword(),
        "--rede-info.embedded-database.directory=" + temp,
        "--rede-info.notification.dispatch=false",
        // Many steps to be killed between.
        "--rede-info.outreach.chunk=" + (Endurance.measures() ? 50 : 2),
        // What a killed node had locked is free again soon.
        "--camunda.bpm.job-execution.lock-time-in-millis=2000",
        "--camunda.bpm.job-execution.wait-time-in-millis=200",
        "--camunda.bpm.job-execution.max-wait=500");
  }

  private int written(long id) {
    return jdbc.sql("SELECT count(*) FROM letter WHERE event_key = ?")
        .param("campaign:" + id)
        .query(Integer.class)
        .single();
  }

  private int single(String sql, long id) {
    return jdbc.sql(sql).param(id).query(Integer.class).single();
  }
}
