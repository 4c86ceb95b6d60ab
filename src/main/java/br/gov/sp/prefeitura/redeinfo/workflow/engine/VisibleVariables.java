package br.gov.sp.prefeitura.redeinfo.workflow.engine;

import br.gov.sp.prefeitura.redeinfo.workflow.engine.TaskAccess.VisibleTask;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.Page;
import org.camunda.bpm.engine.impl.VariableInstanceQueryImpl;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceManager;
import org.camunda.bpm.engine.runtime.VariableInstance;

/**
 * Of all process variables, people see the few that task lists show, and only those of instances
 * with a task they may see. What a task's form shows comes another way (see {@code workflow.form}).
 */
class VisibleVariables extends VariableInstanceManager {

  /** Names of the variables that task lists show. */
  static final Set<String> LISTED = Set.of("subject", "bodyAcronym", "bodyName");

  private final TaskAccess access;

  VisibleVariables(TaskAccess access) {
    this.access = access;
  }

  @Override
  public List<VariableInstance> findVariableInstanceByQueryCriteria(
      VariableInstanceQueryImpl query, Page page) {
    return narrow(query)
        ? super.findVariableInstanceByQueryCriteria(query, page)
        : new ArrayList<>();
  }

  @Override
  public long findVariableInstanceCountByQueryCriteria(VariableInstanceQueryImpl query) {
    return narrow(query) ? super.findVariableInstanceCountByQueryCriteria(query) : 0;
  }

  /** Readers need the engine's grants on instances; for all others the narrowing is the rule. */
  @Override
  protected void configureQuery(VariableInstanceQueryImpl query) {
    if (restricted().isPresent()) {
      query.getAuthCheck().setAuthorizationCheckEnabled(false);
      getTenantManager().configureQuery(query);
    } else {
      super.configureQuery(query);
    }
  }

  /** Whether anything is left to ask for. */
  private boolean narrow(VariableInstanceQueryImpl query) {
    Optional<Person> person = restricted();
    if (person.isEmpty()) {
      return true;
    }
    Stream<String> instances =
        access.visibleTo(person.get()).stream().map(VisibleTask::processInstanceId);
    String[] visible = intersection(instances, query.getProcessInstanceIds());
    String[] names = intersection(LISTED.stream(), query.getVariableNames());
    if (visible.length == 0 || names.length == 0) {
      return false;
    }
    query.processInstanceIdIn(visible);
    query.variableNameIn(names);
    return true;
  }

  private Optional<Person> restricted() {
    return Person.checkedIn(getCommandContext()).filter(person -> !person.readsEverything());
  }

  private static String[] intersection(Stream<String> allowed, String[] wanted) {
    Set<String> result = allowed.collect(Collectors.toSet());
    if (wanted != null) {
      result.retainAll(Arrays.asList(wanted));
    }
    return result.toArray(String[]::new);
  }

  record Factory(TaskAccess access) implements SessionFactory {
    @Override
    public Class<?> getSessionType() {
      return VariableInstanceManager.class;
    }

    @Override
    public Session openSession() {
      return new VisibleVariables(access);
    }
  }
}
