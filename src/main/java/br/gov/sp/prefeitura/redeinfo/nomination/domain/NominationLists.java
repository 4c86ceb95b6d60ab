package br.gov.sp.prefeitura.redeinfo.nomination.domain;

import br.gov.sp.prefeitura.redeinfo.network.Bodies;
import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.nomination.NominationState;
import br.gov.sp.prefeitura.redeinfo.nomination.domain.NominationLine.WaitingFor;
import br.gov.sp.prefeitura.redeinfo.nomination.domain.NominationProcess.Failure;
import br.gov.sp.prefeitura.redeinfo.nomination.domain.NominationProcess.Waiting;
import br.gov.sp.prefeitura.redeinfo.workflow.EngineDirectory;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Nominations page by page, with those they wait for. A page costs a handful of statements, however
 * long it is.
 */
@Service
@Transactional(readOnly = true)
public class NominationLists {

  private static final String WITH_SEATS =
      """
      SELECT n.id, n.body_id, n.state, n.state_since, n.created_at, n.close_reason,
             count(s.name) AS filled,
             array_agg(s.track || '.' || s.seat ORDER BY s.track, s.seat DESC) AS seats
        FROM page n JOIN nomination_seat s ON s.nomination_id = n.id
       GROUP BY n.id, n.body_id, n.state, n.state_since, n.created_at, n.close_reason
      """;

  private final JdbcClient jdbc;
  private final NominationProcess process;
  private final Bodies bodies;
  private final EngineDirectory directory;
  private final Clock clock;

  NominationLists(
      JdbcClient jdbc,
      NominationProcess process,
      Bodies bodies,
      EngineDirectory directory,
      Clock clock) {
    this.jdbc = jdbc;
    this.process = process;
    this.bodies = bodies;
    this.directory = directory;
    this.clock = clock;
  }

  /** Which nominations of a round are asked for besides their state. */
  public enum Attention {
    OVERDUE,
    FAILED
  }

  /**
   * The round's nominations in the order in which the bodies were asked (by acronym).
   *
   * @param state only these, or {@code null} for all
   * @param attention only these, or {@code null} for all
   * @param after id of the last one of the page before, or {@code null}
   */
  public List<NominationLine> ofRound(
      long roundId, NominationState state, Attention attention, Long after, int limit) {
    Long[] chosen = attention == null ? null : needing(roundId, attention).toArray(Long[]::new);
    return lines(
        jdbc.sql(
                """
                WITH page AS (
                  SELECT * FROM nomination
                   WHERE round_id = :round AND id > :after
                     AND (CAST(:state AS text) IS NULL OR state = :state)
                     AND (CAST(:chosen AS bigint[]) IS NULL OR id = ANY (:chosen))
                   ORDER BY id LIMIT :limit)
                """
                    + WITH_SEATS
                    + " ORDER BY n.id")
            .param("round", roundId)
            .param("after", after == null ? 0L : after)
            .param("state", state == null ? null : state.name(), Types.VARCHAR)
            .param("chosen", chosen, Types.ARRAY)
            .param("limit", limit)
            .query(NominationLists::row)
            .list());
  }

  /**
   * Nominations that a vacancy caused, newest first.
   *
   * @param openOnly leaves out those that are over
   * @param before id of the last one of the page before, or {@code null}
   */
  public List<NominationLine> ofVacancies(boolean openOnly, Long before, int limit) {
    String[] states =
        Stream.of(NominationState.values())
            .filter(state -> !openOnly || state.isOpen())
            .map(Enum::name)
            .toArray(String[]::new);
    return lines(
        jdbc.sql(
                """
                WITH page AS (
                  SELECT * FROM nomination
                   WHERE vacated_appointment_id IS NOT NULL AND id < :before
                     AND state = ANY (:states)
                   ORDER BY id DESC LIMIT :limit)
                """
                    + WITH_SEATS
                    + " ORDER BY n.id DESC")
            .param("before", before == null ? Long.MAX_VALUE : before)
            .param("states", states)
            .param("limit", limit)
            .query(NominationLists::row)
            .list());
  }

