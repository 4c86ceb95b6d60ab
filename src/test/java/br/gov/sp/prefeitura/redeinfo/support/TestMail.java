package br.gov.sp.prefeitura.redeinfo.support;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.support.AbstractResourceBasedMessageSource;
import org.springframework.test.context.DynamicPropertyRegistrar;

/** One real SMTP server per JVM, to which the application under test sends. */
@TestConfiguration(proxyBeanMethods = false)
public class TestMail {

  @Bean
  DynamicPropertyRegistrar testMailServer() {
    return registry -> registry.add("spring.mail.port", () -> server().getSmtp().getPort());
  }

  /** Templates of notices that exist for tests only. */
  @Bean
  InitializingBean testTemplates(MessageSource messages) {
    return () ->
        ((AbstractResourceBasedMessageSource) messages).addBasenames("i18n/notification-test");
  }

  /** The JVM's mail server; tests look for mails to their own addresses. */
  public static GreenMail server() {
    return Server.GREEN_MAIL;
  }

  private static final class Server {
    static final GreenMail GREEN_MAIL = start();

    private static GreenMail start() {
      GreenMail greenMail =
          new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
      greenMail.start();
      return greenMail;
    }
  }
}
