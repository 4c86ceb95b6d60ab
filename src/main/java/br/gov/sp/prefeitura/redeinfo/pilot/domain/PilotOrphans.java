package br.gov.sp.prefeitura.redeinfo.pilot.domain;

import br.gov.sp.prefeitura.redeinfo.network.Orphans;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Open pilots, drafts among them, for which nobody of the lead body answers. */
@Component
class PilotOrphans implements Orphans {

  private final JdbcClient jdbc;
  private final Clock clock;

  PilotOrphans(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Override
  public List<Orphan> find(int limit) {
    return jdbc
        .sql(
            """
            SELECT p.* FROM pilot p
             WHERE p.ended_at IS NULL
               AND (p.sponsor_id IS NULL
                    OR NOT EXISTS (SELECT FROM appointment a
                                    WHERE a.person_id = p.sponsor_id AND a.body_id = p.body_id
                                      AND (a.valid_to IS NULL OR a.valid_to >= :today)))
             ORDER BY p.id LIMIT :limit
            """)
        .param("today", SaoPaulo.today(clock))
        .param("limit", limit)
        .query((row, number) -> PilotRepository.pilot(row))
        .list()
        .stream()
        .map(pilot -> new Orphan("pilot.orphan", pilot.title(), "/pilots/" + pilot.id(), null))
        .toList();
  }
}
