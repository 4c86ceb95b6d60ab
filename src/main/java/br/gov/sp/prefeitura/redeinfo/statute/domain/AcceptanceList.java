package br.gov.sp.prefeitura.redeinfo.statute.domain;

import br.gov.sp.prefeitura.redeinfo.statute.Statutes.Way;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who accepted a version and who has still to, a page at a time, by name, in one statement; the
 * caller has asked whether they may read it.
 */
@Component
@Transactional(readOnly = true)
public class AcceptanceList {

  private static final String LINES =
      """
      SELECT p.id, p.name, coalesce(r.body_id, p.body_id) AS body_id, a.accepted_at, a.way,
             r.due_at, q.text AS question, q.asked_at,
             CASE WHEN a.person_id IS NOT NULL THEN 'ACCEPTED'
                  WHEN r.started_at IS NULL THEN 'WAITING'
                  WHEN r.due_at < :now THEN 'LATE' ELSE 'OPEN' END AS state
        FROM (SELECT person_id FROM statute_acceptance WHERE version_id = :version
              UNION
              SELECT person_id FROM statute_request
               WHERE version_id = :version AND ended_at IS NULL) who
        JOIN person p ON p.id = who.person_id
        LEFT JOIN statute_acceptance a ON a.version_id = :version AND a.person_id = p.id
        LEFT JOIN statute_request r ON r.version_id = :version AND r.person_id = p.id
                                   AND r.outcome IS DISTINCT FROM 'LEFT'
        LEFT JOIN LATERAL (SELECT text, asked_at FROM statute_question
                            WHERE request_id = r.id ORDER BY id DESC LIMIT 1) q ON true
      """;

  private final JdbcClient jdbc;
  private final Clock clock;

  AcceptanceList(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * In the order of names.
   *
   * @param show only those, or {@code null} for all
   * @param after id of the last person of the page before, or {@code null}
   */
  public List<Line> find(long versionId, Show show, Long after, int limit) {
    return jdbc.sql(
            "SELECT * FROM ("
                + LINES
                + """
                ) line
                WHERE (cast(:show AS text) IS NULL OR state = :show
                       OR :show = 'OPEN' AND state IN ('WAITING', 'LATE')
                       OR :show = 'QUESTION' AND asked_at IS NOT NULL AND state <> 'ACCEPTED')
                  AND (cast(:after AS bigint) IS NULL
                       OR (name COLLATE "pt-BR-x-icu", id) > (
                         SELECT b.name COLLATE "pt-BR-x-icu", b.id FROM person b
                          WHERE b.id = :after))
                ORDER BY name COLLATE "pt-BR-x-icu", id LIMIT :limit
                """)
        .param("version", versionId)
        .param("now", Timestamp.from(clock.instant()))
        .param("show", show == null ? null : show.name())
        .param("after", after)
        .param("limit", limit)
        .query(AcceptanceList::line)
        .list();
  }

  /** How the version stands with its members, in one statement. */
  public Figures figures(long versionId) {
    return jdbc.sql(
            """
            SELECT (SELECT count(*) FROM statute_acceptance WHERE version_id = :version) AS accepted,
                   count(*) FILTER (WHERE ended_at IS NULL) AS open,
                   count(*) FILTER (WHERE ended_at IS NULL AND started_at IS NULL) AS waiting,
                   count(*) FILTER (WHERE ended_at IS NULL AND due_at < :now) AS late,
                   count(*) FILTER (WHERE ended_at IS NULL AND EXISTS (
                     SELECT FROM statute_question q WHERE q.request_id = r.id)) AS questions
              FROM statute_request r WHERE version_id = :version
            """)
        .param("version", versionId)
        .param("now", Timestamp.from(clock.instant()))
        .query(
            (rs, n) ->
                new Figures(
                    rs.getInt("accepted"),
                    rs.getInt("open"),
                    rs.getInt("waiting"),
                    rs.getInt("late"),
                    rs.getInt("questions")))
        .single();
  }

  private static Line line(ResultSet rs, int row) throws SQLException {
    return new Line(
        rs.getLong("id"),
        rs.getString("name"),
        rs.getLong("body_id"),
        State.valueOf(rs.getString("state")),
        moment(rs, "accepted_at"),
        rs.getString("way") == null ? null : Way.valueOf(rs.getString("way")),
        moment(rs, "due_at"),
        rs.getString("question"),
        moment(rs, "asked_at"));
  }

  private static Instant moment(ResultSet rs, String column) throws SQLException {
    Timestamp value = rs.getTimestamp(column);
    return value == null ? null : value.toInstant();
  }

  /** What a list may be narrowed to. */
  public enum Show {
    ACCEPTED,
    /** Not accepted yet, late ones too. */
    OPEN,
    LATE,
    /** Not accepted yet, and wants to talk before. */
    QUESTION
  }

  /** How somebody stands with the version. */
  public enum State {
    ACCEPTED,
    /** Will be asked: the task is not open yet. */
    WAITING,
    OPEN,
    LATE
  }

  /**
   * @param open not accepted yet; {@code waiting} and {@code late} are among them
   * @param waiting whose task is not open yet
   * @param questions who wants to talk before
   */
  public record Figures(int accepted, int open, int waiting, int late, int questions) {

    public int all() {
      return accepted + open;
    }
  }

  /**
   * @param bodyId through which the person is a member, or where they work
   * @param way {@code null} before the acceptance, like {@code acceptedAt}
   * @param question what they last wanted to talk about; {@code null} if nothing, or removed since
   */
  public record Line(
      long personId,
      String name,
      long bodyId,
      State state,
      Instant acceptedAt,
      Way way,
      Instant dueAt,
      String question,
      Instant askedAt) {}
}
