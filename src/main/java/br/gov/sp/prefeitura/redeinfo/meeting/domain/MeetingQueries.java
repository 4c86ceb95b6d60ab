package br.gov.sp.prefeitura.redeinfo.meeting.domain;

import static br.gov.sp.prefeitura.redeinfo.meeting.domain.MeetingRepository.utc;

import br.gov.sp.prefeitura.redeinfo.shared.paging.Position;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Lists of meetings, by their time; the caller has decided who may know. One statement each. */
@Repository
@Transactional(readOnly = true)
public class MeetingQueries {

  private final JdbcClient jdbc;

  MeetingQueries(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Meetings that are planned or convened, the next one first. */
  public List<Meeting> coming(String kind, Position after, int limit) {
    boolean first = after.equals(Position.NEWEST);
    return jdbc.sql(
            """
            SELECT * FROM meeting
             WHERE state IN ('PLANNED', 'CONVENED')
               AND (cast(:kind AS text) IS NULL OR kind = :kind)
               AND (:first OR (starts_at, id) > (:at, :id))
             ORDER BY starts_at, id LIMIT :limit
            """)
        .param("kind", kind)
        .param("first", first)
        .param("at", utc(after.at()))
        .param("id", after.id())
        .param("limit", limit)
        .query(MeetingRepository::map)
        .list();
  }

  /** Meetings that took place, or will not, the latest first. */
  public List<Meeting> past(String kind, Position after, int limit) {
    return jdbc.sql(
            """
            SELECT * FROM meeting
             WHERE state NOT IN ('PLANNED', 'CONVENED')
               AND (cast(:kind AS text) IS NULL OR kind = :kind)
               AND (starts_at, id) < (:at, :id)
             ORDER BY starts_at DESC, id DESC LIMIT :limit
            """)
        .param("kind", kind)
        .param("at", utc(after.at()))
        .param("id", after.id())
        .param("limit", limit)
        .query(MeetingRepository::map)
        .list();
  }
}
