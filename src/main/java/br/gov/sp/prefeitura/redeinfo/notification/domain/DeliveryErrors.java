package br.gov.sp.prefeitura.redeinfo.notification.domain;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;

/** Tells from what the mail server answered which kind of failure it is (RFC 5321, 4.2.1). */
final class DeliveryErrors {

  private static final int PERMANENT = 500;
  private static final int TRANSIENT = 400;

  private DeliveryErrors() {}

  static DeliveryError of(MessagingException failure) {
    List<Throwable> chain = chain(failure);
    return first(chain, SMTPAddressFailedException.class)
        .map(e -> byCode(e.getReturnCode(), DeliveryError.RECIPIENT_REFUSED))
        .or(
            () ->
                first(chain, SMTPSenderFailedException.class)
                    .map(e -> byCode(e.getReturnCode(), DeliveryError.SENDER_REFUSED)))
        .or(() -> first(chain, SMTPSendFailedException.class).map(DeliveryErrors::ofSending))
        .or(
            () ->
                first(chain, AuthenticationFailedException.class)
                    .map(e -> DeliveryError.AUTHENTICATION))
        .or(() -> first(chain, IOException.class).map(e -> DeliveryError.UNREACHABLE))
        .orElse(DeliveryError.UNKNOWN);
  }

  private static DeliveryError ofSending(SMTPSendFailedException e) {
    boolean aboutSender = e.getCommand() != null && e.getCommand().startsWith("MAIL");
    return byCode(
        e.getReturnCode(),
        aboutSender ? DeliveryError.SENDER_REFUSED : DeliveryError.MESSAGE_REFUSED);
  }

  private static DeliveryError byCode(int code, DeliveryError ifPermanent) {
    if (code >= PERMANENT) {
      return ifPermanent;
    }
    return code >= TRANSIENT ? DeliveryError.TEMPORARY : DeliveryError.UNREACHABLE;
  }

  private static <T> Optional<T> first(List<Throwable> chain, Class<T> type) {
    return chain.stream().filter(type::isInstance).map(type::cast).findFirst();
  }

  /** Jakarta Mail keeps what it was caused by in a chain of its own. */
  private static List<Throwable> chain(MessagingException failure) {
    List<Throwable> chain = new ArrayList<>();
    Throwable current = failure;
    while (current != null && !chain.contains(current)) {
      chain.add(current);
      current =
          current instanceof MessagingException e && e.getNextException() != null
              ? e.getNextException()
              : current.getCause();
    }
    return chain;
  }
}
