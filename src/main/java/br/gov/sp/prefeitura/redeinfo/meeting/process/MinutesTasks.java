package br.gov.sp.prefeitura.redeinfo.meeting.process;

import static br.gov.sp.prefeitura.redeinfo.meeting.process.NetworkMeetingProcess.meetingId;

import br.gov.sp.prefeitura.redeinfo.meeting.domain.MinutesSteps;
import br.gov.sp.prefeitura.redeinfo.meeting.process.NetworkMeetingProcess.Variables;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.workflow.Submission;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The steps of {@code network-meeting} from the written minutes to their publication. */
@Configuration(proxyBeanMethods = false)
class MinutesTasks {

  @Bean
  TaskListener writeMinutesListener(MinutesSteps minutes, MeetingCompleters completers) {
    return task -> minutes.written(meetingId(task.getExecution()), completers.personOf(task));
  }

  @Bean
  JavaDelegate circulateMinutesDelegate(MinutesSteps minutes) {
    return execution -> minutes.circulate(meetingId(execution));
  }

  @Bean
  TaskListener approveMinutesListener(MinutesSteps minutes, MeetingCompleters completers) {
    return task -> {
      Submission form = Submission.of(task);
      long id = meetingId(task.getExecution());
      long by = completers.personOf(task);
      String decision = form.text("decision");
      if ("approve".equals(decision)) {
        minutes.approve(id, by);
      } else if ("return".equals(decision)) {
        minutes.giveBack(id, form.text("returnReason"), by);
      } else {
        throw Refusal.invalidField("decision", "meeting.choose");
      }
      task.getExecution().setVariable(Variables.DECISION, decision);
    };
  }

  @Bean
  JavaDelegate publishMinutesDelegate(MinutesSteps minutes) {
    return execution -> minutes.publish(meetingId(execution));
  }

  @Bean
  JavaDelegate announceMinutesDelegate(MinutesSteps minutes) {
    return execution -> minutes.announce(meetingId(execution));
  }
}
