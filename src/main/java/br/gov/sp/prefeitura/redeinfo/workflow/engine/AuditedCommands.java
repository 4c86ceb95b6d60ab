package br.gov.sp.prefeitura.redeinfo.workflow.engine;

import br.gov.sp.prefeitura.redeinfo.audit.AuditEntry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.cmd.AbstractSetBatchStateCmd;
import org.camunda.bpm.engine.impl.cmd.AbstractSetJobDefinitionStateCmd;
import org.camunda.bpm.engine.impl.cmd.AbstractSetJobStateCmd;
import org.camunda.bpm.engine.impl.cmd.AbstractSetProcessDefinitionStateCmd;
import org.camunda.bpm.engine.impl.cmd.AbstractSetProcessInstanceStateCmd;
import org.camunda.bpm.engine.impl.cmd.AbstractUpdateProcessInstancesSuspendStateCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteAuthorizationCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteFilterCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteProcessInstanceCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteProcessInstancesCmd;
import org.camunda.bpm.engine.impl.cmd.ExecuteJobsCmd;
import org.camunda.bpm.engine.impl.cmd.HistoryCleanupCmd;
import org.camunda.bpm.engine.impl.cmd.RecalculateJobDuedateCmd;
import org.camunda.bpm.engine.impl.cmd.ResolveIncidentCmd;
import org.camunda.bpm.engine.impl.cmd.SaveAuthorizationCmd;
import org.camunda.bpm.engine.impl.cmd.SaveFilterCmd;
import org.camunda.bpm.engine.impl.cmd.SetAnnotationForIncidentCmd;
import org.camunda.bpm.engine.impl.cmd.SetJobDuedateCmd;
import org.camunda.bpm.engine.impl.cmd.SetJobRetriesCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;

/**
 * What goes on record of the technical administration's commands. Commands have no accessors: the
 * subject is what the first of the named fields holds (see {@link CommandFields}).
 */
final class AuditedCommands {

  private static final String INSTANCE = "processInstanceId";
  private static final String DEFINITION = "processDefinitionId";
  private static final String DEFINITION_KEY = "processDefinitionKey";
  private static final String JOB = "jobId";
  private static final String JOB_DEFINITION = "jobDefinitionId";

  /** Whose subject is none of its fields' values: it is said here or comes with the result. */
  private static final String[] NO_FIELD = {};

  private static final Map<Class<?>, Audited> COMMANDS = new LinkedHashMap<>();

  static {
    put(AbstractSetBatchStateCmd.class, EngineAction.BATCH_STATE_SET, "batchId");
    put(
        AbstractSetProcessInstanceStateCmd.class,
        EngineAction.INSTANCE_STATE_SET,
        INSTANCE,
        DEFINITION,
        DEFINITION_KEY);
    put(
        AbstractUpdateProcessInstancesSuspendStateCmd.class,
        EngineAction.INSTANCE_STATE_SET,
        "builder.processInstanceIds");
    put(
        AbstractSetProcessDefinitionStateCmd.class,
        EngineAction.DEFINITION_STATE_SET,
        DEFINITION,
        DEFINITION_KEY);
    put(
        AbstractSetJobStateCmd.class,
        EngineAction.JOB_STATE_SET,
        JOB,
        JOB_DEFINITION,
        INSTANCE,
        DEFINITION,
        DEFINITION_KEY);
    put(
        AbstractSetJobDefinitionStateCmd.class,
        EngineAction.JOB_DEFINITION_STATE_SET,
        JOB_DEFINITION,
        DEFINITION,
        DEFINITION_KEY);
    put(DeleteProcessInstanceCmd.class, EngineAction.INSTANCE_DELETED, INSTANCE);
    put(DeleteProcessInstancesCmd.class, EngineAction.INSTANCE_DELETED, "processInstanceIds");
    put(SetJobRetriesCmd.class, EngineAction.JOB_RETRIES_SET, JOB, JOB_DEFINITION, "jobIds");
    put(SetJobDuedateCmd.class, EngineAction.JOB_DUE_DATE_SET, JOB);
    put(RecalculateJobDuedateCmd.class, EngineAction.JOB_DUE_DATE_SET, JOB);
    put(ExecuteJobsCmd.class, EngineAction.JOB_EXECUTED, JOB);
    put(ResolveIncidentCmd.class, EngineAction.INCIDENT_RESOLVED, "incidentId");
    put(SetAnnotationForIncidentCmd.class, EngineAction.INCIDENT_ANNOTATED, "incidentId");
    put(DeleteAuthorizationCmd.class, EngineAction.GRANT_DELETED, "authorizationId");
    put(DeleteFilterCmd.class, EngineAction.FILTER_DELETED, "filterId");
    put(SaveAuthorizationCmd.class, EngineAction.GRANT_SAVED, NO_FIELD);
    put(SaveFilterCmd.class, EngineAction.FILTER_SAVED, NO_FIELD);
    put(HistoryCleanupCmd.class, EngineAction.HISTORY_CLEANUP_SET, NO_FIELD);
  }

