package br.gov.sp.prefeitura.redeinfo.support;

import static org.assertj.core.api.Assertions.assertThat;

import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.notification.domain.MailDispatcher;
import jakarta.mail.BodyPart;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The mail that people get: what waits for an address is delivered when a test asks for it. The
 * mails of others wait on: a test makes hundreds that nobody looks into.
 */
@TestComponent
public class TestMailbox {

  private final MailDispatcher dispatcher;
  private final JdbcClient jdbc;
  private final String baseUrl;

  TestMailbox(
      MailDispatcher dispatcher, JdbcClient jdbc, @Value("${rede-info.base-url}") String baseUrl) {
    this.dispatcher = dispatcher;
    this.jdbc = jdbc;
    this.baseUrl = baseUrl;
  }

  /** Everything the person has got so far, oldest first. */
  public List<Mail> of(Person person) {
    return to(person.email());
  }

  /** Everything that has arrived at the address so far, oldest first. */
  public List<Mail> to(String address) {
    letOthersWait(
        "notice",
        "recipient_id IN (SELECT id FROM person WHERE lower(email) = lower(:to))",
        address);
    letOthersWait("letter", "address = :to", address);
    dispatcher.dispatchDue();
    return Arrays.stream(TestMail.server().getReceivedMessages())
        .filter(message -> isTo(message, address))
        .map(this::read)
        .toList();
  }

  /** The one mail to this person whose subject contains the words. */
  public Mail one(Person person, String words) {
    List<Mail> mails = of(person).stream().filter(mail -> mail.subject().contains(words)).toList();
    assertThat(mails).as("mails to %s about '%s'", person.username(), words).hasSize(1);
    return mails.get(0);
  }

  private void letOthersWait(String table, String own, String address) {
    jdbc.sql(
            """
            UPDATE %1$s SET next_attempt_at = now() + interval '1 day'
             WHERE state = 'waiting' AND next_attempt_at <= now() AND NOT (%2$s)
            """
                .formatted(table, own))
        .param("to", address)
        .update();
    jdbc.sql(
            """
            UPDATE %1$s SET next_attempt_at = now()
             WHERE state = 'waiting' AND attempts = 0 AND %2$s
            """
                .formatted(table, own))
        .param("to", address)
        .update();
  }

  private static boolean isTo(MimeMessage message, String address) {
    try {
      return Arrays.stream(message.getRecipients(Message.RecipientType.TO))
          .anyMatch(to -> ((InternetAddress) to).getAddress().equalsIgnoreCase(address));
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  private Mail read(MimeMessage message) {
    try {
      MimeMultipart whole = (MimeMultipart) message.getContent();
      boolean mixed = whole.getContentType().startsWith("multipart/mixed");
      MimeMultipart parts = mixed ? (MimeMultipart) whole.getBodyPart(0).getContent() : whole;
      return new Mail(
          message.getSubject(),
          content(parts, 0),
          content(parts, 1),
          path(content(parts, 0)),
          mixed ? attachments(whole) : List.of());
    } catch (MessagingException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<Attachment> attachments(MimeMultipart whole)
      throws MessagingException, IOException {
    List<Attachment> attachments = new ArrayList<>();
    for (int i = 1; i < whole.getCount(); i++) {
      BodyPart part = whole.getBodyPart(i);
      attachments.add(
          new Attachment(
              part.getFileName(), part.getContentType(), part.getInputStream().readAllBytes()));
    }
    return attachments;
  }

  private static String content(MimeMultipart parts, int index)
      throws MessagingException, IOException {
    return new String(
        parts.getBodyPart(index).getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  private String path(String text) {
    Matcher link = Pattern.compile(Pattern.quote(baseUrl) + "(/\\S*)").matcher(text);
    return link.find() ? link.group(1) : null;
  }

  /**
   * @param path where the link leads, relative to the application's address, or {@code null}
   */
  public record Mail(
      String subject, String text, String html, String path, List<Attachment> attachments) {}

  public record Attachment(String fileName, String contentType, byte[] content) {}
}
