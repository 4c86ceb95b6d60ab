package br.gov.sp.prefeitura.redeinfo.network.web;

import br.gov.sp.prefeitura.redeinfo.network.PermanenceRule;
import br.gov.sp.prefeitura.redeinfo.network.Seat;
import br.gov.sp.prefeitura.redeinfo.network.Track;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Pairs that are complete and lack a permanent servant. The rules of the nomination prevent it, but
 * bonds change afterwards. Bonds are known as they are today, so there is no answer for other days.
 */
@Repository
class PairQueries {

  private final JdbcClient jdbc;
  private final PermanenceRule rule;
  private final Clock clock;

  PairQueries(JdbcClient jdbc, PermanenceRule rule, Clock clock) {
    this.jdbc = jdbc;
    this.rule = rule;
    this.clock = clock;
  }

  /** The tracks of today's pairs without enough permanent servants, by body; one statement. */
  Map<Long, List<Track>> lackingPermanent(Collection<Long> bodyIds) {
    Map<Long, List<Track>> lacking = new HashMap<>();
    jdbc.sql(
            """
            SELECT a.body_id, a.track
              FROM appointment a JOIN person p ON p.id = a.person_id
             WHERE a.body_id = ANY (:bodies) AND a.function = 'FOCAL_POINT'
               AND a.valid_from <= :today AND (a.valid_to IS NULL OR a.valid_to >= :today)
             GROUP BY a.body_id, a.track
            HAVING count(*) = :pair
               AND count(*) FILTER (WHERE p.bond = ANY (:permanent))
                   < CASE a.track WHEN 'ACCESS_TO_INFORMATION' THEN :access ELSE :open END
             ORDER BY a.body_id, a.track
            """)
        .param("bodies", bodyIds.toArray(Long[]::new))
        .param("today", SaoPaulo.today(clock))
        .param("pair", Seat.values().length)
        .param("permanent", rule.permanentBonds().stream().map(Enum::name).toArray(String[]::new))
        .param("access", rule.permanentRequired(Track.ACCESS_TO_INFORMATION))
        .param("open", rule.permanentRequired(Track.OPEN_GOVERNMENT))
        .query(
            row -> {
              lacking
                  .computeIfAbsent(row.getLong("body_id"), id -> new ArrayList<>())
                  .add(Track.valueOf(row.getString("track")));
            });
    return lacking;
  }

  /** Like {@link #lackingPermanent(Collection)} for a day that may not be today: then nothing. */
  Map<Long, List<Track>> lackingPermanent(Collection<Long> bodyIds, LocalDate date) {
    return date.equals(SaoPaulo.today(clock)) ? lackingPermanent(bodyIds) : Map.of();
  }

  List<Track> lackingPermanent(long bodyId) {
    return lackingPermanent(List.of(bodyId)).getOrDefault(bodyId, List.of());
  }
}
