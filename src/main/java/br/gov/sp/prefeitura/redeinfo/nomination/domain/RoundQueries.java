package br.gov.sp.prefeitura.redeinfo.nomination.domain;

import br.gov.sp.prefeitura.redeinfo.network.Bodies;
import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.nomination.NominationState;
import br.gov.sp.prefeitura.redeinfo.nomination.domain.NominationProcess.Failure;
import br.gov.sp.prefeitura.redeinfo.nomination.domain.NominationProcess.Waiting;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the coordination sees of rounds: the rounds and their counts by step. */
@Service
@Transactional(readOnly = true)
public class RoundQueries {

  private final JdbcClient jdbc;
  private final RoundRepository rounds;
  private final NominationProcess process;
  private final Bodies bodies;
  private final Clock clock;

  RoundQueries(
      JdbcClient jdbc,
      RoundRepository rounds,
      NominationProcess process,
      Bodies bodies,
      Clock clock) {
    this.jdbc = jdbc;
    this.rounds = rounds;
    this.process = process;
    this.bodies = bodies;
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
            .filter(task -> NominationLists.isOverdue(task, now))
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

  private record StateRow(long id, NominationState state, boolean started) {}

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
}
