package br.gov.sp.prefeitura.redeinfo.meeting.process;

import static br.gov.sp.prefeitura.redeinfo.meeting.process.MeetingQuarterProcess.quarter;

import br.gov.sp.prefeitura.redeinfo.meeting.domain.QuarterInstances;
import br.gov.sp.prefeitura.redeinfo.meeting.domain.QuarterNotices;
import br.gov.sp.prefeitura.redeinfo.meeting.domain.Quarters;
import br.gov.sp.prefeitura.redeinfo.workflow.Submission;
import br.gov.sp.prefeitura.redeinfo.workflow.WaitingTask;
import java.time.Clock;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The steps of {@code meeting-quarter}. */
@Configuration(proxyBeanMethods = false)
class MeetingQuarterTasks {

  @Bean
  TaskListener meetingQuarterTaskOpened(QuarterNotices notices) {
    return task -> notices.taskOpened(quarter(task.getExecution()), WaitingTask.of(task));
  }

  @Bean
  TaskListener waiveQuarterListener(Quarters quarters, MeetingCompleters completers) {
    return task ->
        quarters.waive(
            quarter(task.getExecution()),
            Submission.of(task).text("reason"),
            completers.personOf(task));
  }

  /** Reminds before the due date and tells of the delay from then on: the clock says which. */
  @Bean
  JavaDelegate remindMeetingQuarterDelegate(
      QuarterInstances instances, QuarterNotices notices, Clock clock) {
    return execution -> {
      for (WaitingTask task : instances.waiting(quarter(execution))) {
        if (clock.instant().isBefore(task.dueAt())) {
          notices.reminder(quarter(execution), task);
        } else {
          notices.overdue(quarter(execution), task);
        }
      }
    };
  }

  @Bean
  JavaDelegate markQuarterMissedDelegate(Quarters quarters) {
    return execution -> quarters.miss(quarter(execution));
  }

  @Bean
  JavaDelegate escalateQuarterDelegate(QuarterNotices notices) {
    return execution -> notices.missed(quarter(execution));
  }
}
