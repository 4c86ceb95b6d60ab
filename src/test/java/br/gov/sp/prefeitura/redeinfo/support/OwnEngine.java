package br.gov.sp.prefeitura.redeinfo.support;

import br.gov.sp.prefeitura.redeinfo.workflow.EngineClock;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngines;
import org.springframework.context.ApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/**
 * Two things of the engine are static: the registry in which the web applications look for it, and
 * its clock. Where a few test classes have an application of their own, the one that started last
 * would serve all others; so each test gets its own application's engine and clock back. Spring
 * finds this listener through {@code META-INF/spring.factories}.
 */
public class OwnEngine implements TestExecutionListener, Ordered {

  @Override
  public void prepareTestInstance(TestContext test) {
    ApplicationContext application = test.getApplicationContext();
    ProcessEngines.registerProcessEngine(application.getBean(ProcessEngine.class));
    application.getBean(EngineClock.class).restore();
  }

  /** After the listener that starts the application. */
  @Override
  public int getOrder() {
    return Ordered.LOWEST_PRECEDENCE;
  }
}
