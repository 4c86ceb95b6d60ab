package br.gov.sp.prefeitura.redeinfo.workflow.engine;

import br.gov.sp.prefeitura.redeinfo.shared.time.MovableClock;
import java.util.Date;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.history.DefaultHistoryRemovalTimeProvider;
import org.camunda.bpm.engine.impl.history.event.HistoricDecisionInstanceEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricProcessInstanceEventEntity;
import org.camunda.bpm.engine.impl.jobexecutor.DefaultJobPriorityProvider;
import org.camunda.bpm.engine.impl.jobexecutor.JobDeclaration;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** What an engine needs in which a replay tells the past again while everybody else works. */
@Component
@ConditionalOnProperty("rede-info.demonstration.enabled")
class ReplaySettings extends AbstractProcessEnginePlugin {

  /** Priority of a replay's jobs until they are handed over. */
  static final long REPLAYED = -1;

  /** Priority of all other jobs; the lowest that job executors acquire. */
  static final long ORDINARY = 0;

  @Override
  public void preInit(ProcessEngineConfigurationImpl configuration) {
    // The range is part of the acquisition's SQL, so it holds for every node's job executor.
    configuration.setJobExecutorAcquireByPriority(true);
    configuration.setJobExecutorPriorityRangeMin(ORDINARY);
    configuration.setJobPriorityProvider(new ReplayedBelowRange());
    configuration.setHistoryRemovalTimeProvider(new KeptFromNowOn());
  }

  /** Job executors live in the present; they must not run what a replay left to itself. */
  private static final class ReplayedBelowRange extends DefaultJobPriorityProvider {
    @Override
    public long determinePriority(
        ExecutionEntity execution, JobDeclaration<?, ?> job, String jobDefinitionId) {
      return MovableClock.isReplaying()
          ? REPLAYED
          : super.determinePriority(execution, job, jobDefinitionId);
    }
  }

  /** Counted from the day of the replay: counted from 2017, the next clean-up would delete it. */
  private static final class KeptFromNowOn extends DefaultHistoryRemovalTimeProvider {
    @Override
    public Date calculateRemovalTime(
        HistoricProcessInstanceEventEntity instance, ProcessDefinition definition) {
      return later(
          super.calculateRemovalTime(instance, definition), definition.getHistoryTimeToLive());
    }

    @Override
    public Date calculateRemovalTime(
        HistoricDecisionInstanceEntity instance, DecisionDefinition definition) {
      return later(
          super.calculateRemovalTime(instance, definition), definition.getHistoryTimeToLive());
    }

    private static Date later(Date calculated, Integer daysToLive) {
      return calculated != null && MovableClock.isReplaying()
          ? determineRemovalTime(Date.from(MovableClock.realTime()), daysToLive)
          : calculated;
    }
  }
}
