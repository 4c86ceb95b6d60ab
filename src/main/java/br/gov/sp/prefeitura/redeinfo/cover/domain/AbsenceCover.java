package br.gov.sp.prefeitura.redeinfo.cover.domain;

import java.time.Instant;
import java.util.List;

/**
 * Somebody does somebody else's tasks for a time.
 *
 * @param endsAt the first moment after it
 * @param processes keys; empty for all
 * @param reason why the coordination named the substitute, or {@code null}
 * @param endedAt {@code null} while it is to come or runs
 */
public record AbsenceCover(
    long id,
    long absentId,
    long substituteId,
    Instant startsAt,
    Instant endsAt,
    List<String> processes,
    String reason,
    long namedBy,
    Instant endedAt,
    Long endedBy,
    EndReason endReason) {

  public AbsenceCover {
    processes = List.copyOf(processes);
  }

  public Phase phase(Instant now) {
    if (endedAt != null || !now.isBefore(endsAt)) {
      return Phase.OVER;
    }
    return now.isBefore(startsAt) ? Phase.COMING : Phase.RUNNING;
  }

  /** Whether it can still be ended. */
  public boolean isOpen(Instant now) {
    return phase(now) != Phase.OVER;
  }

  /** Where a cover stands. */
  public enum Phase {
    COMING,
    RUNNING,
    OVER
  }

  /** How a cover came to its end. */
  public enum EndReason {
    /** The substitute did not want it, or not any more. */
    REFUSED,
    /** By the absent person or the coordination. */
    ENDED,
    /** Its last moment passed. */
    LAPSED,
    /** An appointment ended, and nothing is left that could be covered. */
    APPOINTMENT_ENDED
  }
}
