package br.gov.sp.prefeitura.redeinfo.meeting.domain;

import static br.gov.sp.prefeitura.redeinfo.meeting.domain.MeetingRepository.utc;

import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import br.gov.sp.prefeitura.redeinfo.statute.ActivityMeasure;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How many meetings of any kind were held, for the activity plan. */
@Component
class MeetingsHeld implements ActivityMeasure {

  private final JdbcClient jdbc;

  MeetingsHeld(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public String code() {
    return "meetings-held";
  }

  @Override
  @Transactional(readOnly = true)
  public long done(LocalDate first, LocalDate last) {
    return jdbc.sql(
            """
            SELECT count(*) FROM meeting
             WHERE held_at IS NOT NULL AND starts_at >= :from AND starts_at < :until
            """)
        .param("from", utc(first.atStartOfDay(SaoPaulo.ZONE).toInstant()))
        .param("until", utc(last.plusDays(1).atStartOfDay(SaoPaulo.ZONE).toInstant()))
        .query(Long.class)
        .single();
  }
}
