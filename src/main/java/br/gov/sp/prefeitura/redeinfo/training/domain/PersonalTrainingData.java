package br.gov.sp.prefeitura.redeinfo.training.domain;

import br.gov.sp.prefeitura.redeinfo.shared.privacy.PersonalData;
import br.gov.sp.prefeitura.redeinfo.shared.privacy.PersonalTables;
import br.gov.sp.prefeitura.redeinfo.shared.privacy.PersonalTables.Column;
import java.util.List;
import org.springframework.stereotype.Component;

/** A person's enrolments and what was written around them. */
@Component
class PersonalTrainingData implements PersonalData {

  private final PersonalTables tables;

  PersonalTrainingData(PersonalTables tables) {
    this.tables = tables;
  }

  @Override
  public List<Section> of(long personId) {
    return List.of(
        tables.read(
            "privacy.section.enrollments",
            """
            SELECT e.title, r.state, r.enrolled_at, r.reason, v.answer, l.reason
              FROM training_enrollment r
              JOIN training_edition e ON e.id = r.edition_id
              LEFT JOIN training_activity v ON v.enrollment_id = r.id
              LEFT JOIN training_release l ON l.enrollment_id = r.id
             WHERE r.person_id = :person ORDER BY r.id DESC
            """,
            personId,
            Column.of("training"),
            Column.of("state", "enrollment.state."),
            Column.of("enrolled"),
            Column.of("reason"),
            Column.of("activity"),
            Column.of("release")),
        tables.read(
            "privacy.section.absences",
            """
            SELECT s.title, s.starts_at, a.reason, a.answered_at
              FROM training_absence a
              JOIN training_enrollment r ON r.id = a.enrollment_id
              JOIN training_session s ON s.id = a.session_id
             WHERE r.person_id = :person ORDER BY s.starts_at DESC
            """,
            personId,
            Column.of("session"),
            Column.of("at"),
            Column.of("reason"),
            Column.of("answered")),
        tables.read(
            "privacy.section.trainings-given",
            """
            SELECT e.title, e.state FROM training_trainer t JOIN training_edition e ON e.id = t.edition_id
             WHERE t.person_id = :person ORDER BY e.id DESC
            """,
            personId,
            Column.of("training"),
            Column.of("state", "training.state.")),
        tables.read(
            "privacy.section.body-trainings",
            """
            SELECT title, day, state, summary FROM body_training
             WHERE announced_by = :person OR reported_by = :person ORDER BY id DESC
            """,
            personId,
            Column.of("training"),
            Column.of("day"),
            Column.of("state", "body-training.state."),
            Column.of("text")));
  }
}
