package br.gov.sp.prefeitura.redeinfo.workflow.engine;

import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.GetDeployedTaskFormCmd;
import org.camunda.bpm.engine.impl.cmd.AbstractExecuteFilterCmd;
import org.camunda.bpm.engine.impl.cmd.AddCommentCmd;
import org.camunda.bpm.engine.impl.cmd.AssignTaskCmd;
import org.camunda.bpm.engine.impl.cmd.ClaimTaskCmd;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.cmd.GetIdentityLinksForTaskCmd;
import org.camunda.bpm.engine.impl.cmd.GetRenderedTaskFormCmd;
import org.camunda.bpm.engine.impl.cmd.GetSubTasksCmd;
import org.camunda.bpm.engine.impl.cmd.GetTaskAttachmentCmd;
import org.camunda.bpm.engine.impl.cmd.GetTaskAttachmentContentCmd;
import org.camunda.bpm.engine.impl.cmd.GetTaskAttachmentsCmd;
import org.camunda.bpm.engine.impl.cmd.GetTaskCommentCmd;
import org.camunda.bpm.engine.impl.cmd.GetTaskCommentsCmd;
import org.camunda.bpm.engine.impl.cmd.GetTaskEventsCmd;
import org.camunda.bpm.engine.impl.cmd.GetTaskFormCmd;
import org.camunda.bpm.engine.impl.cmd.GetTaskFormVariablesCmd;
import org.camunda.bpm.engine.impl.cmd.GetTaskVariableCmd;
import org.camunda.bpm.engine.impl.cmd.GetTaskVariableCmdTyped;
import org.camunda.bpm.engine.impl.cmd.GetTaskVariablesCmd;
import org.camunda.bpm.engine.impl.cmd.SaveFilterCmd;
import org.camunda.bpm.engine.impl.cmd.SaveTaskCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * What a signed-in person may ask of the engine. A list of what is allowed: a command that is not
 * on it is refused, so that a way in that nobody thought of is closed. The engine's own grants
 * ({@link StandingGrants}) are checked on top. Administrators may do more ({@link
 * AdministratorCommands}), but write no variables and complete nobody's task either.
 */
@Component
class PersonRules {

  private static final Logger LOG = LoggerFactory.getLogger(PersonRules.class);

  private final Map<Class<?>, Rule> rules = new HashMap<>();
  private final EngineAudit audit;

  PersonRules(
      TaskCommands tasks,
      TaskAssignments assignments,
      FollowUpDates followUpDates,
      EngineAudit audit) {
    this.audit = audit;
    read(tasks, "parentTaskId", GetSubTasksCmd.class);
    read(
        tasks,
        "taskId",
        GetTaskFormCmd.class,
        GetRenderedTaskFormCmd.class,
        GetDeployedTaskFormCmd.class,
        GetIdentityLinksForTaskCmd.class,
        GetTaskCommentsCmd.class,
        GetTaskCommentCmd.class,
        GetTaskAttachmentsCmd.class,
        GetTaskAttachmentCmd.class,
        GetTaskAttachmentContentCmd.class,
        GetTaskEventsCmd.class);
    rules.put(GetTaskFormVariablesCmd.class, tasks::formVariables);
    rules.put(GetTaskVariablesCmd.class, tasks::variables);
    rules.put(GetTaskVariableCmd.class, tasks::variable);
    rules.put(GetTaskVariableCmdTyped.class, tasks::variable);
    rules.put(
        SubmitTaskFormCmd.class,
        (command, person) -> tasks.complete(command, person, "properties"));
    rules.put(
        CompleteTaskCmd.class, (command, person) -> tasks.complete(command, person, "variables"));
    rules.put(ClaimTaskCmd.class, assignments::claim);
    rules.put(AssignTaskCmd.class, assignments::assign);
    rules.put(SaveTaskCmd.class, followUpDates::save);
    rules.put(AddCommentCmd.class, tasks::comment);
    rules.put(SaveFilterCmd.class, FilterCommands::save);
    PersonalCommands.ALL.forEach(type -> rules.put(type, Rule.AS_IT_IS));
  }

  /**
   * The command to run in place of the one asked for.
   *
   * @throws Refusal if it is none of the person's business
   */
  @SuppressWarnings("unchecked")
  <T> Command<T> admit(Command<T> command, Person person) {
    Command<?> admitted = ruleFor(command, person).apply(command, person);
    return (Command<T>) audit.recording(command, admitted, person);
  }

  /** Whether there is a rule for this kind of command, whoever asks. */
  boolean knows(Class<?> command) {
    return rules.containsKey(command);
  }

  private Rule ruleFor(Command<?> command, Person person) {
    Rule rule = rules.get(command.getClass());
    if (rule != null) {
      return rule;
    }
    if (command instanceof AbstractQuery<?, ?>) {
      QueryGuard.check(command);
      return Rule.AS_IT_IS;
    }
    if (command instanceof AbstractExecuteFilterCmd) {
      return FilterCommands::execute;
    }
    if (person.isAdministrator() && AdministratorCommands.allows(command.getClass())) {
      return Rule.AS_IT_IS;
    }
    LOG.info("command {} is not open to people", command.getClass().getSimpleName());
    throw Refusal.forbidden("engine.operation");
  }

  /** Commands with a rule of their own, whoever asks. */
  Set<Class<?>> commands() {
    return Set.copyOf(rules.keySet());
  }

  private void read(TaskCommands tasks, String taskIdField, Class<?>... commands) {
    for (Class<?> command : Set.of(commands)) {
      rules.put(command, (asked, person) -> tasks.read(asked, person, taskIdField));
    }
  }

  /** Turns the command asked for into the one to run. */
  @FunctionalInterface
  interface Rule {

    Rule AS_IT_IS = (command, person) -> command;

    Command<?> apply(Command<?> command, Person person);
  }
}
