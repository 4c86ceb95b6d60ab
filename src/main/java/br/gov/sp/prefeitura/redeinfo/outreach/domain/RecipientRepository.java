package br.gov.sp.prefeitura.redeinfo.outreach.domain;

import br.gov.sp.prefeitura.redeinfo.shared.text.Secret;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Rows of {@code campaign_recipient}, and the counters of waves; joins the caller's transaction.
 */
@Repository
class RecipientRepository {

  private final JdbcClient jdbc;

  RecipientRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void rememberSize(long campaignId, int size) {
    jdbc.sql("UPDATE campaign SET audience_size = :size WHERE id = :id")
        .param("id", campaignId)
        .param("size", size)
        .update();
  }

  void fix(long campaignId, int wave, int chosen, Instant now) {
    jdbc.sql(
            """
            UPDATE campaign_wave SET fixed_at = :now, recipients = :chosen
             WHERE campaign_id = :campaign AND number = :wave
            """)
        .param("campaign", campaignId)
        .param("wave", wave)
        .param("chosen", chosen)
        .param("now", Timestamp.from(now))
        .update();
  }

  /** The next ones of the wave who were chosen and not written to. */
  List<Recipient> next(long campaignId, int wave, int limit) {
    return jdbc.sql(
            """
            SELECT r.id, r.name, r.email, r.body_id,
                   r.email IS NOT NULL AND o.address_hash IS NULL AS willing
              FROM campaign_recipient r LEFT JOIN opt_out o USING (address_hash)
             WHERE r.campaign_id = :campaign AND r.wave = :wave AND r.state = 'CHOSEN'
             ORDER BY r.id LIMIT :limit
            """)
        .param("campaign", campaignId)
        .param("wave", wave)
        .param("limit", limit)
        .query(
            (rs, n) ->
                new Recipient(
                    rs.getLong("id"),
                    rs.getString("name"),
                    rs.getString("email"),
                    rs.getLong("body_id"),
                    rs.getBoolean("willing")))
        .list();
  }

  /**
   * @param tokens of their links, by recipient; digests are kept
   */
  void sent(Map<Long, String> tokens, Instant now) {
    jdbc.sql(
            """
            UPDATE campaign_recipient r SET state = 'SENT', sent_at = :now, token_hash = written.token
              FROM unnest(:ids, :tokens) AS written (id, token) WHERE r.id = written.id
            """)
        .param("ids", tokens.keySet().toArray(Long[]::new))
        .param("tokens", tokens.values().stream().map(Secret::digest).toArray(byte[][]::new))
        .param("now", Timestamp.from(now))
        .update();
  }

  void skipped(Collection<Long> ids) {
    if (!ids.isEmpty()) {
      jdbc.sql("UPDATE campaign_recipient SET state = 'SKIPPED' WHERE id = ANY(:ids)")
          .param("ids", ids.toArray(Long[]::new))
          .update();
    }
  }

  /**
   * @param finishedAt {@code null} while more are to come
   */
  void count(long campaignId, int wave, int sent, int skipped, Instant finishedAt) {
    jdbc.sql(
            """
            UPDATE campaign_wave
               SET sent = sent + :sent, skipped = skipped + :skipped, finished_at = :finishedAt
             WHERE campaign_id = :campaign AND number = :wave
            """)
        .param("campaign", campaignId)
        .param("wave", wave)
        .param("sent", sent)
        .param("skipped", skipped)
        .param("finishedAt", finishedAt == null ? null : Timestamp.from(finishedAt))
        .update();
  }

  void drop(long campaignId) {
    jdbc.sql(
            """
            UPDATE campaign_recipient SET state = 'DROPPED'
             WHERE campaign_id = :campaign AND state = 'CHOSEN'
            """)
        .param("campaign", campaignId)
        .update();
  }

  /** What came of all waves so far. */
  Totals totals(long campaignId) {
    return jdbc.sql(
            """
            SELECT count(*) AS invited, count(answered_at) AS answered, count(joined_at) AS joined
              FROM campaign_recipient WHERE campaign_id = :campaign AND state = 'SENT'
            """)
        .param("campaign", campaignId)
        .query(
            (rs, n) -> new Totals(rs.getInt("invited"), rs.getInt("answered"), rs.getInt("joined")))
        .single();
  }

  /**
   * @param willing whether there still is an address, and it wants invitations
   */
  record Recipient(long id, String name, String email, long bodyId, boolean willing) {}

  /** How many were written to, asked to join, and joined. */
  record Totals(int invited, int answered, int joined) {}
}
