package br.gov.sp.prefeitura.redeinfo.support;

import br.gov.sp.prefeitura.redeinfo.attendance.AttendanceKeeping;
import br.gov.sp.prefeitura.redeinfo.attendance.AttendanceStatus;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.notification.Notices;
import br.gov.sp.prefeitura.redeinfo.training.domain.EnrollmentService;
import br.gov.sp.prefeitura.redeinfo.workflow.EngineClock;
import br.gov.sp.prefeitura.redeinfo.workflow.TaskInbox;
import br.gov.sp.prefeitura.redeinfo.workflow.TaskInbox.OpenTask;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Enrolments in editions of {@link TrainingLife}, brought forward for tests. */
@TestComponent
public class EnrollmentLife {

  private final TrainingLife trainings;
  private final EnrollmentService enrollments;
  private final AttendanceKeeping keeping;
  private final TaskInbox inbox;
  private final Notices notices;
  private final EngineClock engineClock;
  private final TransactionTemplate transaction;
  private final JdbcClient jdbc;

  EnrollmentLife(
      TrainingLife trainings,
      EnrollmentService enrollments,
      AttendanceKeeping keeping,
      TaskInbox inbox,
      Notices notices,
      EngineClock engineClock,
      TransactionTemplate transaction,
      JdbcClient jdbc) {
    this.trainings = trainings;
    this.enrollments = enrollments;
    this.keeping = keeping;
    this.inbox = inbox;
    this.notices = notices;
    this.engineClock = engineClock;
    this.transaction = transaction;
    this.jdbc = jdbc;
  }

  /** The enrolment's id. */
  public long enroll(long edition, Person person) {
    long id = enrollments.enroll(edition, person.id()).enrollmentId();
    trainings.runJobs();
    return id;
  }

  public void withdraw(long enrollment, Person person) {
    enrollments.withdraw(enrollment, person.id(), null);
    trainings.runJobs();
  }

  public String state(long enrollment) {
    return jdbc.sql("SELECT state FROM training_enrollment WHERE id = :id")
        .param("id", enrollment)
        .query(String.class)
        .single();
  }

  /**
   * The session is held: these were present, everybody else on the sheet absent; what follows is
   * done. The clock is restored.
   */
  public void hold(long edition, int session, Person... present) {
    long sheet = trainings.sheets(edition).get(session);
    Instant begin =
        jdbc.sql("SELECT starts_at FROM training_session WHERE attendance_event_id = :id")
            .param("id", sheet)
            .query(OffsetDateTime.class)
            .single()
            .toInstant();
    engineClock.setTo(begin.plusSeconds(60));
    try {
      transaction.executeWithoutResult(
          status -> {
            for (Person person : present) {
              keeping.record(
                  sheet,
                  Map.of(person.id(), AttendanceStatus.PRESENT),
                  trainings.coordinator().id());
            }
            keeping.complete(sheet, trainings.coordinator().id());
          });
      trainings.runJobs();
    } finally {
      engineClock.restore();
    }
  }

  /** The open tasks of this kind. */
  public List<OpenTask> tasks(String processKey, long businessKey, String taskKey) {
    return inbox.openTasks(processKey, List.of(String.valueOf(businessKey))).stream()
        .filter(task -> task.key().equals(taskKey))
        .toList();
  }

  /** The person takes the enrolment's one task of this kind on and completes it. */
  public void answer(long enrollment, String taskKey, Person by, Map<String, Object> values) {
    answer("training-enrollment", enrollment, taskKey, by, values);
  }

  /** Those who certify confirm the edition's results, and the certificates are issued. */
  public void confirmResults(long edition, Person by) {
    answer(
        "training-edition", edition, "userTask_CertifyEdition", by, Map.of("results", "confirm"));
  }

  private void answer(
      String processKey, long businessKey, String taskKey, Person by, Map<String, Object> values) {
    OpenTask task =
        tasks(processKey, businessKey, taskKey).stream()
            .reduce(
                (one, other) -> {
                  throw new AssertionError("two tasks " + taskKey);
                })
            .orElseThrow(() -> new AssertionError("no task " + taskKey));
    if (task.assignee() == null) {
      inbox.claim(task.id(), by.username());
    }
    inbox.complete(task.id(), by.username(), values);
    trainings.runJobs();
  }

  /** Subjects of what the person was told, newest first. */
  public List<String> subjectsTo(Person person) {
    LocaleContextHolder.setLocale(Locale.forLanguageTag("pt-BR"));
    try {
      return notices.recent(person.id(), 50).stream().map(Notices.RecentNotice::subject).toList();
    } finally {
      LocaleContextHolder.resetLocaleContext();
    }
  }
}
