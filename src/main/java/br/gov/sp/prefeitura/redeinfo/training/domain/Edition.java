package br.gov.sp.prefeitura.redeinfo.training.domain;

import br.gov.sp.prefeitura.redeinfo.network.Track;
import br.gov.sp.prefeitura.redeinfo.training.EditionAudience;
import br.gov.sp.prefeitura.redeinfo.training.EditionKind;
import br.gov.sp.prefeitura.redeinfo.training.EditionState;
import br.gov.sp.prefeitura.redeinfo.training.ReleasePolicy;
import java.time.Instant;

/**
 * One edition of a course or workshop, as planned and as it stands.
 *
 * @param track {@code null} for both
 * @param content what is taught; stands on the certificate
 * @param requirements what participants bring, or {@code null}
 * @param placesPerBody at most so many of one body, or {@code null}
 * @param releaseDays working days the head has to answer
 * @param minimumAttendance in percent of the sessions' minutes
 * @param activity what participants hand in, or {@code null}
 * @param headToldOfAbsences whether the head of the body hears of absences
 * @param schoolValidates whether the municipal school certifies, rather than the coordination
 * @param certificate whether those who complete it get one
 */
public record Edition(
    long id,
    Track track,
    EditionKind kind,
    String title,
    String content,
    String requirements,
    String trainers,
    EditionAudience audience,
    int capacity,
    Integer placesPerBody,
    Instant enrolmentFrom,
    Instant enrolmentUntil,
    boolean releaseRequired,
    ReleasePolicy releasePolicy,
    int releaseDays,
    int minimumAttendance,
    String activity,
    Instant activityUntil,
    boolean headToldOfAbsences,
    boolean schoolValidates,
    boolean certificate,
    EditionState state,
    String cancelReason,
    long createdBy,
    int seatsTaken,
    int version) {

  public int seatsLeft() {
    return capacity - seatsTaken;
  }
}
