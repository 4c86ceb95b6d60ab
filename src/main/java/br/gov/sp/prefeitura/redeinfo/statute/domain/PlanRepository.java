package br.gov.sp.prefeitura.redeinfo.statute.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Plans and their targets; all methods join the caller's transaction. */
@Repository
class PlanRepository {

  private final JdbcClient jdbc;

  PlanRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @return false if there is one for the year
   */
  boolean begin(int year, long by, Instant now) {
    return jdbc.sql(
                """
                INSERT INTO activity_plan (year, begun_by, begun_at, changed_at)
                VALUES (:year, :by, :now, :now) ON CONFLICT DO NOTHING
                """)
            .param("year", year)
            .param("by", by)
            .param("now", Timestamp.from(now))
            .update()
        == 1;
  }

  Optional<PlanRow> find(int year) {
    return jdbc.sql("SELECT year, published_at, changed_at FROM activity_plan WHERE year = :year")
        .param("year", year)
        .query(PlanRepository::plan)
        .optional();
  }

  /** Newest first. */
  List<PlanRow> all() {
    return jdbc.sql("SELECT year, published_at, changed_at FROM activity_plan ORDER BY year DESC")
        .query(PlanRepository::plan)
        .list();
  }

  /**
   * @return false if it was published before
   */
  boolean publish(int year, long by, Instant now) {
    return jdbc.sql(
                """
                UPDATE activity_plan SET published_by = :by, published_at = :now
                 WHERE year = :year AND published_at IS NULL
                """)
            .param("year", year)
            .param("by", by)
            .param("now", Timestamp.from(now))
            .update()
        == 1;
  }

  void changed(int year, Instant now) {
    jdbc.sql("UPDATE activity_plan SET changed_at = :now WHERE year = :year")
        .param("year", year)
        .param("now", Timestamp.from(now))
        .update();
  }

  List<Target> targets(int year) {
    return jdbc.sql("SELECT * FROM activity_target WHERE year = :year ORDER BY last_day, id")
        .param("year", year)
        .query(PlanRepository::target)
        .list();
  }

  Optional<Target> target(int year, long id) {
    return jdbc.sql("SELECT * FROM activity_target WHERE id = :id AND year = :year")
        .param("id", id)
        .param("year", year)
        .query(PlanRepository::target)
        .optional();
  }

  long insert(int year, TypedTarget typed) {
    return bind(
            """
            INSERT INTO activity_target (year, what, measure, done_by_hand, target, first_day,
                last_day, goal_code, goal_name, body_id)
            VALUES (:year, :what, :measure, :hand, :target, :first, :last, :code, :name, :body)
            RETURNING id
            """,
            typed)
        .param("year", year)
        .query(Long.class)
        .single();
  }

  /**
   * @param version the one that the writer had read
   * @return false if somebody else has changed it since
   */
  boolean change(int year, long id, int version, TypedTarget typed) {
    return bind(
                """
                UPDATE activity_target
                   SET what = :what, measure = :measure, done_by_hand = :hand, target = :target,
                       first_day = :first, last_day = :last, goal_code = :code, goal_name = :name,
                       body_id = :body, version = version + 1
                 WHERE id = :id AND year = :year AND version = :version
                """,
                typed)
            .param("id", id)
            .param("year", year)
            .param("version", version)
            .update()
        == 1;
  }

  /**
   * @return false if it is gone, or somebody else has changed it since
   */
  boolean remove(int year, long id, int version) {
    return jdbc.sql(
                """
                DELETE FROM activity_target
                 WHERE id = :id AND year = :year AND version = :version
                """)
            .param("id", id)
            .param("year", year)
            .param("version", version)
            .update()
        == 1;
  }

  private StatementSpec bind(String sql, TypedTarget typed) {
    return jdbc.sql(sql)
        .param("what", typed.what())
        .param("measure", typed.measure())
        .param("hand", typed.doneByHand())
        .param("target", typed.target())
        .param("first", typed.first())
        .param("last", typed.last())
        .param("code", typed.goalCode())
        .param("name", typed.goalName())
        .param("body", typed.bodyId());
  }

  private static PlanRow plan(ResultSet rs, int row) throws SQLException {
    Timestamp published = rs.getTimestamp("published_at");
    return new PlanRow(
        rs.getInt("year"),
        published == null ? null : published.toInstant(),
        rs.getTimestamp("changed_at").toInstant());
  }

  private static Target target(ResultSet rs, int row) throws SQLException {
    return new Target(
        rs.getLong("id"),
        rs.getInt("year"),
        rs.getString("what"),
        rs.getString("measure"),
        rs.getObject("done_by_hand", Integer.class),
        rs.getInt("target"),
        rs.getObject("first_day", LocalDate.class),
        rs.getObject("last_day", LocalDate.class),
        rs.getString("goal_code"),
        rs.getString("goal_name"),
        rs.getObject("body_id", Long.class),
        rs.getInt("version"));
  }

  /**
   * @param publishedAt {@code null} while the coordination alone sees it
   */
  record PlanRow(int year, Instant publishedAt, Instant changedAt) {}
}
