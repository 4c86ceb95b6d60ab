package br.gov.sp.prefeitura.redeinfo.training.domain;

import br.gov.sp.prefeitura.redeinfo.audit.AuditEntry;
import br.gov.sp.prefeitura.redeinfo.audit.AuditLog;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.training.domain.BodyTraining.State;
import br.gov.sp.prefeitura.redeinfo.training.domain.BodyTrainingRepository.Report;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.Objects;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The steps of {@code body-training} that people get as tasks, in the engine's transaction. */
@Service
@Transactional
public class BodyTrainingReports {

  private final BodyTrainingRepository trainings;
  private final AuditLog audit;
  private final Clock clock;

  BodyTrainingReports(BodyTrainingRepository trainings, AuditLog audit, Clock clock) {
    this.trainings = trainings;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * @throws Refusal (not found) if there is none
   */
  @Transactional(readOnly = true)
  public BodyTraining get(long id) {
    return trainings.find(id).orElseThrow(() -> Refusal.notFound("body-training.not-found"));
  }

  /** The day has passed: the body is asked what became of it. Safe to repeat. */
  public BodyTraining askForReport(long id) {
    BodyTraining training = lock(id);
    if (training.state() == State.ANNOUNCED) {
      trainings.enter(id, State.REPORT_DUE, null, clock.instant());
    }
    return get(id);
  }

  /**
   * It was held.
   *
   * @throws Refusal (invalid) with the fields of the form that break a rule
   */
  public void report(long id, Integer people, BigDecimal hours, String typedSummary, long by) {
    BodyTraining training = due(id);
    Findings findings = new Findings();
    findings.number("people", people, 1, BodyTrainingAnnouncement.MOST_PEOPLE);
    if (Hours.minutes(hours).isEmpty()) {
      findings.add("reportedHours", "body-training.hours");
    }
    String summary = findings.text("summary", typedSummary, Findings.MAX_REASON, false);
    findings.refuse();
    int minutes = Hours.minutes(hours).orElseThrow();
    trainings.report(id, new Report(people, minutes, summary), by, clock.instant());
    audit.record(
        entry(BodyTrainingAction.REPORTED, training, by)
            .with("people", people)
            .with("minutes", minutes));
  }

  public void reportNotHeld(long id, String typedReason, long by) {
    BodyTraining training = due(id);
    String reason = Findings.reason("notHeldReason", typedReason);
    trainings.enter(id, State.NOT_HELD, reason, clock.instant());
    audit.record(entry(BodyTrainingAction.NOT_HELD, training, by));
  }

  /**
   * It counts for the body from now on.
   *
   * @throws Refusal (forbidden) for whoever reported it
   */
  public void approve(long id, long by) {
    BodyTraining training = reported(id, by);
    trainings.decide(id, State.APPROVED, null, by, clock.instant());
    audit.record(entry(BodyTrainingAction.APPROVED, training, by));
  }

  /** The body is asked again. */
  public void giveBack(long id, String typedReason, long by) {
    BodyTraining training = reported(id, by);
    String reason = Findings.reason("returnReason", typedReason);
    trainings.decide(id, State.RETURNED, reason, by, clock.instant());
    audit.record(entry(BodyTrainingAction.RETURNED, training, by));
  }

  private BodyTraining due(long id) {
    BodyTraining training = lock(id);
    if (training.state() != State.REPORT_DUE && training.state() != State.RETURNED) {
      throw Refusal.conflict("body-training.moved-on");
    }
    return training;
  }

  private BodyTraining reported(long id, long by) {
    BodyTraining training = lock(id);
    if (training.state() != State.REPORTED) {
      throw Refusal.conflict("body-training.moved-on");
    }
    if (Objects.equals(training.reportedBy(), by)) {
      throw Refusal.forbidden("body-training.own-report");
    }
    return training;
  }

  private BodyTraining lock(long id) {
    return trainings.lock(id).orElseThrow(() -> Refusal.notFound("body-training.not-found"));
  }

  private static AuditEntry entry(BodyTrainingAction action, BodyTraining training, long by) {
    return AuditEntry.of(action, training.id()).by(by).in(training.bodyId());
  }
}
