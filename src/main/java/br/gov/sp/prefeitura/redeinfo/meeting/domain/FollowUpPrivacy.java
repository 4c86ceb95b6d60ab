package br.gov.sp.prefeitura.redeinfo.meeting.domain;

import br.gov.sp.prefeitura.redeinfo.shared.privacy.PersonalData;
import br.gov.sp.prefeitura.redeinfo.shared.privacy.Retention;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who answered for follow-ups: years after their end the body did, and nobody is named. */
@Component
class FollowUpPrivacy implements PersonalData, Retention {

  private static final String LAPSED =
      """
      SELECT f.id FROM follow_up f
       WHERE f.ended_at < :before
         AND (f.owner_id IS NOT NULL OR f.ended_by IS NOT NULL
           OR EXISTS (SELECT 1 FROM follow_up_event e WHERE e.follow_up_id = f.id
                         AND (e.owner_id IS NOT NULL OR e.made_by IS NOT NULL)))
      """;

  private final JdbcClient jdbc;
  private final MeetingTexts texts;

  FollowUpPrivacy(JdbcClient jdbc, MeetingTexts texts) {
    this.jdbc = jdbc;
    this.texts = texts;
  }

  @Override
  public List<Section> of(long personId) {
    return List.of(
        new Section(
            "follow-up.title",
            List.of(
                "follow-up.column.text",
                "follow-up.column.meeting",
                "follow-up.column.due",
                "follow-up.column.state",
                "follow-up.column.result"),
            jdbc.sql(
                    FollowUpRepository.SELECT
                        + " WHERE f.owner_id = :person OR f.ended_by = :person ORDER BY f.id")
                .param("person", personId)
                .query(
                    (row, n) ->
                        Arrays.asList(
                            row.getString("text"),
                            row.getString("meeting_title"),
                            SaoPaulo.DAY.format(row.getObject("due_on", LocalDate.class)),
                            texts.text("follow-up.state." + row.getString("state")),
                            row.getString("result")))
                .list()));
  }

  @Override
  public String kind() {
    return "follow-up-people";
  }

  @Override
  public long lapsed(Instant before) {
    return jdbc.sql("SELECT count(*) FROM (" + LAPSED + ") lapsed")
        .param("before", MeetingRepository.utc(before))
        .query(Long.class)
        .single();
  }

  @Override
  public int anonymise(Instant before, int limit) {
    Long[] ids =
        jdbc.sql(LAPSED + " ORDER BY f.id LIMIT :limit")
            .param("before", MeetingRepository.utc(before))
            .param("limit", limit)
            .query(Long.class)
            .list()
            .toArray(Long[]::new);
    jdbc.sql("UPDATE follow_up SET owner_id = NULL, ended_by = NULL WHERE id = ANY(?)")
        .param(ids)
        .update();
    jdbc.sql(
            "UPDATE follow_up_event SET owner_id = NULL, made_by = NULL"
                + " WHERE follow_up_id = ANY(?)")
        .param(ids)
        .update();
    return ids.length;
  }
}
