package br.gov.sp.prefeitura.redeinfo.statute.domain;

import java.time.Instant;

/**
 * The next version while it is written.
 *
 * @param revision 0 before the first saving; grows with each
 * @param savedBy {@code null} before the first saving, like {@code savedAt}
 */
public record Draft(int revision, StatuteText text, Long savedBy, Instant savedAt) {}
