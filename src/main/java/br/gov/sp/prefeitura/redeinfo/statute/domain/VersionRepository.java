package br.gov.sp.prefeitura.redeinfo.statute.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Published versions; all methods join the caller's transaction. */
@Repository
class VersionRepository {

  private final JdbcClient jdbc;

  VersionRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<StatuteVersion> inForce() {
    return jdbc.sql("SELECT * FROM statute_version ORDER BY number DESC LIMIT 1")
        .query(VersionRepository::version)
        .optional();
  }

  /** Empty before the first version. */
  Optional<Long> idInForce() {
    return jdbc.sql("SELECT id FROM statute_version ORDER BY number DESC LIMIT 1")
        .query(Long.class)
        .optional();
  }

  Optional<StatuteVersion> find(int number) {
    return jdbc.sql("SELECT * FROM statute_version WHERE number = :number")
        .param("number", number)
        .query(VersionRepository::version)
        .optional();
  }

  Optional<StatuteVersion> findById(long id) {
    return jdbc.sql("SELECT * FROM statute_version WHERE id = :id")
        .param("id", id)
        .query(VersionRepository::version)
        .optional();
  }

  /** Newest first; there are as many as acts of the coordination, a handful. */
  List<StatuteVersion> all() {
    return jdbc.sql("SELECT * FROM statute_version ORDER BY number DESC")
        .query(VersionRepository::version)
        .list();
  }

  /**
   * Holds off acceptances while a version comes into force, and the other way round, until the
   * transaction ends: nobody accepts what is not in force any more.
   */
  void lock(boolean toPublish) {
    String function = toPublish ? "pg_advisory_xact_lock" : "pg_advisory_xact_lock_shared";
    jdbc.sql("SELECT " + function + "(hashtext('statute_version'))").query((rs, n) -> 0).single();
  }

  StatuteVersion insert(StatuteText text, Publication publication, long by, Instant now) {
    return jdbc.sql(
            """
            INSERT INTO statute_version (number, principles, roles, duties, activities, act,
                sei_number, act_day, gazette_day, gazette_link, published_by, published_at)
            SELECT coalesce(max(number), 0) + 1, :principles, :roles, :duties, :activities, :act,
                   :sei, :actDay, :gazetteDay, :link, :by, :now
              FROM statute_version
            RETURNING *
            """)
        .param("principles", text.principles())
        .param("roles", text.roles())
        .param("duties", text.duties())
        .param("activities", text.activities())
        .param("act", publication.act())
        .param("sei", publication.seiNumber())
        .param("actDay", publication.actDay())
        .param("gazetteDay", publication.gazetteDay())
        .param("link", publication.gazetteLink())
        .param("by", by)
        .param("now", Timestamp.from(now))
        .query(VersionRepository::version)
        .single();
  }

  static StatuteText text(ResultSet rs) throws SQLException {
    return new StatuteText(
        rs.getString("principles"),
        rs.getString("roles"),
        rs.getString("duties"),
        rs.getString("activities"));
  }

  private static StatuteVersion version(ResultSet rs, int row) throws SQLException {
    return new StatuteVersion(
        rs.getLong("id"),
        rs.getInt("number"),
        text(rs),
        rs.getString("act"),
        rs.getString("sei_number"),
        rs.getObject("act_day", LocalDate.class),
        rs.getObject("gazette_day", LocalDate.class),
        rs.getString("gazette_link"),
        rs.getLong("published_by"),
        rs.getTimestamp("published_at").toInstant());
  }
}
