package br.gov.sp.prefeitura.redeinfo.meeting.domain;

import br.gov.sp.prefeitura.redeinfo.meeting.domain.Initiative.Entered;
import br.gov.sp.prefeitura.redeinfo.meeting.domain.Initiative.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Initiatives and what they are linked with; all methods join the caller's transaction. */
@Repository
class InitiativeRepository {

  private final JdbcClient jdbc;

  InitiativeRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @throws DuplicateKeyException if one has the name
   */
  long insert(InitiativePlan plan, long by, Instant now) {
    long id =
        jdbc.sql(
                """
                INSERT INTO initiative (name, purpose, state, state_since, next_step, next_step_on,
                    created_by, created_at)
                VALUES (:name, :purpose, 'PROPOSED', :now, :step, :on, :by, :now) RETURNING id
                """)
            .param("name", plan.name())
            .param("purpose", plan.purpose())
            .param("step", plan.nextStep())
            .param("on", plan.nextStepOn())
            .param("by", by)
            .param("now", MeetingRepository.utc(now))
            .query(Long.class)
            .single();
    link(id, plan);
    return id;
  }

  /**
   * @return whether it was still of that version
   * @throws DuplicateKeyException if another one has the name
   */
  boolean update(long id, int version, InitiativePlan plan) {
    int changed =
        jdbc.sql(
                """
                UPDATE initiative
                   SET name = :name, purpose = :purpose, next_step = :step, next_step_on = :on,
                       version = version + 1
                 WHERE id = :id AND version = :version
                """)
            .param("id", id)
            .param("version", version)
            .param("name", plan.name())
            .param("purpose", plan.purpose())
            .param("step", plan.nextStep())
            .param("on", plan.nextStepOn())
            .update();
    if (changed == 1) {
      link(id, plan);
    }
    return changed == 1;
  }

  private void link(long id, InitiativePlan plan) {
    link("initiative_body", "body_id", id, plan.bodyIds());
    link("initiative_meeting", "meeting_id", id, plan.meetingIds());
    link("initiative_pilot", "pilot_id", id, plan.projectIds());
  }

  /** Table and column are ours, never what was typed. */
  private void link(String table, String column, long id, Collection<Long> others) {
    jdbc.sql("DELETE FROM " + table + " WHERE initiative_id = ?").param(id).update();
    jdbc.sql(
            "INSERT INTO " + table + " (initiative_id, " + column + ") SELECT :id, unnest(:others)")
        .param("id", id)
        .param("others", others.toArray(Long[]::new))
        .update();
  }

  void enter(long id, State state, String note, long by, Instant now) {
    jdbc.sql(
            """
            UPDATE initiative SET state = :state, state_since = :now, version = version + 1
             WHERE id = :id
            """)
        .param("id", id)
        .param("state", state.name())
        .param("now", MeetingRepository.utc(now))
        .update();
    jdbc.sql(
            """
            INSERT INTO initiative_state (initiative_id, state, note, entered_by, entered_at)
            VALUES (:id, :state, :note, :by, :now)
            """)
        .param("id", id)
        .param("state", state.name())
        .param("note", note)
        .param("by", by)
        .param("now", MeetingRepository.utc(now))
        .update();
  }

  Optional<Initiative> find(long id) {
    return jdbc.sql("SELECT * FROM initiative WHERE id = ?")
        .param(id)
        .query(InitiativeRepository::initiative)
        .optional();
  }

  Optional<Initiative> lock(long id) {
    return jdbc.sql("SELECT * FROM initiative WHERE id = ? FOR UPDATE")
        .param(id)
        .query(InitiativeRepository::initiative)
        .optional();
  }

  boolean exists(long id) {
    return jdbc.sql("SELECT EXISTS (SELECT 1 FROM initiative WHERE id = ?)")
        .param(id)
        .query(Boolean.class)
        .single();
  }

  boolean existMeetings(Collection<Long> ids) {
    return jdbc.sql("SELECT count(*) FROM meeting WHERE id = ANY(?)")
            .param(ids.toArray(Long[]::new))
            .query(Integer.class)
            .single()
        == ids.size();
  }

  List<Entered> findStates(long id) {
    return jdbc.sql("SELECT * FROM initiative_state WHERE initiative_id = ? ORDER BY id")
        .param(id)
        .query(
            (rs, n) ->
                new Entered(
                    State.valueOf(rs.getString("state")),
                    rs.getString("note"),
                    rs.getLong("entered_by"),
                    MeetingRepository.instant(rs, "entered_at")))
        .list();
  }

  Set<Long> findBodies(long id) {
    return ids("SELECT body_id FROM initiative_body WHERE initiative_id = ?", id);
  }

  Set<Long> findProjects(long id) {
    return ids("SELECT pilot_id FROM initiative_pilot WHERE initiative_id = ?", id);
  }

  private Set<Long> ids(String sql, long id) {
    return jdbc.sql(sql).param(id).query(Long.class).set();
  }

  static Initiative initiative(ResultSet rs, int row) throws SQLException {
    return new Initiative(
        rs.getLong("id"),
        rs.getString("name"),
        rs.getString("purpose"),
        State.valueOf(rs.getString("state")),
        MeetingRepository.instant(rs, "state_since"),
        rs.getString("next_step"),
        rs.getObject("next_step_on", LocalDate.class),
        rs.getInt("version"),
        rs.getLong("created_by"),
        MeetingRepository.instant(rs, "created_at"));
  }
}
