package br.gov.sp.prefeitura.redeinfo.workflow.engine;

import br.gov.sp.prefeitura.redeinfo.workflow.EngineDirectory;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** How this application's engine is set up; applied after the starter's own settings. */
@Component
@Order(EngineSettings.AFTER_THE_STARTER)
class EngineSettings extends AbstractProcessEnginePlugin {

  static final int AFTER_THE_STARTER = 1_000;

  /** Groups have dots and hyphens (<code>sub-la.interim-head</code>), users too. */
  private static final String USER_OR_GROUP_ID = "[a-z0-9]+([.-][a-z0-9]+)*";

  /**
   * The most that a person gets by one question: what Tasklist asks for when it lists its filters;
   * pages of tasks are far smaller. The engine refuses to answer more, and a question without a
   * limit, where a person is signed in.
   */
  static final int MOST_RESULTS = 2_000;

  private final WorkflowProperties properties;
  private final ObjectProvider<EngineDirectory> directory;
  private final TaskAccess access;
  private final PersonRules rules;

  EngineSettings(
      WorkflowProperties properties,
      ObjectProvider<EngineDirectory> directory,
      TaskAccess access,
      PersonRules rules) {
    this.properties = properties;
    this.directory = directory;
    this.access = access;
    this.rules = rules;
  }

  @Override
  public void preInit(ProcessEngineConfigurationImpl engine) {
    people(engine);
    rulesForPeople(engine);
    history(engine);
    execution(engine);
    whatIsNotUsed(engine);
  }

  private void people(ProcessEngineConfigurationImpl engine) {
    engine.setIdentityProviderSessionFactory(new DirectoryIdentityProvider.Factory(directory));
    engine.setUserResourceWhitelistPattern(USER_OR_GROUP_ID);
    engine.setGroupResourceWhitelistPattern(USER_OR_GROUP_ID);
    engine.setAuthorizationEnabled(true);
    engine.setResourceAuthorizationProvider(new NoAuthorizationRows());
    // There are no revoking rows; without this the engine looks for some before every check.
    engine.setAuthorizationCheckRevokes(
        ProcessEngineConfiguration.AUTHORIZATION_CHECK_REVOKE_NEVER);
  }

  private void rulesForPeople(ProcessEngineConfigurationImpl engine) {
    engine.getCustomPreCommandInterceptorsTxRequired().add(new PersonInterceptor(engine, rules));
    engine.getCustomPreCommandInterceptorsTxRequiresNew().add(new PersonInterceptor(engine, rules));
    List<SessionFactory> sessions = new ArrayList<>();
    if (engine.getCustomSessionFactories() != null) {
      sessions.addAll(engine.getCustomSessionFactories());
    }
    sessions.add(new VisibleTasks.Factory(access));
    sessions.add(new VisibleVariables.Factory(access));
    sessions.add(new VisibleHistoricTasks.Factory(access));
    engine.setCustomSessionFactories(sessions);
  }

  private void history(ProcessEngineConfigurationImpl engine) {
    engine.setCustomHistoryLevels(new ArrayList<>(List.of(new AuditAndIncidents())));
    engine.setHistory(AuditAndIncidents.NAME);
    // "start" would let the clean-up delete the history of instances that still run.
    engine.setHistoryRemovalTimeStrategy(
        ProcessEngineConfiguration.HISTORY_REMOVAL_TIME_STRATEGY_END);
    engine.setHistoryCleanupBatchWindowStartTime(properties.historyCleanupStart());
    engine.setHistoryCleanupBatchWindowEndTime(properties.historyCleanupEnd());
    engine.setHistoryCleanupMetricsEnabled(false);
  }

  private void execution(ProcessEngineConfigurationImpl engine) {
    // An uncaught BPMN error would otherwise end the path with a line in the log.
    engine.setEnableExceptionsAfterUnhandledBpmnError(true);
    engine.setFailedJobRetryTimeCycle(properties.retryCycle());
    // Who calls says what failed; a refused submission is no error to log with a stack.
    engine.setEnableCmdExceptionLogging(false);
    // Any node may run any job: all nodes deploy the same archive.
    engine.setJobExecutorDeploymentAware(false);
    engine.setQueryMaxResultsLimit(MOST_RESULTS);
    engine.setDefaultSerializationFormat("application/json");
    engine.setJavaSerializationFormatEnabled(false);
    engine.setDeserializationTypeValidationEnabled(true);
  }

  private void whatIsNotUsed(ProcessEngineConfigurationImpl engine) {
    engine.setCmmnEnabled(false);
    engine.setStandaloneTasksEnabled(false);
    engine.setMetricsEnabled(false);
    engine.setDbMetricsReporterActivate(false);
    engine.setTaskMetricsEnabled(false);
  }
}
