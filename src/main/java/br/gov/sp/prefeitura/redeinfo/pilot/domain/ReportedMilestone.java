package br.gov.sp.prefeitura.redeinfo.pilot.domain;

import java.time.LocalDate;

/**
 * What a report says of one milestone.
 *
 * @param milestone as it stood when the report was last accepted
 * @param actualStart or {@code null}
 * @param actualEnd or {@code null}
 * @param delayReason or {@code null}
 */
public record ReportedMilestone(
    Milestone milestone,
    int percent,
    LocalDate actualStart,
    LocalDate actualEnd,
    String delayReason) {}
