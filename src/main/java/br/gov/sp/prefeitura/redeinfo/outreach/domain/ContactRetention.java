package br.gov.sp.prefeitura.redeinfo.outreach.domain;

import br.gov.sp.prefeitura.redeinfo.shared.privacy.Retention;
import java.sql.Timestamp;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Contacts whom no list named for long, and the recipients of campaigns that ended long ago. Their
 * rows go on counting for their bodies; what stays of an address is the digest among those that
 * want no invitations.
 */
@Component
class ContactRetention implements Retention {

  private static final String CONTACTS = "anonymised_at IS NULL AND listed_at < :before";

  private static final String RECIPIENTS =
      """
      r.address_hash IS NOT NULL
         AND r.campaign_id IN (SELECT id FROM campaign
                                WHERE state IN ('CLOSED', 'STOPPED') AND state_since < :before)
      """;

  private final JdbcClient jdbc;

  ContactRetention(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public String kind() {
    return "outreach-contacts";
  }

  @Override
  public long lapsed(Instant before) {
    return jdbc.sql(
            "SELECT (SELECT count(*) FROM contact WHERE "
                + CONTACTS
                + ") + (SELECT count(*) FROM campaign_recipient r WHERE "
                + RECIPIENTS
                + ")")
        .param("before", Timestamp.from(before))
        .query(Long.class)
        .single();
  }

  @Override
  public int anonymise(Instant before, int limit) {
    int contacts =
        jdbc.sql(
                """
                UPDATE contact SET name = NULL, email = NULL, address_hash = NULL,
                       anonymised_at = greatest(now(), added_at)
                 WHERE id IN (SELECT id FROM contact WHERE %s ORDER BY id LIMIT :limit)
                """
                    .formatted(CONTACTS))
            .param("before", Timestamp.from(before))
            .param("limit", limit)
            .update();
    return contacts == limit ? contacts : contacts + recipients(before, limit - contacts);
  }

  private int recipients(Instant before, int limit) {
    return jdbc.sql(
            """
            UPDATE campaign_recipient
               SET name = NULL, email = NULL, address_hash = NULL, token_hash = NULL
             WHERE id IN (SELECT r.id FROM campaign_recipient r WHERE %s ORDER BY r.id LIMIT :limit)
            """
                .formatted(RECIPIENTS))
        .param("before", Timestamp.from(before))
        .param("limit", limit)
        .update();
  }
}
