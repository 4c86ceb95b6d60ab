package br.gov.sp.prefeitura.redeinfo.pilot.domain;

import br.gov.sp.prefeitura.redeinfo.pilot.domain.Proposal.PlannedMilestone;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Milestones of pilots that run or ran. Writes join the caller's transaction. */
@Repository
public class Milestones {

  private final JdbcClient jdbc;

  Milestones(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** In the proposal's order, those that were dropped last; none before the execution begins. */
  public List<Milestone> of(long pilotId) {
    return jdbc.sql(
            """
            SELECT * FROM pilot_milestone WHERE pilot_id = :pilot
             ORDER BY dropped_at IS NOT NULL, position
            """)
        .param("pilot", pilotId)
        .query((rs, n) -> milestone(rs))
        .list();
  }

  /** Without those that were dropped. */
  List<Milestone> current(long pilotId) {
    return of(pilotId).stream().filter(milestone -> !milestone.isDropped()).toList();
  }

  /**
   * Brings the rows in line with a proposal: a milestone of the same title stays what it is, with
   * the planned dates of the proposal; of what is left the ones at the same place are taken for
   * renamed; further ones are new, and what the proposal has no more is dropped. Safe to repeat.
   */
  void sync(long pilotId, List<PlannedMilestone> planned, Instant now) {
    List<Milestone> known = new ArrayList<>(current(pilotId));
    Milestone[] kept = new Milestone[planned.size()];
    for (int i = 0; i < kept.length; i++) {
      kept[i] = take(known, planned.get(i).title());
    }
    for (int i = 0; i < kept.length; i++) {
      if (kept[i] == null) {
        kept[i] = take(known, i + 1);
      }
    }
    makeRoom(pilotId);
    known.forEach(milestone -> drop(milestone.id(), now));
    for (int i = 0; i < kept.length; i++) {
      if (kept[i] == null) {
        insert(pilotId, i + 1, planned.get(i));
      } else {
        plan(kept[i].id(), i + 1, planned.get(i));
      }
    }
    closeRanks(pilotId, kept.length);
  }

  private static Milestone take(List<Milestone> known, String title) {
    return known.stream()
        .filter(milestone -> milestone.title().equalsIgnoreCase(title))
        .findFirst()
        .filter(known::remove)
        .orElse(null);
  }

  private static Milestone take(List<Milestone> known, int position) {
    return known.stream()
        .filter(milestone -> milestone.position() == position)
        .findFirst()
        .filter(known::remove)
        .orElse(null);
  }

  /** Dropped ones stand behind; their places are given anew each time. */
  private void makeRoom(long pilotId) {
    jdbc.sql("SET CONSTRAINTS pilot_milestone_position DEFERRED").update();
    closeRanks(pilotId, 0);
  }

  private void closeRanks(long pilotId, int before) {
    jdbc.sql(
            """
            UPDATE pilot_milestone m SET position = :before + d.place
              FROM (SELECT id, row_number() OVER (ORDER BY dropped_at, id) AS place
                      FROM pilot_milestone
                     WHERE pilot_id = :pilot AND dropped_at IS NOT NULL) d
             WHERE m.id = d.id
            """)
        .param("before", before)
        .param("pilot", pilotId)
        .update();
  }

  private void drop(long id, Instant now) {
    jdbc.sql("UPDATE pilot_milestone SET dropped_at = :now WHERE id = :id")
        .param("id", id)
        .param("now", Timestamp.from(now))
        .update();
  }

  private void insert(long pilotId, int position, PlannedMilestone planned) {
    write(
            """
            INSERT INTO pilot_milestone
                (pilot_id, position, title, planned_start, planned_end, responsible)
            VALUES (:id, :position, :title, :start, :end, :responsible)
            """,
            position,
            planned)
        .param("id", pilotId)
        .update();
  }

  private void plan(long id, int position, PlannedMilestone planned) {
    write(
            """
            UPDATE pilot_milestone SET position = :position, title = :title,
                planned_start = :start, planned_end = :end, responsible = :responsible
             WHERE id = :id
            """,
            position,
            planned)
        .param("id", id)
        .update();
  }

  private JdbcClient.StatementSpec write(String sql, int position, PlannedMilestone planned) {
    return jdbc.sql(sql)
        .param("position", position)
        .param("title", planned.title())
        .param("start", planned.start())
        .param("end", planned.end())
        .param("responsible", planned.responsible(), Types.VARCHAR);
  }

  /** What an accepted report says becomes how the milestones stand. */
  void takeOver(long reportId) {
    jdbc.sql(
            """
            UPDATE pilot_milestone m SET percent = r.percent, actual_start = r.actual_start,
                actual_end = r.actual_end, delay_reason = r.delay_reason
              FROM pilot_report_milestone r
             WHERE r.report_id = :report AND m.id = r.milestone_id AND m.dropped_at IS NULL
            """)
        .param("report", reportId)
        .update();
  }

  static Milestone milestone(ResultSet rs) throws SQLException {
    return new Milestone(
        rs.getLong("id"),
        rs.getInt("position"),
        rs.getString("title"),
        rs.getObject("planned_start", LocalDate.class),
        rs.getObject("planned_end", LocalDate.class),
        rs.getString("responsible"),
        rs.getObject("actual_start", LocalDate.class),
        rs.getObject("actual_end", LocalDate.class),
        rs.getInt("percent"),
        rs.getString("delay_reason"),
        PilotRepository.moment(rs, "dropped_at"));
  }
}
