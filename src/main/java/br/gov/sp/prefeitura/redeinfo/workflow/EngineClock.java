package br.gov.sp.prefeitura.redeinfo.workflow;

import br.gov.sp.prefeitura.redeinfo.shared.time.MovableClock;
import java.time.Instant;
import java.util.function.Supplier;
import org.joda.time.DateTimeUtils;
import org.springframework.stereotype.Component;

/**
 * Moves the application's clock and the engine's together. The engine's clock is static, but asks a
 * replaceable source for the time: that source is the application's clock.
 */
@Component
public class EngineClock {

  private final MovableClock clock;

  EngineClock(MovableClock clock) {
    this.clock = clock;
    engineFollows();
  }

  /** For everybody, until {@link #restore()}: tests only, alone in the JVM, job executor off. */
  public void setTo(Instant instant) {
    clock.setTo(instant);
    engineFollows();
  }

  public void restore() {
    clock.restore();
    engineFollows();
  }

  /**
   * For the calling thread alone, while it does the work: everybody else keeps the true time. What
   * it starts in the engine is run by {@link ReplayJobs} on the same thread.
   */
  public <T> T callAt(Instant instant, Supplier<T> work) {
    engineFollows();
    return clock.callAt(instant, work);
  }

  /** The engine reads the time through Joda (see the engine's {@code ClockUtil}). */
  private void engineFollows() {
    DateTimeUtils.setCurrentMillisProvider(clock::millis);
  }
}
