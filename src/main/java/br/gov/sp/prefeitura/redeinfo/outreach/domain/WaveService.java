package br.gov.sp.prefeitura.redeinfo.outreach.domain;

import br.gov.sp.prefeitura.redeinfo.audit.AuditEntry;
import br.gov.sp.prefeitura.redeinfo.audit.AuditLog;
import br.gov.sp.prefeitura.redeinfo.network.Bodies;
import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.notification.Letters;
import br.gov.sp.prefeitura.redeinfo.notification.Letters.Letter;
import br.gov.sp.prefeitura.redeinfo.outreach.CampaignPlan;
import br.gov.sp.prefeitura.redeinfo.outreach.domain.Campaign.State;
import br.gov.sp.prefeitura.redeinfo.outreach.domain.Campaign.Wave;
import br.gov.sp.prefeitura.redeinfo.outreach.domain.RecipientRepository.Recipient;
import br.gov.sp.prefeitura.redeinfo.shared.text.Secret;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sends a campaign's waves: chooses the recipients of one, then writes their letters a chunk at a
 * time. Every step is one transaction that holds the campaign, so that a step taken again after a
 * crash, or on two nodes at a time, writes to nobody twice.
 */
@Service
@Transactional
public class WaveService {

  private static final int ALL = 100;

  private final CampaignRepository campaigns;
  private final RecipientRepository recipients;
  private final AudienceQueries audience;
  private final CampaignNotices notices;
  private final Letters letters;
  private final Bodies bodies;
  private final OutreachProperties properties;
  private final AuditLog audit;
  private final Clock clock;

  WaveService(
      CampaignRepository campaigns,
      RecipientRepository recipients,
      AudienceQueries audience,
      CampaignNotices notices,
      Letters letters,
      Bodies bodies,
      OutreachProperties properties,
      AuditLog audit,
      Clock clock) {
    this.campaigns = campaigns;
    this.recipients = recipients;
    this.audience = audience;
    this.notices = notices;
    this.letters = letters;
    this.bodies = bodies;
    this.properties = properties;
    this.audit = audit;
    this.clock = clock;
  }

  /** Chooses whom the next wave invites, among those whom the campaign means today. */
  public void choose(long campaignId) {
    Campaign campaign = campaigns.lock(campaignId).orElseThrow();
    Wave wave = campaign.nextWave().orElse(null);
    if (campaign.state() != State.RUNNING || wave == null || wave.fixedAt() != null) {
      return;
    }
    Integer size = campaign.audienceSize();
    if (size == null) {
      size = audience.size(campaign.plan()).people();
      recipients.rememberSize(campaignId, size);
    }
    int chosen = audience.choose(campaign, wave.number(), limit(wave.plan(), size));
    recipients.fix(campaignId, wave.number(), chosen, clock.instant());
    audit.record(
        AuditEntry.of(OutreachAction.WAVE_CHOSEN, campaignId)
            .with("wave", wave.number())
            .with("recipients", chosen));
  }

  private static Integer limit(CampaignPlan.Wave wave, int size) {
    return switch (wave.measure()) {
      case SHARE -> (size * wave.amount() + ALL - 1) / ALL;
      case PEOPLE -> wave.amount();
      case REST -> null;
    };
  }

  /**
   * Writes the next letters of the wave that is being sent.
   *
   * @return whether the wave is finished
   */
  public boolean sendChunk(long campaignId) {
    Campaign campaign = campaigns.lock(campaignId).orElseThrow();
    Wave wave = campaign.nextWave().orElse(null);
    if (campaign.state() != State.RUNNING || wave == null || wave.fixedAt() == null) {
      return true;
    }
    Instant now = clock.instant();
    List<Recipient> next = recipients.next(campaignId, wave.number(), properties.chunk());
    List<Recipient> willing = next.stream().filter(Recipient::willing).toList();
    Map<Long, String> tokens = write(campaign, willing);
    recipients.sent(tokens, now);
    recipients.skipped(next.stream().filter(one -> !one.willing()).map(Recipient::id).toList());
    boolean finished = next.size() < properties.chunk();
    recipients.count(
        campaignId,
        wave.number(),
        willing.size(),
        next.size() - willing.size(),
        finished ? now : null);
    if (finished) {
      audit.record(
          AuditEntry.of(OutreachAction.WAVE_SENT, campaignId)
              .with("wave", wave.number())
              .with("sent", wave.sent() + willing.size()));
    }
    return finished;
  }

  /**
   * @return by recipient the token of the link that takes their address off the list
   */
  private Map<Long, String> write(Campaign campaign, List<Recipient> willing) {
    Map<Long, Body> byId = bodies.byId(willing.stream().map(Recipient::bodyId).distinct().toList());
    Map<Long, String> tokens = new LinkedHashMap<>();
    List<Letter> written = new ArrayList<>();
    for (Recipient one : willing) {
      String token = Secret.random();
      tokens.put(one.id(), token);
      written.add(
          Invitation.letter(
              campaign.id(),
              campaign.plan(),
              one.name(),
              byId.get(one.bodyId()).name(),
              OptOuts.path(token),
              one.email()));
    }
    letters.send(written);
    return tokens;
  }

  /** The wave under way, if there is one, is not sent any further. */
  void drop(Campaign campaign) {
    recipients.drop(campaign.id());
  }

  /** The campaign is over; the coordination reads what came of it. */
  public void close(long campaignId) {
    Campaign campaign = campaigns.lock(campaignId).orElseThrow();
    if (campaign.state() != State.RUNNING) {
      return;
    }
    campaigns.enter(campaignId, State.CLOSED, null, clock.instant());
    audit.record(AuditEntry.of(OutreachAction.CLOSED, campaignId));
  }

  /** Tells the coordination what came of a closed campaign. */
  public void report(long campaignId) {
    notices.report(campaigns.find(campaignId).orElseThrow(), recipients.totals(campaignId));
  }
}
