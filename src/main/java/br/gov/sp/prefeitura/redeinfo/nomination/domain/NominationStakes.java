package br.gov.sp.prefeitura.redeinfo.nomination.domain;

import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who is in the sets, or filled in a seat of them: they approve none of them. */
@Component
public class NominationStakes {

  private final JdbcClient jdbc;

  NominationStakes(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * In one statement.
   *
   * @return ids of those nominations in which one of the people has a stake
   */
  public List<Long> among(Collection<Long> ids, Collection<String> usernames) {
    return jdbc.sql(
            """
            SELECT DISTINCT s.nomination_id
              FROM nomination_seat s
              JOIN person p ON p.id IN (s.person_id, s.filled_by)
             WHERE s.nomination_id = ANY (:ids) AND p.username = ANY (:usernames)
            """)
        .param("ids", ids.toArray(Long[]::new))
        .param("usernames", usernames.toArray(String[]::new))
        .query(Long.class)
        .list();
  }
}
