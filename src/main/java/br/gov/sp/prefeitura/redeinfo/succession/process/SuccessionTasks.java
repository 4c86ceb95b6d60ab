package br.gov.sp.prefeitura.redeinfo.succession.process;

import static br.gov.sp.prefeitura.redeinfo.succession.process.SuccessionProcessModel.successionId;

import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.network.Persons;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.succession.domain.HandOverService;
import br.gov.sp.prefeitura.redeinfo.succession.domain.SuccessionNotices;
import br.gov.sp.prefeitura.redeinfo.succession.domain.SuccessionProcess;
import br.gov.sp.prefeitura.redeinfo.succession.domain.SuccessionService;
import br.gov.sp.prefeitura.redeinfo.workflow.Submission;
import br.gov.sp.prefeitura.redeinfo.workflow.TaskCompleter;
import br.gov.sp.prefeitura.redeinfo.workflow.WaitingTask;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The steps of {@code succession}. */
@Configuration(proxyBeanMethods = false)
class SuccessionTasks {

  @Bean
  TaskListener successionTaskOpened(SuccessionNotices notices) {
    return task -> notices.taskOpened(id(task), WaitingTask.of(task));
  }

  @Bean
  JavaDelegate announceSuccessionDelegate(SuccessionNotices notices) {
    return execution -> notices.begun(successionId(execution));
  }

  @Bean
  JavaDelegate remindSuccessionPlanDelegate(SuccessionNotices notices, SuccessionProcess process) {
    return execution -> {
      long id = successionId(execution);
      process.waiting(id).stream()
          .filter(task -> task.taskKey().equals(SuccessionProcessModel.TASK_PLAN))
          .forEach(task -> notices.planReminder(id, task));
    };
  }

  @Bean
  JavaDelegate handOverDelegate(HandOverService handOver) {
    return execution -> handOver.carryOut(successionId(execution));
  }

  @Bean
  JavaDelegate tellSuccessorsDelegate(SuccessionNotices notices) {
    return execution -> notices.handedOver(successionId(execution));
  }

  @Bean
  JavaDelegate checkNothingLeftDelegate(HandOverService handOver) {
    return execution -> handOver.checkNothingLeft(successionId(execution));
  }

  @Bean
  JavaDelegate announceSuccessionCancellationDelegate(SuccessionNotices notices) {
    return execution -> notices.cancelled(successionId(execution));
  }

  @Bean
  TaskListener writeHandOverNoteListener(
      SuccessionService service, TaskCompleter completer, Persons persons) {
    return task ->
        service.write(id(task), Submission.of(task).text("note"), by(task, completer, persons));
  }

  /** The plan stands on the succession's page; whoever is done with it says so here. */
  @Bean
  TaskListener planHandOverListener(TaskCompleter completer, Persons persons) {
    return task -> {
      by(task, completer, persons);
      if (!Submission.of(task).flag("planned")) {
        throw Refusal.invalidField("planned", "succession.plan-unconfirmed");
      }
    };
  }

  private static long by(DelegateTask task, TaskCompleter completer, Persons persons) {
    return persons
        .findByUsername(completer.of(task))
        .map(Person::id)
        .orElseThrow(() -> Refusal.forbidden("task.no-longer-yours"));
  }

  private static long id(DelegateTask task) {
    return successionId(task.getExecution());
  }
}
