package br.gov.sp.prefeitura.redeinfo.confirmation.domain;

import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads rounds and confirmations for pages. */
@Component
@Transactional(readOnly = true)
public class ConfirmationQueries {

  private final JdbcClient jdbc;
  private final Clock clock;

  ConfirmationQueries(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** All rounds, the newest first: two a year. */
  public List<Round> rounds() {
    return jdbc.sql("SELECT id, month FROM confirmation_round ORDER BY month DESC LIMIT 100")
        .query((row, n) -> new Round(row.getLong("id"), row.getObject("month", LocalDate.class)))
        .list();
  }

  /** How the round stands, in one statement. */
  public Figures figures(long roundId) {
    return jdbc.sql(
            """
            SELECT count(*) AS asked,
                   count(*) FILTER (WHERE state = 'UNCHANGED') AS unchanged,
                   count(*) FILTER (WHERE state = 'CHANGED') AS changed,
                   count(*) FILTER (WHERE state = 'OPEN' AND due_at < :now) AS late,
                   count(*) FILTER (WHERE state = 'PENDING') AS pending
              FROM confirmation WHERE round_id = :round
            """)
        .param("round", roundId)
        .param("now", Timestamp.from(clock.instant()))
        .query(
            (row, n) ->
                new Figures(
                    row.getInt("asked"),
                    row.getInt("unchanged"),
                    row.getInt("changed"),
                    row.getInt("late"),
                    row.getInt("pending")))
        .single();
  }

  /**
   * The round's bodies by acronym.
   *
   * @param filter only those, or {@code null} for all
   * @param after the last one of the page before
   */
  public List<Confirmation> ofRound(long roundId, Filter filter, Place after, int limit) {
    return jdbc.sql(
            ConfirmationRepository.SELECT
                + "WHERE c.round_id = :round AND (c.acronym, c.id) > (:acronym, :id)"
                + condition(filter)
                + " ORDER BY c.acronym, c.id LIMIT :limit")
        .param("round", roundId)
        .param("acronym", after.acronym())
        .param("id", after.id())
        .param("now", Timestamp.from(clock.instant()))
        .param("limit", limit)
        .query((row, n) -> ConfirmationRepository.map(row))
        .list();
  }

  private static String condition(Filter filter) {
    if (filter == null) {
      return "";
    }
    return switch (filter) {
      case WAITING -> " AND c.state IN ('PENDING', 'OPEN')";
      case LATE -> " AND c.state = 'OPEN' AND c.due_at < :now";
      case UNCHANGED -> " AND c.state = 'UNCHANGED'";
      case CHANGED -> " AND c.state = 'CHANGED'";
    };
  }

  /** The newest of a body that was not replaced. */
  public Optional<Confirmation> newestOf(long bodyId) {
    return ofBody(bodyId, "c.state <> 'REPLACED'");
  }

  /** The last time the body answered. */
  public Optional<Confirmation> lastAnswerOf(long bodyId) {
    return ofBody(bodyId, "c.state IN ('UNCHANGED', 'CHANGED')");
  }

  private Optional<Confirmation> ofBody(long bodyId, String states) {
    return jdbc.sql(
            ConfirmationRepository.SELECT
                + "WHERE c.body_id = :body AND "
                + states
                + " ORDER BY r.month DESC LIMIT 1")
        .param("body", bodyId)
        .query((row, n) -> ConfirmationRepository.map(row))
        .optional();
  }

  public Instant now() {
    return clock.instant();
  }

  /** Which bodies of a round are shown. */
  public enum Filter {
    WAITING,
    LATE,
    UNCHANGED,
    CHANGED
  }

  /**
   * @param month its first day
   */
  public record Round(long id, LocalDate month) {}

  /**
   * @param asked bodies in the round
   * @param late of them asked, and past the due date
   * @param pending whose process has not begun yet
   */
  public record Figures(int asked, int unchanged, int changed, int late, int pending) {

    public int answered() {
      return unchanged + changed;
    }
  }

  /** A place in the list, after which a page begins. */
  public record Place(String acronym, long id) {

    public static final Place FIRST = new Place("", 0);

    /**
     * @param text as {@link #toString} writes it; {@code null} or empty: the beginning
     * @throws Refusal (invalid) if it is no place
     */
    public static Place parse(String text) {
      if (text == null || text.isEmpty()) {
        return FIRST;
      }
      int dash = text.indexOf('-');
      String number = dash < 0 ? "" : text.substring(0, dash);
      if (!number.matches("\\d{1,18}")) {
        throw Refusal.invalid("paging.position");
      }
      return new Place(text.substring(dash + 1), Long.parseLong(number));
    }

    public static Place of(Confirmation confirmation) {
      return new Place(confirmation.acronym(), confirmation.id());
    }

    @Override
    public String toString() {
      return id + "-" + acronym;
    }
  }
}
