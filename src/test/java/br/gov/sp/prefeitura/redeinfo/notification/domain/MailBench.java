package br.gov.sp.prefeitura.redeinfo.notification.domain;

import static org.assertj.core.api.Assertions.assertThat;

import br.gov.sp.prefeitura.redeinfo.network.Bond;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.notification.Notices;
import br.gov.sp.prefeitura.redeinfo.notification.Notices.Notice;
import br.gov.sp.prefeitura.redeinfo.support.TestPeople;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.support.TransactionTemplate;

/** A mail server, an outbox and as many dispatchers as a test wants. */
final class MailBench implements AutoCloseable {

  private final ApplicationContext context;
  private final ScriptedSmtpServer server = new ScriptedSmtpServer();
  private final long personId;
  private String name;
  private String email;

  MailBench(ApplicationContext context) {
    this.context = context;
    personId = context.getBean(TestPeople.class).stranger("svma").id();
    name = "Pessoa " + personId;
    email = "p" + personId + "@svma.example";
    // What other tests left waiting is not this one's business.
    jdbc().sql("DELETE FROM notice WHERE state = 'waiting'").update();
    jdbc().sql("DELETE FROM letter WHERE state = 'waiting'").update();
  }

  Outbox outbox() {
    return context.getBean(Outbox.class);
  }

  Person recipient() {
    return new Person(personId, "p" + personId, name, email, Bond.EFETIVO, 1L, null, null);
  }

  void recipientName(String name) {
    this.name = name;
  }

  void recipientEmail(String email) {
    this.email = email;
  }

  /** Writes one notice in a transaction of its own; returns the row's id. */
  long write(String acronym, String reason) {
    String event = "bench:" + UUID.randomUUID();
    context
        .getBean(TransactionTemplate.class)
        .executeWithoutResult(
            status ->
                context
                    .getBean(Notices.class)
                    .send(
                        Notice.toPersons(
                            event,
                            "test-plain",
                            Map.of("bodyAcronym", acronym, "reason", reason),
                            "/tasks/1",
                            List.of(personId))));
    return jdbc()
        .sql("SELECT id FROM notice WHERE event_key = :event")
        .param("event", event)
        .query(Long.class)
        .single();
  }

  /** A node's dispatcher, with connections of its own. */
  MailDispatcher dispatcher() {
    return dispatcher(Map.of());
  }

  MailDispatcher dispatcher(Map<String, Integer> settings) {
    JavaMailSenderImpl sender = new JavaMailSenderImpl();
    sender.setHost("127.0.0.1");
    sender.setPort(server.port());
    Properties timeouts = new Properties();
    timeouts.setProperty("mail.smtp.connectiontimeout", "5000");
    timeouts.setProperty("mail.smtp.timeout", "20000");
    sender.setJavaMailProperties(timeouts);
    return dispatcher(new MailServer(sender), settings.getOrDefault("maxPerMinute", 0));
  }

  MailDispatcher dispatcherWithoutServer() {
    return dispatcher(new MailServer(null), 0);
  }

  private MailDispatcher dispatcher(MailServer mailServer, int maxPerMinute) {
    Recipients anybody =
        new Recipients(null, null) {
          @Override
          Optional<Person> find(long id) {
            return Optional.of(recipient());
          }
        };
    NotificationProperties properties =
        new NotificationProperties(
            "Rede INFO Aberta <nao-responda@rede-info.example>",
            true,
            Duration.ofSeconds(30),
            7,
            Duration.ofMinutes(5),
            Duration.ofSeconds(30),
            Duration.ofMinutes(30),
            maxPerMinute,
            false);
    return new MailDispatcher(
        List.of(
            new NoticeMail(
                outbox(),
                anybody,
                context.getBean(MailRenderer.class),
                context.getBean(Attachments.class),
                context.getBean(MailComposer.class)),
            context.getBean(LetterMail.class)),
        mailServer,
        properties,
        Clock.systemUTC());
  }

  StoredNotice stored(long id) {
    return outbox().find(id).orElseThrow();
  }

  /** The recipient's own: tests that move the clock leave rows of later days to other people. */
  StoredNotice latest() {
    return stored(
        jdbc()
            .sql("SELECT max(id) FROM notice WHERE recipient_id = :person")
            .param("person", personId)
            .query(Long.class)
            .single());
  }

  double secondsUntilDue(long id) {
    return jdbc()
        .sql("SELECT extract(epoch FROM next_attempt_at - now()) FROM notice WHERE id = :id")
        .param("id", id)
        .query(Double.class)
        .single();
  }

  void makeDue(long id) {
    change(id, "next_attempt_at = now()");
  }

  void forgetThatItWasSent(long id) {
    change(id, "state = 'waiting', sent_at = NULL, next_attempt_at = now()");
  }

  void loseTemplate(long id) {
    change(id, "template = 'gone'");
  }

  private void change(long id, String assignments) {
    assertThat(
            jdbc()
                .sql("UPDATE notice SET " + assignments + " WHERE id = :id")
                .param("id", id)
                .update())
        .isOne();
  }

  private JdbcClient jdbc() {
    return context.getBean(JdbcClient.class);
  }

  void answer(Answer answer) {
    server.answer(answer);
  }

  void stopServer() {
    server.stop();
  }

  void startServer() {
    server.startAgain();
  }

  List<MimeMessage> mails() {
    return server.received();
  }

  MimeMessage onlyMail() {
    assertThat(mails()).hasSize(1);
    return mails().get(0);
  }

  static String messageId(MimeMessage mail) {
    try {
      return mail.getMessageID();
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    server.stop();
  }

  /** How the server takes mails. */
  enum Answer {
    TAKE,
    TRY_LATER,
    NO_SUCH_MAILBOX,
    SENDER_UNKNOWN,
    CONTENT_REFUSED
  }
}
