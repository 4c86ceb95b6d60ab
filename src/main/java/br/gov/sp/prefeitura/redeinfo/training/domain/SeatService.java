package br.gov.sp.prefeitura.redeinfo.training.domain;

import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.training.EditionState;
import br.gov.sp.prefeitura.redeinfo.training.EnrollmentState;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Seats and the waiting list. Whoever gives or frees a seat locks the edition first and touches
 * enrolments and process instances after that: so the order of arrival holds, and no two wait for
 * each other.
 */
@Service
@Transactional
public class SeatService {

  private final EditionRepository editions;
  private final EnrollmentRepository enrollments;
  private final SeatCounters counters;
  private final ExpectedParticipants expected;
  private final EnrollmentProcess process;
  private final Clock clock;

  SeatService(
      EditionRepository editions,
      EnrollmentRepository enrollments,
      SeatCounters counters,
      ExpectedParticipants expected,
      EnrollmentProcess process,
      Clock clock) {
    this.editions = editions;
    this.enrollments = enrollments;
    this.counters = counters;
    this.expected = expected;
    this.process = process;
    this.clock = clock;
  }

  /** What became of the wish for a seat. */
  public enum Seat {
    SEATED,
    WAITING,
    /** Enrolment is over, and all seats are taken. */
    NONE
  }

  /** Gives the enrolment a seat, or its place on the waiting list. Safe to repeat. */
  public Seat take(long enrollmentId) {
    Edition edition = lockEditionOf(enrollmentId);
    Enrollment enrollment = get(enrollmentId);
    switch (enrollment.state()) {
      case IN_RELEASE:
        break;
      case CONFIRMED:
        return Seat.SEATED;
      case WAITING:
        return Seat.WAITING;
      default:
        return Seat.NONE;
    }
    if (edition.state().isLive() && counters.takeSeat(edition.id())) {
      seated(edition, enrollment);
      return Seat.SEATED;
    }
    if (edition.state() == EditionState.ENROLLING) {
      change(enrollment, EnrollmentState.WAITING);
      counters.changeWaiting(edition.id(), 1);
      return Seat.WAITING;
    }
    change(enrollment, EnrollmentState.NOT_SEATED);
    return Seat.NONE;
  }

  /**
   * The enrolment gives up what it holds, a seat or a place on the list; the next in line moves up.
   * The caller has locked the edition.
   */
  void leave(Edition edition, Enrollment enrollment) {
    switch (enrollment.state()) {
      case CONFIRMED -> {
        counters.freeSeats(edition.id(), 1);
        expected.dismiss(edition.id(), enrollment.personId());
        promoteNext(edition);
      }
      case WAITING -> counters.changeWaiting(edition.id(), -1);
      default -> {
        // Who waits for the release holds nothing yet.
      }
    }
  }

  private void promoteNext(Edition edition) {
    if (edition.state() != EditionState.ENROLLING) {
      return;
    }
    List<Enrollment> next = enrollments.next(edition.id(), EnrollmentState.WAITING, 1);
    if (!next.isEmpty() && counters.takeSeat(edition.id())) {
      counters.changeWaiting(edition.id(), -1);
      seated(edition, next.get(0));
      process.seat(next.get(0).id());
    }
  }

  private void seated(Edition edition, Enrollment enrollment) {
    change(enrollment, EnrollmentState.CONFIRMED);
    expected.expect(edition.id(), enrollment.personId());
  }

  private void change(Enrollment enrollment, EnrollmentState to) {
    if (!enrollments.change(enrollment.id(), enrollment.state(), to, null, clock.instant())) {
      throw Refusal.conflict("training.moved-on");
    }
  }

  /** An enrolment never changes its edition. */
  Edition lockEditionOf(long enrollmentId) {
    return editions.lock(get(enrollmentId).editionId()).orElseThrow();
  }

  private Enrollment get(long enrollmentId) {
    return enrollments
        .find(enrollmentId)
        .orElseThrow(() -> Refusal.notFound("training.enrollment-not-found"));
  }
}
