package br.gov.sp.prefeitura.redeinfo.meeting.domain;

import br.gov.sp.prefeitura.redeinfo.meeting.domain.Initiative.Entered;
import br.gov.sp.prefeitura.redeinfo.meeting.domain.Initiative.State;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads initiatives for pages; lists are newest first and page by the id. */
@Component
@Transactional(readOnly = true)
public class InitiativeQueries {

  private final InitiativeRepository initiatives;
  private final JdbcClient jdbc;

  InitiativeQueries(InitiativeRepository initiatives, JdbcClient jdbc) {
    this.initiatives = initiatives;
    this.jdbc = jdbc;
  }

  /**
   * @throws Refusal (not found)
   */
  public Initiative get(long id) {
    return initiatives.find(id).orElseThrow(InitiativeService::unknown);
  }

  /**
   * @param state only those, or {@code null} for all
   * @param before id of the last one of the page before, or {@code null}
   */
  public List<Initiative> list(State state, Long before, int limit) {
    return jdbc.sql(
            "SELECT * FROM initiative WHERE "
                + (state == null ? "" : "state = :state AND ")
                + "id < :before ORDER BY id DESC LIMIT :limit")
        .param("state", state == null ? null : state.name())
        .param("before", before == null ? Long.MAX_VALUE : before)
        .param("limit", limit)
        .query(InitiativeRepository::initiative)
        .list();
  }

  /** Those of which something is still to come, by name. */
  public List<Initiative> open() {
    return jdbc.sql(
            """
            SELECT * FROM initiative WHERE state IN ('PROPOSED', 'UNDER_WAY')
             ORDER BY name COLLATE "pt-BR-x-icu"
            """)
        .query(InitiativeRepository::initiative)
        .list();
  }

  /** The bodies that take part, by initiative; in one statement. */
  public Map<Long, Set<Long>> bodies(Collection<Long> ids) {
    Map<Long, Set<Long>> bodies = new HashMap<>();
    jdbc.sql("SELECT * FROM initiative_body WHERE initiative_id = ANY(?)")
        .param(ids.toArray(Long[]::new))
        .query(
            (rs, n) ->
                bodies
                    .computeIfAbsent(rs.getLong("initiative_id"), id -> new HashSet<>())
                    .add(rs.getLong("body_id")))
        .list();
    return bodies;
  }

  public Set<Long> bodies(long id) {
    return initiatives.findBodies(id);
  }

  /** Ids of the published projects it is linked with. */
  public Set<Long> projects(long id) {
    return initiatives.findProjects(id);
  }

  /** The meetings it is linked with, the latest first. */
  public List<LinkedMeeting> meetings(long id) {
    return jdbc.sql(
            """
            SELECT m.id, m.title, m.starts_at, m.state
              FROM initiative_meeting l JOIN meeting m ON m.id = l.meeting_id
             WHERE l.initiative_id = ? ORDER BY m.starts_at DESC, m.id DESC
            """)
        .param(id)
        .query(InitiativeQueries::linked)
        .list();
  }

  /** Meetings that an initiative may be linked with: the latest that were held. */
  public List<LinkedMeeting> heldMeetings(int limit) {
    return jdbc.sql(
            """
            SELECT id, title, starts_at, state FROM meeting
             WHERE held_at IS NOT NULL ORDER BY starts_at DESC, id DESC LIMIT ?
            """)
        .param(limit)
        .query(InitiativeQueries::linked)
        .list();
  }

  public List<Entered> states(long id) {
    return initiatives.findStates(id);
  }

  private static LinkedMeeting linked(ResultSet rs, int row) throws SQLException {
    return new LinkedMeeting(
        rs.getLong("id"),
        rs.getString("title"),
        MeetingRepository.instant(rs, "starts_at"),
        rs.getString("state").equals("PUBLISHED"));
  }

  /**
   * @param published whether its minutes are public
   */
  public record LinkedMeeting(long id, String title, Instant startsAt, boolean published) {}
}
