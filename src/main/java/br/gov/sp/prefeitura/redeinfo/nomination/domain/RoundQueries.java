package br.gov.sp.prefeitura.redeinfo.nomination.domain;

import br.gov.sp.prefeitura.redeinfo.network.Bodies;
import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.nomination.NominationState;
import br.gov.sp.prefeitura.redeinfo.nomination.domain.NominationProcess.Failure;
import br.gov.sp.prefeitura.redeinfo.nomination.domain.NominationProcess.Waiting;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.workflow.EngineDirectory;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the coordination sees of rounds: counts by step, and which body waits for whom. */
@Service
@Transactional(readOnly = true)
public class RoundQueries {

  private final JdbcClient jdbc;
  private final RoundRepository rounds;
  private final NominationProcess process;
  private final Bodies bodies;
  private final EngineDirectory directory;
  private final Clock clock;

  RoundQueries(
      JdbcClient jdbc,
      RoundRepository rounds,
      NominationProcess process,
      Bodies bodies,
      EngineDirectory directory,
      Clock clock) {
    this.jdbc = jdbc;
    this.rounds = rounds;
    this.process = process;
    this.bodies = bodies;
    this.directory = directory;
    this.clock = clock;
  }

  /**
   * Rounds, newest first.
   *
   * @param before id of the last one of the page before, or {@code null}
   */
  public List<Round> list(Long before, int limit) {
    return jdbc.sql(
            """
            SELECT * FROM nomination_round
             WHERE CAST(:before AS bigint) IS NULL OR id < :before
             ORDER BY id DESC LIMIT :limit
            """)
        .param("before", before, java.sql.Types.BIGINT)
        .param("limit", limit)
        .query((rs, n) -> Round.from(rs))
        .list();
  }

  /**
   * The round with its counts.
   *
   * @throws Refusal (not found)
   */
  public RoundOverview overview(long roundId) {
    Round round =
        rounds.find(roundId).orElseThrow(() -> Refusal.notFound("nomination.round-not-found"));
    List<StateRow> states =
        jdbc.sql("SELECT id, body_id, state, started_at FROM nomination WHERE round_id = :id")
            .param("id", roundId)
            .query(
                (rs, n) ->
                    new StateRow(
                        rs.getLong("id"),
                        NominationState.valueOf(rs.getString("state")),
                        rs.getTimestamp("started_at") != null))
            .list();
    Map<NominationState, Integer> byState = new EnumMap<>(NominationState.class);
    states.forEach(row -> byState.merge(row.state(), 1, Integer::sum));
    List<Long> open =
        states.stream().filter(row -> row.state().isOpen()).map(StateRow::id).toList();
    Instant now = clock.instant();
    long overdue =
        process.waiting(open).stream()
            .filter(task -> task.dueAt() != null && task.dueAt().isBefore(now))
            .map(Waiting::nominationId)
            .distinct()
            .count();
    return new RoundOverview(
        round,
        states.size(),
        (int) states.stream().filter(StateRow::started).count(),
        (int) process.failures(open).stream().map(Failure::nominationId).distinct().count(),
        byState,
        (int) overdue,
        List.copyOf(bodies.byId(rounds.skippedBodies(roundId)).values()));
  }

