package br.gov.sp.prefeitura.redeinfo.workflow.engine;

import java.util.Set;
import org.camunda.bpm.engine.impl.history.HistoryLevelAudit;
import org.camunda.bpm.engine.impl.history.event.HistoryEventType;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;

/**
 * What the engine remembers: instances, activities, tasks and variables as in level "audit", and
 * incidents, because an operator asks what failed and when it healed. No operation log and no
 * detail of every variable change: they are half of the rows of level "full", and who did what is
 * recorded in the modules' own tables.
 */
class AuditAndIncidents extends HistoryLevelAudit {

  static final String NAME = "audit-and-incidents";

  /** Stored in the database at first start; the engine's own levels are 0 to 3. */
  private static final int ID = 20;

  private static final Set<HistoryEventTypes> INCIDENTS =
      Set.of(
          HistoryEventTypes.INCIDENT_CREATE,
          HistoryEventTypes.INCIDENT_UPDATE,
          HistoryEventTypes.INCIDENT_MIGRATE,
          HistoryEventTypes.INCIDENT_RESOLVE,
          HistoryEventTypes.INCIDENT_DELETE);

  @Override
  public int getId() {
    return ID;
  }

  @Override
  public String getName() {
    return NAME;
  }

  @Override
  public boolean isHistoryEventProduced(HistoryEventType eventType, Object entity) {
    return super.isHistoryEventProduced(eventType, entity) || INCIDENTS.contains(eventType);
  }
}
