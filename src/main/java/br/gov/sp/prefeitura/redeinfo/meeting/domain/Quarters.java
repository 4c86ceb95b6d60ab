package br.gov.sp.prefeitura.redeinfo.meeting.domain;

import br.gov.sp.prefeitura.redeinfo.audit.AuditEntry;
import br.gov.sp.prefeitura.redeinfo.audit.AuditLog;
import br.gov.sp.prefeitura.redeinfo.meeting.MeetingEvents.MeetingFellThrough;
import br.gov.sp.prefeitura.redeinfo.meeting.MeetingEvents.MeetingHeld;
import br.gov.sp.prefeitura.redeinfo.meeting.MeetingEvents.MeetingPlanned;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The meeting that every quarter needs: asked for when the quarter begins, and visibly missed when
 * it ends without one.
 */
@Service
@Transactional
public class Quarters {

  private final QuarterRepository quarters;
  private final QuarterInstances instances;
  private final AuditLog audit;
  private final Clock clock;

  Quarters(QuarterRepository quarters, QuarterInstances instances, AuditLog audit, Clock clock) {
    this.quarters = quarters;
    this.instances = instances;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Asks for the meeting of the day's quarter, unless it was asked for already. Safe to repeat, on
   * all nodes.
   *
   * @return whether it is new
   */
  public boolean begin(LocalDate day) {
    Quarter quarter = Quarter.of(day);
    if (!quarters.insert(quarter, clock.instant())) {
      return false;
    }
    audit.record(AuditEntry.of(QuarterAction.BEGUN, quarter.toString()));
    if (quarters.isHeld(quarter)) {
      quarters.end(quarter, QuarterState.MET, clock.instant());
    } else {
      instances.start(quarter);
    }
    return true;
  }

  /** Whether a meeting of the quarter is planned, convened or held. */
  @Transactional(readOnly = true)
  public boolean isPlanned(Quarter quarter) {
    return quarters.isPlanned(quarter);
  }

  /**
   * The coordination says why none will be held. The quarter is missed all the same when it ends; a
   * meeting that is held after all counts.
   *
   * @throws Refusal (invalid) without a reason
   */
  public void waive(Quarter quarter, String typedReason, long by) {
    String reason = Findings.reason("reason", typedReason);
    quarters.waive(quarter, reason, by, clock.instant());
    audit.record(AuditEntry.of(QuarterAction.WAIVED, quarter.toString()).by(by));
  }

  /** It ended without a meeting. Safe to repeat. */
  public void miss(Quarter quarter) {
    quarters.end(quarter, QuarterState.MISSED, clock.instant());
    audit.record(AuditEntry.of(QuarterAction.MISSED, quarter.toString()));
  }

  /** The four of the year, in order, with what became of them. Two statements. */
  @Transactional(readOnly = true)
  public List<SeenQuarter> of(Year year) {
    return quarters.of(year);
  }

  @EventListener(condition = "#event.quarter() != null")
  void planned(MeetingPlanned event) {
    instances.planned(Quarter.parse(event.quarter()));
  }

  @EventListener(condition = "#event.quarter() != null")
  void fellThrough(MeetingFellThrough event) {
    instances.fellThrough(Quarter.parse(event.quarter()));
  }

  /** One that is recorded late turns a missed quarter into one that was met. */
  @EventListener(condition = "#event.quarter() != null")
  void held(MeetingHeld event) {
    Quarter quarter = Quarter.parse(event.quarter());
    if (quarters.end(quarter, QuarterState.MET, clock.instant())) {
      audit.record(
          AuditEntry.of(QuarterAction.MET, quarter.toString()).with("meeting", event.meetingId()));
      instances.held(quarter);
    }
  }

  /**
   * A quarter with what became of it.
   *
   * @param reason why none was to be held, or {@code null}
   * @param meetingId its meeting, the held one before the planned ones; or {@code null}
   * @param title the meeting's, or {@code null}
   * @param day the meeting's, or {@code null}
   */
  public record SeenQuarter(
      Quarter quarter,
      QuarterState state,
      String reason,
      Long meetingId,
      String title,
      LocalDate day) {}
}
