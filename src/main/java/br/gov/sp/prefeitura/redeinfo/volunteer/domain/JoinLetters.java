package br.gov.sp.prefeitura.redeinfo.volunteer.domain;

import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.notification.Letters;
import br.gov.sp.prefeitura.redeinfo.notification.Letters.Letter;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * What applicants are written before they have an account. Until an address is confirmed nothing
 * that was typed goes into a letter: anybody may type anybody's address.
 */
@Component
class JoinLetters {

  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("dd/MM/yyyy 'às' HH:mm").withZone(SaoPaulo.ZONE);

  /** As long as a mail server may be away; what the link opens ends with the decision. */
  private static final Duration WITHDRAWAL = Duration.ofDays(30);

  private final Letters letters;

  JoinLetters(Letters letters) {
    this.letters = letters;
  }

  void confirm(long requestId, String email, String secret, Instant validUntil) {
    letters.send(
        List.of(
            new Letter(
                "join:" + requestId,
                "join-confirm",
                Map.of("validUntil", MOMENT.format(validUntil)),
                "/join/" + secret,
                true,
                null,
                email,
                validUntil)));
  }

  /**
   * @param member whether they have access already; else their enlistment waits
   */
  void tellWhereTheyAre(long requestId, String email, boolean member) {
    letters.send(
        List.of(
            new Letter(
                "join:" + requestId,
                member ? "join-member" : "join-waiting",
                Map.of(),
                member ? "/login" : "/join",
                false,
                null,
                email)));
  }

  void received(Enlistment enlistment, Body body, String secret) {
    letters.send(
        List.of(
            new Letter(
                key(enlistment, "received"),
                "enlistment-received",
                Map.of("name", enlistment.name(), "bodyName", body.name()),
                "/join/withdrawal/" + secret,
                true,
                null,
                enlistment.email(),
                enlistment.confirmedAt().plus(WITHDRAWAL))));
  }

  void declined(Enlistment enlistment, Body body) {
    letters.send(
        List.of(
            new Letter(
                key(enlistment, "declined"),
                "enlistment-declined",
                Map.of(
                    "name",
                    enlistment.name(),
                    "bodyName",
                    body.name(),
                    "reason",
                    enlistment.reason()),
                null,
                false,
                null,
                enlistment.email())));
  }

  private static String key(Enlistment enlistment, String what) {
    return "enlistment:" + enlistment.id() + ":" + what;
  }
}
