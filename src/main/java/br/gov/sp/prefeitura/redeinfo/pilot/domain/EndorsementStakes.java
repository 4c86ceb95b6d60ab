package br.gov.sp.prefeitura.redeinfo.pilot.domain;

import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who submitted the proposals: they endorse none of them. */
@Component
public class EndorsementStakes {

  private final JdbcClient jdbc;

  EndorsementStakes(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * In one statement.
   *
   * @return ids of those pilots in which one of the people has a stake
   */
  public List<Long> among(Collection<Long> ids, Collection<String> usernames) {
    return jdbc.sql(
            """
            SELECT pilot.id
              FROM pilot
              JOIN pilot_submission s ON s.pilot_id = pilot.id AND s.number = pilot.submission
              JOIN person p ON p.id = s.submitted_by
             WHERE pilot.id = ANY (:ids) AND p.username = ANY (:usernames)
            """)
        .param("ids", ids.toArray(Long[]::new))
        .param("usernames", usernames.toArray(String[]::new))
        .query(Long.class)
        .list();
  }
}
