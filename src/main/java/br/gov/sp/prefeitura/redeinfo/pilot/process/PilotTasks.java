package br.gov.sp.prefeitura.redeinfo.pilot.process;

import static br.gov.sp.prefeitura.redeinfo.pilot.process.PilotProjectProcess.pilotId;

import br.gov.sp.prefeitura.redeinfo.identity.Groups;
import br.gov.sp.prefeitura.redeinfo.network.Bodies;
import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.pilot.PilotState;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.Pilot;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.PilotDesk;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.PilotProcess;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.PilotTaskNotices;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.ReportService;
import br.gov.sp.prefeitura.redeinfo.workflow.WaitingTask;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who is told of the tasks of {@code pilot-project}. */
@Configuration(proxyBeanMethods = false)
class PilotTasks {

  private static final String TELL_OVERDUE = "sendTask_TellEndorsementOverdue";

  /** The send tasks that remind, and the user task each is about. */
  private static final Map<String, String> ABOUT =
      Map.ofEntries(
          Map.entry("sendTask_RemindWriting", PilotProjectProcess.TASK_WRITE),
          Map.entry("sendTask_RemindPartners", PilotProjectProcess.TASK_PARTNERSHIP),
          Map.entry("sendTask_RemindEndorsement", PilotProjectProcess.TASK_ENDORSE),
          Map.entry(TELL_OVERDUE, PilotProjectProcess.TASK_ENDORSE),
          Map.entry("sendTask_RemindReview", PilotProjectProcess.TASK_REVIEW),
          Map.entry("sendTask_RemindElectors", PilotProjectProcess.TASK_VOTE),
          Map.entry("sendTask_RemindScheduling", PilotProjectProcess.TASK_SCHEDULE),
          Map.entry("sendTask_RemindStart", PilotProjectProcess.TASK_START),
          Map.entry("sendTask_RemindReport", PilotProjectProcess.TASK_REPORT),
          Map.entry("sendTask_RemindReportReview", PilotProjectProcess.TASK_REVIEW_REPORT),
          Map.entry("sendTask_RemindCompletion", PilotProjectProcess.TASK_REVIEW_COMPLETION),
          Map.entry("sendTask_RemindEvaluation", PilotProjectProcess.TASK_EVALUATE));

  /** A task waits for somebody. Of a first draft nobody is told: who begins it is writing it. */
  @Bean
  TaskListener pilotTaskOpened(
      PilotDesk desk, ReportService reports, PilotTaskNotices notices, Bodies bodies) {
    return task -> {
      Pilot pilot = desk.get(pilotId(task.getExecution()));
      if (PilotProjectProcess.TASK_REPORT.equals(task.getTaskDefinitionKey())) {
        reports.ask(pilot.id(), task.getDueDate().toInstant());
      }
      if (pilot.state() != PilotState.DRAFT) {
        notices.opened(pilot, bodies.get(pilot.bodyId()), WaitingTask.of(task));
      }
    };
  }

  @Bean
  JavaDelegate remindPilotTaskDelegate(
      PilotDesk desk, PilotProcess process, PilotTaskNotices notices, Bodies bodies) {
    return execution -> {
      Pilot pilot = desk.get(pilotId(execution));
      Body body = bodies.get(pilot.bodyId());
      String step = execution.getCurrentActivityId();
      for (WaitingTask task : process.waiting(pilot.id())) {
        if (!task.taskKey().equals(ABOUT.get(step))) {
          continue;
        }
        if (step.equals(TELL_OVERDUE)) {
          notices.overdue(pilot, body, task, List.of(Groups.COORDINATION));
        } else {
          notices.reminder(pilot, body, task);
        }
      }
    };
  }
}
