package br.gov.sp.prefeitura.redeinfo.pilot.domain;

import br.gov.sp.prefeitura.redeinfo.audit.AuditLog;
import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson.SignedIn;
import br.gov.sp.prefeitura.redeinfo.pilot.PilotState;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.PilotAccess.Seen;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.PilotEvent.Kind;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.PilotEvent.Sight;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import java.time.Clock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Ends a pilot before its time, wherever it stands. */
@Service
@Transactional
public class CancellationService {

  private static final int MAX_REASON = 2000;

  private final PilotLocks locks;
  private final PilotRepository pilots;
  private final ExecutionRepository execution;
  private final ReportRepository reports;
  private final ScopeChanges scopeChanges;
  private final PilotProcess process;
  private final PilotStory story;
  private final AuditLog audit;
  private final Clock clock;

  CancellationService(
      PilotLocks locks,
      PilotRepository pilots,
      ExecutionRepository execution,
      ReportRepository reports,
      ScopeChanges scopeChanges,
      PilotProcess process,
      PilotStory story,
      AuditLog audit,
      Clock clock) {
    this.locks = locks;
    this.pilots = pilots;
    this.execution = execution;
    this.reports = reports;
    this.scopeChanges = scopeChanges;
    this.process = process;
    this.story = story;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * The head or the coordination cancels it; a draft that was never submitted is discarded by
   * whoever may write it, too. Everything that was asked of anybody ends with it.
   *
   * @throws Refusal (invalid) without a reason, (conflict) if it is over, (forbidden) for others
   */
  public void cancel(long pilotId, String reason, SignedIn by) {
    Seen seen = locks.of(pilotId, by);
    Pilot pilot = seen.pilot();
    PilotLocks.require(PilotCommands.mayCancel(pilot, seen.body(), by));
    if (!pilot.isOpen()) {
      throw Refusal.conflict("pilot.moved-on");
    }
    String why = Findings.text("reason", reason, MAX_REASON);
    execution.nextReport(pilotId, null);
    reports.setAside(pilotId);
    scopeChanges.withdraw(pilotId, by.personId(), clock.instant());
    pilots.enter(pilotId, PilotState.CANCELLED, clock.instant());
    story.add(
        pilotId,
        Kind.CANCELLED,
        by.personId(),
        why,
        pilot.isPublished() ? Sight.PUBLIC : Sight.BODY);
    audit.record(PilotLocks.entry(PilotAction.CANCELLED, pilot, by).with("state", pilot.state()));
    process.cancel(pilotId);
  }
}
