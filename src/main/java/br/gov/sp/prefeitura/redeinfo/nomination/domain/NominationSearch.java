package br.gov.sp.prefeitura.redeinfo.nomination.domain;

import br.gov.sp.prefeitura.redeinfo.network.Bodies;
import br.gov.sp.prefeitura.redeinfo.network.Body;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Questions across nominations that rules ask. */
@Repository
class NominationSearch {

  private final JdbcClient jdbc;
  private final Bodies bodies;

  NominationSearch(JdbcClient jdbc, Bodies bodies) {
    this.jdbc = jdbc;
    this.bodies = bodies;
  }

  boolean isInAnotherOpenNomination(String email, long nominationId) {
    return jdbc.sql(
            """
            SELECT EXISTS (SELECT 1 FROM nomination_seat
                            WHERE open AND email = :email AND nomination_id <> :id)
            """)
        .param("email", email)
        .param("id", nominationId)
        .query(Boolean.class)
        .single();
  }

  Optional<Long> nominationOfMandate(long appointmentId) {
    return jdbc.sql("SELECT nomination_id FROM nomination_seat WHERE appointment_id = :id")
        .param("id", appointmentId)
        .query(Long.class)
        .optional();
  }

  /** The bodies of these nominations, by nomination. */
  Map<Long, Body> bodiesOf(Collection<Long> nominationIds) {
    Map<Long, Long> bodyIds = new HashMap<>();
    jdbc.sql("SELECT id, body_id FROM nomination WHERE id = ANY (:ids)")
        .param("ids", nominationIds.toArray(Long[]::new))
        .query(
            rs -> {
              bodyIds.put(rs.getLong("id"), rs.getLong("body_id"));
            });
    Map<Long, Body> byId = bodies.byId(Set.copyOf(bodyIds.values()));
    Map<Long, Body> byNomination = new HashMap<>();
    bodyIds.forEach((nomination, body) -> byNomination.put(nomination, byId.get(body)));
    return byNomination;
  }
}
