package br.gov.sp.prefeitura.redeinfo.training.domain;

import br.gov.sp.prefeitura.redeinfo.training.EnrollmentState;
import java.time.Instant;

/**
 * One person's enrolment in an edition.
 *
 * @param bodyId the body they worked in when they enrolled
 * @param arrival order of arrival in the edition; the waiting list goes by it
 * @param seatedAt when they got a seat, or {@code null}
 * @param reason why it was refused, or why the person withdrew, or {@code null}
 */
public record Enrollment(
    long id,
    long editionId,
    long personId,
    long bodyId,
    int arrival,
    EnrollmentState state,
    Instant stateSince,
    Instant enrolledAt,
    Instant seatedAt,
    String reason,
    Instant activityAt) {}
