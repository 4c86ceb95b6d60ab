package br.gov.sp.prefeitura.redeinfo.training.domain;

import java.time.Instant;

/**
 * One decision about an edition's results.
 *
 * @param reason what was said with it, or {@code null}
 */
public record EditionCertification(
    long editionId, Outcome outcome, long decidedBy, Instant decidedAt, String reason) {

  /** What was decided. */
  public enum Outcome {
    CONFIRMED,
    RETURNED,
    REVIEWED
  }
}
