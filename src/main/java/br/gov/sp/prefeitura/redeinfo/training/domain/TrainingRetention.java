package br.gov.sp.prefeitura.redeinfo.training.domain;

import br.gov.sp.prefeitura.redeinfo.shared.privacy.LapsedRows;
import br.gov.sp.prefeitura.redeinfo.shared.privacy.LapsedRows.Part;
import br.gov.sp.prefeitura.redeinfo.shared.privacy.Retention;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Until when what people explained around trainings is kept. */
@Configuration(proxyBeanMethods = false)
class TrainingRetention {

  @Bean
  Retention trainingExplanations(JdbcClient jdbc) {
    return new LapsedRows(
        "training-explanations",
        jdbc,
        Part.clearing(
            "training_enrollment",
            "reason = NULL",
            """
            t.reason IS NOT NULL AND t.state_since < :before
            AND t.state IN ('REFUSED', 'WITHDRAWN', 'CANCELLED', 'NOT_SEATED', 'COMPLETED', 'NOT_COMPLETED')
            """),
        Part.clearing(
            "training_absence",
            "reason = NULL",
            """
            t.reason IS NOT NULL
            AND EXISTS (SELECT FROM training_enrollment r
                         WHERE r.id = t.enrollment_id AND r.state_since < :before
                           AND r.state IN ('REFUSED', 'WITHDRAWN', 'CANCELLED', 'NOT_SEATED', 'COMPLETED', 'NOT_COMPLETED'))
            """),
        Part.clearing(
            "training_release",
            "reason = NULL",
            """
            t.reason IS NOT NULL
            AND EXISTS (SELECT FROM training_enrollment r
                         WHERE r.id = t.enrollment_id AND r.state_since < :before
                           AND r.state IN ('REFUSED', 'WITHDRAWN', 'CANCELLED', 'NOT_SEATED', 'COMPLETED', 'NOT_COMPLETED'))
            """),
        Part.clearing(
            "training_activity",
            "answer = '—'",
            """
            t.answer <> '—'
            AND EXISTS (SELECT FROM training_enrollment r
                         WHERE r.id = t.enrollment_id AND r.state_since < :before
                           AND r.state IN ('REFUSED', 'WITHDRAWN', 'CANCELLED', 'NOT_SEATED', 'COMPLETED', 'NOT_COMPLETED'))
            """));
  }
}
