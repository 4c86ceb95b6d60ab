package br.gov.sp.prefeitura.redeinfo.statute.process;

import static br.gov.sp.prefeitura.redeinfo.statute.process.StatuteAcceptanceProcess.requestId;

import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.network.Persons;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.statute.domain.AcceptanceRequests;
import br.gov.sp.prefeitura.redeinfo.statute.domain.StatuteNotices;
import br.gov.sp.prefeitura.redeinfo.statute.process.StatuteAcceptanceProcess.Variables;
import br.gov.sp.prefeitura.redeinfo.workflow.Submission;
import br.gov.sp.prefeitura.redeinfo.workflow.TaskCompleter;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The steps of {@code statute-acceptance}: who is told, and what happens when the member answers,
 * in the transaction that completes the task.
 */
@Configuration(proxyBeanMethods = false)
class StatuteTasks {

  private static final String ACCEPT = "accept";
  private static final String TALK = "talk";

  @Bean
  TaskListener statuteTaskOpened(StatuteNotices notices) {
    return task -> notices.asked(requestId(task.getExecution()), task.getId());
  }

  @Bean
  TaskListener acceptStatuteListener(
      AcceptanceRequests requests, Persons persons, TaskCompleter completer) {
    return task -> {
      Submission form = Submission.of(task);
      long by =
          persons
              .findByUsername(completer.of(task))
              .map(Person::id)
              .orElseThrow(() -> Refusal.forbidden("task.no-longer-yours"));
      String answer = form.text("answer");
      if (ACCEPT.equals(answer)) {
        requests.accept(requestId(task.getExecution()), by);
      } else if (TALK.equals(answer)) {
        requests.ask(requestId(task.getExecution()), by, form.text("question"));
      } else {
        throw Refusal.invalidField("answer", "statute.choose");
      }
      task.getExecution().setVariable(Variables.ACCEPTED, ACCEPT.equals(answer));
    };
  }

  /** Reminds before the due date and tells of the delay from then on. */
  @Bean
  JavaDelegate remindStatuteDelegate(StatuteNotices notices) {
    return execution -> {
      if (StatuteAcceptanceProcess.REMIND_MEMBER.equals(execution.getCurrentActivityId())) {
        notices.reminder(requestId(execution));
      } else {
        notices.overdue(requestId(execution));
      }
    };
  }

  @Bean
  JavaDelegate tellStatuteQuestionDelegate(StatuteNotices notices) {
    return execution -> notices.question(requestId(execution), execution.getActivityInstanceId());
  }
}
