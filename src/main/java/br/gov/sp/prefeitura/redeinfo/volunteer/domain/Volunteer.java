package br.gov.sp.prefeitura.redeinfo.volunteer.domain;

import java.time.LocalDate;

/**
 * Somebody who takes part without a seat.
 *
 * @param appointmentId of the appointment as a volunteer
 * @param unit the unit's name within the body, or {@code null}
 * @param since first day
 */
public record Volunteer(
    long appointmentId, long personId, String name, String unit, long bodyId, LocalDate since) {}
