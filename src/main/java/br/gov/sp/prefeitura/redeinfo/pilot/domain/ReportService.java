package br.gov.sp.prefeitura.redeinfo.pilot.domain;

import br.gov.sp.prefeitura.redeinfo.audit.AuditLog;
import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson.SignedIn;
import br.gov.sp.prefeitura.redeinfo.pilot.PilotState;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.PilotAccess.Seen;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.PilotEvent.Kind;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.PilotEvent.Sight;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.ProgressReport.State;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Progress reports: asked for by the process, written by several people of the body as often as
 * they like, sent, and accepted or given back by the coordination.
 */
@Service
@Transactional
public class ReportService {

  private static final int MAX_REVIEW = 2000;

  private final PilotLocks locks;
  private final PilotRepository pilots;
  private final ReportRepository reports;
  private final Milestones milestones;
  private final ExecutionRepository execution;
  private final ScopeChanges scopeChanges;
  private final PilotDeadlines deadlines;
  private final PilotProcess process;
  private final PilotStory story;
  private final ExecutionNotices notices;
  private final AuditLog audit;
  private final Clock clock;

  ReportService(
      PilotLocks locks,
      PilotRepository pilots,
      ReportRepository reports,
      Milestones milestones,
      ExecutionRepository execution,
      ScopeChanges scopeChanges,
      PilotDeadlines deadlines,
      PilotProcess process,
      PilotStory story,
      ExecutionNotices notices,
      AuditLog audit,
      Clock clock) {
    this.locks = locks;
    this.pilots = pilots;
    this.reports = reports;
    this.milestones = milestones;
    this.execution = execution;
    this.scopeChanges = scopeChanges;
    this.deadlines = deadlines;
    this.process = process;
    this.story = story;
    this.notices = notices;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * The body is asked for a report, in a step of the process: a new one, or the one that was given
   * back or laid aside by a suspension. Safe to repeat.
   */
  public void ask(long pilotId, Instant dueAt) {
    Pilot pilot = pilots.lock(pilotId).orElseThrow();
    if (reports.findOpen(pilot.id()).isEmpty()) {
      reports.insert(pilotId, clock.instant(), dueAt);
    }
    ProgressReport open = open(pilotId);
    reports.askUntil(open.id(), dueAt);
    reports.refreshMilestones(open.id());
  }

  /**
   * Somebody of the body wants to report before the period is over.
   *
   * @throws Refusal (conflict) if it does not run or one is being written or read, (forbidden)
   */
  public void askEarly(long pilotId, SignedIn by) {
    Seen seen = locks.of(pilotId, by);
    PilotLocks.require(PilotAccess.writes(by, seen.body()));
    PilotLocks.requireState(seen.pilot(), PilotState.RUNNING);
    if (reports.findOpen(pilotId).filter(one -> !one.isLaidAside()).isPresent()) {
      throw Refusal.conflict("pilot.report.open");
    }
    audit.record(PilotLocks.entry(PilotAction.REPORT_WANTED, seen.pilot(), by));
    process.reportWanted(pilotId);
  }

  /**
   * Keeps what was written so far; nothing need be complete.
   *
   * @throws Refusal (invalid) for what cannot be kept as typed, (conflict) if somebody saved since
   *     the version on which it builds, or no report is asked for, (forbidden) for other bodies
   */
  public void save(long pilotId, TypedReport typed, SignedIn by) {
    Seen seen = locks.of(pilotId, by);
    PilotLocks.require(PilotAccess.writes(by, seen.body()));
    keep(askedFor(pilotId), typed, by);
    audit.record(PilotLocks.entry(PilotAction.REPORT_SAVED, seen.pilot(), by));
  }

  private void keep(ProgressReport report, TypedReport typed, SignedIn by) {
    WrittenReport written = ReportRules.read(typed, reports.milestonesOf(report.id()));
    if (!reports.save(report.id(), typed.version(), written, by.personId(), clock.instant())) {
      throw Refusal.conflict("pilot.report.saved-meanwhile");
    }
  }

  /**
   * Sends the report as it was last saved: the task is completed in the person's name, and with it
   * {@link #submit}.
   *
   * @throws Refusal (invalid) with everything a report has to say and this one does not, (conflict)
   *     if no report is asked for, (forbidden) for other bodies
   */
  public void send(long pilotId, SignedIn by) {
    Seen seen = locks.of(pilotId, by);
    PilotLocks.require(PilotAccess.writes(by, seen.body()));
    ProgressReport report = askedFor(pilotId);
    ReportRules.requireComplete(written(report), SaoPaulo.today(clock));
    process.complete(pilotId, PilotProcess.Step.REPORT, by.username(), inputs(report));
  }

  /** The report as the task's form takes it; what the form hides is not given. */
  private static Map<String, Object> inputs(ProgressReport report) {
    Map<String, Object> inputs = new HashMap<>();
    inputs.put("summary", report.summary());
    inputs.put("risk", report.risk().name());
    inputs.put("riskText", report.riskText() == null ? "" : report.riskText());
    inputs.put("helpWanted", report.helpWanted());
    if (report.helpWanted()) {
      inputs.put("helpText", report.helpText());
    }
    inputs.put("finished", report.finished());
    return inputs;
  }

  /**
   * The task was completed, in Tasklist or by {@link #send}: takes the form's inputs over and
   * checks everything.
   *
   * @param typed without milestones: those are written on the page
   * @return whether the body says that the execution is over
   * @throws Refusal (invalid) with everything that lacks
   */
  public boolean submit(long pilotId, TypedReport typed, SignedIn by) {
    Pilot pilot = locks.of(pilotId, PilotState.RUNNING);
    ProgressReport report = askedFor(pilotId);
    if (!says(report, typed)) {
      keep(report, typed, by);
    }
    WrittenReport written = written(askedFor(pilotId));
    ReportRules.requireComplete(written, SaoPaulo.today(clock));
    reports.submit(report.id(), written.percent(), by.personId(), clock.instant());
    story.add(pilotId, Kind.REPORTED, by.personId(), null, Sight.PUBLIC);
    audit.record(
        PilotLocks.entry(PilotAction.REPORTED, pilot, by)
            .with("number", report.number())
            .with("finished", written.finished()));
    return written.finished();
  }

  private static boolean says(ProgressReport report, TypedReport typed) {
    return ReportRules.read(typed, List.of())
        .equals(
            new WrittenReport(
                report.summary(),
                report.risk(),
                report.riskText(),
                report.helpWanted(),
                report.helpText(),
                report.finished(),
                List.of()));
  }

  /**
   * The coordination has read it, in a step of the process.
   *
   * @param review needed if it is given back: what lacks
   * @throws Refusal (conflict) if it ends the execution while a change of scope is undecided
   */
  public void review(long pilotId, boolean accept, String review, SignedIn by) {
    Pilot pilot = locks.of(pilotId, PilotState.RUNNING);
    ProgressReport report =
        reports
            .findOpen(pilotId)
            .filter(one -> one.state() == State.SUBMITTED)
            .orElseThrow(() -> Refusal.conflict("pilot.moved-on"));
    Findings findings = new Findings();
    String said = findings.text("review", review, MAX_REVIEW, !accept);
    findings.refuse();
    reports.review(
        report.id(),
        accept ? State.ACCEPTED : State.RETURNED,
        said,
        by.personId(),
        clock.instant());
    story.add(
        pilotId,
        accept ? Kind.REPORT_ACCEPTED : Kind.REPORT_RETURNED,
        by.personId(),
        said,
        Sight.BODY);
    if (accept) {
      takeOver(pilot, report);
    }
    audit.record(
        PilotLocks.entry(PilotAction.REPORT_REVIEWED, pilot, by)
            .with("number", report.number())
            .with("accepted", accept));
  }

  private void takeOver(Pilot pilot, ProgressReport report) {
    if (report.finished() && scopeChanges.openOf(pilot.id()).isPresent()) {
      throw Refusal.conflict("pilot.scope.open");
    }
    milestones.takeOver(report.id());
    execution.takeOver(pilot.id(), report);
    execution.nextReport(pilot.id(), report.finished() ? null : deadlines.nextReport());
    if (report.finished()) {
      pilots.enter(pilot.id(), PilotState.COMPLETED, clock.instant());
    }
  }

  /** The report that is asked for is overdue, in a step of the process. Safe to repeat. */
  public void markOverdue(long pilotId) {
    Pilot pilot = pilots.lock(pilotId).orElseThrow();
    if (pilot.state() == PilotState.RUNNING && execution.markStale(pilotId, clock.instant())) {
      story.add(pilotId, Kind.REPORT_OVERDUE, null, null, Sight.PUBLIC);
      notices.reportOverdue(pilot, open(pilotId).number());
    }
  }

  private ProgressReport open(long pilotId) {
    return reports.findOpen(pilotId).orElseThrow();
  }

  private ProgressReport askedFor(long pilotId) {
    return reports
        .findOpen(pilotId)
        .filter(ProgressReport::isAskedFor)
        .orElseThrow(() -> Refusal.conflict("pilot.report.none"));
  }

  private WrittenReport written(ProgressReport report) {
    return new WrittenReport(
        report.summary(),
        report.risk(),
        report.riskText(),
        report.helpWanted(),
        report.helpText(),
        report.finished(),
        reports.milestonesOf(report.id()));
  }
}
