package br.gov.sp.prefeitura.redeinfo.training.domain;

import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Year;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads bodies' trainings for pages; lists are newest first and page by the id. */
@Component
@Transactional(readOnly = true)
public class BodyTrainingQueries {

  private final BodyTrainingRepository trainings;
  private final JdbcClient jdbc;

  BodyTrainingQueries(BodyTrainingRepository trainings, JdbcClient jdbc) {
    this.trainings = trainings;
    this.jdbc = jdbc;
  }

  /**
   * @throws Refusal (not found)
   */
  public BodyTraining get(long id) {
    return trainings.find(id).orElseThrow(() -> Refusal.notFound("body-training.not-found"));
  }

  /**
   * @param before id of the last one of the page before, or {@code null}
   * @param state only those, or {@code null} for all
   */
  public List<BodyTraining> ofBodies(
      Collection<Long> bodyIds, BodyTraining.State state, Long before, int limit) {
    return list("body_id = ANY(:bodies) AND ", bodyIds, state, before, limit);
  }

  /** Of all bodies; otherwise like {@link #ofBodies}. */
  public List<BodyTraining> all(BodyTraining.State state, Long before, int limit) {
    return list("", List.of(), state, before, limit);
  }

  private List<BodyTraining> list(
      String whose, Collection<Long> bodyIds, BodyTraining.State state, Long before, int limit) {
    String only = state == null ? "" : "state = :state AND ";
    return jdbc.sql(
            "SELECT * FROM body_training WHERE "
                + whose
                + only
                + "id < :before ORDER BY id DESC LIMIT :limit")
        .param("bodies", bodyIds.toArray(Long[]::new))
        .param("state", state == null ? null : state.name())
        .param("before", before == null ? Long.MAX_VALUE : before)
        .param("limit", limit)
        .query((rs, n) -> BodyTrainingRepository.training(rs))
        .list();
  }

  /** What counts for the body: approved trainings only. */
  public Totals totals(long bodyId) {
    return jdbc.sql(
            """
            SELECT count(*) AS trainings, coalesce(sum(people), 0) AS people,
                   coalesce(sum(reported_minutes), 0) AS minutes
              FROM body_training WHERE body_id = :body AND state = 'APPROVED'
            """)
        .param("body", bodyId)
        .query((rs, n) -> totals(rs))
        .single();
  }

  /** What counts for each body of the year's trainings, by the body's id. One statement. */
  public Map<Long, Totals> totalsByBody(Year year) {
    Map<Long, Totals> totals = new HashMap<>();
    jdbc.sql(
            """
            SELECT body_id, count(*) AS trainings, sum(people) AS people,
                   sum(reported_minutes) AS minutes
              FROM body_training
             WHERE state = 'APPROVED' AND day BETWEEN :first AND :last
             GROUP BY body_id
            """)
        .param("first", year.atDay(1))
        .param("last", year.atDay(year.length()))
        .query((rs, n) -> totals.put(rs.getLong("body_id"), totals(rs)))
        .list();
    return totals;
  }

  private static Totals totals(ResultSet rs) throws SQLException {
    return new Totals(rs.getInt("trainings"), rs.getInt("people"), rs.getInt("minutes"));
  }

  /**
   * @param people who took part, each time they did
   * @param minutes given
   */
  public record Totals(int trainings, int people, int minutes) {}
}
