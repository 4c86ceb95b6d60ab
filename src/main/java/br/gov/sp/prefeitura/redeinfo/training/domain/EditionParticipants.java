package br.gov.sp.prefeitura.redeinfo.training.domain;

import br.gov.sp.prefeitura.redeinfo.network.Bodies;
import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.network.Persons;
import br.gov.sp.prefeitura.redeinfo.training.EnrollmentState;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who is enrolled in an edition, page by page in order of arrival. */
@Service
@Transactional(readOnly = true)
public class EditionParticipants {

  private static final int BATCH = 500;

  private final JdbcClient jdbc;
  private final Persons persons;
  private final Bodies bodies;

  EditionParticipants(JdbcClient jdbc, Persons persons, Bodies bodies) {
    this.jdbc = jdbc;
    this.persons = persons;
    this.bodies = bodies;
  }

  /**
   * One page, in three statements.
   *
   * @param state only these, or {@code null} for all
   * @param after arrival of the last one of the page before; 0 for the first page
   */
  public List<Line> page(long editionId, EnrollmentState state, int after, int limit) {
    List<Row> rows =
        jdbc.sql(
                """
                SELECT person_id, body_id, arrival, state, state_since, enrolled_at
                  FROM training_enrollment
                 WHERE edition_id = :edition AND arrival > :after
                   AND (CAST(:state AS text) IS NULL OR state = :state)
                 ORDER BY arrival LIMIT :limit
                """)
            .param("edition", editionId)
            .param("after", after)
            .param("state", state == null ? null : state.name(), Types.VARCHAR)
            .param("limit", limit)
            .query(
                (rs, n) ->
                    new Row(
                        rs.getLong("person_id"),
                        rs.getLong("body_id"),
                        rs.getInt("arrival"),
                        EnrollmentState.valueOf(rs.getString("state")),
                        rs.getTimestamp("state_since").toInstant(),
                        rs.getTimestamp("enrolled_at").toInstant()))
            .list();
    Map<Long, Person> people =
        persons.byId(rows.stream().map(Row::personId).collect(Collectors.toSet()));
    Map<Long, Body> theirs =
        bodies.byId(rows.stream().map(Row::bodyId).collect(Collectors.toSet()));
    return rows.stream()
        .map(
            row ->
                new Line(
                    people.get(row.personId()),
                    theirs.get(row.bodyId()),
                    row.arrival(),
                    row.state(),
                    row.since(),
                    row.enrolledAt()))
        .toList();
  }

  /** All of them, however many there are, a part at a time. */
  public void forEachBatch(long editionId, EnrollmentState state, Consumer<List<Line>> reader) {
    int after = 0;
    for (List<Line> batch = page(editionId, state, after, BATCH);
        !batch.isEmpty();
        batch = page(editionId, state, after, BATCH)) {
      reader.accept(batch);
      after = batch.get(batch.size() - 1).arrival();
    }
  }

  private record Row(
      long personId,
      long bodyId,
      int arrival,
      EnrollmentState state,
      Instant since,
      Instant enrolledAt) {}

  /**
   * @param body the one the person worked in when they enrolled
   * @param since when it came to this state
   */
  public record Line(
      Person person,
      Body body,
      int arrival,
      EnrollmentState state,
      Instant since,
      Instant enrolledAt) {}
}
