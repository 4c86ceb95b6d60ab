package br.gov.sp.prefeitura.redeinfo.workflow.engine;

import static org.camunda.bpm.engine.authorization.Authorization.ANY;

import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/**
 * What people may do in the engine, written once and for all definitions. It opens no task to
 * anybody by itself: who sees which task is decided by the task visibility rule, on top.
 */
@Component
class StandingGrants implements SmartInitializingSingleton {

  private final Grants grants;

  StandingGrants(Grants grants) {
    this.grants = grants;
  }

  @Override
  public void afterSingletonsInstantiated() {
    everybody();
    readers();
    administrators();
  }

  private void everybody() {
    grants.everybody(Resources.APPLICATION, "tasklist", Permissions.ACCESS);
    grants.everybody(
        Resources.PROCESS_DEFINITION,
        ANY,
        ProcessDefinitionPermissions.READ,
        ProcessDefinitionPermissions.READ_TASK,
        ProcessDefinitionPermissions.TASK_WORK);
  }

  /** Those who read everything see instances and history too. */
  private void readers() {
    for (String group : Person.READERS) {
      grants.group(
          group,
          Resources.PROCESS_DEFINITION,
          ANY,
          ProcessDefinitionPermissions.READ,
          ProcessDefinitionPermissions.READ_TASK,
          ProcessDefinitionPermissions.TASK_WORK,
          ProcessDefinitionPermissions.READ_INSTANCE,
          ProcessDefinitionPermissions.READ_INSTANCE_VARIABLE,
          ProcessDefinitionPermissions.READ_HISTORY);
    }
  }

  private void administrators() {
    for (Resources resource : Resources.values()) {
      grants.group(Person.ADMINISTRATION, resource, ANY, Permissions.ALL);
    }
  }
}
