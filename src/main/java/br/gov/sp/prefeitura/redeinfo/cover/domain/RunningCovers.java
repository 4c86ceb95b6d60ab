package br.gov.sp.prefeitura.redeinfo.cover.domain;

import br.gov.sp.prefeitura.redeinfo.workflow.TaskCovers;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers the engine who stands in for whom at this moment. */
@Component
class RunningCovers implements TaskCovers {

  private final JdbcClient jdbc;
  private final CommonGround ground;
  private final Clock clock;

  RunningCovers(JdbcClient jdbc, CommonGround ground, Clock clock) {
    this.jdbc = jdbc;
    this.ground = ground;
    this.clock = clock;
  }

  @Override
  public List<Cover> runningFor(String substituteId) {
    List<Row> rows =
        jdbc.sql(
                """
                SELECT absent.username, c.processes
                  FROM person substitute
                  JOIN absence_cover c ON c.substitute_id = substitute.id AND c.ended_at IS NULL
                   AND c.starts_at <= :now AND c.ends_at > :now
                  JOIN person absent ON absent.id = c.absent_id
                 WHERE substitute.username = :substitute
                 ORDER BY c.id
                """)
            .param("substitute", substituteId)
            .param("now", Timestamp.from(clock.instant()))
            .query(
                (row, n) ->
                    new Row(
                        row.getString("username"),
                        Set.of((String[]) row.getArray("processes").getArray())))
            .list();
    return rows.stream()
        .map(
            row ->
                new Cover(row.absentId(), ground.of(row.absentId(), substituteId), row.processes()))
        .filter(cover -> !cover.groups().isEmpty())
        .toList();
  }

  private record Row(String absentId, Set<String> processes) {}
}
