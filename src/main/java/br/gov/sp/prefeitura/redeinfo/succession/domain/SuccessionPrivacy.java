package br.gov.sp.prefeitura.redeinfo.succession.domain;

import br.gov.sp.prefeitura.redeinfo.shared.privacy.PersonalData;
import br.gov.sp.prefeitura.redeinfo.shared.privacy.Retention;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * A person's departures in their copy, with the note they wrote; and notes that nobody needs any
 * more: that somebody left, when, and what went where stays.
 */
@Component
class SuccessionPrivacy implements PersonalData, Retention {

  private static final String LAPSED = "ended_at < :before AND note IS NOT NULL";
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm").withZone(SaoPaulo.ZONE);

  private final JdbcClient jdbc;

  SuccessionPrivacy(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public List<Section> of(long personId) {
    return List.of(
        new Section(
            "succession.title",
            List.of("succession.hour", "succession.column.act", "succession.note"),
            jdbc.sql(
                    """
                    SELECT leaves_at, act, note FROM succession
                     WHERE person_id = :person ORDER BY id DESC
                    """)
                .param("person", personId)
                .query(
                    (row, number) ->
                        Arrays.asList(
                            MOMENT.format(row.getTimestamp("leaves_at").toInstant()),
                            row.getString("act"),
                            row.getString("note")))
                .list()));
  }

  @Override
  public String kind() {
    return "succession-notes";
  }

  @Override
  public long lapsed(Instant before) {
    return jdbc.sql("SELECT count(*) FROM succession WHERE " + LAPSED)
        .param("before", Timestamp.from(before))
        .query(Long.class)
        .single();
  }

  @Override
  public int anonymise(Instant before, int limit) {
    return jdbc.sql(
            """
            UPDATE succession SET note = NULL, note_at = NULL
             WHERE id IN (SELECT id FROM succession WHERE %s ORDER BY id LIMIT :limit)
            """
                .formatted(LAPSED))
        .param("before", Timestamp.from(before))
        .param("limit", limit)
        .update();
  }
}
