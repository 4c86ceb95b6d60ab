package br.gov.sp.prefeitura.redeinfo.notification.domain;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import org.springframework.lang.Nullable;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

/** The mail server of {@code spring.mail.*}, if there is one. */
@Component
public class MailServer {

  private final JavaMailSenderImpl settings;

  MailServer(@Nullable JavaMailSenderImpl settings) {
    this.settings = settings;
  }

  /** Whether mails can leave at all; without {@code spring.mail.host} they wait. */
  public boolean isConfigured() {
    return settings != null && settings.getHost() != null && !settings.getHost().isBlank();
  }

  /** One connection for several mails. */
  Connection connect() throws MessagingException {
    Session session = settings.getSession();
    String protocol = settings.getProtocol();
    Transport transport =
        session.getTransport(protocol == null ? JavaMailSenderImpl.DEFAULT_PROTOCOL : protocol);
    transport.connect(
        settings.getHost(), settings.getPort(), settings.getUsername(), settings.getPassword());
    return new Connection(session, transport);
  }

  record Connection(Session session, Transport transport) implements AutoCloseable {

    void send(Message message) throws MessagingException {
      transport.sendMessage(message, message.getAllRecipients());
    }

    boolean isLost() {
      return !transport.isConnected();
    }

    @Override
    public void close() {
      try {
        transport.close();
      } catch (MessagingException e) {
        // The mails are out or marked; a farewell that fails changes nothing.
      }
    }
  }
}
