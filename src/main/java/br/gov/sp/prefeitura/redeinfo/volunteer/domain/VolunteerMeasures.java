package br.gov.sp.prefeitura.redeinfo.volunteer.domain;

import br.gov.sp.prefeitura.redeinfo.statute.ActivityMeasure;
import br.gov.sp.prefeitura.redeinfo.statute.SqlMeasure;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What enlistments say of the activity plan's targets. */
@Configuration(proxyBeanMethods = false)
class VolunteerMeasures {

  /** Who came in as a volunteer, by the day of the decision. */
  @Bean
  ActivityMeasure volunteersAdmitted(JdbcClient jdbc) {
    return new SqlMeasure(
        jdbc,
        "volunteers-admitted",
        """
        SELECT count(*) FROM enlistment
         WHERE state = 'ADMITTED' AND decided_at >= :from AND decided_at < :to
        """);
  }
}
