package br.gov.sp.prefeitura.redeinfo.succession.domain;

import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Lists of successions, the newest first; one statement each. */
@Repository
@Transactional(readOnly = true)
public class SuccessionQueries {

  private static final String NEWEST_FIRST = " ORDER BY s.id DESC LIMIT :limit";

  private final JdbcClient jdbc;

  SuccessionQueries(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @param state {@code null} for any
   * @param before those before this one, {@code null} for the first page
   */
  public List<Succession> all(SuccessionState state, Long before, int limit) {
    return jdbc.sql(
            """
            SELECT s.* FROM succession s
             WHERE (cast(:state AS text) IS NULL OR s.state = :state)
               AND (cast(:before AS bigint) IS NULL OR s.id < :before)
            """
                + NEWEST_FIRST)
        .param("state", name(state))
        .param("before", before)
        .param("limit", limit)
        .query(SuccessionRepository::succession)
        .list();
  }

  /** Those of people who leave one of the bodies, and the person's own. */
  public List<Succession> of(
      long personId, Collection<Long> bodyIds, SuccessionState state, Long before, int limit) {
    return jdbc.sql(
            """
            SELECT s.* FROM succession s
             WHERE (s.person_id = :person
                    OR s.id IN (SELECT a.succession_id FROM succession_appointment a
                                 WHERE a.body_id = ANY (:bodies)))
               AND (cast(:state AS text) IS NULL OR s.state = :state)
               AND (cast(:before AS bigint) IS NULL OR s.id < :before)
            """
                + NEWEST_FIRST)
        .param("person", personId)
        .param("bodies", bodyIds.toArray(Long[]::new))
        .param("state", name(state))
        .param("before", before)
        .param("limit", limit)
        .query(SuccessionRepository::succession)
        .list();
  }

  private static String name(SuccessionState state) {
    return state == null ? null : state.name();
  }
}
