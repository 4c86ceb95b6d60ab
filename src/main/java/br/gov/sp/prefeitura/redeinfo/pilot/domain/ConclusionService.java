package br.gov.sp.prefeitura.redeinfo.pilot.domain;

import br.gov.sp.prefeitura.redeinfo.audit.AuditLog;
import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson.SignedIn;
import br.gov.sp.prefeitura.redeinfo.pilot.PilotState;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.Pilot.Completion;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.Pilot.EarlyResults;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.PilotEvent.Kind;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.PilotEvent.Sight;
import java.time.Clock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The end of a pilot: its completion checked, its results evaluated and published. */
@Service
@Transactional
public class ConclusionService {

  private static final int MAX_REVIEW = 2000;
  private static final int MAX_TEXT = 4000;

  private final PilotLocks locks;
  private final PilotRepository pilots;
  private final ExecutionRepository execution;
  private final Evaluations evaluations;
  private final EvidenceCounts evidence;
  private final PilotDeadlines deadlines;
  private final PilotStory story;
  private final ExecutionNotices notices;
  private final AuditLog audit;
  private final Clock clock;

  ConclusionService(
      PilotLocks locks,
      PilotRepository pilots,
      ExecutionRepository execution,
      Evaluations evaluations,
      EvidenceCounts evidence,
      PilotDeadlines deadlines,
      PilotStory story,
      ExecutionNotices notices,
      AuditLog audit,
      Clock clock) {
    this.locks = locks;
    this.pilots = pilots;
    this.execution = execution;
    this.evaluations = evaluations;
    this.evidence = evidence;
    this.deadlines = deadlines;
    this.story = story;
    this.notices = notices;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * The coordination has checked what was delivered, in a step of the process: it is evaluated, or
   * goes back into execution.
   *
   * @param review needed if it goes back: what lacks
   */
  public void review(long pilotId, boolean accept, String review, SignedIn by) {
    Pilot pilot = locks.of(pilotId, PilotState.COMPLETED);
    Findings findings = new Findings();
    String said = findings.text("review", review, MAX_REVIEW, !accept);
    findings.refuse();
    if (accept) {
      pilots.enter(pilotId, PilotState.IN_EVALUATION, clock.instant());
      story.add(pilotId, Kind.COMPLETION_ACCEPTED, by.personId(), said, Sight.BODY);
    } else {
      pilots.enter(pilotId, PilotState.RUNNING, clock.instant());
      execution.nextReport(pilotId, deadlines.nextReport());
      story.add(pilotId, Kind.COMPLETION_RETURNED, by.personId(), said, Sight.BODY);
      notices.completionReturned(pilot);
    }
    audit.record(
        PilotLocks.entry(PilotAction.COMPLETION_REVIEWED, pilot, by).with("accepted", accept));
  }

  /**
   * The coordination evaluates it, in a step of the process, by {@link EvaluationRules}.
   *
   * @throws br.gov.sp.prefeitura.redeinfo.shared.error.Refusal (invalid) with the fields that break
   *     a rule
   */
  public void evaluate(
      long pilotId,
      Completion completion,
      EarlyResults results,
      String text,
      String lessons,
      SignedIn by) {
    Pilot pilot = locks.of(pilotId, PilotState.IN_EVALUATION);
    Findings findings = new Findings();
    EvaluationRules.check(findings, completion, results, evidence.ofPilot(pilotId));
    String said = findings.text("text", text, MAX_TEXT, true);
    String learned = findings.text("lessons", lessons, MAX_TEXT, false);
    findings.refuse();
    evaluations.insert(
        new Evaluation(
            pilotId, completion, results, said, learned, by.personId(), clock.instant()));
    audit.record(
        PilotLocks.entry(PilotAction.EVALUATED, pilot, by)
            .with("completion", completion)
            .with("earlyResults", results));
  }

  /** Publishes the evaluation: nothing follows. Safe to repeat. */
  public void publish(long pilotId) {
    Pilot pilot = pilots.lock(pilotId).orElseThrow();
    if (pilot.state() != PilotState.IN_EVALUATION) {
      return;
    }
    Evaluation evaluation = evaluations.of(pilotId).orElseThrow();
    execution.evaluated(pilotId, evaluation);
    pilots.enter(pilotId, PilotState.EVALUATED, clock.instant());
    story.add(pilotId, Kind.EVALUATED, evaluation.evaluatedBy(), evaluation.text(), Sight.PUBLIC);
  }
}
