package br.gov.sp.prefeitura.redeinfo.confirmation.domain;

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

/** What an office wrote about a change may name people; that a body confirmed, and when, stays. */
@Component
class ConfirmationPrivacy implements PersonalData, Retention {

  private static final String REMOVED = "–";
  private static final String LAPSED = "answered_at < :before AND note <> '" + REMOVED + "'";
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm").withZone(SaoPaulo.ZONE);

  private final JdbcClient jdbc;

  ConfirmationPrivacy(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public List<Section> of(long personId) {
    return List.of(
        new Section(
            "confirmation.title",
            List.of(
                "confirmation.column.acronym",
                "confirmation.column.answered",
                "confirmation.column.note"),
            jdbc.sql(
                    """
                    SELECT acronym, answered_at, note FROM confirmation
                     WHERE answered_by = :person ORDER BY answered_at DESC LIMIT 1000
                    """)
                .param("person", personId)
                .query(
                    (row, n) ->
                        Arrays.asList(
                            row.getString("acronym"),
                            MOMENT.format(row.getTimestamp("answered_at").toInstant()),
                            row.getString("note")))
                .list()));
  }

  @Override
  public String kind() {
    return "confirmation-notes";
  }

  @Override
  public long lapsed(Instant before) {
    return jdbc.sql("SELECT count(*) FROM confirmation WHERE " + LAPSED)
        .param("before", Timestamp.from(before))
        .query(Long.class)
        .single();
  }

  @Override
  public int anonymise(Instant before, int limit) {
    return jdbc.sql(
            """
            UPDATE confirmation SET note = :removed
             WHERE id IN (SELECT id FROM confirmation WHERE %s ORDER BY id LIMIT :limit)
            """
                .formatted(LAPSED))
        .param("removed", REMOVED)
        .param("before", Timestamp.from(before))
        .param("limit", limit)
        .update();
  }
}
