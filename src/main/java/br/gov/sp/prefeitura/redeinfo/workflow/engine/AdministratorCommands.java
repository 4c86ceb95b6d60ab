package br.gov.sp.prefeitura.redeinfo.workflow.engine;

import java.util.Set;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.impl.cmd.AbstractSetBatchStateCmd;
import org.camunda.bpm.engine.impl.cmd.AbstractSetStateCmd;
import org.camunda.bpm.engine.impl.cmd.AbstractUpdateProcessInstancesSuspendStateCmd;
import org.camunda.bpm.engine.impl.cmd.CreateAuthorizationCommand;
import org.camunda.bpm.engine.impl.cmd.DeleteAuthorizationCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteProcessInstanceCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteProcessInstancesCmd;
import org.camunda.bpm.engine.impl.cmd.ExecuteJobsCmd;
import org.camunda.bpm.engine.impl.cmd.HistoryCleanupCmd;
import org.camunda.bpm.engine.impl.cmd.RecalculateJobDuedateCmd;
import org.camunda.bpm.engine.impl.cmd.ResolveIncidentCmd;
import org.camunda.bpm.engine.impl.cmd.SaveAuthorizationCmd;
import org.camunda.bpm.engine.impl.cmd.SetAnnotationForIncidentCmd;
import org.camunda.bpm.engine.impl.cmd.SetJobDuedateCmd;
import org.camunda.bpm.engine.impl.cmd.SetJobRetriesCmd;

/**
 * What technical administration may do beyond everybody's commands: look at everything, and operate
 * (retries, suspension, ending instances, due dates of jobs, grants). Not to speak for people,
 * write variables, start or steer instances past their models, or deploy: what a process decides
 * comes from its forms, and models come with a release.
 */
final class AdministratorCommands {

  private static final Set<Class<?>> OPERATIONS =
      Set.of(
          AbstractSetBatchStateCmd.class,
          AbstractSetStateCmd.class,
          AbstractUpdateProcessInstancesSuspendStateCmd.class,
          CreateAuthorizationCommand.class,
          DeleteAuthorizationCmd.class,
          DeleteProcessInstanceCmd.class,
          DeleteProcessInstancesCmd.class,
          ExecuteJobsCmd.class,
          HistoryCleanupCmd.class,
          RecalculateJobDuedateCmd.class,
          ResolveIncidentCmd.class,
          SaveAuthorizationCmd.class,
          SetAnnotationForIncidentCmd.class,
          SetJobDuedateCmd.class,
          SetJobRetriesCmd.class);

  private static final String ENGINE = "org.camunda.bpm.engine.";

  /** The engine's commands that only read, by its own way of naming them. */
  private static final Pattern READING = Pattern.compile("(Get|Is|Find).+|.*(Count|Report).*Cmd");

  /** Cockpit's and Admin's own queries; their resources ask for access to the application. */
  private static final Set<String> WEB_APPLICATIONS =
      Set.of("org.camunda.bpm.cockpit.", "org.camunda.bpm.admin.", "org.camunda.bpm.webapp.");

  private AdministratorCommands() {}

  /** What changes something; each goes on record ({@link AuditedCommands}). */
  static Set<Class<?>> operations() {
    return OPERATIONS;
  }

  static boolean isOperation(Class<?> command) {
    return OPERATIONS.stream().anyMatch(operation -> operation.isAssignableFrom(command));
  }

  static boolean allows(Class<?> command) {
    String type = command.getName();
    return isOperation(command)
        || type.startsWith(ENGINE) && READING.matcher(command.getSimpleName()).matches()
        || WEB_APPLICATIONS.stream().anyMatch(type::startsWith);
  }
}
