package br.gov.sp.prefeitura.redeinfo.training.domain;

import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.training.EnrollmentState;
import br.gov.sp.prefeitura.redeinfo.training.domain.AbsenceQueries.Absent;
import java.time.Clock;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Moves the enrolments of an edition, a part at a time. */
@Service
@Transactional
class ParticipantService implements Participants {

  private final EditionRepository editions;
  private final EnrollmentRepository enrollments;
  private final AnswerRepository answers;
  private final SeatCounters counters;
  private final CompletionQueries facts;
  private final AbsenceQueries absences;
  private final TrainingRules rules;
  private final EnrollmentProcess process;
  private final Clock clock;

  ParticipantService(
      EditionRepository editions,
      EnrollmentRepository enrollments,
      AnswerRepository answers,
      SeatCounters counters,
      CompletionQueries facts,
      AbsenceQueries absences,
      TrainingRules rules,
      EnrollmentProcess process,
      Clock clock) {
    this.editions = editions;
    this.enrollments = enrollments;
    this.answers = answers;
    this.counters = counters;
    this.facts = facts;
    this.absences = absences;
    this.rules = rules;
    this.process = process;
    this.clock = clock;
  }

  @Override
  @Transactional(readOnly = true)
  public List<Long> concerned(long editionId) {
    return enrollments.persons(editionId, EnrollmentRepository.OPEN);
  }

  @Override
  @Transactional(readOnly = true)
  public List<Long> seated(long editionId) {
    return enrollments.persons(editionId, EnumSet.of(EnrollmentState.CONFIRMED));
  }

  @Override
  @Transactional(readOnly = true)
  public Map<Outcome, Long> outcomes(long editionId) {
    Map<Outcome, Long> outcomes = new EnumMap<>(Outcome.class);
    facts
        .combinations(editionId)
        .forEach(
            (combination, count) ->
                outcomes.merge(rules.outcomes(combination).get(0), count, Long::sum));
    return outcomes;
  }

  @Override
  public boolean dismissWaiting(long editionId, int limit) {
    lock(editionId);
    dismiss(editionId, EnrollmentState.WAITING, limit);
    return enrollments.existsAny(editionId, EnumSet.of(EnrollmentState.WAITING));
  }

  /** Whoever still waits for the head's answer when all is over is told so, too. */
  @Override
  public boolean finish(long editionId, int limit) {
    lock(editionId);
    List<Enrollment> confirmed = enrollments.next(editionId, EnrollmentState.CONFIRMED, limit);
    confirmed.forEach(enrollment -> process.finish(enrollment.id()));
    int left = limit - confirmed.size();
    if (left > 0) {
      left -= dismiss(editionId, EnrollmentState.IN_RELEASE, left);
    }
    if (left > 0) {
      dismiss(editionId, EnrollmentState.WAITING, left);
    }
    return enrollments.existsAny(editionId, EnrollmentRepository.OPEN);
  }

  private int dismiss(long editionId, EnrollmentState from, int limit) {
    List<Enrollment> dismissed = enrollments.next(editionId, from, limit);
    dismissed.forEach(
        enrollment -> {
          end(enrollment, EnrollmentState.NOT_SEATED);
          process.dismiss(enrollment.id());
        });
    if (from == EnrollmentState.WAITING) {
      counters.changeWaiting(editionId, -dismissed.size());
    }
    return dismissed.size();
  }

  @Override
  public boolean cancel(long editionId, int limit) {
    lock(editionId);
    int left = limit;
    for (EnrollmentState state : EnrollmentRepository.OPEN) {
      List<Enrollment> cancelled = enrollments.next(editionId, state, left);
      cancelled.forEach(
          enrollment -> {
            end(enrollment, EnrollmentState.CANCELLED);
            process.cancel(enrollment.id());
          });
      giveUp(editionId, state, cancelled.size());
      left -= cancelled.size();
    }
    return enrollments.existsAny(editionId, EnrollmentRepository.OPEN);
  }

  /** What enrolments in this state held. */
  private void giveUp(long editionId, EnrollmentState state, int count) {
    if (state == EnrollmentState.CONFIRMED) {
      counters.freeSeats(editionId, count);
    } else if (state == EnrollmentState.WAITING) {
      counters.changeWaiting(editionId, -count);
    }
  }

  @Override
  public boolean followUpAbsences(long sessionId, int limit) {
    Session session =
        editions
            .findSession(sessionId)
            .orElseThrow(() -> Refusal.notFound("training.session-not-found"));
    Edition edition = lock(session.editionId());
    List<Absent> absent = absences.toFollowUp(session, limit + 1);
    List<Absent> part = absent.subList(0, Math.min(limit, absent.size()));
    Map<Long, Integer> inARow =
        absences.inARow(session, part.stream().map(Absent::personId).toList());
    for (Absent one : part) {
      int row = inARow.getOrDefault(one.personId(), 1);
      answers.insertAbsence(one.enrollmentId(), sessionId, row, clock.instant());
      process.followUp(
          one.enrollmentId(),
          new EnrollmentProcess.Absence(sessionId, row, edition.headToldOfAbsences()));
    }
    return absent.size() > limit;
  }

  private void end(Enrollment enrollment, EnrollmentState to) {
    if (!enrollments.change(enrollment.id(), enrollment.state(), to, null, clock.instant())) {
      throw new IllegalStateException("enrolment " + enrollment.id() + " changed under the lock");
    }
  }

  private Edition lock(long editionId) {
    return editions.lock(editionId).orElseThrow(() -> Refusal.notFound("training.not-found"));
  }
}
