package br.gov.sp.prefeitura.redeinfo.workflow.engine;

import br.gov.sp.prefeitura.redeinfo.audit.AuditAction;
import br.gov.sp.prefeitura.redeinfo.audit.AuditVocabulary;
import java.util.List;
import org.springframework.stereotype.Component;

/** What people do in the engine that no module puts on record: forms are their modules' matter. */
enum EngineAction implements AuditAction {
  TASK_CLAIMED("task.claimed"),
  TASK_PUT_BACK("task.put-back"),
  TASK_ASSIGNED("task.assigned"),
  TASK_TAKEN_OVER("task.taken-over"),
  TASK_COMMENTED("task.commented"),
  TASK_FOLLOW_UP_SET("task.follow-up-set"),
  TASK_FOLLOW_UP_REMOVED("task.follow-up-removed"),
  FILTER_SAVED("filter.saved"),
  FILTER_DELETED("filter.deleted"),
  INSTANCE_DELETED("instance.deleted"),
  INSTANCE_STATE_SET("instance.state-set"),
  DEFINITION_STATE_SET("definition.state-set"),
  JOB_STATE_SET("job.state-set"),
  JOB_DEFINITION_STATE_SET("job-definition.state-set"),
  BATCH_STATE_SET("batch.state-set"),
  JOB_RETRIES_SET("job.retries-set"),
  JOB_DUE_DATE_SET("job.due-date-set"),
  JOB_EXECUTED("job.executed"),
  INCIDENT_RESOLVED("incident.resolved"),
  INCIDENT_ANNOTATED("incident.annotated"),
  GRANT_SAVED("grant.saved"),
  GRANT_DELETED("grant.deleted"),
  HISTORY_CLEANUP_SET("history-cleanup.scheduled");

  private final String code;

  EngineAction(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }

  @Component
  static class Vocabulary implements AuditVocabulary {

    @Override
    public List<EngineAction> actions() {
      return List.of(values());
    }
  }
}
