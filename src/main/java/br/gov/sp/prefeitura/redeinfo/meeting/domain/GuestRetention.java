package br.gov.sp.prefeitura.redeinfo.meeting.domain;

import static br.gov.sp.prefeitura.redeinfo.meeting.domain.MeetingRepository.utc;

import br.gov.sp.prefeitura.redeinfo.shared.privacy.Retention;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Guests of meetings of long ago lose their names. Authorities keep theirs: they spoke for a body
 * or a power, and the published minutes name them.
 */
@Component
class GuestRetention implements Retention {

  private static final String NOBODY = "—";

  private static final String LAPSED =
      """
      g.name <> :nobody AND NOT g.authority
         AND g.meeting_id IN (SELECT id FROM meeting WHERE ends_at < :before)
      """;

  private final JdbcClient jdbc;

  GuestRetention(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public String kind() {
    return "meeting-guests";
  }

  @Override
  public long lapsed(Instant before) {
    return jdbc.sql("SELECT count(*) FROM meeting_guest g WHERE " + LAPSED)
        .param("nobody", NOBODY)
        .param("before", utc(before))
        .query(Long.class)
        .single();
  }

  @Override
  public int anonymise(Instant before, int limit) {
    return jdbc.sql(
            """
            UPDATE meeting_guest SET name = :nobody, role = NULL
             WHERE id IN (SELECT g.id FROM meeting_guest g WHERE %s ORDER BY g.id LIMIT :limit)
            """
                .formatted(LAPSED))
        .param("nobody", NOBODY)
        .param("before", utc(before))
        .param("limit", limit)
        .update();
  }
}
