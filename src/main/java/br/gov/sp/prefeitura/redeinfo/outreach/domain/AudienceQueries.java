package br.gov.sp.prefeitura.redeinfo.outreach.domain;

import br.gov.sp.prefeitura.redeinfo.outreach.Audience;
import br.gov.sp.prefeitura.redeinfo.outreach.CampaignPlan;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whom a campaign means now: each address once, whatever audiences it belongs to, without those who
 * want no invitations. One statement whatever the number.
 */
@Component
@Transactional(readOnly = true)
public class AudienceQueries {

  private static final Set<Audience> BY_FUNCTION =
      Set.of(Audience.OFFICES, Audience.HEADS, Audience.MEMBERS);

  private static final String HOLDS_NOW =
      "(a.valid_from <= :today AND (a.valid_to IS NULL OR a.valid_to >= :today))";

  /** The columns are those of {@code campaign_recipient}. */
  private static final String EVERYBODY =
      """
      members AS (
        SELECT DISTINCT a.person_id
          FROM appointment a
         WHERE a.function IN ('FOCAL_POINT', 'VOLUNTEER') AND %1$s),
      meant AS (
        SELECT p.name, lower(p.email) AS email, a.body_id, 1 AS rank
          FROM appointment a JOIN person p ON p.id = a.person_id
         WHERE a.function = ANY(:functions) AND %1$s
        UNION ALL
        SELECT p.name, lower(p.email), a.body_id, 2
          FROM appointment a JOIN person p ON p.id = a.person_id
         WHERE :earlier AND a.function IN ('FOCAL_POINT', 'VOLUNTEER') AND a.valid_to < :today
           AND a.person_id NOT IN (SELECT person_id FROM members)
        UNION ALL
        SELECT c.name, c.email, c.body_id, 3
          FROM contact c
         WHERE :contacts AND c.email IS NOT NULL
           AND NOT EXISTS (SELECT FROM person p JOIN members ON person_id = p.id
                            WHERE lower(p.email) = c.email)),
      addressed AS (
        SELECT DISTINCT ON (email) name, email, body_id, %2$s AS address_hash
          FROM meant
         WHERE (:allBodies OR body_id = ANY(:bodies))
           -- No mail ever arrives there (RFC 2606): people who were made anonymous.
           AND email NOT LIKE '%%.invalid'
         ORDER BY email, rank, body_id),
      audience AS (
        SELECT * FROM addressed
         WHERE NOT EXISTS (SELECT FROM opt_out o WHERE o.address_hash = addressed.address_hash))
      """
          .formatted(HOLDS_NOW, Address.SQL);

  private final JdbcClient jdbc;
  private final Clock clock;

  AudienceQueries(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** How many people in how many bodies the plan would invite if all its waves went out now. */
  public Size size(CampaignPlan plan) {
    return meaning(
            plan,
            "WITH "
                + EVERYBODY
                + "SELECT count(*) AS people, count(DISTINCT body_id) AS bodies FROM audience")
        .query((rs, n) -> new Size(rs.getInt("people"), rs.getInt("bodies")))
        .single();
  }

  /**
   * Chooses a wave's recipients among those whom the campaign has not chosen yet, in an order that
   * mixes bodies and is the same at each try.
   *
   * @param limit {@code null} for everybody
   * @return how many
   */
  @Transactional
  int choose(Campaign campaign, int wave, Integer limit) {
    return meaning(
            campaign.plan(),
            "WITH "
                + EVERYBODY
                + """
                  INSERT INTO campaign_recipient (campaign_id, wave, body_id, state, name, email,
                                                  address_hash)
                  SELECT :campaign, :wave, body_id, 'CHOSEN', name, email, address_hash
                    FROM audience
                   WHERE NOT EXISTS (SELECT FROM campaign_recipient r
                                      WHERE r.campaign_id = :campaign
                                        AND r.address_hash = audience.address_hash)
                   ORDER BY sha256(address_hash || int8send(:campaign))
                   LIMIT :limit
                  """)
        .param("campaign", campaign.id())
        .param("wave", wave)
        .param("limit", limit)
        .update();
  }

  private StatementSpec meaning(CampaignPlan plan, String sql) {
    LocalDate today = SaoPaulo.today(clock);
    return jdbc.sql(sql)
        .param("today", today)
        .param("functions", functions(plan.audiences()))
        .param("earlier", plan.audiences().contains(Audience.EARLIER_MEMBERS))
        .param("contacts", plan.audiences().contains(Audience.CONTACTS))
        .param("allBodies", plan.bodyIds() == null)
        .param(
            "bodies", plan.bodyIds() == null ? new Long[0] : plan.bodyIds().toArray(Long[]::new));
  }

  private static String[] functions(Set<Audience> audiences) {
    List<String> functions = new ArrayList<>();
    audiences.stream()
        .filter(BY_FUNCTION::contains)
        .forEach(
            audience ->
                functions.addAll(
                    switch (audience) {
                      case OFFICES -> List.of("OFFICE");
                      case HEADS -> List.of("HEAD", "INTERIM_HEAD");
                      default -> List.of("FOCAL_POINT", "VOLUNTEER");
                    }));
    return functions.toArray(String[]::new);
  }

  /** How many people in how many bodies. */
  public record Size(int people, int bodies) {}
}
