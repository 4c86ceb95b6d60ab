package br.gov.sp.prefeitura.redeinfo.workflow.engine;

import org.springframework.core.Ordered;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/**
 * What a test asks of the engine itself, without having signed anybody in, it asks in the
 * application's name, as the ports do. Spring finds this listener through {@code
 * META-INF/spring.factories}. The server's threads are not the test's.
 */
public class TestsAreTheApplication implements TestExecutionListener, Ordered {

  @Override
  public void beforeTestClass(TestContext test) {
    AsApplication.enter();
  }

  @Override
  public void afterTestClass(TestContext test) {
    AsApplication.leave();
  }

  @Override
  public int getOrder() {
    return Ordered.LOWEST_PRECEDENCE;
  }
}
