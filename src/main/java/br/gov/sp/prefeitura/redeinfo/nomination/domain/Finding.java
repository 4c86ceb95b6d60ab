package br.gov.sp.prefeitura.redeinfo.nomination.domain;

/**
 * What the decision table says about the set, a pair or a nominee.
 *
 * @param track of the pair or seat, or {@code null} when it concerns the set
 * @param seat of the nominee, or {@code null}
 * @param reasonCode its text is the message {@code nomination.finding.<code>}
 */
public record Finding(
    br.gov.sp.prefeitura.redeinfo.network.Track track,
    br.gov.sp.prefeitura.redeinfo.network.Seat seat,
    String reasonCode,
    Severity severity) {

  /** What follows from a finding. */
  public enum Severity {
    /** The set goes back to the office. */
    BLOCKING,
    WARNING,
    INFO
  }

  public boolean isBlocking() {
    return severity == Severity.BLOCKING;
  }
}
