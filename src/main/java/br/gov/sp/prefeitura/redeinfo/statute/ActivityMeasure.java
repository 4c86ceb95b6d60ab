package br.gov.sp.prefeitura.redeinfo.statute;

import java.time.LocalDate;

/**
 * One number by which the activity plan's targets are told whether they are met: each module
 * implements those it has the facts of.
 */
public interface ActivityMeasure {

  /**
   * Names the measure in data and texts ({@code statute.measure.<code>}), e.g. {@code
   * trainings-held}, {@code meetings-held}.
   */
  String code();

  /** What was done from the first to the last of these days, as the measure counts. */
  long done(LocalDate first, LocalDate last);
}
