package br.gov.sp.prefeitura.redeinfo.training.process;

import static br.gov.sp.prefeitura.redeinfo.training.process.TrainingEditionProcess.editionId;

import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.training.domain.CertificationService;
import br.gov.sp.prefeitura.redeinfo.training.domain.EditionLife;
import br.gov.sp.prefeitura.redeinfo.training.domain.EditionNotices;
import br.gov.sp.prefeitura.redeinfo.training.domain.EditionProcess;
import br.gov.sp.prefeitura.redeinfo.training.process.TrainingEditionProcess.Variables;
import br.gov.sp.prefeitura.redeinfo.workflow.Submission;
import br.gov.sp.prefeitura.redeinfo.workflow.WaitingTask;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The tasks of an edition: who is told of them, and what happens when a person completes one, in
 * the transaction that completes it; the engine keeps a flag at most.
 */
@Configuration(proxyBeanMethods = false)
class EditionTasks {

  @Bean
  TaskListener editionTaskOpened(EditionLife editions, EditionNotices notices) {
    return task -> notices.taskOpened(editions.get(id(task)), WaitingTask.of(task));
  }

  @Bean
  JavaDelegate remindEditionTaskDelegate(
      EditionLife editions, EditionNotices notices, EditionProcess process) {
    return execution -> {
      String taskKey = TrainingEditionProcess.REMINDERS.get(execution.getCurrentActivityId());
      process.waiting(editionId(execution)).stream()
          .filter(task -> task.taskKey().equals(taskKey))
          .forEach(task -> notices.taskReminder(editions.get(editionId(execution)), task));
    };
  }

  @Bean
  TaskListener certifyEditionListener(
      CertificationService certification, TaskCompleters completers) {
    return task -> {
      Submission form = Submission.of(task);
      long by = completers.personOf(task);
      String results = form.text("results");
      if ("confirm".equals(results)) {
        certification.confirm(id(task), by, form.text("confirmComment"));
      } else if ("return".equals(results)) {
        certification.giveBack(id(task), by, form.text("returnReason"));
      } else {
        // The guard has checked the options; this holds for callers that are not checked, too.
        throw Refusal.invalidField("results", "training.choose");
      }
      task.getExecution().setVariable(Variables.RESULTS, results);
    };
  }

  @Bean
  TaskListener reviewEditionListener(
      CertificationService certification, TaskCompleters completers) {
    return task ->
        certification.review(
            id(task), completers.personOf(task), Submission.of(task).text("reviewAnswer"));
  }

  private static long id(DelegateTask task) {
    return editionId(task.getExecution());
  }
}
