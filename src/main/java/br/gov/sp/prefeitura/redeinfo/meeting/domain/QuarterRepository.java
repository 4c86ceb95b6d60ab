package br.gov.sp.prefeitura.redeinfo.meeting.domain;

import static br.gov.sp.prefeitura.redeinfo.meeting.domain.MeetingRepository.utc;

import br.gov.sp.prefeitura.redeinfo.meeting.domain.Quarters.SeenQuarter;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Quarters and the meetings that count for them; all methods join the caller's transaction. */
@Repository
class QuarterRepository {

  private static final String HELD =
      "('HELD', 'MINUTES_CIRCULATED', 'MINUTES_APPROVED', 'PUBLISHED')";

  private final JdbcClient jdbc;
  private final Clock clock;

  QuarterRepository(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Whether it is new. */
  boolean insert(Quarter quarter, Instant now) {
    return jdbc.sql(
                """
                INSERT INTO meeting_quarter (quarter, state, begun_at) VALUES (:quarter, 'OPEN', :now)
                ON CONFLICT DO NOTHING
                """)
            .param("quarter", quarter.toString())
            .param("now", utc(now))
            .update()
        > 0;
  }

  boolean isHeld(Quarter quarter) {
    return exists("state IN " + HELD, quarter);
  }

  boolean isPlanned(Quarter quarter) {
    return exists("state NOT IN ('NOT_HELD', 'CANCELLED')", quarter);
  }

  private boolean exists(String condition, Quarter quarter) {
    return jdbc.sql(
            "SELECT EXISTS (SELECT 1 FROM meeting WHERE quarter = :quarter AND " + condition + ")")
        .param("quarter", quarter.toString())
        .query(Boolean.class)
        .single();
  }

  void waive(Quarter quarter, String reason, long by, Instant now) {
    jdbc.sql(
            """
            UPDATE meeting_quarter
               SET state = 'WAIVED', reason = :reason, waived_by = :by, waived_at = :now
             WHERE quarter = :quarter AND state IN ('OPEN', 'WAIVED')
            """)
        .param("quarter", quarter.toString())
        .param("reason", reason)
        .param("by", by)
        .param("now", utc(now))
        .update();
  }

  /** Whether that is new. A quarter that was met stays so. */
  boolean end(Quarter quarter, QuarterState state, Instant now) {
    return jdbc.sql(
                """
                UPDATE meeting_quarter SET state = :state, ended_at = :now
                 WHERE quarter = :quarter AND state <> 'MET' AND state <> :state
                """)
            .param("quarter", quarter.toString())
            .param("state", state.name())
            .param("now", utc(now))
            .update()
        > 0;
  }

  List<SeenQuarter> of(Year year) {
    return jdbc.sql(
            """
            SELECT y.quarter, q.state, q.reason, m.id, m.title, m.starts_at, m.state IN %s AS held
              FROM unnest(:quarters) y(quarter)
              LEFT JOIN meeting_quarter q ON q.quarter = y.quarter
              LEFT JOIN LATERAL (
                SELECT id, title, starts_at, state FROM meeting
                 WHERE quarter = y.quarter AND state NOT IN ('NOT_HELD', 'CANCELLED')
                 ORDER BY state IN %s DESC, starts_at LIMIT 1) m ON true
             ORDER BY y.quarter
            """
                .formatted(HELD, HELD))
        .param("quarters", Quarter.of(year).stream().map(Quarter::toString).toArray(String[]::new))
        .query(this::seen)
        .list();
  }

  private SeenQuarter seen(ResultSet row, int number) throws SQLException {
    Quarter quarter = Quarter.parse(row.getString("quarter"));
    Instant starts = MeetingRepository.instant(row, "starts_at");
    return new SeenQuarter(
        quarter,
        state(quarter, row.getString("state"), starts != null, row.getBoolean("held")),
        row.getString("reason"),
        row.getObject("id", Long.class),
        row.getString("title"),
        starts == null ? null : LocalDate.ofInstant(starts, SaoPaulo.ZONE));
  }

  /** What the meetings say goes before what was asked for. */
  private QuarterState state(Quarter quarter, String kept, boolean planned, boolean held) {
    if (held) {
      return QuarterState.MET;
    }
    if (kept != null && QuarterState.valueOf(kept) == QuarterState.MISSED) {
      return QuarterState.MISSED;
    }
    if (planned) {
      return QuarterState.PLANNED;
    }
    if (kept != null) {
      return QuarterState.valueOf(kept);
    }
    LocalDate today = SaoPaulo.today(clock);
    if (quarter.firstDay().isAfter(today)) {
      return QuarterState.AHEAD;
    }
    return quarter.lastDay().isBefore(today) ? QuarterState.NO_RECORD : QuarterState.OPEN;
  }
}
