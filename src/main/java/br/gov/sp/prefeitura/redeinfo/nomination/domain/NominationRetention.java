package br.gov.sp.prefeitura.redeinfo.nomination.domain;

import br.gov.sp.prefeitura.redeinfo.shared.privacy.LapsedRows;
import br.gov.sp.prefeitura.redeinfo.shared.privacy.LapsedRows.Part;
import br.gov.sp.prefeitura.redeinfo.shared.privacy.Retention;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Until when closed nominations say who was proposed, and why. */
@Configuration(proxyBeanMethods = false)
class NominationRetention {

  @Bean
  Retention nominationJustifications(JdbcClient jdbc) {
    return new LapsedRows(
        "nomination-justifications",
        jdbc,
        Part.clearing(
            "nomination_seat",
            "justification = '—'",
            """
            t.justification <> '—'
            AND EXISTS (SELECT FROM nomination n
                         WHERE n.id = t.nomination_id AND n.state IN ('CLOSED', 'REFUSED')
                           AND n.state_since < :before)
            """),
        Part.clearing(
            "nomination_decision",
            "reason = NULL",
            """
            t.reason IS NOT NULL
            AND EXISTS (SELECT FROM nomination n
                         WHERE n.id = t.nomination_id AND n.state IN ('CLOSED', 'REFUSED')
                           AND n.state_since < :before)
            """));
  }

  @Bean
  Retention nominationNominees(JdbcClient jdbc) {
    return new LapsedRows(
        "nomination-nominees",
        jdbc,
        Part.clearing(
            "nomination_seat",
            "name = '—', identifier = '—', email = 'anonimizado@anonimizada.invalid', unit = '—'",
            """
            t.email IS NOT NULL AND t.email <> 'anonimizado@anonimizada.invalid'
            AND EXISTS (SELECT FROM nomination n
                         WHERE n.id = t.nomination_id AND n.state IN ('CLOSED', 'REFUSED')
                           AND n.state_since < :before)
            """));
  }
}
