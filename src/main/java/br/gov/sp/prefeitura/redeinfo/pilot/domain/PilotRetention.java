package br.gov.sp.prefeitura.redeinfo.pilot.domain;

import br.gov.sp.prefeitura.redeinfo.shared.privacy.LapsedRows;
import br.gov.sp.prefeitura.redeinfo.shared.privacy.LapsedRows.Part;
import br.gov.sp.prefeitura.redeinfo.shared.privacy.Retention;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Until when ended pilots keep what was said inside; what is published stays. */
@Configuration(proxyBeanMethods = false)
class PilotRetention {

  @Bean
  Retention pilotDrafts(JdbcClient jdbc) {
    return new LapsedRows(
        "pilot-drafts",
        jdbc,
        Part.deleting(
            "pilot_draft",
            """
            EXISTS (SELECT FROM pilot_draft later
                     WHERE later.pilot_id = t.pilot_id AND later.revision > t.revision)
            AND EXISTS (SELECT FROM pilot p WHERE p.id = t.pilot_id AND p.ended_at < :before)
            """));
  }

  @Bean
  Retention pilotRemarks(JdbcClient jdbc) {
    return new LapsedRows(
        "pilot-remarks",
        jdbc,
        Part.clearing(
            "pilot_event",
            "reason = NULL",
            """
            t.reason IS NOT NULL AND t.sight <> 'PUBLIC'
            AND EXISTS (SELECT FROM pilot p WHERE p.id = t.pilot_id AND p.ended_at < :before)
            """),
        Part.clearing(
            "pilot_partner",
            "reason = '—'",
            """
            t.reason <> '—'
            AND EXISTS (SELECT FROM pilot p WHERE p.id = t.pilot_id AND p.ended_at < :before)
            """),
        Part.clearing(
            "pilot_comment",
            "text = '—'",
            """
            t.text <> '—'
            AND EXISTS (SELECT FROM pilot p WHERE p.id = t.pilot_id AND p.ended_at < :before)
            """),
        Part.clearing(
            "pilot_review",
            "internal_note = NULL",
            """
            t.internal_note IS NOT NULL
            AND EXISTS (SELECT FROM pilot p WHERE p.id = t.pilot_id AND p.ended_at < :before)
            """),
        Part.clearing(
            "pilot_vote",
            "reason = NULL",
            """
            t.reason IS NOT NULL
            AND EXISTS (SELECT FROM pilot_ballot b JOIN pilot p ON p.id = b.pilot_id
                         WHERE b.id = t.ballot_id AND p.ended_at < :before)
            """),
        Part.clearing(
            "pilot_milestone",
            "responsible = NULL",
            """
            t.responsible IS NOT NULL
            AND EXISTS (SELECT FROM pilot p WHERE p.id = t.pilot_id AND p.ended_at < :before)
            """));
  }
}
