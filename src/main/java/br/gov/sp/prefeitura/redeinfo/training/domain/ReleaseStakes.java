package br.gov.sp.prefeitura.redeinfo.training.domain;

import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who enrolled: they release nobody of them, themselves least of all. */
@Component
public class ReleaseStakes {

  private final JdbcClient jdbc;

  ReleaseStakes(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * In one statement.
   *
   * @return ids of those enrolments in which one of the people has a stake
   */
  public List<Long> among(Collection<Long> ids, Collection<String> usernames) {
    return jdbc.sql(
            """
            SELECT e.id
              FROM training_enrollment e
              JOIN person p ON p.id = e.person_id
             WHERE e.id = ANY (:ids) AND p.username = ANY (:usernames)
            """)
        .param("ids", ids.toArray(Long[]::new))
        .param("usernames", usernames.toArray(String[]::new))
        .query(Long.class)
        .list();
  }
}
