package br.gov.sp.prefeitura.redeinfo.audit.domain;

import br.gov.sp.prefeitura.redeinfo.audit.AuditChannel;
import br.gov.sp.prefeitura.redeinfo.audit.InPlaceOf;
import java.time.Instant;
import java.util.Map;

/**
 * An entry as it is stored; see {@link br.gov.sp.prefeitura.redeinfo.audit.AuditEntry}.
 *
 * @param actorId {@code null} for the application itself, or nobody who is signed in
 * @param address {@code null} if there was none, or it is forgotten
 */
public record AuditRow(
    long id,
    Instant recordedAt,
    String action,
    String subjectType,
    String subjectId,
    Long actorId,
    Long personId,
    Long bodyId,
    InPlaceOf inPlaceOf,
    AuditChannel channel,
    String address,
    Map<String, Object> details) {}
