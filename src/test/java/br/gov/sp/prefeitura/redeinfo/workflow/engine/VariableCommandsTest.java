package br.gov.sp.prefeitura.redeinfo.workflow.engine;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import br.gov.sp.prefeitura.redeinfo.support.IntegrationTest;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.AbstractNativeQuery;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
@DisplayName("Every way into the engine by which variables can come in")
class VariableCommandsTest {

  private static final String ENGINE = "org.camunda.bpm.engine.impl.";

  /** What looks as if it carried variables, and why it does not. */
  private static final Map<String, String> NO_VARIABLES =
      Map.ofEntries(
          entry("cmd.CreateMigrationPlanCmd", "a plan; carrying it out is listed"),
          entry("cmd.DeployCmd", "models; nobody deploys but the application"),
          entry("cmd.FetchExternalTasksCmd", "names topics; there are no external tasks"),
          entry("cmd.SetExternalTasksRetriesBatchCmd", "a count of retries"),
          entry("cmd.SetExternalTasksRetriesCmd", "a count of retries"),
          entry("cmd.SetUserInfoCmd", "details of an account in the engine, which keeps none"),
          entry("cmd.UpdateProcessInstancesSuspendStateBatchCmd", "suspends"),
          entry("cmd.UpdateProcessInstancesSuspendStateCmd", "suspends"),
          entry("cmd.AddGroupIdentityLinkCmd", "an attribute of the task"),
          entry("cmd.AddUserIdentityLinkCmd", "an attribute of the task"),
          entry("cmd.AssignTaskCmd", "an attribute of the task"),
          entry("cmd.SetTaskDescriptionCmd", "an attribute of the task"),
          entry("cmd.SetTaskDueDateCmd", "an attribute of the task"),
          entry("cmd.SetTaskFollowUpDateCmd", "an attribute of the task"),
          entry("cmd.SetTaskNameCmd", "an attribute of the task"),
          entry("cmd.SetTaskOwnerCmd", "an attribute of the task"),
          entry("cmd.SetTaskPriorityCmd", "an attribute of the task"),
          entry("TablePageQueryImpl", "a query"),
          entry("metrics.MetricsQueryImpl", "a query"),
          entry("cmd.batch.removaltime.SetRemovalTimeToHistoricBatchesCmd", "a date"),
          entry("cmd.batch.removaltime.SetRemovalTimeToHistoricDecisionInstancesCmd", "a date"),
          entry("cmd.batch.removaltime.SetRemovalTimeToHistoricProcessInstancesCmd", "a date"),
          entry("jobexecutor.historycleanup.HistoryCleanupSchedulerCmd", "counts what it removed"));

  @Autowired PersonRules rules;

  @Test
  @DisplayName("has a decision: checked by the form, for the application only, or no variables")
  void decided() throws IOException {
    Set<String> decided = new TreeSet<>(NO_VARIABLES.keySet());
    Stream.of(VariableCommands.CHECKED_BY_FORM, VariableCommands.APPLICATION_ONLY)
        .flatMap(Set::stream)
        .forEach(type -> decided.add(type.getName().replace(ENGINE, "")));
    assertThat(carriers())
        .as("commands of the engine with room for variables")
        .hasSizeGreaterThan(50)
        .containsExactlyInAnyOrderElementsOf(decided);
  }

  @Test
  @DisplayName("is open to people only where the form is checked, to administrators too")
  void people() {
    Set<Class<?>> writing =
        Stream.of(VariableCommands.CHECKED_BY_FORM, VariableCommands.APPLICATION_ONLY)
            .flatMap(Set::stream)
            .collect(Collectors.toSet());
    assertThat(writing.stream().filter(rules::knows))
        .containsExactlyInAnyOrderElementsOf(VariableCommands.CHECKED_BY_FORM);
    assertThat(PersonalCommands.ALL).doesNotContainAnyElementsOf(writing);
    assertThat(writing).noneMatch(AdministratorCommands::allows);
  }

  /** Commands of the engine, without queries, that have a field for maps, values or builders. */
  private static Set<String> carriers() throws IOException {
    File jar =
        new File(Command.class.getProtectionDomain().getCodeSource().getLocation().getPath());
    try (JarFile engine = new JarFile(jar)) {
      return engine.stream()
          .map(JarEntry::getName)
          .filter(name -> name.endsWith(".class"))
          .map(name -> load(name.substring(0, name.length() - 6).replace('/', '.')))
          .filter(VariableCommandsTest::isCommand)
          .filter(VariableCommandsTest::hasRoom)
          .map(type -> type.getName().replace(ENGINE, ""))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  /** Classes whose own optional dependencies are not here can be no one's way in. */
  private static Class<?> load(String name) {
    try {
      return Class.forName(name, false, VariableCommandsTest.class.getClassLoader());
    } catch (ClassNotFoundException | LinkageError e) {
      return Object.class;
    }
  }

  private static boolean isCommand(Class<?> type) {
    return Command.class.isAssignableFrom(type)
        && !Modifier.isAbstract(type.getModifiers())
        && !AbstractQuery.class.isAssignableFrom(type)
        && !AbstractNativeQuery.class.isAssignableFrom(type);
  }

  private static boolean hasRoom(Class<?> type) {
    for (Class<?> owner = type; owner != Object.class; owner = owner.getSuperclass()) {
      for (Field field : owner.getDeclaredFields()) {
        Class<?> held = field.getType();
        if (!Modifier.isStatic(field.getModifiers())
            && (Map.class.isAssignableFrom(held)
                || TypedValue.class.isAssignableFrom(held)
                || held == Object.class
                || held.getSimpleName().contains("Builder"))) {
          return true;
        }
      }
    }
    return false;
  }
}
