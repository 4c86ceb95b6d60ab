package br.gov.sp.prefeitura.redeinfo.pilot.process;

import static br.gov.sp.prefeitura.redeinfo.pilot.process.PilotProjectProcess.pilotId;

import br.gov.sp.prefeitura.redeinfo.pilot.domain.ConclusionService;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.ExecutionService;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.Pilot.Completion;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.Pilot.EarlyResults;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.PresentationService;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.ReportService;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.Reports;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.ScopeChangeService;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.TypedReport;
import br.gov.sp.prefeitura.redeinfo.pilot.process.PilotProjectProcess.Variables;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.workflow.Submission;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What happens when people complete the tasks of a pilot from its presentation on, in the
 * transaction that completes them; the engine keeps a flag at most.
 */
@Configuration(proxyBeanMethods = false)
class ExecutionTasks {

  private static final String ACCEPT = "accept";
  private static final String RETURN = "return";

  @Bean
  TaskListener schedulePilotPresentationListener(
      PresentationService presentations, PilotCompleters completers) {
    return task -> {
      Submission form = Submission.of(task);
      presentations.schedule(
          pilotId(task.getExecution()),
          moment(form.text("startsAt")),
          form.text("place"),
          form.text("authorities"),
          completers.of(task));
    };
  }

  @Bean
  TaskListener recordPilotPresentationListener(
      PresentationService presentations, PilotCompleters completers) {
    return task -> {
      Submission form = Submission.of(task);
      boolean held = oneOf(form, "held", "yes", "no").equals("yes");
      presentations.record(
          pilotId(task.getExecution()),
          held,
          form.text(held ? "note" : "reason"),
          completers.of(task));
      task.getExecution().setVariable(Variables.PRESENTED, held);
    };
  }

  @Bean
  TaskListener startPilotExecutionListener(ExecutionService execution, PilotCompleters completers) {
    return task ->
        execution.start(
            pilotId(task.getExecution()),
            day(Submission.of(task).text("day")),
            completers.of(task));
  }

  /** Milestones and evidence are written on the page; the form takes the rest. */
  @Bean
  TaskListener reportPilotProgressListener(
      ReportService service, Reports reports, PilotCompleters completers) {
    return task -> {
      long pilot = pilotId(task.getExecution());
      Submission form = Submission.of(task);
      TypedReport typed =
          new TypedReport(
              reports.open(pilot).orElseThrow().version(),
              form.text("summary"),
              form.text("risk"),
              form.text("riskText"),
              form.flag("helpWanted"),
              form.text("helpText"),
              form.flag("finished"),
              List.of());
      boolean finished = service.submit(pilot, typed, completers.of(task));
      task.getExecution().setVariable(Variables.FINISHED, finished);
    };
  }

  @Bean
  TaskListener reviewPilotReportListener(ReportService reports, PilotCompleters completers) {
    return task -> {
      Submission form = Submission.of(task);
      String decision = oneOf(form, "decision", ACCEPT, RETURN);
      reports.review(
          pilotId(task.getExecution()),
          decision.equals(ACCEPT),
          form.text("review"),
          completers.of(task));
      task.getExecution().setVariable(Variables.REPORT_DECISION, decision);
    };
  }

  @Bean
  TaskListener reviewPilotCompletionListener(
      ConclusionService conclusion, PilotCompleters completers) {
    return task -> {
      Submission form = Submission.of(task);
      String decision = oneOf(form, "decision", ACCEPT, RETURN);
      conclusion.review(
          pilotId(task.getExecution()),
          decision.equals(ACCEPT),
          form.text("review"),
          completers.of(task));
      task.getExecution().setVariable(Variables.COMPLETION, decision);
    };
  }

  @Bean
  TaskListener evaluatePilotListener(ConclusionService conclusion, PilotCompleters completers) {
    return task -> {
      Submission form = Submission.of(task);
      conclusion.evaluate(
          pilotId(task.getExecution()),
          constant(Completion.class, "completion", form.text("completion")),
          constant(EarlyResults.class, "earlyResults", form.text("earlyResults")),
          form.text("text"),
          form.text("lessons"),
          completers.of(task));
    };
  }

  @Bean
  TaskListener reviewPilotScopeChangeListener(
      ScopeChangeService changes, PilotCompleters completers) {
    return task -> {
      Submission form = Submission.of(task);
      changes.decide(
          pilotId(task.getExecution()),
          oneOf(form, "decision", ACCEPT, "decline").equals(ACCEPT),
          form.text("review"),
          completers.of(task));
    };
  }

  /** The guard has checked the options; this holds for callers that are not checked, too. */
  private static String oneOf(Submission form, String key, String first, String second) {
    String chosen = form.text(key);
    if (first.equals(chosen) || second.equals(chosen)) {
      return chosen;
    }
    throw Refusal.invalidField(key, "pilot.choose");
  }

  private static <E extends Enum<E>> E constant(Class<E> type, String key, String chosen) {
    for (E constant : type.getEnumConstants()) {
      if (constant.name().equals(chosen)) {
        return constant;
      }
    }
    throw Refusal.invalidField(key, "pilot.choose");
  }

  /** {@code null} for what is no day: the rules name the field. */
  private static LocalDate day(String typed) {
    try {
      return typed == null ? null : LocalDate.parse(typed);
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static LocalDateTime moment(String typed) {
    try {
      return typed == null ? null : LocalDateTime.parse(typed);
    } catch (DateTimeException e) {
      return null;
    }
  }
}
