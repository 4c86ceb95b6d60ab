package br.gov.sp.prefeitura.redeinfo.training.process;

import static br.gov.sp.prefeitura.redeinfo.training.process.BodyTrainingProcess.trainingId;

import br.gov.sp.prefeitura.redeinfo.network.Bodies;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.training.domain.BodyTraining;
import br.gov.sp.prefeitura.redeinfo.training.domain.BodyTrainingInstances;
import br.gov.sp.prefeitura.redeinfo.training.domain.BodyTrainingNotices;
import br.gov.sp.prefeitura.redeinfo.training.domain.BodyTrainingReports;
import br.gov.sp.prefeitura.redeinfo.training.process.BodyTrainingProcess.Variables;
import br.gov.sp.prefeitura.redeinfo.workflow.Submission;
import br.gov.sp.prefeitura.redeinfo.workflow.WaitingTask;
import java.math.BigDecimal;
import java.time.Clock;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The steps of {@code body-training}: who is told of its tasks, and what happens when a person
 * completes one, in the transaction that completes it; the engine keeps a flag at most.
 */
@Configuration(proxyBeanMethods = false)
class BodyTrainingTasks {

  @Bean
  TaskListener bodyTrainingTaskOpened(
      BodyTrainingReports trainings, BodyTrainingNotices notices, Bodies bodies) {
    return task -> {
      BodyTraining training =
          BodyTrainingProcess.TASK_REPORT.equals(task.getTaskDefinitionKey())
              ? trainings.askForReport(id(task))
              : trainings.get(id(task));
      notices.taskOpened(training, bodies.get(training.bodyId()), WaitingTask.of(task));
    };
  }

  /** Reminds before the due date and tells of the delay from then on: the clock says which. */
  @Bean
  JavaDelegate remindBodyTrainingDelegate(
      BodyTrainingReports trainings,
      BodyTrainingNotices notices,
      BodyTrainingInstances instances,
      Bodies bodies,
      Clock clock) {
    return execution -> {
      String taskKey =
          BodyTrainingProcess.REMIND_REPORT.equals(execution.getCurrentActivityId())
              ? BodyTrainingProcess.TASK_REPORT
              : BodyTrainingProcess.TASK_APPROVE;
      BodyTraining training = trainings.get(trainingId(execution));
      for (WaitingTask task : instances.waiting(training.id())) {
        if (task.taskKey().equals(taskKey)) {
          if (clock.instant().isBefore(task.dueAt())) {
            notices.reminder(training, bodies.get(training.bodyId()), task);
          } else {
            notices.overdue(training, bodies.get(training.bodyId()), task);
          }
        }
      }
    };
  }

  @Bean
  JavaDelegate announceBodyTrainingApprovalDelegate(
      BodyTrainingReports trainings, BodyTrainingNotices notices, Bodies bodies) {
    return execution -> {
      BodyTraining training = trainings.get(trainingId(execution));
      notices.approved(training, bodies.get(training.bodyId()));
    };
  }

  @Bean
  JavaDelegate announceBodyTrainingCancellationDelegate(
      BodyTrainingReports trainings, BodyTrainingNotices notices, Bodies bodies) {
    return execution -> {
      BodyTraining training = trainings.get(trainingId(execution));
      notices.cancelled(training, bodies.get(training.bodyId()));
    };
  }

  @Bean
  TaskListener reportBodyTrainingListener(
      BodyTrainingReports trainings, TaskCompleters completers) {
    return task -> {
      Submission form = Submission.of(task);
      long by = completers.personOf(task);
      String held = oneOf(form, "held", "yes", "no");
      if (held.equals("yes")) {
        trainings.report(
            id(task),
            whole(form.number("people")),
            form.number("reportedHours"),
            form.text("summary"),
            by);
      } else {
        trainings.reportNotHeld(id(task), form.text("notHeldReason"), by);
      }
      task.getExecution().setVariable(Variables.HELD, held);
    };
  }

  @Bean
  TaskListener approveBodyTrainingListener(
      BodyTrainingReports trainings, TaskCompleters completers) {
    return task -> {
      Submission form = Submission.of(task);
      long by = completers.personOf(task);
      String decision = oneOf(form, "decision", "approve", "return");
      if (decision.equals("approve")) {
        trainings.approve(id(task), by);
      } else {
        trainings.giveBack(id(task), form.text("returnReason"), by);
      }
      task.getExecution().setVariable(Variables.DECISION, decision);
    };
  }

  /** The guard has checked the options; this holds for callers that are not checked, too. */
  private static String oneOf(Submission form, String key, String first, String second) {
    String chosen = form.text(key);
    if (first.equals(chosen) || second.equals(chosen)) {
      return chosen;
    }
    throw Refusal.invalidField(key, "training.choose");
  }

  /** {@code null} for none, or for a fraction: the rules name the field. */
  private static Integer whole(BigDecimal number) {
    try {
      return number == null ? null : number.intValueExact();
    } catch (ArithmeticException e) {
      return null;
    }
  }

  private static long id(DelegateTask task) {
    return trainingId(task.getExecution());
  }
}
