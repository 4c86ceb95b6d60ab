package br.gov.sp.prefeitura.redeinfo.attendance.domain;

import br.gov.sp.prefeitura.redeinfo.attendance.AttendanceStatus;
import java.time.Instant;

/**
 * What a keeper says of one person.
 *
 * @param status not {@code EXPECTED}
 * @param reason why an absence is justified; {@code null} with other statuses
 * @param at when the keeper marked it, which may be a while ago if there was no connection
 * @param seen the entry's version that the keeper saw when marking, or {@code null}
 */
public record Mark(
    long personId, AttendanceStatus status, String reason, Instant at, Integer seen) {}
