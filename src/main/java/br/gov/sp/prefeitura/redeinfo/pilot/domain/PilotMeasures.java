package br.gov.sp.prefeitura.redeinfo.pilot.domain;

import br.gov.sp.prefeitura.redeinfo.statute.ActivityMeasure;
import br.gov.sp.prefeitura.redeinfo.statute.SqlMeasure;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What pilots say of the activity plan's targets; each pilot counts once. */
@Configuration(proxyBeanMethods = false)
class PilotMeasures {

  /** Presented on one of the days. */
  @Bean
  ActivityMeasure pilotsPresented(JdbcClient jdbc) {
    return new SqlMeasure(
        jdbc,
        "pilots-presented",
        """
        SELECT count(DISTINCT pilot_id) FROM pilot_presentation
         WHERE held AND starts_at >= :from AND starts_at < :to
        """);
  }

  /** Begun on one of the days. */
  @Bean
  ActivityMeasure pilotsRunning(JdbcClient jdbc) {
    return new SqlMeasure(
        jdbc,
        "pilots-running",
        """
        SELECT count(DISTINCT pilot_id) FROM pilot_event
         WHERE kind = 'STARTED' AND at >= :from AND at < :to
        """);
  }

  /** Whose completion was accepted on one of the days. */
  @Bean
  ActivityMeasure pilotsCompleted(JdbcClient jdbc) {
    return new SqlMeasure(
        jdbc,
        "pilots-completed",
        """
        SELECT count(DISTINCT pilot_id) FROM pilot_event
         WHERE kind = 'COMPLETION_ACCEPTED' AND at >= :from AND at < :to
        """);
  }
}
