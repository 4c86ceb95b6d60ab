package br.gov.sp.prefeitura.redeinfo.audit.domain;

import java.time.Instant;

/**
 * Which entries are asked for; {@code null} for any.
 *
 * @param from first moment
 * @param until moment after the last
 * @param action code
 * @param personId who did it, whom it concerns, or for whom it was done
 * @param subjectId of that type
 */
public record AuditFilter(
    Instant from,
    Instant until,
    String action,
    Long personId,
    String subjectType,
    String subjectId,
    Long bodyId) {}
