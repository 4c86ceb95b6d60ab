package br.gov.sp.prefeitura.redeinfo.pilot.domain;

import java.time.Instant;

/**
 * What the head, the coordination or a partner asks to be adjusted.
 *
 * @param submission number of the submission it is about
 * @param field key of a {@link ProposalField}, or {@link #GENERAL}
 * @param personId who says so, or {@code null} for the process itself
 */
public record PilotComment(
    long id, int submission, String field, String text, Long personId, Instant at) {

  /** About the proposal as a whole. */
  public static final String GENERAL = "general";
}
