package br.gov.sp.prefeitura.redeinfo.meeting.process;

import static br.gov.sp.prefeitura.redeinfo.meeting.process.MeetingFollowUpProcess.followUpId;

import br.gov.sp.prefeitura.redeinfo.meeting.domain.FollowUp;
import br.gov.sp.prefeitura.redeinfo.meeting.domain.FollowUpDeadlines;
import br.gov.sp.prefeitura.redeinfo.meeting.domain.FollowUpInstances;
import br.gov.sp.prefeitura.redeinfo.meeting.domain.FollowUpNotices;
import br.gov.sp.prefeitura.redeinfo.meeting.domain.FollowUpService;
import br.gov.sp.prefeitura.redeinfo.meeting.process.MeetingFollowUpProcess.Variables;
import br.gov.sp.prefeitura.redeinfo.network.Bodies;
import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.workflow.Submission;
import br.gov.sp.prefeitura.redeinfo.workflow.WaitingTask;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.function.BiConsumer;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The steps of {@code meeting-follow-up}: who is told, and what happens when a person completes a
 * task, in the transaction that completes it.
 */
@Configuration(proxyBeanMethods = false)
class FollowUpTasks {

  private final FollowUpService followUps;
  private final FollowUpNotices notices;
  private final Bodies bodies;

  FollowUpTasks(FollowUpService followUps, FollowUpNotices notices, Bodies bodies) {
    this.followUps = followUps;
    this.notices = notices;
    this.bodies = bodies;
  }

  @Bean
  TaskListener followUpTaskOpened() {
    return task -> {
      FollowUp followUp = followUps.get(id(task));
      Body body = bodies.get(followUp.bodyId());
      if (MeetingFollowUpProcess.TASK_DO.equals(task.getTaskDefinitionKey())) {
        notices.asked(followUp, body, WaitingTask.of(task));
      } else {
        notices.reviewAsked(followUp, body, WaitingTask.of(task));
      }
    };
  }

  /** Nobody is reminded of what is due already: they hear that it is late. */
  @Bean
  JavaDelegate remindFollowUpDelegate(
      FollowUpInstances instances, FollowUpDeadlines deadlines, Clock clock) {
    return execution -> {
      FollowUp followUp = followUps.get(followUpId(execution));
      if (clock.instant().isBefore(deadlines.due(followUp.dueOn()))) {
        Body body = bodies.get(followUp.bodyId());
        instances.waiting(followUp.id()).forEach(task -> notices.reminder(followUp, body, task));
      }
    };
  }

  @Bean
  JavaDelegate markFollowUpLateDelegate() {
    return execution -> {
      FollowUp followUp = followUps.markLate(followUpId(execution));
      notices.late(followUp, bodies.get(followUp.bodyId()));
    };
  }

  @Bean
  JavaDelegate remindFollowUpReviewDelegate(FollowUpInstances instances) {
    return execution -> {
      FollowUp followUp = followUps.get(followUpId(execution));
      Body body = bodies.get(followUp.bodyId());
      instances.waiting(followUp.id()).forEach(task -> notices.reviewOverdue(followUp, body, task));
    };
  }

  @Bean
  JavaDelegate tellFollowUpDoneDelegate() {
    return telling(notices::done);
  }

  @Bean
  JavaDelegate tellFollowUpPostponedDelegate() {
    return telling(notices::postponed);
  }

  @Bean
  JavaDelegate tellFollowUpDroppedDelegate() {
    return telling(notices::dropped);
  }

  private JavaDelegate telling(BiConsumer<FollowUp, Body> whom) {
    return execution -> {
      FollowUp followUp = followUps.get(followUpId(execution));
      whom.accept(followUp, bodies.get(followUp.bodyId()));
    };
  }

  @Bean
  TaskListener doFollowUpListener(MeetingCompleters completers) {
    return task -> {
      Submission form = Submission.of(task);
      long by = completers.personOf(task);
      String outcome = form.text("outcome") == null ? "" : form.text("outcome");
      switch (outcome) {
        case "done" -> followUps.finish(id(task), form.text("result"), by);
        case "moreTime" ->
            followUps.postpone(id(task), day(form, "newDueOn"), form.text("moreTimeReason"), by);
        case "impossible" -> followUps.block(id(task), form.text("impossibleReason"), by);
        default -> throw Refusal.invalidField("outcome", "follow-up.choose");
      }
      task.getExecution().setVariable(Variables.OUTCOME, outcome);
    };
  }

  @Bean
  TaskListener reviewFollowUpListener(MeetingCompleters completers) {
    return task -> {
      Submission form = Submission.of(task);
      long by = completers.personOf(task);
      String decision = form.text("decision") == null ? "" : form.text("decision");
      switch (decision) {
        case "drop" -> followUps.drop(id(task), form.text("dropReason"), by);
        case "goOn" -> {
          FollowUp given =
              followUps.giveTo(
                  id(task),
                  form.text("givenTo"),
                  day(form, "newDueOn"),
                  form.text("goOnReason"),
                  by);
          Body body = bodies.get(given.bodyId());
          task.getExecution().setVariable(Variables.BODY_SLUG, body.slug());
          task.getExecution()
              .setVariable(Variables.SUBJECT, EngineFollowUpInstances.subject(given, body));
        }
        default -> throw Refusal.invalidField("decision", "follow-up.choose");
      }
      task.getExecution().setVariable(Variables.DECISION, decision);
    };
  }

  /** {@code null} for what is no day: the rules name the field. */
  private static LocalDate day(Submission form, String key) {
    try {
      return form.has(key) ? LocalDate.parse(form.text(key)) : null;
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static long id(DelegateTask task) {
    return followUpId(task.getExecution());
  }
}
