package br.gov.sp.prefeitura.redeinfo.notification.domain;

import br.gov.sp.prefeitura.redeinfo.identity.Accounts.PasswordLinkIssued;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Mails links to choose a password, in the transaction that issues them. */
@Component
class PasswordLinkNotices {

  private static final DateTimeFormatter UNTIL =
      DateTimeFormatter.ofPattern("dd/MM/yyyy 'às' HH:mm").withZone(SaoPaulo.ZONE);

  private final NoticeService notices;

  PasswordLinkNotices(NoticeService notices) {
    this.notices = notices;
  }

  @EventListener
  void send(PasswordLinkIssued link) {
    notices.sendSecret(
        "password-link:" + fingerprint(link.path()),
        link.reset() ? "password-reset" : "account-invitation",
        Map.of("validUntil", UNTIL.format(link.validUntil())),
        link.path(),
        link.personId(),
        link.validUntil());
  }

  /** The event's key stays when the secret is gone, so it must not contain it. */
  private static String fingerprint(String path) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha256.digest(path.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