  /**
   * The round's nominations in the order in which the bodies were asked (by acronym).
   *
   * @param state only these, or {@code null} for all
   * @param after id of the last one of the page before, or {@code null}
   */
  public List<NominationLine> lines(long roundId, NominationState state, Long after, int limit) {
    List<LineRow> rows =
        jdbc.sql(
                """
                SELECT n.id, n.body_id, n.state, n.state_since, n.close_reason,
                       count(s.*) AS asked, count(s.name) AS filled
                  FROM nomination n JOIN nomination_seat s ON s.nomination_id = n.id
                 WHERE n.round_id = :round
                   AND (CAST(:state AS text) IS NULL OR n.state = :state)
                   AND n.id > COALESCE(CAST(:after AS bigint), 0)
                 GROUP BY n.id
                 ORDER BY n.id LIMIT :limit
                """)
            .param("round", roundId)
            .param("state", state == null ? null : state.name(), java.sql.Types.VARCHAR)
            .param("after", after, java.sql.Types.BIGINT)
            .param("limit", limit)
            .query(
                (rs, n) -> {
                  String reason = rs.getString("close_reason");
                  return new LineRow(
                      rs.getLong("id"),
                      rs.getLong("body_id"),
                      NominationState.valueOf(rs.getString("state")),
                      reason == null ? null : CloseReason.valueOf(reason),
                      rs.getTimestamp("state_since").toInstant(),
                      rs.getInt("asked"),
                      rs.getInt("filled"));
                })
            .list();
    return lines(rows);
  }

  private List<NominationLine> lines(List<LineRow> rows) {
    List<Long> ids = rows.stream().map(LineRow::id).toList();
    Map<Long, List<Waiting>> waiting =
        process.waiting(ids).stream().collect(Collectors.groupingBy(Waiting::nominationId));
    Set<Long> failed =
        process.failures(ids).stream().map(Failure::nominationId).collect(Collectors.toSet());
    Map<Long, Body> byId =
        bodies.byId(rows.stream().map(LineRow::bodyId).collect(Collectors.toSet()));
    Map<String, String> names = namesOf(waiting.values());
    Instant now = clock.instant();
    List<NominationLine> lines = new ArrayList<>();
    for (LineRow row : rows) {
      List<WaitingFor> tasks =
          waiting.getOrDefault(row.id(), List.of()).stream()
              .map(
                  task ->
                      new WaitingFor(
                          task.taskId(),
                          task.step(),
                          names.get(task.assignee()),
                          task.groupIds(),
                          task.since(),
                          task.dueAt(),
                          task.dueAt() != null && task.dueAt().isBefore(now)))
              .toList();
      lines.add(
          new NominationLine(
              row.id(),
              byId.get(row.bodyId()),
              row.state(),
              row.closeReason(),
              row.stateSince(),
              row.asked(),
              row.filled(),
              tasks,
              failed.contains(row.id())));
    }
    return lines;
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

  private record StateRow(long id, NominationState state, boolean started) {}

  private record LineRow(
      long id,
      long bodyId,
      NominationState state,
      CloseReason closeReason,
      Instant stateSince,
      int asked,
      int filled) {}

  /**
   * @param total nominations of the round
   * @param started whose instances run already
   * @param failed that stand still after a technical failure
   * @param overdue that wait for somebody beyond the due date
   * @param skipped bodies left out because an open nomination covers their seats
   */
  public record RoundOverview(
      Round round,
      int total,
      int started,
      int failed,
      Map<NominationState, Integer> byState,
      int overdue,
      List<Body> skipped) {

    /** How many nominations are in the state. */
    public int count(NominationState state) {
      return byState.getOrDefault(state, 0);
    }
  }

  /**
   * One body's line on the round's page.
   *
   * @param asked seats that are asked for
   * @param filled seats with a nominee
   * @param waitingFor open tasks; several while nominees answer
   */
  public record NominationLine(
      long nominationId,
      Body body,
      NominationState state,
      CloseReason closeReason,
      Instant stateSince,
      int asked,
      int filled,
      List<WaitingFor> waitingFor,
      boolean failed) {

    public boolean isOverdue() {
      return waitingFor.stream().anyMatch(WaitingFor::overdue);
    }

    public boolean isIncomplete() {
      return filled < asked;
    }
  }

  /**
   * @param assigneeName who has taken the task on, or {@code null}
   * @param groupIds groups it is offered to
   */
  public record WaitingFor(
      String taskId,
      HumanStep step,
      String assigneeName,
      List<String> groupIds,
      Instant since,
      Instant dueAt,
      boolean overdue) {}
}
