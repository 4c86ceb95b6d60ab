package br.gov.sp.prefeitura.redeinfo.pilot.domain;

import br.gov.sp.prefeitura.redeinfo.pilot.PilotState;
import br.gov.sp.prefeitura.redeinfo.pilot.Theme;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Pilots themselves; all methods join the caller's transaction. */
@Repository
class PilotRepository {

  private final JdbcClient jdbc;

  PilotRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A new draft. */
  long insert(long bodyId, String title, long by, Instant now) {
    return jdbc.sql(
            """
            INSERT INTO pilot (body_id, state, state_since, title, sponsor_id, created_by, created_at)
            VALUES (:body, 'DRAFT', :now, :title, :by, :by, :now)
            RETURNING id
            """)
        .param("body", bodyId)
        .param("title", title)
        .param("by", by)
        .param("now", Timestamp.from(now))
        .query(Long.class)
        .single();
  }

  Optional<Pilot> find(long id) {
    return read("SELECT * FROM pilot WHERE id = :id", id);
  }

  /** Reads it and keeps others from changing it until the transaction ends. */
  Optional<Pilot> lock(long id) {
    return read("SELECT * FROM pilot WHERE id = :id FOR UPDATE", id);
  }

  private Optional<Pilot> read(String sql, long id) {
    return jdbc.sql(sql).param("id", id).query((rs, n) -> pilot(rs)).optional();
  }

  /**
   * Goes on to another state; one in which nothing follows ends it, an approval publishes it.
   *
   * @return false if it stands there already
   */
  boolean enter(long id, PilotState state, Instant now) {
    return jdbc.sql(
                """
                UPDATE pilot SET state = :state, state_since = :now,
                    ended_at = CASE WHEN :over THEN :now ELSE ended_at END,
                    published_at = CASE WHEN :approved THEN coalesce(published_at, :now)
                                        ELSE published_at END
                 WHERE id = :id AND state <> :state
                """)
            .param("id", id)
            .param("state", state.name())
            .param("over", state.isOver())
            .param("approved", state.isAfterApproval())
            .param("now", Timestamp.from(now))
            .update()
        == 1;
  }

  /** The process is over in the state in which the pilot stands. */
  void end(long id, Instant now) {
    jdbc.sql("UPDATE pilot SET ended_at = coalesce(ended_at, :now) WHERE id = :id")
        .param("id", id)
        .param("now", Timestamp.from(now))
        .update();
  }

  /**
   * @param sponsorId {@code null} for nobody now
   */
  void setSponsor(long id, Long sponsorId) {
    jdbc.sql("UPDATE pilot SET sponsor_id = :sponsor WHERE id = :id")
        .param("id", id)
        .param("sponsor", sponsorId, Types.BIGINT)
        .update();
  }

  static Pilot pilot(ResultSet rs) throws SQLException {
    return new Pilot(
        rs.getLong("id"),
        rs.getLong("body_id"),
        PilotState.valueOf(rs.getString("state")),
        moment(rs, "state_since"),
        rs.getString("title"),
        rs.getString("territory"),
        themes(rs),
        rs.getObject("sponsor_id", Long.class),
        rs.getLong("created_by"),
        moment(rs, "created_at"),
        rs.getInt("submission"),
        moment(rs, "published_at"),
        moment(rs, "next_report_at"),
        moment(rs, "stale_since"),
        rs.getBoolean("help_wanted"),
        constant(rs, "risk", Pilot.Risk.class),
        rs.getInt("percent"),
        constant(rs, "completion", Pilot.Completion.class),
        constant(rs, "early_results", Pilot.EarlyResults.class),
        moment(rs, "ended_at"));
  }

  private static Set<Theme> themes(ResultSet rs) throws SQLException {
    Set<Theme> themes = EnumSet.noneOf(Theme.class);
    Arrays.stream((String[]) rs.getArray("themes").getArray())
        .map(Theme::valueOf)
        .forEach(themes::add);
    return themes;
  }

  private static <E extends Enum<E>> E constant(ResultSet rs, String column, Class<E> type)
      throws SQLException {
    String name = rs.getString(column);
    return name == null ? null : Enum.valueOf(type, name);
  }

  static Instant moment(ResultSet rs, String column) throws SQLException {
    Timestamp value = rs.getTimestamp(column);
    return value == null ? null : value.toInstant();
  }
}
