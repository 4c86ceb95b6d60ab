package br.gov.sp.prefeitura.redeinfo.notification.domain;

import br.gov.sp.prefeitura.redeinfo.network.Person;
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
import java.util.Date;
import java.util.List;
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

  private final MailRenderer renderer;
  private final Attachments attachments;
  private final InternetAddress from;

  MailComposer(MailRenderer renderer, Attachments attachments, NotificationProperties properties)
      throws AddressException {
    this.renderer = renderer;
    this.attachments = attachments;
    this.from = new InternetAddress(properties.from(), true);
  }

  /**
   * @throws UnusableAddress if no mail can be written to the person's address
   * @throws IllegalArgumentException if a text is missing
   */
  MimeMessage compose(StoredNotice notice, Person recipient, Session session)
      throws MessagingException, UnusableAddress {
    RenderedMail mail = renderer.render(notice, recipient);
    MimeMessage message = new WithOwnId(session, messageId(notice));
    try {
      message.setFrom(new InternetAddress(from.getAddress(), from.getPersonal(), UTF_8));
    } catch (UnsupportedEncodingException e) {
      throw new IllegalStateException(e);
    }
    message.setRecipient(Message.RecipientType.TO, address(recipient));
    message.setSubject(headerText(mail.subject()), UTF_8);
    message.setSentDate(new Date());
    message.setHeader("Auto-Submitted", "auto-generated");
    message.setHeader("Content-Language", notice.locale().toLanguageTag());
    MimeMultipart alternatives = new MimeMultipart("alternative");
    alternatives.addBodyPart(part(mail.text(), "plain"));
    alternatives.addBodyPart(part(mail.html(), "html"));
    message.setContent(withAttachments(alternatives, attachments.make(notice)));
    message.saveChanges();
    return message;
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

  private static Address address(Person recipient) throws UnusableAddress {
    String address = recipient.email();
    if (address == null || UNFIT_FOR_HEADER.matcher(address).find()) {
      throw new UnusableAddress();
    }
    try {
      InternetAddress checked = new InternetAddress(address, true);
      checked.setPersonal(headerText(recipient.name()), UTF_8);
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
  private String messageId(StoredNotice notice) {
    String address = from.getAddress();
    return "<notice.%d.%d@%s>"
        .formatted(
            notice.id(),
            notice.createdAt().toEpochMilli(),
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

  /** The person has no address, or one that is none. */
  static final class UnusableAddress extends Exception {
    private static final long serialVersionUID = 1L;
  }
}
