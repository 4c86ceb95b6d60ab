package br.gov.sp.prefeitura.redeinfo.pilot.domain;

import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson.SignedIn;
import br.gov.sp.prefeitura.redeinfo.pilot.PilotState;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.PilotFilter.Conditions;
import br.gov.sp.prefeitura.redeinfo.shared.paging.Position;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Pilots in lists, cut to what the reader may see (see {@link PilotAccess}). A list costs one
 * statement: of each state it takes the first few by the index of states, however many there are.
 */
@Service
@Transactional(readOnly = true)
public class PilotBoard {

  private static final Comparator<PilotCard> NEWEST_FIRST =
      Comparator.comparing((PilotCard card) -> card.pilot().stateSince())
          .thenComparing(card -> card.pilot().id())
          .reversed();

  private final JdbcClient jdbc;
  private final PilotAccess access;
  private final Clock clock;

  PilotBoard(JdbcClient jdbc, PilotAccess access, Clock clock) {
    this.jdbc = jdbc;
    this.access = access;
    this.clock = clock;
  }

  /**
   * The pilots that came to their state last, by stage; every stage has an entry.
   *
   * @param limit at most this many of each stage
   */
  public Map<Stage, List<PilotCard>> newest(SignedIn person, PilotFilter filter, int limit) {
    Map<Stage, List<PilotCard>> byStage =
        cards(person, filter, List.of(PilotState.values()), Position.NEWEST, limit).stream()
            .collect(Collectors.groupingBy(card -> Stage.of(card.pilot().state())));
    Map<Stage, List<PilotCard>> board = new EnumMap<>(Stage.class);
    for (Stage stage : Stage.values()) {
      List<PilotCard> cards = byStage.getOrDefault(stage, List.of());
      board.put(stage, cards.subList(0, Math.min(limit, cards.size())));
    }
    return board;
  }

  /**
   * Pilots in these states, those first that came to their state last.
   *
   * @param after the last one of the page before
   */
  public List<PilotCard> list(
      SignedIn person,
      PilotFilter filter,
      Collection<PilotState> states,
      Position after,
      int limit) {
    List<PilotCard> cards = cards(person, filter, states, after, limit);
    return cards.subList(0, Math.min(limit, cards.size()));
  }

  /**
   * What anybody may read, newest approval first.
   *
   * @param states {@code null} for all
   * @param after the last one of the page before, by its publication
   */
  public List<PilotCard> published(
      PilotFilter filter, Collection<PilotState> states, Position after, int limit) {
    Conditions asked = filter.conditions(null, Set.of());
    String inStates = states == null ? "" : " AND p.state = ANY (:states)";
    StatementSpec statement =
        jdbc.sql(
                "SELECT "
                    + columns("FALSE")
                    + " FROM pilot p WHERE "
                    + PilotSight.PUBLISHED
                    + " AND (p.published_at, p.id) < (:at, :id) AND "
                    + asked.sql()
                    + inStates
                    + " ORDER BY p.published_at DESC, p.id DESC LIMIT :limit")
            .params(asked.params())
            .param("today", SaoPaulo.today(clock))
            .param("at", Timestamp.from(after.at()))
            .param("id", after.id())
            .param("limit", limit);
    if (states != null) {
      statement = statement.param("states", names(states));
    }
    return statement
        .query((rs, n) -> new PilotCard(PilotRepository.pilot(rs), false, rs.getBoolean("late")))
        .list();
  }

  private List<PilotCard> cards(
      SignedIn person,
      PilotFilter filter,
      Collection<PilotState> states,
      Position after,
      int limit) {
    Set<Long> own = access.ownBodies(person);
    PilotSight sight = PilotSight.of(person, own);
    Conditions asked = filter.conditions(person.personId(), own);
    String sql =
        "SELECT c.* FROM unnest(:states) AS s (state) CROSS JOIN LATERAL (SELECT "
            + columns(sight.inside())
            + " FROM pilot p WHERE p.state = s.state"
            + " AND (p.state_since, p.id) < (:at, :id) AND "
            + sight.visible()
            + " AND "
            + asked.sql()
            + " ORDER BY p.state_since DESC, p.id DESC LIMIT :limit) c";
    return jdbc
        .sql(sql)
        .params(sight.params())
        .params(asked.params())
        .param("states", names(states))
        .param("today", SaoPaulo.today(clock))
        .param("at", Timestamp.from(after.at()))
        .param("id", after.id())
        .param("limit", limit)
        .query(
            (rs, n) ->
                new PilotCard(
                    PilotRepository.pilot(rs), rs.getBoolean("inside"), rs.getBoolean("late")))
        .stream()
        .sorted(NEWEST_FIRST)
        .toList();
  }

  /** All of a pilot but the words it is searched by, which are long. */
  static String columns(String inside) {
    return Stream.of(
                "id body_id state state_since title territory themes sponsor_id created_by"
                    .split(" "),
                "created_at submission published_at next_report_at stale_since help_wanted risk"
                    .split(" "),
                "percent completion early_results ended_at".split(" "))
            .flatMap(Stream::of)
            .map("p."::concat)
            .collect(Collectors.joining(", "))
        + ", "
        + inside
        + " AS inside, "
        + PilotFilter.LATE
        + " AS late";
  }

  private static String[] names(Collection<PilotState> states) {
    return states.stream().map(Enum::name).toArray(String[]::new);
  }
}