  private AuditedCommands() {}

  static boolean knows(Command<?> command) {
    return find(command).isPresent();
  }

  /** One entry per thing it was done to. */
  static List<AuditEntry> entries(Command<?> command, Object result) {
    Audited audited = find(command).orElseThrow();
    if (result instanceof Authorization grant) {
      return List.of(grant(audited, grant));
    }
    if (result instanceof Filter filter) {
      return List.of(AuditEntry.of(audited.action(), filter.getId()));
    }
    return subjects(command, audited).stream()
        .map(subject -> entry(command, audited, subject))
        .toList();
  }

  private static AuditEntry grant(Audited audited, Authorization grant) {
    return AuditEntry.of(audited.action(), grant.getId())
        .with("group", code(grant.getGroupId()))
        .with("user", code(grant.getUserId()))
        .with("resourceType", grant.getResourceType())
        .with("resource", code(grant.getResourceId()));
  }

  private static AuditEntry entry(Command<?> command, Audited audited, Subject subject) {
    AuditEntry entry =
        AuditEntry.of(audited.action(), AuditEntry.isId(subject.id()) ? subject.id() : "-")
            .with("command", command.getClass().getSimpleName())
            .with("by", code(subject.field()));
    return command instanceof SetJobRetriesCmd
        ? entry.with("retries", CommandFields.<Integer>read(command, "retries"))
        : entry;
  }

  private static List<Subject> subjects(Command<?> command, Audited audited) {
    List<Subject> subjects = new ArrayList<>();
    for (String field : audited.subjectFields()) {
      Object value = CommandFields.read(command, field);
      if (value instanceof Collection<?> ids) {
        ids.forEach(id -> subjects.add(new Subject(field, String.valueOf(id))));
      } else if (value != null) {
        subjects.add(new Subject(field, value.toString()));
      }
      if (!subjects.isEmpty()) {
        return subjects;
      }
    }
    return List.of(new Subject(null, "-"));
  }

  /** What a person sent may be anything; what is no code stays out. */
  private static String code(String text) {
    return text == null ? null : AuditEntry.isId(text) ? text : "other";
  }

  private static Optional<Audited> find(Command<?> command) {
    return COMMANDS.entrySet().stream()
        .filter(entry -> entry.getKey().isInstance(command))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  /** Fields that hold the subject, by command, for the test that holds them to the engine. */
  static Map<Class<?>, Audited> all() {
    return Map.copyOf(COMMANDS);
  }

  private static void put(Class<?> command, EngineAction action, String... subjectFields) {
    COMMANDS.put(command, new Audited(action, List.of(subjectFields)));
  }

  record Audited(EngineAction action, List<String> subjectFields) {}

  private record Subject(String field, String id) {}
}
