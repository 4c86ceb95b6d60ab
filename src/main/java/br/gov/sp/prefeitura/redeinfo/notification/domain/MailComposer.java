package br.gov.sp.prefeitura.redeinfo.notification.domain;

import br.gov.sp.prefeitura.redeinfo.notification.NoticeAttachments.Attachment;
import br.gov.sp.prefeitura.redeinfo.notification.domain.MailRenderer.RenderedMail;
import jakarta.activation.DataHandler;
import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * Makes the message that goes to the mail server. Nothing a person typed can add a header: control
 * characters and line ends never get into one.
 */
@Component
class MailComposer {

  private static final String UTF_8 = StandardCharsets.UTF_8.name();

  /** Control, format and unassigned characters, lone surrogates, line ends, white space. */
  private static final Pattern UNFIT_FOR_HEADER = Pattern.compile("[\\p{C}\\p{Zl}\\p{Zp}\\s]+");

  private static final int LONGEST_HEADER_TEXT = 200;

  private final InternetAddress from;

  MailComposer(NotificationProperties properties) throws AddressException {
    this.from = new InternetAddress(properties.from(), true);
  }

  /**
   * @throws UnusableAddress if no mail can be written to the address
   */
  MimeMessage compose(
      Envelope envelope, RenderedMail mail, List<Attachment> attachments, Session session)
      throws MessagingException, UnusableAddress {
    MimeMessage message = new WithOwnId(session, messageId(envelope));
    try {
      message.setFrom(new InternetAddress(from.getAddress(), from.getPersonal(), UTF_8));
    } catch (UnsupportedEncodingException e) {
      throw new IllegalStateException(e);
    }
    message.setRecipient(Message.RecipientType.TO, address(envelope));
    message.setSubject(headerText(mail.subject()), UTF_8);
    message.setSentDate(new Date());
    message.setHeader("Auto-Submitted", "auto-generated");
    message.setHeader("Content-Language", envelope.locale().toLanguageTag());
    allowOptOut(message, envelope.optOutUrl());
    MimeMultipart alternatives = new MimeMultipart("alternative");
    alternatives.addBodyPart(part(mail.text(), "plain"));
    alternatives.addBodyPart(part(mail.html(), "html"));
    message.setContent(withAttachments(alternatives, attachments));
    message.saveChanges();
    return message;
  }

  /** With one click in the mail program (RFC 8058), without opening a page. */
  private static void allowOptOut(MimeMessage message, String url) throws MessagingException {
    if (url != null) {
      if (UNFIT_FOR_HEADER.matcher(url).find() || url.indexOf('>') >= 0) {
        throw new IllegalArgumentException("an address that is unfit for a header");
      }
      message.setHeader("List-Unsubscribe", "<" + url + ">");
      message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    }
  }

  private static MimeMultipart withAttachments(
      MimeMultipart alternatives, List<Attachment> attachments) throws MessagingException {
    if (attachments.isEmpty()) {
      return alternatives;
    }
    MimeBodyPart text = new MimeBodyPart();
    text.setContent(alternatives);
    MimeMultipart all = new MimeMultipart("mixed", text);
    for (Attachment attachment : attachments) {
      MimeBodyPart part = new MimeBodyPart();
      part.setDataHandler(
          new DataHandler(new ByteArrayDataSource(attachment.content(), attachment.contentType())));
      part.setFileName(headerText(attachment.fileName()));
      part.setDisposition(Part.ATTACHMENT);
      all.addBodyPart(part);
    }
    return all;
  }

  private static Address address(Envelope envelope) throws UnusableAddress {
    String address = envelope.address();
    if (address == null || UNFIT_FOR_HEADER.matcher(address).find()) {
      throw new UnusableAddress();
    }
    try {
      InternetAddress checked = new InternetAddress(address, true);
      if (envelope.name() != null) {
        checked.setPersonal(headerText(envelope.name()), UTF_8);
      }
      return checked;
    } catch (AddressException | UnsupportedEncodingException e) {
      throw new UnusableAddress();
    }
  }

  private static String headerText(String text) {
    String line = UNFIT_FOR_HEADER.matcher(text).replaceAll(" ").strip();
    return line.codePointCount(0, line.length()) <= LONGEST_HEADER_TEXT
        ? line
        : line.substring(0, line.offsetByCodePoints(0, LONGEST_HEADER_TEXT - 1)) + "…";
  }

  /**
   * The same for every attempt, so that a mail that went out twice (a crash after the server's 250
   * and before our commit) can be told from two mails; other than that of the same row number in
   * another database.
   */
  private String messageId(Envelope envelope) {
    String address = from.getAddress();
    return "<%s.%d.%d@%s>"
        .formatted(
            envelope.kind(),
            envelope.id(),
            envelope.createdAt().toEpochMilli(),
            address.substring(address.lastIndexOf('@') + 1));
  }

  private static MimeBodyPart part(String content, String subtype) throws MessagingException {
    MimeBodyPart part = new MimeBodyPart();
    part.setText(content, UTF_8, subtype);
    return part;
  }

  /** Jakarta Mail gives a new Message-ID at every change otherwise. */
  private static final class WithOwnId extends MimeMessage {

    private final String id;

    WithOwnId(Session session, String id) {
      super(session);
      this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", id);
    }
  }

  /**
   * What stands around a mail's text.
   *
   * @param kind table of the row, part of the Message-ID
   * @param name of the recipient, or {@code null}
   * @param optOutUrl takes the address off a list, or {@code null}
   */
  record Envelope(
      String kind,
      long id,
      Instant createdAt,
      Locale locale,
      String name,
      String address,
      String optOutUrl) {}

  /** The person has no address, or one that is none. */
  static final class UnusableAddress extends Exception {
    private static final long serialVersionUID = 1L;
  }
}
