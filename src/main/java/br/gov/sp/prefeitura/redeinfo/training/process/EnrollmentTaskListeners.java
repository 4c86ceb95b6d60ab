package br.gov.sp.prefeitura.redeinfo.training.process;

import static br.gov.sp.prefeitura.redeinfo.training.process.TrainingEnrollmentProcess.enrollmentId;

import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.training.domain.AnswerService;
import br.gov.sp.prefeitura.redeinfo.training.domain.AnswerService.AbsenceReason;
import br.gov.sp.prefeitura.redeinfo.training.domain.EnrollmentNotices;
import br.gov.sp.prefeitura.redeinfo.training.domain.EnrollmentNotices.OpenedTask;
import br.gov.sp.prefeitura.redeinfo.training.domain.ReleaseService;
import br.gov.sp.prefeitura.redeinfo.training.process.TrainingEnrollmentProcess.Variables;
import br.gov.sp.prefeitura.redeinfo.workflow.Submission;
import java.util.Objects;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.task.IdentityLink;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What happens when a task of an enrolment opens, and when a person completes it: what was typed is
 * checked and moves to our tables in the transaction that completes the task.
 */
@Configuration(proxyBeanMethods = false)
class EnrollmentTaskListeners {

  @Bean
  TaskListener enrollmentTaskOpened(EnrollmentNotices notices) {
    return task ->
        notices.taskOpened(
            new OpenedTask(
                task.getId(),
                enrollmentId(task.getExecution()),
                TrainingEnrollmentProcess.TASK_NOTICES.get(task.getTaskDefinitionKey()),
                task.getAssignee(),
                task.getCandidates().stream()
                    .map(IdentityLink::getGroupId)
                    .filter(Objects::nonNull)
                    .toList(),
                task.getDueDate().toInstant()));
  }

  @Bean
  TaskListener releaseServantListener(ReleaseService releases, TaskCompleters completers) {
    return task -> {
      Submission form = Submission.of(task);
      boolean released = choice(form, "release", Release.values()) == Release.RELEASE;
      releases.decide(
          enrollmentId(task.getExecution()),
          completers.personOf(task),
          released,
          form.text("refuseReason"));
      task.getExecution().setVariable(Variables.RELEASED, released);
    };
  }

  @Bean
  TaskListener handInActivityListener(AnswerService answers, TaskCompleters completers) {
    return task ->
        answers.handIn(
            enrollmentId(task.getExecution()),
            completers.personOf(task),
            Submission.of(task).text("answer"));
  }

  @Bean
  TaskListener explainAbsenceListener(AnswerService answers, TaskCompleters completers) {
    return task -> {
      Submission form = Submission.of(task);
      answers.explain(
          enrollmentId(task.getExecution()),
          completers.personOf(task),
          choice(form, "absenceReason", AbsenceReason.values()),
          form.text("absenceText"));
    };
  }

  /** The guard has checked the options; this holds for callers that are not checked, too. */
  private static <E extends Enum<E>> E choice(Submission form, String key, E[] options) {
    String chosen = form.text(key);
    return Stream.of(options)
        .filter(option -> option.name().equalsIgnoreCase(chosen))
        .findFirst()
        .orElseThrow(() -> Refusal.invalidField(key, "training.choose"));
  }

  private enum Release {
    RELEASE,
    REFUSE
  }
}
