package br.gov.sp.prefeitura.redeinfo.intake.domain;

import java.time.Instant;

/**
 * A list that was sent, without its lines, which are kept until it is taken over, thrown away or
 * too old.
 *
 * @param fileName {@code null} once the lines are gone
 * @param closedAt when it left the state {@code WAITING}, or {@code null}
 * @param added how many lines brought something new, with {@code changed} and {@code unchanged} set
 *     once it is taken over
 */
public record Upload(
    long id,
    ListKind kind,
    State state,
    String fileName,
    int lineCount,
    long uploadedBy,
    Instant uploadedAt,
    Instant expiresAt,
    Instant closedAt,
    Integer added,
    Integer changed,
    Integer unchanged) {

  /** In words: {@code intake.state.<name>}. */
  public enum State {
    WAITING,
    APPLIED,
    DISCARDED,
    EXPIRED
  }

  public boolean isWaiting() {
    return state == State.WAITING;
  }
}
