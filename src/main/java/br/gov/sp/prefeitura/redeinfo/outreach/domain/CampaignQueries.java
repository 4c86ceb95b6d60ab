package br.gov.sp.prefeitura.redeinfo.outreach.domain;

import br.gov.sp.prefeitura.redeinfo.outreach.domain.Campaign.State;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads campaigns for pages and forms. */
@Component
@Transactional(readOnly = true)
public class CampaignQueries {

  private final CampaignRepository campaigns;
  private final JdbcClient jdbc;

  CampaignQueries(CampaignRepository campaigns, JdbcClient jdbc) {
    this.campaigns = campaigns;
    this.jdbc = jdbc;
  }

  static Refusal unknown() {
    return Refusal.notFound("outreach.no-such-campaign");
  }

  /**
   * @throws Refusal (not found)
   */
  public Campaign get(long id) {
    return campaigns.find(id).orElseThrow(CampaignQueries::unknown);
  }

  /**
   * A page of campaigns, the newest first.
   *
   * @param before id of the last one of the page before, or {@code null}
   */
  public List<Listed> list(Long before, int limit) {
    return jdbc.sql(
            """
            SELECT c.id, c.title, c.state, c.state_since, w.waves, w.finished, w.sent
              FROM campaign c
              CROSS JOIN LATERAL (SELECT count(*) AS waves, count(finished_at) AS finished,
                                         sum(sent) AS sent
                                    FROM campaign_wave WHERE campaign_id = c.id) w
             WHERE c.id < :before ORDER BY c.id DESC LIMIT :limit
            """)
        .param("before", before == null ? Long.MAX_VALUE : before)
        .param("limit", limit)
        .query(
            (rs, n) ->
                new Listed(
                    rs.getLong("id"),
                    rs.getString("title"),
                    State.valueOf(rs.getString("state")),
                    CampaignRepository.moment(rs, "state_since"),
                    rs.getInt("waves"),
                    rs.getInt("finished"),
                    rs.getInt("sent")))
        .list();
  }

  /**
   * What came of the campaign by body, those with most invitations first. Numbers alone, the same
   * when those they stand for are anonymous.
   */
  public List<BodyFigures> figures(long id) {
    return jdbc.sql(
            """
            SELECT body_id, count(*) AS invited, count(answered_at) AS answered,
                   count(joined_at) AS joined
              FROM campaign_recipient WHERE campaign_id = :id AND state = 'SENT'
             GROUP BY body_id ORDER BY invited DESC, body_id
            """)
        .param("id", id)
        .query(
            (rs, n) ->
                new BodyFigures(
                    rs.getLong("body_id"),
                    rs.getInt("invited"),
                    rs.getInt("answered"),
                    rs.getInt("joined")))
        .list();
  }

  /** A campaign in the list. */
  public record Listed(
      long id, String title, State state, Instant stateSince, int waves, int finished, int sent) {}

  /**
   * @param invited written to
   * @param answered asked to join by the confirmed address
   * @param joined became a volunteer or a focal point
   */
  public record BodyFigures(long bodyId, int invited, int answered, int joined) {}
}
