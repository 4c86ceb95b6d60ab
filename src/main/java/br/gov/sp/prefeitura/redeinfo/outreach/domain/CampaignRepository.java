package br.gov.sp.prefeitura.redeinfo.outreach.domain;

import br.gov.sp.prefeitura.redeinfo.outreach.Audience;
import br.gov.sp.prefeitura.redeinfo.outreach.CampaignPlan;
import br.gov.sp.prefeitura.redeinfo.outreach.CampaignPlan.Measure;
import br.gov.sp.prefeitura.redeinfo.outreach.domain.Campaign.State;
import br.gov.sp.prefeitura.redeinfo.outreach.domain.Campaign.Wave;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code campaign} with their bodies and waves; joins the caller's transaction. */
@Repository
class CampaignRepository {

  private final JdbcClient jdbc;

  CampaignRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  long insert(CampaignPlan plan, long by, Instant now) {
    long id =
        jdbc.sql(
                """
                INSERT INTO campaign (title, subject, message, audiences, all_bodies, closes_on,
                                      state, state_since, written_by, written_at)
                VALUES (:title, :subject, :message, :audiences, :allBodies, :closesOn,
                        'DRAFT', :now, :by, :now)
                RETURNING id
                """)
            .param("title", plan.title())
            .param("subject", plan.subject())
            .param("message", plan.message())
            .param("audiences", names(plan.audiences()))
            .param("allBodies", plan.bodyIds() == null)
            .param("closesOn", plan.closesOn())
            .param("by", by)
            .param("now", Timestamp.from(now))
            .query(Long.class)
            .single();
    insertParts(id, plan);
    return id;
  }

  void update(long id, CampaignPlan plan, long by, Instant now) {
    jdbc.sql(
            """
            UPDATE campaign
               SET title = :title, subject = :subject, message = :message, audiences = :audiences,
                   all_bodies = :allBodies, closes_on = :closesOn, version = version + 1,
                   written_by = :by, written_at = :now
             WHERE id = :id
            """)
        .param("id", id)
        .param("title", plan.title())
        .param("subject", plan.subject())
        .param("message", plan.message())
        .param("audiences", names(plan.audiences()))
        .param("allBodies", plan.bodyIds() == null)
        .param("closesOn", plan.closesOn())
        .param("by", by)
        .param("now", Timestamp.from(now))
        .update();
    jdbc.sql("DELETE FROM campaign_body WHERE campaign_id = :id").param("id", id).update();
    jdbc.sql("DELETE FROM campaign_wave WHERE campaign_id = :id").param("id", id).update();
    insertParts(id, plan);
  }

  private void insertParts(long id, CampaignPlan plan) {
    if (plan.bodyIds() != null) {
      jdbc.sql("INSERT INTO campaign_body (campaign_id, body_id) SELECT :id, unnest(:bodies)")
          .param("id", id)
          .param("bodies", plan.bodyIds().toArray(Long[]::new))
          .update();
    }
    List<CampaignPlan.Wave> waves = plan.waves();
    jdbc.sql(
            """
            INSERT INTO campaign_wave (campaign_id, number, day, measure, amount)
            SELECT :id, number, day, measure, amount
              FROM unnest(cast(:days AS date[]), :measures, :amounts)
                   WITH ORDINALITY AS planned (day, measure, amount, number)
            """)
        .param("id", id)
        .param("days", waves.stream().map(wave -> wave.day().toString()).toArray(String[]::new))
        .param("measures", waves.stream().map(wave -> wave.measure().name()).toArray(String[]::new))
        .param("amounts", waves.stream().map(CampaignPlan.Wave::amount).toArray(Integer[]::new))
        .update();
  }

  Optional<Campaign> find(long id) {
    return read("SELECT * FROM campaign WHERE id = :id", id);
  }

  /** Reads it and keeps others from changing it until the transaction ends. */
  Optional<Campaign> lock(long id) {
    return read("SELECT * FROM campaign WHERE id = :id FOR UPDATE", id);
  }

  private Optional<Campaign> read(String sql, long id) {
    return jdbc.sql(sql).param("id", id).query((rs, n) -> campaign(rs)).optional();
  }

  void enter(long id, State state, String reason, Instant now) {
    jdbc.sql(
            """
            UPDATE campaign SET state = :state, state_since = :now, reason = :reason WHERE id = :id
            """)
        .param("id", id)
        .param("state", state.name())
        .param("reason", reason)
        .param("now", Timestamp.from(now))
        .update();
  }

  void decide(long id, State state, String reason, long by, Instant now) {
    jdbc.sql(
            """
            UPDATE campaign SET state = :state, state_since = :now, reason = :reason,
                   decided_by = :by, decided_at = :now
             WHERE id = :id
            """)
        .param("id", id)
        .param("state", state.name())
        .param("reason", reason)
        .param("by", by)
        .param("now", Timestamp.from(now))
        .update();
  }

  private static String[] names(Set<Audience> audiences) {
    return audiences.stream().map(Audience::name).sorted().toArray(String[]::new);
  }

  private Campaign campaign(ResultSet rs) throws SQLException {
    long id = rs.getLong("id");
    List<Wave> waves = waves(id);
    Set<Audience> audiences =
        Arrays.stream((String[]) rs.getArray("audiences").getArray())
            .map(Audience::valueOf)
            .collect(Collectors.toSet());
    CampaignPlan plan =
        new CampaignPlan(
            rs.getString("title"),
            rs.getString("subject"),
            rs.getString("message"),
            audiences,
            rs.getBoolean("all_bodies") ? null : bodies(id),
            waves.stream().map(Wave::plan).toList(),
            rs.getObject("closes_on", LocalDate.class));
    return new Campaign(
        id,
        plan,
        State.valueOf(rs.getString("state")),
        moment(rs, "state_since"),
        rs.getInt("version"),
        rs.getLong("written_by"),
        moment(rs, "written_at"),
        rs.getObject("decided_by", Long.class),
        moment(rs, "decided_at"),
        rs.getString("reason"),
        rs.getObject("audience_size", Integer.class),
        waves);
  }

  private Set<Long> bodies(long id) {
    return jdbc.sql("SELECT body_id FROM campaign_body WHERE campaign_id = :id")
        .param("id", id)
        .query(Long.class)
        .set();
  }

  private List<Wave> waves(long id) {
    return jdbc.sql("SELECT * FROM campaign_wave WHERE campaign_id = :id ORDER BY number")
        .param("id", id)
        .query(
            (rs, n) ->
                new Wave(
                    rs.getInt("number"),
                    new CampaignPlan.Wave(
                        rs.getObject("day", LocalDate.class),
                        Measure.valueOf(rs.getString("measure")),
                        rs.getObject("amount", Integer.class)),
                    moment(rs, "fixed_at"),
                    moment(rs, "finished_at"),
                    rs.getInt("recipients"),
                    rs.getInt("sent"),
                    rs.getInt("skipped")))
        .list();
  }

  static Instant moment(ResultSet rs, String column) throws SQLException {
    Timestamp value = rs.getTimestamp(column);
    return value == null ? null : value.toInstant();
  }
}
