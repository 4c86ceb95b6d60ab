package br.gov.sp.prefeitura.redeinfo.notification.domain;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Keeps mails at least a given time apart, as some mail servers ask for. Used by one thread. */
final class Pace {

  private final long nanosBetween;
  private long next = System.nanoTime();

  Pace(int maxPerMinute) {
    this.nanosBetween = maxPerMinute <= 0 ? 0 : Duration.ofMinutes(1).toNanos() / maxPerMinute;
  }

  /** Waits for the next mail's turn, or until nothing is to be sent any more. */
  void await(BooleanSupplier stopping) {
    long wait = next - System.nanoTime();
    while (wait > 0 && !stopping.getAsBoolean()) {
      LockSupport.parkNanos(Math.min(wait, TimeUnit.SECONDS.toNanos(1)));
      wait = next - System.nanoTime();
    }
    next = Math.max(next, System.nanoTime() - nanosBetween) + nanosBetween;
  }
}