  /** Ids of the round's open nominations that are late, or stand still after a failure. */
  public Set<Long> needing(long roundId, Attention attention) {
    List<Long> open =
        jdbc
            .sql("SELECT id, state FROM nomination WHERE round_id = :round")
            .param("round", roundId)
            .query(
                (rs, n) ->
                    NominationState.valueOf(rs.getString("state")).isOpen()
                        ? rs.getLong("id")
                        : null)
            .list()
            .stream()
            .filter(Objects::nonNull)
            .toList();
    Instant now = clock.instant();
    Stream<Long> found =
        attention == Attention.FAILED
            ? process.failures(open).stream().map(Failure::nominationId)
            : process.waiting(open).stream()
                .filter(task -> isOverdue(task, now))
                .map(Waiting::nominationId);
    return found.collect(Collectors.toSet());
  }

  /** Those of the ids that name nominations of the round. */
  public Set<Long> ofRound(long roundId, Collection<Long> ids) {
    return Set.copyOf(
        jdbc.sql("SELECT id FROM nomination WHERE round_id = :round AND id = ANY (:ids)")
            .param("round", roundId)
            .param("ids", ids.toArray(Long[]::new))
            .query(Long.class)
            .list());
  }

  static boolean isOverdue(Waiting task, Instant now) {
    return task.dueAt() != null && task.dueAt().isBefore(now);
  }

  private static Row row(ResultSet rs, int number) throws SQLException {
    String reason = rs.getString("close_reason");
    return new Row(
        rs.getLong("id"),
        rs.getLong("body_id"),
        NominationState.valueOf(rs.getString("state")),
        reason == null ? null : CloseReason.valueOf(reason),
        rs.getTimestamp("state_since").toInstant(),
        rs.getTimestamp("created_at").toInstant(),
        Stream.of((String[]) rs.getArray("seats").getArray()).map(SeatKey::ofCode).toList(),
        rs.getInt("filled"));
  }

  private List<NominationLine> lines(List<Row> rows) {
    List<Long> ids = rows.stream().map(Row::id).toList();
    Map<Long, List<Waiting>> waiting =
        process.waiting(ids).stream().collect(Collectors.groupingBy(Waiting::nominationId));
    Set<Long> failed =
        process.failures(ids).stream().map(Failure::nominationId).collect(Collectors.toSet());
    Map<Long, Body> byId = bodies.byId(rows.stream().map(Row::bodyId).collect(Collectors.toSet()));
    Map<String, String> names = namesOf(waiting.values());
    Instant now = clock.instant();
    return rows.stream()
        .map(
            row ->
                new NominationLine(
                    row.id(),
                    byId.get(row.bodyId()),
                    row.state(),
                    row.closeReason(),
                    row.stateSince(),
                    row.createdAt(),
                    row.seats(),
                    row.filled(),
                    waiting.getOrDefault(row.id(), List.of()).stream()
                        .map(task -> waitingFor(task, names, now))
                        .toList(),
                    failed.contains(row.id())))
        .toList();
  }

  private static WaitingFor waitingFor(Waiting task, Map<String, String> names, Instant now) {
    return new WaitingFor(
        task.taskId(),
        task.step(),
        names.get(task.assignee()),
        task.groupIds(),
        task.since(),
        task.dueAt(),
        isOverdue(task, now));
  }

  private Map<String, String> namesOf(Collection<List<Waiting>> tasks) {
    Set<String> assignees =
        tasks.stream()
            .flatMap(List::stream)
            .map(Waiting::assignee)
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    Map<String, String> names = new HashMap<>();
    directory
        .findUsers(assignees)
        .forEach(user -> names.put(user.id(), user.firstName() + " " + user.lastName()));
    return names;
  }

  private record Row(
      long id,
      long bodyId,
      NominationState state,
      CloseReason closeReason,
      Instant stateSince,
      Instant createdAt,
      List<SeatKey> seats,
      int filled) {}
}
