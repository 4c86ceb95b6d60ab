package br.gov.sp.prefeitura.redeinfo.training.domain;

import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson.SignedIn;
import br.gov.sp.prefeitura.redeinfo.training.EditionPlan;
import br.gov.sp.prefeitura.redeinfo.training.TrainingProgramme;
import java.util.List;
import org.springframework.stereotype.Component;

/** The module's services behind {@link TrainingProgramme}. */
@Component
class ProgrammeForOthers implements TrainingProgramme {

  private final EditionService editions;
  private final EnrollmentService enrollments;
  private final EditionRepository repository;

  ProgrammeForOthers(
      EditionService editions, EnrollmentService enrollments, EditionRepository repository) {
    this.editions = editions;
    this.enrollments = enrollments;
    this.repository = repository;
  }

  @Override
  public long plan(EditionPlan plan, SignedIn by) {
    return editions.plan(plan, by);
  }

  @Override
  public void publish(long editionId, SignedIn by) {
    editions.publish(editionId, by);
  }

  @Override
  public long enroll(long editionId, long personId) {
    return enrollments.enroll(editionId, personId).enrollmentId();
  }

  @Override
  public List<PublishedSession> sessionsOf(long editionId) {
    return repository.sessions(editionId).stream()
        .filter(session -> session.attendanceEventId() != null)
        .map(
            session ->
                new PublishedSession(
                    session.id(),
                    session.attendanceEventId(),
                    session.startsAt(),
                    session.endsAt()))
        .toList();
  }
}
