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

/**
 * Changes of scope of pilots that run: asked for with a new proposal, decided by the coordination.
 */
@Service
@Transactional
public class ScopeChangeService {

  private static final int MAX_REASON = 2000;

  private final PilotLocks locks;
  private final ScopeChanges changes;
  private final ProposalService proposals;
  private final Submissions submissions;
  private final Milestones milestones;
  private final ExecutionRepository execution;
  private final ReportRepository reports;
  private final PilotProcess process;
  private final PilotStory story;
  private final AuditLog audit;
  private final Clock clock;

  ScopeChangeService(
      PilotLocks locks,
      ScopeChanges changes,
      ProposalService proposals,
      Submissions submissions,
      Milestones milestones,
      ExecutionRepository execution,
      ReportRepository reports,
      PilotProcess process,
      PilotStory story,
      AuditLog audit,
      Clock clock) {
    this.locks = locks;
    this.changes = changes;
    this.proposals = proposals;
    this.submissions = submissions;
    this.milestones = milestones;
    this.execution = execution;
    this.reports = reports;
    this.process = process;
    this.story = story;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * The body asks for the change that its draft of the proposal says.
   *
   * @throws Refusal (invalid) without a reason, if the draft breaks a rule or says nothing new;
   *     (conflict) if the pilot does not run or a change waits already; (forbidden) for others
   */
  public void ask(long pilotId, String reason, SignedIn by) {
    Seen seen = locks.of(pilotId, by);
    PilotLocks.require(PilotAccess.writes(by, seen.body()));
    PilotLocks.requireState(seen.pilot(), PilotState.RUNNING);
    if (changes.openOf(pilotId).isPresent()) {
      throw Refusal.conflict("pilot.scope.open");
    }
    String why = Findings.text("reason", reason, MAX_REASON);
    int submission = proposals.submitChange(pilotId, by);
    changes.insert(pilotId, submission, why, by.personId(), clock.instant());
    story.add(pilotId, Kind.SCOPE_CHANGE_ASKED, by.personId(), why, Sight.BODY);
    audit.record(
        PilotLocks.entry(PilotAction.SCOPE_CHANGE_ASKED, seen.pilot(), by)
            .with("submission", submission));
    process.scopeChangeAsked(pilotId);
  }

  /**
   * The coordination decides, in a step of the process. Accepted, the new proposal holds and its
   * milestones are followed; a report that is being written has them from then on. Else the one
   * before goes on holding.
   *
   * @param decision needed if it is not accepted
   */
  public void decide(long pilotId, boolean accept, String decision, SignedIn by) {
    Pilot pilot = locks.of(pilotId, PilotState.RUNNING, PilotState.SUSPENDED);
    ScopeChange open =
        changes.openOf(pilotId).orElseThrow(() -> Refusal.conflict("pilot.moved-on"));
    Findings findings = new Findings();
    String said = findings.text("review", decision, MAX_REASON, !accept);
    findings.refuse();
    changes.decide(open.id(), accept, said, by.personId(), clock.instant());
    if (accept) {
      proposals.holdChange(pilotId, open.submission());
      milestones.sync(
          pilotId,
          submissions.get(pilotId, open.submission()).proposal().milestones(),
          clock.instant());
      execution.recount(pilotId);
      reports.findOpen(pilotId).ifPresent(report -> reports.refreshMilestones(report.id()));
    }
    story.add(
        pilotId,
        accept ? Kind.SCOPE_CHANGED : Kind.SCOPE_CHANGE_DECLINED,
        by.personId(),
        said,
        Sight.BODY);
    audit.record(
        PilotLocks.entry(PilotAction.SCOPE_CHANGE_DECIDED, pilot, by).with("accepted", accept));
  }
}
