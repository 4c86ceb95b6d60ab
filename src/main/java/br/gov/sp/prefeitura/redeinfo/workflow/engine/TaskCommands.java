package br.gov.sp.prefeitura.redeinfo.workflow.engine;

import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.workflow.TaskCovers.Cover;
import br.gov.sp.prefeitura.redeinfo.workflow.form.Characters;
import br.gov.sp.prefeitura.redeinfo.workflow.guard.FormGuard;
import java.util.Collection;
import java.util.Map;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;

/** What people may do with single tasks, as commands to run in place of those they sent. */
@Component
class TaskCommands {

  private static final int LONGEST_COMMENT = 2000;

  private final TaskAccess access;
  private final FormGuard forms;
  private final EngineAudit audit;

  TaskCommands(TaskAccess access, FormGuard forms, EngineAudit audit) {
    this.access = access;
    this.forms = forms;
    this.audit = audit;
  }

  /** Something to read about one task. */
  Command<?> read(Command<?> command, Person person, String taskIdField) {
    String taskId = CommandFields.read(command, taskIdField);
    return context -> {
      access.requireVisible(context, taskId, person);
      return command.execute(context);
    };
  }

  /** What the task's form shows. */
  Command<?> formVariables(Command<?> command, Person person) {
    String taskId = CommandFields.read(command, "resourceId");
    Collection<String> keys = CommandFields.read(command, "formVariableNames");
    return context -> {
      TaskEntity task = access.requireVisible(context, taskId, person);
      return forms.shown(context, task, person.userId(), keys);
    };
  }

  /**
   * Of a task's variables, which are ids and flags, the listed ones: what the form shows comes by
   * another way. Technical administration sees them all.
   */
  Command<?> variables(Command<?> command, Person person) {
    Command<?> visible = read(command, person, "taskId");
    return context -> {
      VariableMap variables = (VariableMap) visible.execute(context);
      if (!person.isAdministrator()) {
        variables.keySet().retainAll(VisibleVariables.LISTED);
      }
      return variables;
    };
  }

  Command<?> variable(Command<?> command, Person person) {
    Command<?> visible = read(command, person, "taskId");
    String name = CommandFields.read(command, "variableName");
    boolean readable = person.isAdministrator() || VisibleVariables.LISTED.contains(name);
    return context -> {
      Object value = visible.execute(context);
      return readable ? value : null;
    };
  }

  /**
   * Completes the person's own task with its form; the answer never holds process variables.
   *
   * @param valuesField where the command keeps what was submitted
   */
  Command<?> complete(Command<?> command, Person person, String valuesField) {
    String taskId = CommandFields.read(command, "taskId");
    Map<String, Object> submitted = CommandFields.read(command, valuesField);
    return context -> {
      TaskEntity task = access.lockOwn(context, taskId, person);
      audit.inPlaceOf(
          access.inPlace(task, person).map(Cover::absentId),
          () -> forms.complete(context, task, submitted, person.userId()));
      return Variables.createVariables();
    };
  }

  /** A comment on a task that is the person's to work on. */
  Command<?> comment(Command<?> command, Person person) {
    String taskId = CommandFields.read(command, "taskId");
    String message = CommandFields.read(command, "message");
    if (message == null || message.isBlank()) {
      throw Refusal.invalid("comment.empty");
    }
    if (message.length() > LONGEST_COMMENT || !Characters.allowed(message, true)) {
      throw Refusal.invalid("comment.text", LONGEST_COMMENT);
    }
    return context -> {
      TaskEntity task = access.lockForWork(context, taskId, person);
      Object comment = command.execute(context);
      audit.commented(task, person);
      return comment;
    };
  }
}
