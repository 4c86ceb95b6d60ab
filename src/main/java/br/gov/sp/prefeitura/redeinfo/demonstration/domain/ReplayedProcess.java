package br.gov.sp.prefeitura.redeinfo.demonstration.domain;

import br.gov.sp.prefeitura.redeinfo.workflow.EngineClock;
import br.gov.sp.prefeitura.redeinfo.workflow.ReplayJobs;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Lets a replayed instance do by itself what it does by itself, at the time it would have. */
@Component
@ConditionalOnDemonstration
class ReplayedProcess {

  private final ReplayJobs jobs;
  private final EngineClock clock;

  ReplayedProcess(ReplayJobs jobs, EngineClock clock) {
    this.jobs = jobs;
    this.clock = clock;
  }

  /** Runs what is due at that moment. */
  void runAt(Instant at, String processKey, long id) {
    runAt(at, processKey, Long.toString(id));
  }

  void runAt(Instant at, String processKey, String businessKey) {
    clock.callAt(at, () -> jobs.runDue(processKey, businessKey));
  }

  /** Runs the timers on the way, each when it is due. */
  void runUntil(Instant until, String processKey, long id) {
    runUntil(until, processKey, Long.toString(id));
  }

  void runUntil(Instant until, String processKey, String businessKey) {
    Optional<Instant> due = jobs.nextDue(processKey, businessKey);
    while (due.isPresent() && due.get().isBefore(until)) {
      runAt(due.get(), processKey, businessKey);
      due = jobs.nextDue(processKey, businessKey);
    }
  }

  /** Leaves what is still to come to the job executors. */
  void leave(String processKey, long id) {
    leave(processKey, Long.toString(id));
  }

  void leave(String processKey, String businessKey) {
    jobs.handOver(processKey, businessKey);
  }
}
