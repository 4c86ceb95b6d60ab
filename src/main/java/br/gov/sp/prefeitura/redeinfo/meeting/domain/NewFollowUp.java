package br.gov.sp.prefeitura.redeinfo.meeting.domain;

import java.time.LocalDate;

/**
 * A follow-up as the minutes decide it.
 *
 * @param ownerId {@code null} for the office of the body
 * @param initiativeId {@code null} if it belongs to none
 */
public record NewFollowUp(
    String text, long bodyId, Long ownerId, LocalDate dueOn, Long initiativeId) {}
