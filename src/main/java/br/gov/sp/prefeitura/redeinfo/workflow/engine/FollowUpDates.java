package br.gov.sp.prefeitura.redeinfo.workflow.engine;

import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.camunda.bpm.engine.impl.cmd.SetTaskFollowUpDateCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/**
 * The day on which somebody wants to come back to a task. The API knows only one way to set it:
 * saving the whole task. Of what is saved so, the follow-up date alone may differ from the task as
 * it is; everything else has a way of its own, or none.
 */
@Component
class FollowUpDates {

  private static final int LONGEST_YEARS = 2;

  /** What a task that is saved must leave as it is. */
  private static final List<Function<Task, Object>> FIXED =
      List.of(
          Task::getName,
          Task::getDescription,
          Task::getPriority,
          Task::getAssignee,
          Task::getOwner,
          Task::getDelegationState,
          task -> second(task.getDueDate()),
          Task::getParentTaskId,
          Task::getCaseInstanceId,
          Task::getTenantId);

  private final TaskAccess access;
  private final EngineAudit audit;
  private final Clock clock;

  FollowUpDates(TaskAccess access, EngineAudit audit, Clock clock) {
    this.access = access;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Sets, changes or removes the follow-up date, for the assignee and the coordination.
   *
   * @param command saves a whole task
   */
  Command<?> save(Command<?> command, Person person) {
    Task wanted = CommandFields.read(command, "task");
    return context -> {
      TaskEntity task = lock(context, wanted.getId(), person);
      if (FIXED.stream().anyMatch(of -> !Objects.equals(of.apply(task), of.apply(wanted)))) {
        throw Refusal.forbidden("task.follow-up-only");
      }
      Date date = wanted.getFollowUpDate();
      if (Objects.equals(second(task.getFollowUpDate()), second(date))) {
        return null;
      }
      requireSoon(date);
      // The engine wants a grant to write tasks; the rule here is narrower.
      context.runWithoutAuthorization(new SetTaskFollowUpDateCmd(task.getId(), date));
      audit.followedUp(task, date == null ? null : date.toInstant(), person);
      return null;
    };
  }

  private TaskEntity lock(CommandContext context, String taskId, Person person) {
    if (person.coordinates()) {
      return access.lockForReassignment(context, taskId, person);
    }
    TaskEntity task = access.lockForWork(context, taskId, person);
    if (task.getAssignee() == null) {
      throw Refusal.conflict("task.follow-up-claim");
    }
    return task;
  }

  /** From today on: who takes the present minute must not be too late. */
  private void requireSoon(Date date) {
    if (date == null) {
      return;
    }
    LocalDate today = SaoPaulo.today(clock);
    Instant earliest = today.atStartOfDay(SaoPaulo.ZONE).toInstant();
    Instant latest = today.plusYears(LONGEST_YEARS).atStartOfDay(SaoPaulo.ZONE).toInstant();
    Instant wanted = date.toInstant();
    if (wanted.isBefore(earliest) || wanted.isAfter(latest)) {
      throw Refusal.invalid("task.follow-up-range", LONGEST_YEARS);
    }
  }

  /** Tasklist sends dates without their milliseconds. */
  private static Long second(Date date) {
    return date == null ? null : Math.floorDiv(date.getTime(), 1000L);
  }
}
