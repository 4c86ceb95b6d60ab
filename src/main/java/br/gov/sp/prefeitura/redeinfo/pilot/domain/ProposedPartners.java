package br.gov.sp.prefeitura.redeinfo.pilot.domain;

import br.gov.sp.prefeitura.redeinfo.network.Bodies;
import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.Proposal.Partner;
import java.sql.Types;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps the partners of a pilot as its latest submission names them. */
@Component
class ProposedPartners {

  private final JdbcClient jdbc;
  private final Bodies bodies;

  ProposedPartners(JdbcClient jdbc, Bodies bodies) {
    this.jdbc = jdbc;
    this.bodies = bodies;
  }

  /**
   * Who has confirmed this same part stays confirmed, the others are to be asked, who is not named
   * any more goes. Joins the caller's transaction.
   *
   * @return whether anybody is to be asked
   */
  boolean sync(long pilotId, List<Partner> partners) {
    Set<Long> kept = new HashSet<>();
    for (Partner partner : partners) {
      kept.add(put(pilotId, partner));
    }
    jdbc.sql(
            """
            DELETE FROM pilot_partner
             WHERE pilot_id = :pilot AND id <> ALL (cast(string_to_array(:kept, ',') AS bigint[]))
            """)
        .param("pilot", pilotId)
        .param("kept", String.join(",", kept.stream().map(String::valueOf).toList()))
        .update();
    return jdbc.sql(
            """
            SELECT EXISTS (SELECT 1 FROM pilot_partner
                            WHERE pilot_id = :pilot AND state <> 'CONFIRMED')
            """)
        .param("pilot", pilotId)
        .query(Boolean.class)
        .single();
  }

  private long put(long pilotId, Partner partner) {
    Long bodyId =
        partner.bodySlug() == null
            ? null
            : bodies.findBySlug(partner.bodySlug()).map(Body::id).orElseThrow();
    Long known =
        jdbc.sql(
                """
                SELECT id FROM pilot_partner
                 WHERE pilot_id = :pilot
                   AND (body_id = :body OR lower(guest) = lower(:guest))
                """)
            .param("pilot", pilotId)
            .param("body", bodyId, Types.BIGINT)
            .param("guest", partner.guest(), Types.VARCHAR)
            .query(Long.class)
            .optional()
            .orElse(null);
    if (known == null) {
      return jdbc.sql(
              """
              INSERT INTO pilot_partner (pilot_id, body_id, guest, part, state)
              VALUES (:pilot, :body, :guest, :part, 'ASKED')
              RETURNING id
              """)
          .param("pilot", pilotId)
          .param("body", bodyId, Types.BIGINT)
          .param("guest", partner.guest(), Types.VARCHAR)
          .param("part", partner.part())
          .query(Long.class)
          .single();
    }
    jdbc.sql(
            """
            UPDATE pilot_partner
               SET part = :part, guest = :guest, state = 'ASKED', reason = NULL,
                   answered_by = NULL, answered_at = NULL
             WHERE id = :id AND NOT (state = 'CONFIRMED' AND part = :part)
            """)
        .param("id", known)
        .param("part", partner.part())
        .param("guest", partner.guest(), Types.VARCHAR)
        .update();
    return known;
  }
}
