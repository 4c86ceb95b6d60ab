package br.gov.sp.prefeitura.redeinfo.shared.time;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.function.Supplier;

/**
 * The application's clock. It runs with the system's, unless a test sets it for everybody or the
 * demonstration's replay sets it for its own thread; who sets it also moves the engine's clock (see
 * {@code workflow.EngineClock}) and restores both.
 */
public final class MovableClock extends Clock {

  /** Static, because the engine's clock, which follows it, is static too. */
  private static final ThreadLocal<Instant> OF_THREAD = new ThreadLocal<>();

  private final Clock system;
  private volatile Instant fixed;

  public MovableClock(Clock system) {
    this.system = system;
  }

  public void setTo(Instant instant) {
    this.fixed = instant;
  }

  public void restore() {
    this.fixed = null;
  }

  /**
   * Lets the calling thread live at the given instant while it does the work; all other threads
   * keep their time. May be nested.
   */
  public <T> T callAt(Instant instant, Supplier<T> work) {
    Instant before = OF_THREAD.get();
    OF_THREAD.set(instant);
    try {
      return work.get();
    } finally {
      if (before == null) {
        OF_THREAD.remove();
      } else {
        OF_THREAD.set(before);
      }
    }
  }

  /** Whether the calling thread tells the past again (see {@link #callAt}). */
  public static boolean isReplaying() {
    return OF_THREAD.get() != null;
  }

  /** The real time, for what must not follow a replay into the past. */
  public static Instant realTime() {
    return Instant.now();
  }

  @Override
  public ZoneId getZone() {
    return system.getZone();
  }

  /** Moves with this one. */
  @Override
  public Clock withZone(ZoneId zone) {
    return new InZone(zone);
  }

  @Override
  public Instant instant() {
    Instant ofThread = OF_THREAD.get();
    if (ofThread != null) {
      return ofThread;
    }
    Instant set = fixed;
    return set != null ? set : system.instant();
  }

  private final class InZone extends Clock {

    private final ZoneId zone;

    private InZone(ZoneId zone) {
      this.zone = zone;
    }

    @Override
    public ZoneId getZone() {
      return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
      return new InZone(other);
    }

    @Override
    public Instant instant() {
      return MovableClock.this.instant();
    }
  }
}
