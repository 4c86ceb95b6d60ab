package br.gov.sp.prefeitura.redeinfo.support;

import br.gov.sp.prefeitura.redeinfo.pilot.PilotState;
import br.gov.sp.prefeitura.redeinfo.shared.documents.PlainText;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Pilots as rows of the tables, without a process: for lists, which read tables alone. Whoever
 * needs a pilot that lives asks {@link PilotLife}.
 */
@TestComponent
public class PilotRows {

  private static final AtomicInteger COUNTER = new AtomicInteger();

  private final JdbcClient jdbc;
  private final Clock clock;

  PilotRows(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** A pilot in a state; from the approval on it is published, and from a draft on submitted. */
  public long make(long bodyId, PilotState state, long personId) {
    return make(bodyId, state, personId, "Projeto de linha " + COUNTER.incrementAndGet());
  }

  public long make(long bodyId, PilotState state, long personId, String title) {
    Instant now = clock.instant().minus(Duration.ofMinutes(COUNTER.incrementAndGet()));
    return jdbc.sql(
            """
            INSERT INTO pilot (body_id, state, state_since, title, territory, themes, words, sponsor_id,
                               created_by, created_at, submission, published_at, ended_at)
            VALUES (:body, :state, :now, :title, 'city', ARRAY['TRANSPARENCY'], :words, :person,
                    :person, :now, :submission, :published, :ended)
            RETURNING id
            """)
        .param("body", bodyId)
        .param("state", state.name())
        .param("now", Timestamp.from(now))
        .param("title", title)
        .param("words", PlainText.of(title))
        .param("person", personId)
        .param("submission", state == PilotState.DRAFT ? 0 : 1)
        .param("published", state.isAfterApproval() ? Timestamp.from(now) : null)
        .param("ended", state.isOver() ? Timestamp.from(now) : null)
        .query(Long.class)
        .single();
  }

  public void partner(long pilotId, long bodyId) {
    jdbc.sql(
            """
            INSERT INTO pilot_partner (pilot_id, body_id, part, state)
            VALUES (:pilot, :body, 'Faz uma parte', 'CONFIRMED')
            """)
        .param("pilot", pilotId)
        .param("body", bodyId)
        .update();
  }

  public void ballot(long pilotId) {
    jdbc.sql(
            """
            INSERT INTO pilot_ballot (pilot_id, round, submission, quorum, quorum_percent, opened_at, deadline)
            VALUES (:pilot, 1, 1, 1, 50, :now, :now)
            """)
        .param("pilot", pilotId)
        .param("now", Timestamp.from(clock.instant()))
        .update();
  }

  public void milestone(long pilotId, int position, LocalDate end, int percent) {
    jdbc.sql(
            """
            INSERT INTO pilot_milestone (pilot_id, position, title, planned_start, planned_end, percent)
            VALUES (:pilot, :position, 'Marco', :end, :end, :percent)
            """)
        .param("pilot", pilotId)
        .param("position", position)
        .param("end", end)
        .param("percent", percent)
        .update();
  }
}
