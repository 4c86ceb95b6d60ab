package br.gov.sp.prefeitura.redeinfo.nomination.process;

import static br.gov.sp.prefeitura.redeinfo.nomination.process.NominationApprovalProcess.STEPS;

import br.gov.sp.prefeitura.redeinfo.network.Bodies;
import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.nomination.domain.NominationNotices;
import br.gov.sp.prefeitura.redeinfo.nomination.domain.NominationProcess.Waiting;
import br.gov.sp.prefeitura.redeinfo.nomination.process.NominationApprovalProcess.Variables;
import java.time.Clock;
import java.util.Objects;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Tells people that a task waits for them, comes near its due date, or is late. */
@Configuration(proxyBeanMethods = false)
class TaskNotices {

  @Bean
  TaskListener nominationTaskOpened(NominationNotices notices, Bodies bodies) {
    return task ->
        notices.taskOpened(
            waiting(task),
            body(bodies, task.getExecution()),
            NominationApprovalProcess.TASK_INDICATE.equals(task.getTaskDefinitionKey())
                && Boolean.TRUE.equals(task.getVariable(Variables.RETURNED)));
  }

  /**
   * Reminds before the due date and escalates from then on, for every open task of the step: the
   * clock says which.
   */
  @Bean
  JavaDelegate remindDelegate(
      NominationNotices notices, Bodies bodies, TaskService tasks, Clock clock) {
    return execution -> {
      String taskKey = NominationApprovalProcess.REMINDERS.get(execution.getCurrentActivityId());
      Body body = body(bodies, execution);
      for (Task task :
          tasks
              .createTaskQuery()
              .processInstanceId(execution.getProcessInstanceId())
              .taskDefinitionKey(taskKey)
              .list()) {
        Waiting waiting = waiting(tasks, task, execution);
        if (clock.instant().isBefore(waiting.dueAt())) {
          notices.reminder(waiting, body);
        } else {
          notices.overdue(waiting, body);
        }
      }
    };
  }

  private static Body body(Bodies bodies, DelegateExecution execution) {
    String slug = (String) execution.getVariable(Variables.BODY_SLUG);
    return bodies.findBySlug(slug).orElseThrow();
  }

  private static Waiting waiting(DelegateTask task) {
    return new Waiting(
        NominationApprovalProcess.nominationId(task.getExecution()),
        task.getId(),
        STEPS.get(task.getTaskDefinitionKey()),
        task.getName(),
        task.getAssignee(),
        task.getCandidates().stream()
            .map(IdentityLink::getGroupId)
            .filter(Objects::nonNull)
            .toList(),
        task.getCreateTime().toInstant(),
        task.getDueDate().toInstant());
  }

  private static Waiting waiting(TaskService tasks, Task task, DelegateExecution execution) {
    return new Waiting(
        NominationApprovalProcess.nominationId(execution),
        task.getId(),
        STEPS.get(task.getTaskDefinitionKey()),
        task.getName(),
        task.getAssignee(),
        tasks.getIdentityLinksForTask(task.getId()).stream()
            .map(IdentityLink::getGroupId)
            .filter(Objects::nonNull)
            .toList(),
        task.getCreateTime().toInstant(),
        task.getDueDate().toInstant());
  }
}
