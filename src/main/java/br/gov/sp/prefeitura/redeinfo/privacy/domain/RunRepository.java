package br.gov.sp.prefeitura.redeinfo.privacy.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code privacy_run} and {@code privacy_run_kind}. */
@Repository
class RunRepository {

  private final JdbcClient jdbc;

  RunRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Empty if one goes on already. */
  Optional<Long> insert(Instant now, Long startedBy) {
    return jdbc.sql(
            """
            INSERT INTO privacy_run (started_at, started_by) VALUES (:now, :by)
            ON CONFLICT ((finished_at IS NULL)) WHERE finished_at IS NULL DO NOTHING
            RETURNING id
            """)
        .param("now", Timestamp.from(now))
        .param("by", startedBy)
        .query(Long.class)
        .optional();
  }

  void insertKinds(long run, Map<String, Instant> lapseBefore) {
    jdbc.sql(
            """
            INSERT INTO privacy_run_kind (run_id, kind, lapsed_before)
            SELECT :run, kind, moment
              FROM unnest(cast(:kinds AS text[]), cast(:moments AS timestamptz[])) g (kind, moment)
            """)
        .param("run", run)
        .param("kinds", lapseBefore.keySet().toArray(String[]::new))
        .param(
            "moments", lapseBefore.values().stream().map(Instant::toString).toArray(String[]::new))
        .update();
  }

  boolean isGoingOn() {
    return jdbc.sql("SELECT EXISTS (SELECT FROM privacy_run WHERE finished_at IS NULL)")
        .query(Boolean.class)
        .single();
  }

  boolean isStartedSince(Instant moment) {
    return jdbc.sql("SELECT EXISTS (SELECT FROM privacy_run WHERE started_at >= :moment)")
        .param("moment", Timestamp.from(moment))
        .query(Boolean.class)
        .single();
  }

  /**
   * A kind that is not done yet, its run locked: kinds share tables, and what one is changing
   * another would miss. Empty if there is none, or another node is at it.
   */
  Optional<OpenKind> lockNext() {
    return jdbc.sql(
            """
            SELECT k.run_id, k.kind, k.lapsed_before, k.anonymised
              FROM privacy_run r JOIN privacy_run_kind k ON k.run_id = r.id
             WHERE k.done_at IS NULL ORDER BY k.run_id, k.kind LIMIT 1 FOR UPDATE OF r SKIP LOCKED
            """)
        .query(
            (row, number) ->
                new OpenKind(
                    row.getLong(1),
                    row.getString(2),
                    row.getTimestamp(3).toInstant(),
                    row.getLong(4)))
        .optional();
  }

  void add(OpenKind kind, int anonymised, Instant doneAt) {
    jdbc.sql(
            """
            UPDATE privacy_run_kind SET anonymised = anonymised + :more, done_at = :done
             WHERE run_id = :run AND kind = :kind
            """)
        .param("more", anonymised)
        .param("done", doneAt == null ? null : Timestamp.from(doneAt), java.sql.Types.TIMESTAMP)
        .param("run", kind.run())
        .param("kind", kind.kind())
        .update();
  }

  /**
   * Ends runs of which every kind is done.
   *
   * @return how many records each made anonymous
   */
  Map<Long, Long> finish(Instant now) {
    return jdbc
        .sql(
            """
            UPDATE privacy_run r SET finished_at = :now
             WHERE finished_at IS NULL
               AND NOT EXISTS (SELECT FROM privacy_run_kind k
                                WHERE k.run_id = r.id AND k.done_at IS NULL)
            RETURNING id, (SELECT coalesce(sum(anonymised), 0) FROM privacy_run_kind k
                            WHERE k.run_id = r.id)
            """)
        .param("now", Timestamp.from(now))
        .query((row, number) -> Map.entry(row.getLong(1), row.getLong(2)))
        .list()
        .stream()
        .collect(java.util.stream.Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  List<Run> latest(int limit) {
    return jdbc.sql(
            """
            SELECT r.id, r.started_at, r.started_by, r.finished_at, coalesce(sum(k.anonymised), 0),
                   count(k.kind), count(k.done_at)
              FROM (SELECT * FROM privacy_run ORDER BY id DESC LIMIT :limit) r
              LEFT JOIN privacy_run_kind k ON k.run_id = r.id
             GROUP BY r.id, r.started_at, r.started_by, r.finished_at ORDER BY r.id DESC
            """)
        .param("limit", limit)
        .query(RunRepository::run)
        .list();
  }

  private static Run run(ResultSet row, int number) throws SQLException {
    return new Run(
        row.getLong(1),
        row.getTimestamp(2).toInstant(),
        row.getObject(3, Long.class),
        row.getTimestamp(4) == null ? null : row.getTimestamp(4).toInstant(),
        row.getLong(5),
        row.getInt(6),
        row.getInt(7));
  }

  /**
   * @param lapsedBefore what ended before this moment has lapsed
   */
  record OpenKind(long run, String kind, Instant lapsedBefore, long anonymised) {}

  /**
   * @param startedBy person; {@code null}: the calendar
   * @param finishedAt {@code null}: it goes on
   * @param kindsDone of how many kinds it is through
   */
  public record Run(
      long id,
      Instant startedAt,
      Long startedBy,
      Instant finishedAt,
      long anonymised,
      int kinds,
      int kindsDone) {}
}
