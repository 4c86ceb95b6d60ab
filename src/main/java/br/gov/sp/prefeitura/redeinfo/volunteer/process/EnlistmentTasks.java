package br.gov.sp.prefeitura.redeinfo.volunteer.process;

import static br.gov.sp.prefeitura.redeinfo.volunteer.process.VolunteerEnlistmentProcess.enlistmentId;

import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.network.Persons;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.volunteer.domain.Enlistment;
import br.gov.sp.prefeitura.redeinfo.volunteer.domain.EnlistmentDecisions;
import br.gov.sp.prefeitura.redeinfo.volunteer.domain.EnlistmentInstances;
import br.gov.sp.prefeitura.redeinfo.volunteer.domain.EnlistmentNotices;
import br.gov.sp.prefeitura.redeinfo.volunteer.process.VolunteerEnlistmentProcess.Variables;
import br.gov.sp.prefeitura.redeinfo.workflow.Submission;
import br.gov.sp.prefeitura.redeinfo.workflow.TaskCompleter;
import br.gov.sp.prefeitura.redeinfo.workflow.WaitingTask;
import java.time.Clock;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The steps of {@code volunteer-enlistment}. */
@Configuration(proxyBeanMethods = false)
class EnlistmentTasks {

  @Bean
  JavaDelegate informHeadOfEnlistmentDelegate(
      EnlistmentDecisions enlistments, EnlistmentNotices notices) {
    return execution -> notices.inform(enlistments.get(enlistmentId(execution)));
  }

  @Bean
  TaskListener enlistmentTaskOpened(EnlistmentDecisions enlistments, EnlistmentNotices notices) {
    return task -> notices.taskOpened(enlistments.get(id(task)), WaitingTask.of(task));
  }

  /** Reminds before the due date and tells of the delay from then on: the clock says which. */
  @Bean
  JavaDelegate remindEnlistmentDecisionDelegate(
      EnlistmentDecisions enlistments,
      EnlistmentNotices notices,
      EnlistmentInstances instances,
      Clock clock) {
    return execution -> {
      Enlistment enlistment = enlistments.get(enlistmentId(execution));
      for (WaitingTask task : instances.waiting(enlistment.id())) {
        notices.remind(enlistment, task, !clock.instant().isBefore(task.dueAt()));
      }
    };
  }

  @Bean
  TaskListener decideEnlistmentListener(
      EnlistmentDecisions enlistments, TaskCompleter completer, Persons persons) {
    return task -> {
      long by =
          persons
              .findByUsername(completer.of(task))
              .map(Person::id)
              .orElseThrow(() -> Refusal.forbidden("task.no-longer-yours"));
      Submission form = Submission.of(task);
      String decision = form.text("decision");
      if ("admit".equals(decision)) {
        enlistments.admit(id(task), by);
      } else if ("decline".equals(decision)) {
        enlistments.decline(id(task), form.text("declineReason"), by);
      } else {
        throw Refusal.invalidField("decision", "volunteer.required");
      }
      task.getExecution().setVariable(Variables.DECISION, decision);
    };
  }

  @Bean
  JavaDelegate registerVolunteerDelegate(EnlistmentDecisions enlistments) {
    return execution ->
        execution.setVariable(Variables.REGISTERED, enlistments.register(enlistmentId(execution)));
  }

  @Bean
  JavaDelegate welcomeVolunteerDelegate(
      EnlistmentDecisions enlistments, EnlistmentNotices notices) {
    return execution -> notices.admitted(enlistments.get(enlistmentId(execution)));
  }

  @Bean
  JavaDelegate announceDeclinedEnlistmentDelegate(
      EnlistmentDecisions enlistments, EnlistmentNotices notices) {
    return execution -> notices.declined(enlistments.get(enlistmentId(execution)));
  }

  @Bean
  JavaDelegate announceWithdrawnEnlistmentDelegate(
      EnlistmentDecisions enlistments, EnlistmentNotices notices) {
    return execution -> notices.withdrawn(enlistments.get(enlistmentId(execution)));
  }

  private static long id(DelegateTask task) {
    return enlistmentId(task.getExecution());
  }
}
