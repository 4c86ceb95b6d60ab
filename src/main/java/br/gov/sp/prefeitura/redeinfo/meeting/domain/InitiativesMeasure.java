package br.gov.sp.prefeitura.redeinfo.meeting.domain;

import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import br.gov.sp.prefeitura.redeinfo.statute.ActivityMeasure;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Counts the initiatives that were begun in a period: those that left the stage of a proposal. */
@Component
class InitiativesMeasure implements ActivityMeasure {

  private final JdbcClient jdbc;

  InitiativesMeasure(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public String code() {
    return "initiatives";
  }

  @Override
  @Transactional(readOnly = true)
  public long done(LocalDate first, LocalDate last) {
    return jdbc.sql(
            """
            SELECT count(DISTINCT initiative_id) FROM initiative_state
             WHERE state = 'UNDER_WAY' AND entered_at >= :first AND entered_at < :end
            """)
        .param("first", midnight(first))
        .param("end", midnight(last.plusDays(1)))
        .query(Long.class)
        .single();
  }

  private static Timestamp midnight(LocalDate day) {
    Instant instant = day.atStartOfDay(SaoPaulo.ZONE).toInstant();
    return Timestamp.from(instant);
  }
}
