package br.gov.sp.prefeitura.redeinfo.meeting.process;

import static br.gov.sp.prefeitura.redeinfo.meeting.process.NetworkMeetingProcess.meetingId;

import br.gov.sp.prefeitura.redeinfo.meeting.domain.Meeting;
import br.gov.sp.prefeitura.redeinfo.meeting.domain.MeetingInstances;
import br.gov.sp.prefeitura.redeinfo.meeting.domain.MeetingLife;
import br.gov.sp.prefeitura.redeinfo.meeting.domain.MeetingNotices;
import br.gov.sp.prefeitura.redeinfo.meeting.process.NetworkMeetingProcess.Variables;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.workflow.Submission;
import br.gov.sp.prefeitura.redeinfo.workflow.WaitingTask;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The steps of {@code network-meeting} up to the day it is held: who is told of its tasks, and what
 * happens when a person completes one, in the transaction that completes it.
 */
@Configuration(proxyBeanMethods = false)
class MeetingTasks {

  /** The notices that a task waits, by the user task. */
  private static final Map<String, String> TEMPLATES =
      Map.of(
          NetworkMeetingProcess.TASK_CONVENE, "meeting-convene-task",
          NetworkMeetingProcess.TASK_RECORD, "meeting-record-task",
          NetworkMeetingProcess.TASK_WRITE_MINUTES, "meeting-minutes-task",
          NetworkMeetingProcess.TASK_APPROVE_MINUTES, "meeting-approval-task");

  @Bean
  TaskListener meetingTaskOpened(MeetingLife life, MeetingNotices notices) {
    return task ->
        notices.taskOpened(
            life.get(id(task)), WaitingTask.of(task), TEMPLATES.get(task.getTaskDefinitionKey()));
  }

  /** Reminds before the due date and tells of the delay from then on: the clock says which. */
  @Bean
  JavaDelegate remindMeetingTaskDelegate(
      MeetingLife life, MeetingInstances instances, MeetingNotices notices, Clock clock) {
    return execution -> {
      Meeting meeting = life.get(meetingId(execution));
      String about = NetworkMeetingProcess.REMINDS_OF.get(execution.getCurrentActivityId());
      for (WaitingTask task : instances.waiting(meeting.id())) {
        if (!task.taskKey().equals(about)) {
          continue;
        }
        if (clock.instant().isBefore(task.dueAt())) {
          notices.reminder(meeting, task);
        } else {
          notices.overdue(meeting, task);
        }
      }
    };
  }

  @Bean
  TaskListener conveneMeetingListener(MeetingLife life, MeetingCompleters completers) {
    return task ->
        life.convene(id(task), Submission.of(task).text("message"), completers.personOf(task));
  }

  @Bean
  JavaDelegate sendMeetingConvocationDelegate(MeetingLife life) {
    return execution -> life.sendConvocation(meetingId(execution));
  }

  @Bean
  JavaDelegate tellMeetingPostponementDelegate(MeetingLife life) {
    return execution -> life.tellPostponement(meetingId(execution));
  }

  @Bean
  JavaDelegate tellMeetingNotHeldDelegate(MeetingLife life) {
    return execution -> life.tellNotHeld(meetingId(execution));
  }

  @Bean
  JavaDelegate tellMeetingCancellationDelegate(MeetingLife life) {
    return execution -> life.tellCancellation(meetingId(execution));
  }

  @Bean
  TaskListener recordMeetingListener(MeetingLife life, MeetingCompleters completers) {
    return task -> {
      Submission form = Submission.of(task);
      long by = completers.personOf(task);
      String held = form.text("held");
      if ("yes".equals(held)) {
        life.recordHeld(
            id(task),
            moment(form.text("beganAt")),
            moment(form.text("endedAt")),
            whole(form.number("othersPresent")),
            by);
      } else if ("no".equals(held)) {
        life.recordNotHeld(id(task), form.text("notHeldReason"), by);
      } else {
        throw Refusal.invalidField("held", "meeting.choose");
      }
      task.getExecution().setVariable(Variables.HELD, held);
    };
  }

  /** The guard has checked its form; {@code null} for none. */
  private static LocalDateTime moment(String text) {
    try {
      return text == null ? null : LocalDateTime.parse(text);
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  private static Integer whole(BigDecimal number) {
    try {
      return number == null ? null : number.intValueExact();
    } catch (ArithmeticException e) {
      throw Refusal.invalidField("othersPresent", "meeting.number", 0, MeetingLife.MOST_OTHERS);
    }
  }

  private static long id(DelegateTask task) {
    return meetingId(task.getExecution());
  }
}
