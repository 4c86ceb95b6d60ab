package br.gov.sp.prefeitura.redeinfo.workflow.engine;

import java.util.Set;
import org.camunda.bpm.engine.impl.cmd.AuthorizationCheckCmd;
import org.camunda.bpm.engine.impl.cmd.CheckPassword;
import org.camunda.bpm.engine.impl.cmd.CreateFilterCmd;
import org.camunda.bpm.engine.impl.cmd.CreateGroupQueryCmd;
import org.camunda.bpm.engine.impl.cmd.CreateTenantQueryCmd;
import org.camunda.bpm.engine.impl.cmd.CreateUserQueryCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteFilterCmd;
import org.camunda.bpm.engine.impl.cmd.GetDeployedProcessDefinitionCmd;
import org.camunda.bpm.engine.impl.cmd.GetDeploymentBpmnModelInstanceCmd;
import org.camunda.bpm.engine.impl.cmd.GetDeploymentProcessDiagramCmd;
import org.camunda.bpm.engine.impl.cmd.GetDeploymentProcessDiagramLayoutCmd;
import org.camunda.bpm.engine.impl.cmd.GetDeploymentProcessModelCmd;
import org.camunda.bpm.engine.impl.cmd.GetFilterCmd;
import org.camunda.bpm.engine.impl.cmd.GetFormKeyCmd;
import org.camunda.bpm.engine.impl.cmd.GetHistoryLevelCmd;
import org.camunda.bpm.engine.impl.cmd.GetPasswordPolicyCmd;
import org.camunda.bpm.engine.impl.cmd.IsIdentityServiceReadOnlyCmd;

/**
 * Commands that everybody may send, because they concern no task, or because the engine's grants
 * alone decide (models may be read by all, filters be written by administrators).
 */
final class PersonalCommands {

  static final Set<Class<?>> ALL =
      Set.of(
          AuthorizationCheckCmd.class,
          CheckPassword.class,
          CreateFilterCmd.class,
          CreateGroupQueryCmd.class,
          CreateTenantQueryCmd.class,
          CreateUserQueryCmd.class,
          DeleteFilterCmd.class,
          GetDeployedProcessDefinitionCmd.class,
          GetDeploymentBpmnModelInstanceCmd.class,
          GetDeploymentProcessDiagramCmd.class,
          GetDeploymentProcessDiagramLayoutCmd.class,
          GetDeploymentProcessModelCmd.class,
          GetFilterCmd.class,
          GetFormKeyCmd.class,
          GetHistoryLevelCmd.class,
          GetPasswordPolicyCmd.class,
          IsIdentityServiceReadOnlyCmd.class);

  private PersonalCommands() {}
}
