package br.gov.sp.prefeitura.redeinfo.meeting.domain;

import br.gov.sp.prefeitura.redeinfo.shared.privacy.PersonalData;
import br.gov.sp.prefeitura.redeinfo.shared.privacy.Retention;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What minutes keep of people beside what is published: who remarked, and why somebody was not
 * there. Years later the remarks stay and nobody is named by them; reasons for absence are removed.
 * Who led, wrote and approved stands in a public document and stays.
 */
@Component
class MinutesPrivacy implements PersonalData, Retention {

  private static final String LAPSED =
      """
      SELECT m.id FROM meeting m
       WHERE m.ends_at < :before
         AND (EXISTS (SELECT 1 FROM minutes_remark r WHERE r.meeting_id = m.id
                         AND (r.made_by IS NOT NULL OR r.answered_by IS NOT NULL))
           OR EXISTS (SELECT 1 FROM minutes_version v WHERE v.meeting_id = m.id
                         AND jsonb_exists(v.content, 'justifications'))
           OR EXISTS (SELECT 1 FROM minutes d WHERE d.meeting_id = m.id
                         AND jsonb_exists(d.draft, 'justifications')))
      """;

  private final JdbcClient jdbc;

  MinutesPrivacy(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public List<Section> of(long personId) {
    return List.of(
        new Section(
            "minutes.data.remarks",
            List.of("minutes.column.title", "minutes.remark.text", "minutes.data.made"),
            jdbc.sql(
                    """
                    SELECT m.title, r.text, r.made_at
                      FROM minutes_remark r JOIN meeting m ON m.id = r.meeting_id
                     WHERE r.made_by = ? ORDER BY r.id
                    """)
                .param(personId)
                .query(
                    (row, n) ->
                        Arrays.asList(
                            row.getString("title"),
                            row.getString("text"),
                            SaoPaulo.DAY.format(
                                MeetingRepository.instant(row, "made_at").atZone(SaoPaulo.ZONE))))
                .list()));
  }

  @Override
  public String kind() {
    return "minutes-names";
  }

  /** Counts meetings. */
  @Override
  public long lapsed(Instant before) {
    return jdbc.sql("SELECT count(*) FROM (" + LAPSED + ") lapsed")
        .param("before", MeetingRepository.utc(before))
        .query(Long.class)
        .single();
  }

  @Override
  public int anonymise(Instant before, int limit) {
    Long[] meetings =
        jdbc.sql(LAPSED + " ORDER BY m.id LIMIT :limit")
            .param("before", MeetingRepository.utc(before))
            .param("limit", limit)
            .query(Long.class)
            .list()
            .toArray(Long[]::new);
    for (String change :
        List.of(
            "UPDATE minutes_remark SET made_by = NULL, answered_by = NULL"
                + " WHERE meeting_id = ANY(?)",
            "UPDATE minutes_version SET content = content - 'justifications'"
                + " WHERE meeting_id = ANY(?)",
            "UPDATE minutes SET draft = draft - 'justifications' WHERE meeting_id = ANY(?)")) {
      jdbc.sql(change).param(meetings).update();
    }
    return meetings.length;
  }
}
