package br.gov.sp.prefeitura.redeinfo.pilot.domain;

import java.time.Instant;

/**
 * What came out of a pilot, on the scales of the Independent Reporting Mechanism.
 *
 * @param lessons what others can learn from it, or {@code null}
 */
public record Evaluation(
    long pilotId,
    Pilot.Completion completion,
    Pilot.EarlyResults earlyResults,
    String text,
    String lessons,
    long evaluatedBy,
    Instant evaluatedAt) {}
