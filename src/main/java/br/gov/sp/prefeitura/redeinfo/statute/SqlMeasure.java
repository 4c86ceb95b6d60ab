package br.gov.sp.prefeitura.redeinfo.statute;

import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import java.sql.Timestamp;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A measure that one statement counts.
 *
 * @param sql gives one number; its parameters are the days {@code :first} and {@code :last}, and
 *     the moments {@code :from} and {@code :to} (excluded) at which they begin and are over in the
 *     city
 */
public record SqlMeasure(JdbcClient jdbc, String code, String sql) implements ActivityMeasure {

  @Override
  public long done(LocalDate first, LocalDate last) {
    return jdbc.sql(sql)
        .param("first", first)
        .param("last", last)
        .param("from", start(first))
        .param("to", start(last.plusDays(1)))
        .query(Long.class)
        .single();
  }

  private static Timestamp start(LocalDate day) {
    return Timestamp.from(day.atStartOfDay(SaoPaulo.ZONE).toInstant());
  }
}
