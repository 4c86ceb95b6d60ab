package br.gov.sp.prefeitura.redeinfo.support;

import java.util.List;
import org.springframework.core.Ordered;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/**
 * The coordinators of a class end with it, so that the next class's steps tell its own alone; and
 * what a class left to be mailed, nobody waits for any more: it stays unmailed, and what arrived is
 * thrown away. Otherwise the one test that looks into its mailbox would first have to deliver the
 * tens of thousands of mails of all others. Spring finds this listener through {@code
 * META-INF/spring.factories}.
 */
public class LeftoversEndWithTheirTest implements TestExecutionListener, Ordered {

  @Override
  public void afterTestClass(TestContext test) throws Exception {
    if (!test.hasApplicationContext()) {
      return;
    }
    JdbcClient jdbc = test.getApplicationContext().getBean(JdbcClient.class);
    for (String table : List.of("notice", "letter")) {
      jdbc.sql("UPDATE " + table + " SET state = 'unmailed' WHERE state = 'waiting'").update();
    }
    TestMail.server().purgeEmailFromAllMailboxes();
    test.getApplicationContext()
        .getBeanProvider(TestPeople.class)
        .ifAvailable(TestPeople::endCoordinators);
  }

  /** Before the listeners that end with the application. */
  @Override
  public int getOrder() {
    return Ordered.LOWEST_PRECEDENCE;
  }
}
