package br.gov.sp.prefeitura.redeinfo.statute.domain;

import br.gov.sp.prefeitura.redeinfo.statute.Statutes.Way;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who accepted which version; all methods join the caller's transaction. */
@Repository
class AcceptanceRepository {

  private final JdbcClient jdbc;

  AcceptanceRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @return false if the person has accepted the version before: the first acceptance stays
   */
  boolean insert(long versionId, long personId, Way way, Instant now) {
    return jdbc.sql(
                """
                INSERT INTO statute_acceptance (version_id, person_id, way, accepted_at)
                VALUES (:version, :person, :way, :now)
                ON CONFLICT DO NOTHING
                """)
            .param("version", versionId)
            .param("person", personId)
            .param("way", way.name())
            .param("now", Timestamp.from(now))
            .update()
        == 1;
  }

  /** Which of the persons accepted the version. */
  Set<Long> accepted(long versionId, Collection<Long> personIds) {
    return personIds.isEmpty()
        ? Set.of()
        : new HashSet<>(
            jdbc.sql(
                    """
                    SELECT person_id FROM statute_acceptance
                     WHERE version_id = :version AND person_id = ANY(:persons)
                    """)
                .param("version", versionId)
                .param("persons", personIds.toArray(Long[]::new))
                .query(Long.class)
                .list());
  }
}
