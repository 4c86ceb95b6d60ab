package br.gov.sp.prefeitura.redeinfo.statute.domain;

import br.gov.sp.prefeitura.redeinfo.shared.privacy.PersonalData;
import br.gov.sp.prefeitura.redeinfo.shared.privacy.Retention;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What the module keeps of persons. Acceptances stay with the person's row, whose name goes when
 * its own time is over; what members wanted to talk about is removed by itself.
 */
@Component
class StatutePrivacy implements PersonalData, Retention {

  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm").withZone(SaoPaulo.ZONE);

  private final JdbcClient jdbc;
  private final MessageSource messages;

  StatutePrivacy(JdbcClient jdbc, MessageSource messages) {
    this.jdbc = jdbc;
    this.messages = messages;
  }

  @Override
  public List<Section> of(long personId) {
    return List.of(acceptances(personId), questions(personId));
  }

  private Section acceptances(long personId) {
    return new Section(
        "statute.data.acceptances",
        List.of("statute.column.version", "statute.column.accepted", "statute.column.way"),
        jdbc.sql(
                """
                SELECT v.number, a.accepted_at, a.way
                  FROM statute_acceptance a JOIN statute_version v ON v.id = a.version_id
                 WHERE a.person_id = :person ORDER BY v.number
                """)
            .param("person", personId)
            .query(
                (rs, n) ->
                    List.of(
                        rs.getString("number"),
                        moment(rs, "accepted_at"),
                        messages.getMessage(
                            "statute.way." + rs.getString("way"),
                            null,
                            LocaleContextHolder.getLocale())))
            .list());
  }

  private Section questions(long personId) {
    return new Section(
        "statute.data.questions",
        List.of("statute.column.version", "statute.data.asked", "statute.data.question"),
        jdbc.sql(
                """
                SELECT v.number, q.asked_at, q.text
                  FROM statute_request r
                  JOIN statute_version v ON v.id = r.version_id
                  JOIN statute_question q ON q.request_id = r.id
                 WHERE r.person_id = :person ORDER BY q.id
                """)
            .param("person", personId)
            .query(
                (rs, n) ->
                    Arrays.asList(
                        rs.getString("number"), moment(rs, "asked_at"), rs.getString("text")))
            .list());
  }

  private static String moment(ResultSet rs, String column) throws SQLException {
    return MOMENT.format(rs.getTimestamp(column).toInstant());
  }

  @Override
  public String kind() {
    return "statute-questions";
  }

  @Override
  public long lapsed(Instant before) {
    return jdbc.sql(
            "SELECT count(*) FROM statute_question WHERE text IS NOT NULL AND asked_at < :before")
        .param("before", Timestamp.from(before))
        .query(Long.class)
        .single();
  }

  @Override
  public int anonymise(Instant before, int limit) {
    return jdbc.sql(
            """
            UPDATE statute_question SET text = NULL
             WHERE id IN (SELECT id FROM statute_question
                           WHERE text IS NOT NULL AND asked_at < :before
                           ORDER BY asked_at LIMIT :limit)
            """)
        .param("before", Timestamp.from(before))
        .param("limit", limit)
        .update();
  }
}
