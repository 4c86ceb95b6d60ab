package br.gov.sp.prefeitura.redeinfo.pilot.domain;

import java.time.Instant;

/**
 * A change of scope asked for while a pilot runs; a submission of its own.
 *
 * @param submission number of the submission that says the new scope
 * @param accepted {@code null} until it is decided
 * @param decision what the coordination said, or {@code null}
 */
public record ScopeChange(
    long id,
    long pilotId,
    int submission,
    String reason,
    long askedBy,
    Instant askedAt,
    Boolean accepted,
    String decision,
    Long decidedBy,
    Instant decidedAt) {}
