package br.gov.sp.prefeitura.redeinfo.outreach.domain;

import br.gov.sp.prefeitura.redeinfo.audit.AuditEntry;
import br.gov.sp.prefeitura.redeinfo.audit.AuditLog;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.shared.text.Secret;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes addresses off the list by the link that only their letters hold. It holds for every later
 * list and campaign.
 */
@Service
public class OptOuts {

  private final JdbcClient jdbc;
  private final AuditLog audit;
  private final Clock clock;

  OptOuts(JdbcClient jdbc, AuditLog audit, Clock clock) {
    this.jdbc = jdbc;
    this.audit = audit;
    this.clock = clock;
  }

  /** Where a letter's reader takes the address off the list. */
  static String path(String token) {
    return "/opt-out/" + token;
  }

  /**
   * Whether the link's address is off the list already.
   *
   * @throws Refusal (not found) if it is no link of ours, or everything about it is forgotten
   */
  @Transactional(readOnly = true)
  public boolean isOptedOut(String token) {
    return find(token).orElseThrow(OptOuts::unknown).optedOut();
  }

  /**
   * Takes the link's address off the list. Safe to repeat.
   *
   * @throws Refusal (not found) as {@link #isOptedOut}
   */
  @Transactional
  public void optOut(String token) {
    Holder holder = find(token).orElseThrow(OptOuts::unknown);
    int fresh =
        jdbc.sql(
                """
                INSERT INTO opt_out (address_hash, opted_out_at) VALUES (:address, :now)
                ON CONFLICT DO NOTHING
                """)
            .param("address", holder.address())
            .param("now", Timestamp.from(clock.instant()))
            .update();
    if (fresh == 1) {
      audit.record(
          AuditEntry.of(OutreachAction.OPTED_OUT, holder.campaignId()).in(holder.bodyId()));
    }
  }

  private Optional<Holder> find(String token) {
    return jdbc.sql(
            """
            SELECT r.campaign_id, r.body_id, r.address_hash, o.address_hash IS NOT NULL AS opted_out
              FROM campaign_recipient r LEFT JOIN opt_out o USING (address_hash)
             WHERE r.token_hash = :token AND r.address_hash IS NOT NULL
            """)
        .param("token", Secret.digest(token))
        .query(
            (rs, n) ->
                new Holder(
                    rs.getLong("campaign_id"),
                    rs.getLong("body_id"),
                    rs.getBytes("address_hash"),
                    rs.getBoolean("opted_out")))
        .optional();
  }

  private static Refusal unknown() {
    return Refusal.notFound("outreach.no-such-link");
  }

  private record Holder(long campaignId, long bodyId, byte[] address, boolean optedOut) {}
}
