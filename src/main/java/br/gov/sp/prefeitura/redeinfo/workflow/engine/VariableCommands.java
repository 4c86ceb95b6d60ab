package br.gov.sp.prefeitura.redeinfo.workflow.engine;

import java.util.Set;
import org.camunda.bpm.engine.impl.batch.RestartProcessInstancesBatchCmd;
import org.camunda.bpm.engine.impl.cmd.ActivityAfterInstantiationCmd;
import org.camunda.bpm.engine.impl.cmd.ActivityBeforeInstantiationCmd;
import org.camunda.bpm.engine.impl.cmd.CompleteExternalTaskCmd;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.cmd.CorrelateAllMessageCmd;
import org.camunda.bpm.engine.impl.cmd.CorrelateMessageCmd;
import org.camunda.bpm.engine.impl.cmd.EvaluateStartConditionCmd;
import org.camunda.bpm.engine.impl.cmd.HandleExternalTaskBpmnErrorCmd;
import org.camunda.bpm.engine.impl.cmd.HandleExternalTaskFailureCmd;
import org.camunda.bpm.engine.impl.cmd.HandleTaskBpmnErrorCmd;
import org.camunda.bpm.engine.impl.cmd.HandleTaskEscalationCmd;
import org.camunda.bpm.engine.impl.cmd.MessageEventReceivedCmd;
import org.camunda.bpm.engine.impl.cmd.ModifyProcessInstanceAsyncCmd;
import org.camunda.bpm.engine.impl.cmd.ModifyProcessInstanceCmd;
import org.camunda.bpm.engine.impl.cmd.PatchExecutionVariablesCmd;
import org.camunda.bpm.engine.impl.cmd.PatchTaskVariablesCmd;
import org.camunda.bpm.engine.impl.cmd.ProcessInstanceModificationBatchCmd;
import org.camunda.bpm.engine.impl.cmd.ProcessInstanceModificationCmd;
import org.camunda.bpm.engine.impl.cmd.ResolveTaskCmd;
import org.camunda.bpm.engine.impl.cmd.RestartProcessInstancesCmd;
import org.camunda.bpm.engine.impl.cmd.SetExecutionVariablesCmd;
import org.camunda.bpm.engine.impl.cmd.SetTaskVariablesCmd;
import org.camunda.bpm.engine.impl.cmd.SignalCmd;
import org.camunda.bpm.engine.impl.cmd.SignalEventReceivedCmd;
import org.camunda.bpm.engine.impl.cmd.StartProcessInstanceAtActivitiesCmd;
import org.camunda.bpm.engine.impl.cmd.StartProcessInstanceCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitStartFormCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.cmd.TransitionInstantiationCmd;
import org.camunda.bpm.engine.impl.cmd.batch.CorrelateAllMessageBatchCmd;
import org.camunda.bpm.engine.impl.cmd.batch.variables.SetVariablesToProcessInstancesBatchCmd;
import org.camunda.bpm.engine.impl.cmmn.cmd.CaseExecutionVariableCmd;
import org.camunda.bpm.engine.impl.cmmn.cmd.CloseCaseInstanceCmd;
import org.camunda.bpm.engine.impl.cmmn.cmd.CompleteCaseExecutionCmd;
import org.camunda.bpm.engine.impl.cmmn.cmd.CreateCaseInstanceCmd;
import org.camunda.bpm.engine.impl.cmmn.cmd.DisableCaseExecutionCmd;
import org.camunda.bpm.engine.impl.cmmn.cmd.ManualStartCaseExecutionCmd;
import org.camunda.bpm.engine.impl.cmmn.cmd.ReenableCaseExecutionCmd;
import org.camunda.bpm.engine.impl.cmmn.cmd.TerminateCaseExecutionCmd;
import org.camunda.bpm.engine.impl.dmn.cmd.EvaluateDecisionCmd;
import org.camunda.bpm.engine.impl.dmn.cmd.EvaluateDecisionTableCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.migration.MigrateProcessInstanceCmd;
import org.camunda.bpm.engine.impl.migration.batch.MigrateProcessInstanceBatchCmd;

/**
 * Every command of the engine by which variables can come in. {@code VariableCommandsTest} looks
 * for them in the engine's own classes and asks for a decision about each, so that a new version
 * opens no other way.
 */
final class VariableCommands {

  /** What people may send; {@link PersonRules} puts the form's check in their place. */
  static final Set<Class<?>> CHECKED_BY_FORM =
      Set.of(CompleteTaskCmd.class, SubmitTaskFormCmd.class);

  /** What only the application may send, in its own name; refused to every person. */
  static final Set<Class<?>> APPLICATION_ONLY =
      Set.of(
          ActivityAfterInstantiationCmd.class,
          ActivityBeforeInstantiationCmd.class,
          CaseExecutionVariableCmd.class,
          CloseCaseInstanceCmd.class,
          CompleteCaseExecutionCmd.class,
          CompleteExternalTaskCmd.class,
          CorrelateAllMessageBatchCmd.class,
          CorrelateAllMessageCmd.class,
          CorrelateMessageCmd.class,
          CreateCaseInstanceCmd.class,
          DisableCaseExecutionCmd.class,
          EvaluateDecisionCmd.class,
          EvaluateDecisionTableCmd.class,
          EvaluateStartConditionCmd.class,
          HandleExternalTaskBpmnErrorCmd.class,
          HandleExternalTaskFailureCmd.class,
          HandleTaskBpmnErrorCmd.class,
          HandleTaskEscalationCmd.class,
          ManualStartCaseExecutionCmd.class,
          MessageEventReceivedCmd.class,
          MigrateProcessInstanceBatchCmd.class,
          MigrateProcessInstanceCmd.class,
          ModifyProcessInstanceAsyncCmd.class,
          ModifyProcessInstanceCmd.class,
          PatchExecutionVariablesCmd.class,
          PatchTaskVariablesCmd.class,
          ProcessInstanceModificationBatchCmd.class,
          ProcessInstanceModificationCmd.class,
          ReenableCaseExecutionCmd.class,
          ResolveTaskCmd.class,
          RestartProcessInstancesBatchCmd.class,
          RestartProcessInstancesCmd.class,
          SetExecutionVariablesCmd.class,
          SetTaskVariablesCmd.class,
          SetVariablesToProcessInstancesBatchCmd.class,
          SignalCmd.class,
          SignalEventReceivedCmd.class,
          StartProcessInstanceAtActivitiesCmd.class,
          StartProcessInstanceCmd.class,
          SubmitStartFormCmd.class,
          TerminateCaseExecutionCmd.class,
          TransitionInstantiationCmd.class);

  private VariableCommands() {}

  /** Whether the command may bring variables in. */
  static boolean write(Command<?> command) {
    return CHECKED_BY_FORM.contains(command.getClass())
        || APPLICATION_ONLY.contains(command.getClass());
  }
}
