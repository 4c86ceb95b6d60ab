package br.gov.sp.prefeitura.redeinfo.outreach.domain;

import br.gov.sp.prefeitura.redeinfo.audit.AuditEntry;
import br.gov.sp.prefeitura.redeinfo.audit.AuditLog;
import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson.SignedIn;
import br.gov.sp.prefeitura.redeinfo.network.Bodies;
import br.gov.sp.prefeitura.redeinfo.outreach.CampaignPlan;
import br.gov.sp.prefeitura.redeinfo.outreach.OutreachProgramme;
import br.gov.sp.prefeitura.redeinfo.outreach.domain.Campaign.State;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.shared.text.Typed;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import java.time.Clock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the coordination does with campaigns on our pages: write, change, hand in, stop. */
@Service
@Transactional
public class CampaignDesk implements OutreachProgramme {

  private static final int REASON_LENGTH = 1000;

  private final CampaignRepository campaigns;
  private final CampaignInstances instances;
  private final WaveService waves;
  private final CampaignNotices notices;
  private final Bodies bodies;
  private final AuditLog audit;
  private final Clock clock;

  CampaignDesk(
      CampaignRepository campaigns,
      CampaignInstances instances,
      WaveService waves,
      CampaignNotices notices,
      Bodies bodies,
      AuditLog audit,
      Clock clock) {
    this.campaigns = campaigns;
    this.instances = instances;
    this.waves = waves;
    this.notices = notices;
    this.bodies = bodies;
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  public long write(CampaignPlan typed, SignedIn by) {
    requireCoordination(by);
    CampaignPlan plan = checked(typed);
    long id = campaigns.insert(plan, by.personId(), clock.instant());
    audit.record(AuditEntry.of(OutreachAction.WRITTEN, id).by(by.personId()));
    return id;
  }

  /**
   * @param version the plan that was changed; a later one is not overwritten
   * @throws Refusal as {@link #write}; (conflict) if somebody changed it meanwhile, or it may not
   *     be changed any more
   */
  public void change(long id, int version, CampaignPlan typed, SignedIn by) {
    requireCoordination(by);
    Campaign campaign = lock(id);
    if (!campaign.state().isEditable()) {
      throw Refusal.conflict("outreach.moved-on");
    }
    if (campaign.version() != version) {
      throw Refusal.conflict("outreach.changed-meanwhile");
    }
    campaigns.update(id, checked(typed), by.personId(), clock.instant());
    audit.record(AuditEntry.of(OutreachAction.CHANGED, id).by(by.personId()));
  }

  @Override
  public void submit(long id, SignedIn by) {
    requireCoordination(by);
    Campaign campaign = lock(id);
    if (campaign.state() != State.DRAFT) {
      throw Refusal.conflict("outreach.moved-on");
    }
    propose(campaign, by.personId());
    instances.start(campaign);
  }

  /** Hands a plan in, for the first time or again; for steps that know who asks. */
  void propose(Campaign campaign, long by) {
    if (!CampaignRules.isInTime(campaign.plan(), SaoPaulo.today(clock))) {
      throw Refusal.conflict("outreach.first-wave-passed");
    }
    campaigns.enter(campaign.id(), State.PROPOSED, null, clock.instant());
    audit.record(AuditEntry.of(OutreachAction.SUBMITTED, campaign.id()).by(by));
  }

  /**
   * Ends it before its time. What was sent stays sent; what a wave had not sent yet is never sent.
   *
   * @throws Refusal (conflict) if it has ended, (invalid) at the field {@code reason}
   */
  public void stop(long id, String reason, SignedIn by) {
    requireCoordination(by);
    String why = Typed.text(reason);
    if (why == null) {
      throw Refusal.invalidField("reason", "outreach.missing");
    }
    if (why.length() > REASON_LENGTH) {
      throw Refusal.invalidField("reason", "outreach.too-long", REASON_LENGTH);
    }
    if (Typed.hasControlCharacters(why, true)) {
      throw Refusal.invalidField("reason", "outreach.control-characters");
    }
    instances.holdTasks(id);
    Campaign campaign = lock(id);
    if (!campaign.state().isOpen()) {
      throw Refusal.conflict("outreach.moved-on");
    }
    waves.drop(campaign);
    campaigns.enter(id, State.STOPPED, why, clock.instant());
    audit.record(AuditEntry.of(OutreachAction.STOPPED, id).by(by.personId()));
    if (campaign.state() != State.DRAFT) {
      instances.stop(id);
    }
  }

  /** Tells who concerns it that the campaign was stopped. */
  public void announceStop(long id) {
    notices.stopped(campaigns.find(id).orElseThrow());
  }

  private CampaignPlan checked(CampaignPlan typed) {
    CampaignPlan plan = CampaignRules.checked(typed, SaoPaulo.today(clock));
    if (plan.bodyIds() != null && bodies.byId(plan.bodyIds()).size() < plan.bodyIds().size()) {
      throw Refusal.invalidField("bodies", "outreach.bodies-missing");
    }
    return plan;
  }

  private Campaign lock(long id) {
    return campaigns.lock(id).orElseThrow(CampaignQueries::unknown);
  }

  private static void requireCoordination(SignedIn by) {
    if (!by.isCoordination()) {
      throw Refusal.forbidden("outreach.coordination-only");
    }
  }
}
