package br.gov.sp.prefeitura.redeinfo.demonstration.domain;

import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;

/** How far the demonstration's data are; asked by pages while a background thread prepares them. */
@Component
@ConditionalOnDemonstration
public class Preparation {

  /** What is being prepared. */
  public enum Phase {
    STARTING,
    ACCOUNTS,
    PROGRAMME_OF_2017,
    TRAININGS,
    PILOTS_OF_2017,
    CURRENT_ROUND,
    CURRENT_PILOTS,
    READY,
    FAILED
  }

  /**
   * @param done bodies, trainings or pilots that are through with this phase
   * @param total of this phase
   */
  public record Progress(Phase phase, int done, int total) {

    /** Whether it goes on by itself. */
    public boolean isRunning() {
      return phase != Phase.READY && phase != Phase.FAILED;
    }

    /**
     * While it runs, a person would meet, and could disturb, what is half made. A failed
     * preparation shuts nobody out.
     */
    public boolean letsPeopleIn() {
      return !isRunning();
    }
  }

  private final AtomicInteger done = new AtomicInteger();
  private volatile Phase phase = Phase.STARTING;
  private volatile int total;

  public Progress progress() {
    return new Progress(phase, done.get(), total);
  }

  void enter(Phase next, int bodies) {
    done.set(0);
    total = bodies;
    phase = next;
  }

  void enter(Phase next) {
    enter(next, 0);
  }

  void oneMore() {
    done.incrementAndGet();
  }
}
