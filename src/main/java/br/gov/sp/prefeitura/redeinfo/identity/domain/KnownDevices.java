package br.gov.sp.prefeitura.redeinfo.identity.domain;

import br.gov.sp.prefeitura.redeinfo.identity.IdentityProperties;
import br.gov.sp.prefeitura.redeinfo.shared.text.Secret;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Browsers in which a person signed in before. They have a budget of guesses of their own, so that
 * whoever guesses from elsewhere, or from behind the same address, cannot keep the owner out.
 */
@Component
public class KnownDevices {

  private final JdbcClient jdbc;
  private final IdentityProperties properties;
  private final Clock clock;

  KnownDevices(JdbcClient jdbc, IdentityProperties properties, Clock clock) {
    this.jdbc = jdbc;
    this.properties = properties;
    this.clock = clock;
  }

  /**
   * Remembers the browser for the person.
   *
   * @param token what its cookie says, or {@code null}
   * @return what its cookie has to say
   */
  public String remember(String token, long personId) {
    String kept = token == null ? Secret.random() : token;
    jdbc.sql(
            """
            INSERT INTO known_device (token_hash, person_id, last_used_at) VALUES (:hash, :person, :now)
            ON CONFLICT (token_hash, person_id) DO UPDATE SET last_used_at = excluded.last_used_at
            """)
        .param("hash", Secret.digest(kept))
        .param("person", personId)
        .param("now", utc(clock.instant()))
        .update();
    return kept;
  }

  boolean isKnown(String token, long personId) {
    return token != null
        && jdbc.sql(
                """
                SELECT EXISTS (SELECT FROM known_device WHERE token_hash = :hash
                                  AND person_id = :person AND last_used_at > :since)
                """)
            .param("hash", Secret.digest(token))
            .param("person", personId)
            .param("since", utc(clock.instant().minus(properties.deviceMemory())))
            .query(Boolean.class)
            .single();
  }

  void forgetOld() {
    jdbc.sql("DELETE FROM known_device WHERE last_used_at < :since")
        .param("since", utc(clock.instant().minus(properties.deviceMemory())))
        .update();
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
