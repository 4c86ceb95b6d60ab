package br.gov.sp.prefeitura.redeinfo.pilot.domain;

import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson.SignedIn;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * All pilots that a reader may see, one after the other in the order of their ids, for exports of
 * any length: a statement per {@value #CHUNK} of them, none of them kept. Not one transaction: who
 * reads slowly holds no connection.
 */
@Service
public class PilotExports {

  private static final int CHUNK = 500;

  /** So few that the first of many come as soon as the first of few. */
  private static final int FIRST_CHUNK = 50;

  private final JdbcClient jdbc;
  private final PilotAccess access;
  private final Clock clock;

  PilotExports(JdbcClient jdbc, PilotAccess access, Clock clock) {
    this.jdbc = jdbc;
    this.access = access;
    this.clock = clock;
  }

  /** What the person may see. */
  public void visibleTo(SignedIn person, Consumer<ExportedPilot> reader) {
    each(PilotSight.of(person, access.ownBodies(person)), reader);
  }

  /** What anybody may read. */
  public void published(Consumer<ExportedPilot> reader) {
    each(PilotSight.OF_ANYBODY, reader);
  }

  private void each(PilotSight sight, Consumer<ExportedPilot> reader) {
    int size = FIRST_CHUNK;
    List<ExportedPilot> chunk = chunk(sight, 0, size);
    while (!chunk.isEmpty()) {
      chunk.forEach(reader);
      if (chunk.size() < size) {
        return;
      }
      size = CHUNK;
      chunk = chunk(sight, chunk.get(chunk.size() - 1).card().pilot().id(), size);
    }
  }

  private List<ExportedPilot> chunk(PilotSight sight, long after, int size) {
    return jdbc.sql(
            "SELECT "
                + PilotBoard.columns(sight.inside())
                + """
                , ARRAY(SELECT t.body_id FROM pilot_partner t
                         WHERE t.pilot_id = p.id AND t.state = 'CONFIRMED' AND t.body_id IS NOT NULL
                         ORDER BY t.id) AS partners,
                  ARRAY(SELECT t.guest FROM pilot_partner t
                         WHERE t.pilot_id = p.id AND t.state = 'CONFIRMED' AND t.guest IS NOT NULL
                         ORDER BY t.id) AS guests,
                  (SELECT e.evaluated_at FROM pilot_evaluation e
                    WHERE e.pilot_id = p.id AND p.completion IS NOT NULL) AS evaluated_at
                 FROM pilot p
                WHERE p.id > :after AND
                """
                + sight.visible()
                + " ORDER BY p.id LIMIT :limit")
        .params(sight.params())
        .param("today", SaoPaulo.today(clock))
        .param("after", after)
        .param("limit", size)
        .query(PilotExports::exported)
        .list();
  }

  private static ExportedPilot exported(ResultSet rs, int number) throws SQLException {
    return new ExportedPilot(
        new PilotCard(PilotRepository.pilot(rs), rs.getBoolean("inside"), rs.getBoolean("late")),
        List.of((Long[]) array(rs, "partners")),
        List.of((String[]) array(rs, "guests")),
        PilotRepository.moment(rs, "evaluated_at"));
  }

  private static Object array(ResultSet rs, String column) throws SQLException {
    Array array = rs.getArray(column);
    return array.getArray();
  }

  /**
   * @param partnerIds bodies that confirmed their part
   * @param guests partners without a body that confirmed theirs
   * @param evaluatedAt once the evaluation is published
   */
  public record ExportedPilot(
      PilotCard card, List<Long> partnerIds, List<String> guests, Instant evaluatedAt) {}
}
