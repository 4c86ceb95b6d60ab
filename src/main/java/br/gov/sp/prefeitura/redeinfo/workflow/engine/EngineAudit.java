package br.gov.sp.prefeitura.redeinfo.workflow.engine;

import br.gov.sp.prefeitura.redeinfo.audit.AuditChannel;
import br.gov.sp.prefeitura.redeinfo.audit.AuditEntry;
import br.gov.sp.prefeitura.redeinfo.audit.AuditLog;
import br.gov.sp.prefeitura.redeinfo.audit.AuditNames;
import br.gov.sp.prefeitura.redeinfo.audit.InPlaceOf;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Puts on record what people do in the engine, in the engine's transaction. */
@Component
class EngineAudit {

  /** Looked up late: the engine is set up before the database is. */
  private final ObjectProvider<AuditLog> audit;

  private final ObjectProvider<AuditNames> names;

  EngineAudit(ObjectProvider<AuditLog> audit, ObjectProvider<AuditNames> names) {
    this.audit = audit;
    this.names = names;
  }

  /**
   * A task has got another assignee, or none.
   *
   * @param former who had taken it on before, or {@code null}
   * @param now who has it from now on, or {@code null}
   */
  void assigned(TaskEntity task, String former, String now, Person by) {
    if (Objects.equals(former, now)) {
      return;
    }
    AuditEntry entry = of(action(former, now, by), task, by);
    if (former != null && !former.equals(by.userId())) {
      entry = entry.inPlaceOf(idOf(former) == null ? null : InPlaceOf.person(idOf(former)));
    }
    if (now != null && !now.equals(by.userId())) {
      entry = entry.about(idOf(now));
    }
    audit.getObject().record(entry);
  }

  /**
   * Somebody has taken a task on.
   *
   * @param absentId in whose place, if not in their own right
   */
  void takenOn(TaskEntity task, String former, Person by, Optional<String> absentId) {
    if (absentId.isEmpty()) {
      assigned(task, former, by.userId(), by);
    } else if (!by.userId().equals(former)) {
      audit
          .getObject()
          .record(of(action(former, by.userId(), by), task, by).inPlaceOf(whom(absentId)));
    }
  }

  /** Everything that the work puts on record is marked as done in the absent person's place. */
  void inPlaceOf(Optional<String> absentId, Runnable work) {
    if (absentId.isEmpty()) {
      work.run();
    } else {
      audit.getObject().inPlaceOf(whom(absentId), work);
    }
  }

  private InPlaceOf whom(Optional<String> absentId) {
    return absentId.map(this::idOf).map(InPlaceOf::person).orElse(null);
  }

  private static EngineAction action(String former, String now, Person by) {
    if (now == null) {
      return EngineAction.TASK_PUT_BACK;
    }
    if (!now.equals(by.userId())) {
      return EngineAction.TASK_ASSIGNED;
    }
    return former == null ? EngineAction.TASK_CLAIMED : EngineAction.TASK_TAKEN_OVER;
  }

  void commented(TaskEntity task, Person by) {
    audit.getObject().record(of(EngineAction.TASK_COMMENTED, task, by));
  }

  /**
   * A task has got another follow-up date.
   *
   * @param until the date, or {@code null} if it has none any more
   */
  void followedUp(TaskEntity task, Instant until, Person by) {
    AuditEntry entry =
        until == null
            ? of(EngineAction.TASK_FOLLOW_UP_REMOVED, task, by)
            : of(EngineAction.TASK_FOLLOW_UP_SET, task, by).with("until", until.toString());
    audit.getObject().record(entry);
  }

  private static AuditEntry of(EngineAction action, TaskEntity task, Person by) {
    String definition = task.getProcessDefinitionId();
    return AuditEntry.of(action, task.getId())
        .by(by.userId())
        .with("process", definition == null ? null : definition.replaceFirst(":.*", ""))
        .with("task", task.getTaskDefinitionKey())
        .with("instance", task.getProcessInstanceId());
  }

  private Long idOf(String username) {
    return names.stream()
        .flatMap(people -> people.findPerson(username).stream())
        .findFirst()
        .orElse(null);
  }

  /** The command, with what it did put on record when it has succeeded. */
  Command<?> recording(Command<?> asked, Command<?> admitted, Person by) {
    if (!AuditedCommands.knows(asked)) {
      return admitted;
    }
    return context -> {
      Object result = admitted.execute(context);
      if (AdministratorCommands.isOperation(asked.getClass())) {
        // Cockpit uses the same API as Tasklist; the command tells which it is.
        audit
            .getObject()
            .through(
                AuditChannel.COCKPIT,
                () -> {
                  record(asked, result, by);
                  return null;
                });
      } else {
        record(asked, result, by);
      }
      return result;
    };
  }

  private void record(Command<?> command, Object result, Person by) {
    AuditLog log = audit.getObject();
    AuditedCommands.entries(command, result).forEach(entry -> log.record(entry.by(by.userId())));
  }
}
