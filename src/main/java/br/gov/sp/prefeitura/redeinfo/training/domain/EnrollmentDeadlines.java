package br.gov.sp.prefeitura.redeinfo.training.domain;

import br.gov.sp.prefeitura.redeinfo.shared.time.WorkingDays;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** When the tasks of an enrolment are due. Periods are working days of the city. */
@Service
@Transactional(readOnly = true)
public class EnrollmentDeadlines {

  private final EditionRepository editions;
  private final EnrollmentRepository enrollments;
  private final EnrollmentProperties periods;
  private final WorkingDays workingDays;
  private final Clock clock;

  EnrollmentDeadlines(
      EditionRepository editions,
      EnrollmentRepository enrollments,
      EnrollmentProperties periods,
      WorkingDays workingDays,
      Clock clock) {
    this.editions = editions;
    this.enrollments = enrollments;
    this.periods = periods;
    this.workingDays = workingDays;
    this.clock = clock;
  }

  /** When the head has to have answered, if asked now. */
  public Instant release(long enrollmentId) {
    return workingDays.deadline(clock.instant(), editionOf(enrollmentId).releaseDays());
  }

  /** Until when the activity is taken. */
  public Instant activity(long enrollmentId) {
    return editionOf(enrollmentId).activityUntil();
  }

  /** When a question that was asked now should be answered. */
  public Instant answer() {
    return workingDays.deadline(clock.instant(), periods.answerDays());
  }

  private Edition editionOf(long enrollmentId) {
    long editionId = enrollments.find(enrollmentId).orElseThrow().editionId();
    return editions.find(editionId).orElseThrow();
  }
}
