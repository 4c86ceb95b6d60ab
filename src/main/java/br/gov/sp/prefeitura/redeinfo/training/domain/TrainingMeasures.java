package br.gov.sp.prefeitura.redeinfo.training.domain;

import br.gov.sp.prefeitura.redeinfo.statute.ActivityMeasure;
import br.gov.sp.prefeitura.redeinfo.statute.SqlMeasure;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What trainings say of the activity plan's targets; sessions and reports count by their days. */
@Configuration(proxyBeanMethods = false)
class TrainingMeasures {

  /** Sessions held, and reports of bodies' own trainings that were approved. */
  @Bean
  ActivityMeasure trainingsHeld(JdbcClient jdbc) {
    return new SqlMeasure(
        jdbc,
        "trainings-held",
        """
        SELECT (SELECT count(*) FROM training_session
                 WHERE state = 'HELD' AND starts_at >= :from AND starts_at < :to)
             + (SELECT count(*) FROM body_training
                 WHERE state = 'APPROVED' AND day BETWEEN :first AND :last)
        """);
  }

  /** Bodies that gave a training of their own, or whose people were present at a session. */
  @Bean
  ActivityMeasure bodiesTrained(JdbcClient jdbc) {
    return new SqlMeasure(
        jdbc,
        "bodies-trained",
        """
        SELECT count(*) FROM (
          SELECT body_id FROM body_training
           WHERE state = 'APPROVED' AND day BETWEEN :first AND :last
          UNION
          SELECT n.body_id
            FROM training_session s
            JOIN training_enrollment n ON n.edition_id = s.edition_id
            JOIN attendance_entry a ON a.event_id = s.attendance_event_id
                                   AND a.person_id = n.person_id AND a.status = 'PRESENT'
           WHERE s.state = 'HELD' AND s.starts_at >= :from AND s.starts_at < :to) body
        """);
  }

  /** People who were present at a session at least, each once. */
  @Bean
  ActivityMeasure peopleTrained(JdbcClient jdbc) {
    return new SqlMeasure(
        jdbc,
        "people-trained",
        """
        SELECT count(DISTINCT a.person_id)
          FROM training_session s
          JOIN attendance_entry a ON a.event_id = s.attendance_event_id AND a.status = 'PRESENT'
         WHERE s.state = 'HELD' AND s.starts_at >= :from AND s.starts_at < :to
        """);
  }
}
