package br.gov.sp.prefeitura.redeinfo.pilot.domain;

import java.time.Instant;

/**
 * A body, or a guest without one, with a part in the latest submission.
 *
 * @param bodyId {@code null} for a guest
 * @param guest its name, {@code null} for a body
 * @param part what it does in the project
 * @param reason why it declined, or {@code null}
 * @param answeredBy person who answered, or {@code null}
 */
public record Partnership(
    long id,
    long pilotId,
    Long bodyId,
    String guest,
    String part,
    State state,
    String reason,
    Long answeredBy,
    Instant answeredAt) {

  public enum State {
    ASKED,
    CONFIRMED,
    DECLINED,
    /** Did not answer in time. */
    SILENT
  }
}
