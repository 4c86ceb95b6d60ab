package br.gov.sp.prefeitura.redeinfo.meeting.domain;

import java.time.Instant;

/**
 * Something a meeting is to talk about.
 *
 * @param position smaller comes first
 * @param text what is behind it, or {@code null}
 * @param minutes how long it is to take, or {@code null}
 * @param reason why it was refused, or {@code null}
 * @param fromFollowUpId the open follow-up that put it there by itself, or {@code null}
 */
public record AgendaItem(
    long id,
    long meetingId,
    int position,
    String title,
    String text,
    Integer minutes,
    State state,
    String reason,
    long proposedBy,
    Instant proposedAt,
    Long decidedBy,
    Long fromFollowUpId) {

  /** In words: {@code meeting.agenda.state.<name>}. */
  public enum State {
    PROPOSED,
    ACCEPTED,
    REFUSED
  }
}
