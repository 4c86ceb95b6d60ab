package br.gov.sp.prefeitura.redeinfo.statute.domain;

import br.gov.sp.prefeitura.redeinfo.statute.ActivityMeasure;
import br.gov.sp.prefeitura.redeinfo.statute.SqlMeasure;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What acceptances say of the activity plan's targets. */
@Configuration(proxyBeanMethods = false)
class AcceptanceMeasure {

  /** How often the statute was accepted, in any version. */
  @Bean
  ActivityMeasure statuteAcceptances(JdbcClient jdbc) {
    return new SqlMeasure(
        jdbc,
        "statute-acceptances",
        "SELECT count(*) FROM statute_acceptance WHERE accepted_at >= :from AND accepted_at < :to");
  }
}
