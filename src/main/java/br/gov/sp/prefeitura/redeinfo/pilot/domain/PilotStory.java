package br.gov.sp.prefeitura.redeinfo.pilot.domain;

import br.gov.sp.prefeitura.redeinfo.pilot.domain.PilotEvent.Kind;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.PilotEvent.Sight;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What happened to pilots, in order; writes join the caller's transaction. */
@Repository
public class PilotStory {

  private final JdbcClient jdbc;
  private final Clock clock;

  PilotStory(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * @param by {@code null} for the process itself
   * @param reason {@code null} for none
   */
  void add(long pilotId, Kind kind, Long by, String reason, Sight sight) {
    add(pilotId, kind, by, null, reason, sight);
  }

  /**
   * @param bodyId the body for which the person acted, where it is not the lead body
   */
  void add(long pilotId, Kind kind, Long by, Long bodyId, String reason, Sight sight) {
    jdbc.sql(
            """
            INSERT INTO pilot_event (pilot_id, kind, at, person_id, body_id, reason, sight)
            VALUES (:pilot, :kind, :now, :person, :body, :reason, :sight)
            """)
        .param("pilot", pilotId)
        .param("kind", kind.name())
        .param("now", Timestamp.from(clock.instant()))
        .param("person", by, Types.BIGINT)
        .param("body", bodyId, Types.BIGINT)
        .param("reason", reason, Types.VARCHAR)
        .param("sight", sight.name())
        .update();
  }

  /** Everything, oldest first; what a reader may know of it is the caller's to cut. */
  public List<PilotEvent> of(long pilotId) {
    return jdbc.sql("SELECT * FROM pilot_event WHERE pilot_id = :pilot ORDER BY id")
        .param("pilot", pilotId)
        .query(
            (rs, n) ->
                new PilotEvent(
                    rs.getLong("id"),
                    Kind.valueOf(rs.getString("kind")),
                    rs.getTimestamp("at").toInstant(),
                    rs.getObject("person_id", Long.class),
                    rs.getObject("body_id", Long.class),
                    rs.getString("reason"),
                    Sight.valueOf(rs.getString("sight"))))
        .list();
  }
}
