package br.gov.sp.prefeitura.redeinfo.notification.domain;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;

/**
 * A row of the outbox of letters.
 *
 * @param path page to open, {@code null} if there is none or it was secret and is gone
 * @param optOutPath page that takes the address off the list, or {@code null}
 * @param expiresAt when the path stops working, or {@code null}
 */
record StoredLetter(
    long id,
    String address,
    String template,
    Map<String, String> parameters,
    String path,
    String optOutPath,
    Locale locale,
    Instant createdAt,
    Instant expiresAt,
    int attempts)
    implements OutgoingMail {}
