package br.gov.sp.prefeitura.redeinfo.pilot.domain;

import java.util.List;

/**
 * What was typed of a report.
 *
 * @param version of the report on which it builds
 * @param risk constant of {@link Pilot.Risk}, blank for none
 */
public record TypedReport(
    int version,
    String summary,
    String risk,
    String riskText,
    boolean helpWanted,
    String helpText,
    boolean finished,
    List<TypedRow> rows) {

  public TypedReport {
    rows = List.copyOf(rows);
  }

  /**
   * One milestone; the violations' fields are {@code rows[n].percent} and so on.
   *
   * @param percent a whole number
   * @param actualStart an ISO day, or blank
   * @param actualEnd an ISO day, or blank
   */
  public record TypedRow(
      long milestoneId, String percent, String actualStart, String actualEnd, String delayReason) {}
}
