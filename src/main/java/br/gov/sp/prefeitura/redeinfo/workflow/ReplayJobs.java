package br.gov.sp.prefeitura.redeinfo.workflow;

import java.time.Instant;
import java.util.Optional;

/**
 * Runs the jobs of a replay (see {@link EngineClock#callAt}) on the calling thread, at the calling
 * thread's time. The job executors of all nodes leave such jobs alone: they are made with a
 * priority below the range that job executors acquire. Each job is a transaction of its own, so
 * callers have none open.
 */
public interface ReplayJobs {

  /**
   * Runs the jobs of this process instance that are due at the thread's time, and those that follow
   * from them, until none is left. Safe to repeat after an interruption.
   *
   * @return how many ran
   * @throws RuntimeException what the job failed with
   */
  int runDue(String processKey, String businessKey);

  /** When the instance's next timer is due, so that the replay can stop there on its way. */
  Optional<Instant> nextDue(String processKey, String businessKey);

  /**
   * Leaves what is still to come (timers of open steps) to the job executors; at the end of the
   * replay of an instance that goes on living.
   */
  void handOver(String processKey, String businessKey);
}
