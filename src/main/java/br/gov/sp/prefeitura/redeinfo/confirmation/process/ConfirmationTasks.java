package br.gov.sp.prefeitura.redeinfo.confirmation.process;

import static br.gov.sp.prefeitura.redeinfo.confirmation.process.FocalPointConfirmationProcess.confirmationId;

import br.gov.sp.prefeitura.redeinfo.confirmation.domain.Confirmation;
import br.gov.sp.prefeitura.redeinfo.confirmation.domain.Confirmation.SeatName;
import br.gov.sp.prefeitura.redeinfo.confirmation.domain.ConfirmationAnswers;
import br.gov.sp.prefeitura.redeinfo.confirmation.domain.ConfirmationInstances;
import br.gov.sp.prefeitura.redeinfo.confirmation.domain.ConfirmationNotices;
import br.gov.sp.prefeitura.redeinfo.confirmation.process.FocalPointConfirmationProcess.Variables;
import br.gov.sp.prefeitura.redeinfo.network.Bodies;
import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.network.Persons;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.workflow.Submission;
import br.gov.sp.prefeitura.redeinfo.workflow.TaskCompleter;
import br.gov.sp.prefeitura.redeinfo.workflow.WaitingTask;
import java.time.Clock;
import java.util.List;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The steps of {@code focal-point-confirmation}. */
@Configuration(proxyBeanMethods = false)
class ConfirmationTasks {

  @Bean
  TaskListener confirmationTaskOpened(
      ConfirmationAnswers confirmations, ConfirmationNotices notices, Bodies bodies) {
    return task -> {
      Confirmation confirmation = confirmations.get(confirmationId(task.getExecution()));
      notices.asked(WaitingTask.of(task), bodies.get(confirmation.bodyId()));
    };
  }

  /** Reminds before the due date and tells of the delay from then on: the clock says which. */
  @Bean
  JavaDelegate remindConfirmationDelegate(
      ConfirmationAnswers confirmations,
      ConfirmationInstances instances,
      ConfirmationNotices notices,
      Bodies bodies,
      Clock clock) {
    return execution -> {
      Confirmation confirmation = confirmations.get(confirmationId(execution));
      Body body = bodies.get(confirmation.bodyId());
      List<WaitingTask> waiting =
          instances.waiting(List.of(confirmation.id())).getOrDefault(confirmation.id(), List.of());
      for (WaitingTask task : waiting) {
        if (clock.instant().isBefore(task.dueAt())) {
          notices.reminder(task, body);
        } else {
          notices.overdue(task, body);
        }
      }
    };
  }

  @Bean
  TaskListener confirmFocalPointsListener(
      ConfirmationAnswers confirmations, TaskCompleter completer, Persons persons) {
    return task -> {
      Submission form = Submission.of(task);
      long by =
          persons
              .findByUsername(completer.of(task))
              .map(Person::id)
              .orElseThrow(() -> Refusal.forbidden("task.no-longer-yours"));
      long id = confirmationId(task.getExecution());
      String answer = String.valueOf(form.text("answer"));
      switch (answer) {
        case "unchanged" -> confirmations.confirm(id, by);
        case "changed" -> confirmations.confirmWithChanges(id, seats(form), form.text("note"), by);
        default -> throw Refusal.invalidField("answer", "confirmation.choose");
      }
      task.getExecution().setVariable(Variables.ANSWER, answer);
    };
  }

  /** The guard has checked the options against those that the form was given. */
  private static List<SeatName> seats(Submission form) {
    return form.choices("changedSeats").stream().map(SeatName::parse).distinct().toList();
  }

  @Bean
  JavaDelegate leadToSuccessionDelegate(
      ConfirmationAnswers confirmations, ConfirmationNotices notices, Bodies bodies) {
    return execution -> {
      Confirmation confirmation = confirmations.get(confirmationId(execution));
      notices.changed(confirmation, bodies.get(confirmation.bodyId()));
    };
  }
}
