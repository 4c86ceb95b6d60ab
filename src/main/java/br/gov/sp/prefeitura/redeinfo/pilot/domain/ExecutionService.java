package br.gov.sp.prefeitura.redeinfo.pilot.domain;

import br.gov.sp.prefeitura.redeinfo.audit.AuditLog;
import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson.SignedIn;
import br.gov.sp.prefeitura.redeinfo.pilot.PilotState;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.PilotAccess.Seen;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.PilotEvent.Kind;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.PilotEvent.Sight;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The execution of a presented pilot: begun or never begun, suspended, resumed. */
@Service
@Transactional
public class ExecutionService {

  private static final int MAX_REASON = 2000;

  private final PilotLocks locks;
  private final PilotRepository pilots;
  private final ExecutionRepository execution;
  private final Submissions submissions;
  private final Milestones milestones;
  private final ReportRepository reports;
  private final PilotDeadlines deadlines;
  private final PilotProcess process;
  private final PilotStory story;
  private final ExecutionNotices notices;
  private final AuditLog audit;
  private final Clock clock;

  ExecutionService(
      PilotLocks locks,
      PilotRepository pilots,
      ExecutionRepository execution,
      Submissions submissions,
      Milestones milestones,
      ReportRepository reports,
      PilotDeadlines deadlines,
      PilotProcess process,
      PilotStory story,
      ExecutionNotices notices,
      AuditLog audit,
      Clock clock) {
    this.locks = locks;
    this.pilots = pilots;
    this.execution = execution;
    this.submissions = submissions;
    this.milestones = milestones;
    this.reports = reports;
    this.deadlines = deadlines;
    this.process = process;
    this.story = story;
    this.notices = notices;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * The body begins, in a step of the process: the milestones of the proposal are followed from
   * here on.
   *
   * @param day first day of the execution: not before the approval, not to come
   * @throws Refusal (invalid) at {@code day}
   */
  public void start(long pilotId, LocalDate day, SignedIn by) {
    Pilot pilot = locks.of(pilotId, PilotState.PRESENTED);
    LocalDate approved = LocalDate.ofInstant(pilot.publishedAt(), SaoPaulo.ZONE);
    if (day == null || day.isBefore(approved) || day.isAfter(SaoPaulo.today(clock))) {
      throw Refusal.invalidField("day", "pilot.start.day", SaoPaulo.DAY.format(approved));
    }
    execution.start(pilotId, day);
    milestones.sync(
        pilotId,
        submissions.latest(pilotId).orElseThrow().proposal().milestones(),
        clock.instant());
    execution.nextReport(pilotId, deadlines.nextReport());
    pilots.enter(pilotId, PilotState.RUNNING, clock.instant());
    story.add(pilotId, Kind.STARTED, by.personId(), null, Sight.PUBLIC);
    audit.record(PilotLocks.entry(PilotAction.STARTED, pilot, by).with("day", day));
  }

  /** Nobody began in time: the pilot ends as presented. Safe to repeat. */
  public void neverStarted(long pilotId) {
    Pilot pilot = pilots.lock(pilotId).orElseThrow();
    if (pilot.isOpen()) {
      pilots.end(pilotId, clock.instant());
      story.add(pilotId, Kind.NEVER_STARTED, null, null, Sight.PUBLIC);
      notices.neverStarted(pilot);
    }
  }

  /**
   * The head or the coordination suspends a running pilot. What was written of a report stays and
   * is taken up after the resumption.
   *
   * @throws Refusal (invalid) without a reason, (conflict) if it does not run, (forbidden) for
   *     others
   */
  public void suspend(long pilotId, String reason, SignedIn by) {
    Seen seen = steered(pilotId, by, PilotState.RUNNING);
    String why = Findings.text("reason", reason, MAX_REASON);
    pilots.enter(pilotId, PilotState.SUSPENDED, clock.instant());
    execution.nextReport(pilotId, null);
    reports.setAside(pilotId);
    story.add(pilotId, Kind.SUSPENDED, by.personId(), why, Sight.PUBLIC);
    audit.record(PilotLocks.entry(PilotAction.SUSPENDED, seen.pilot(), by));
    process.suspend(pilotId);
  }

  /**
   * The head or the coordination resumes a suspended pilot; its next report is counted anew.
   *
   * @param note what has changed, or blank
   * @throws Refusal (conflict) if it is not suspended, (forbidden) for others
   */
  public void resume(long pilotId, String note, SignedIn by) {
    Seen seen = steered(pilotId, by, PilotState.SUSPENDED);
    Findings findings = new Findings();
    String said = findings.text("reason", note, MAX_REASON, false);
    findings.refuse();
    pilots.enter(pilotId, PilotState.RUNNING, clock.instant());
    execution.nextReport(pilotId, deadlines.nextReport());
    story.add(pilotId, Kind.RESUMED, by.personId(), said, Sight.PUBLIC);
    audit.record(PilotLocks.entry(PilotAction.RESUMED, seen.pilot(), by));
    process.resume(pilotId);
  }

  private Seen steered(long pilotId, SignedIn by, PilotState state) {
    Seen seen = locks.of(pilotId, by);
    PilotLocks.require(PilotAccess.steers(by, seen.body()));
    PilotLocks.requireState(seen.pilot(), state);
    return seen;
  }
}
