package br.gov.sp.prefeitura.redeinfo.workflow.engine;

import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.workflow.EngineDirectory;
import br.gov.sp.prefeitura.redeinfo.workflow.TaskCovers.Cover;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.impl.cmd.AssignTaskCmd;
import org.camunda.bpm.engine.impl.cmd.ClaimTaskCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Who gets a task. People take on what is offered to them, and put it back. The coordination may
 * also take a task away from whoever has claimed it, back to the group or over to somebody else to
 * whom it is offered now: people fall ill, and go. It gains no right by that to do what the task
 * asks of others.
 */
@Component
class TaskAssignments {

  private final TaskAccess access;
  private final EngineAudit audit;

  /** Looked up late: the modules' implementation needs the engine itself. */
  private final ObjectProvider<EngineDirectory> directory;

  TaskAssignments(TaskAccess access, EngineAudit audit, ObjectProvider<EngineDirectory> directory) {
    this.access = access;
    this.audit = audit;
    this.directory = directory;
  }

  /** Taking a task on, or putting it back. Never takes it away from anybody. */
  Command<?> claim(Command<?> command, Person person) {
    String taskId = CommandFields.read(command, "taskId");
    String userId = CommandFields.read(command, "userId");
    if (userId != null && !userId.equals(person.userId())) {
      throw Refusal.forbidden("task.assign");
    }
    return context -> {
      TaskEntity task = access.lockForWork(context, taskId, person);
      if (userId == null) {
        requireOffered(task, person);
        return setAssignee(context, task, null, person);
      }
      return takeOn(context, task, person);
    };
  }

  /**
   * In an absent person's place it may be taken from that person, and from nobody else. The task's
   * owner says in whose place.
   */
  private Object takeOn(CommandContext context, TaskEntity task, Person person) {
    String former = task.getAssignee();
    Optional<Cover> cover = access.inPlace(task, person);
    cover.ifPresent(running -> task.setOwner(running.absentId()));
    if (cover.isPresent() && cover.get().absentId().equals(former)) {
      context.runWithoutAuthorization(new AssignTaskCmd(task.getId(), person.userId()));
    } else {
      new ClaimTaskCmd(task.getId(), person.userId()).execute(context);
    }
    audit.takenOn(task, former, person, cover.map(Cover::absentId));
    return null;
  }

  /** Setting the assignee: the same for everybody but the coordination. */
  Command<?> assign(Command<?> command, Person person) {
    if (!person.coordinates()) {
      return claim(command, person);
    }
    String taskId = CommandFields.read(command, "taskId");
    String userId = CommandFields.read(command, "userId");
    return context -> handOver(context, taskId, userId, person);
  }

  private Object handOver(
      CommandContext context, String taskId, String userId, Person coordinator) {
    TaskEntity task = access.lockForReassignment(context, taskId, coordinator);
    requireOffered(task, coordinator);
    if (userId != null && !TaskAccess.isOfferedTo(task, userId, groupsOf(userId))) {
      throw Refusal.forbidden("task.not-offered-to-them");
    }
    return setAssignee(context, task, userId, coordinator);
  }

  /** A task that was given to one person alone, like a nominee's own answer, stays theirs. */
  private static void requireOffered(TaskEntity task, Person person) {
    if (!TaskAccess.isOffered(task)) {
      boolean own = person.userId().equals(task.getAssignee());
      throw Refusal.forbidden(own ? "task.only-yours" : "task.only-theirs");
    }
  }

  /** The engine wants a grant for assigning to anybody; the rule here is narrower. */
  private Object setAssignee(CommandContext context, TaskEntity task, String userId, Person by) {
    String former = task.getAssignee();
    task.setOwner(null);
    context.runWithoutAuthorization(new AssignTaskCmd(task.getId(), userId));
    audit.assigned(task, former, userId, by);
    return null;
  }

  private Set<String> groupsOf(String userId) {
    return directory.stream().findFirst().map(people -> people.groupsOf(userId)).orElse(Set.of());
  }
}
