package br.gov.sp.prefeitura.redeinfo.outreach.domain;

import br.gov.sp.prefeitura.redeinfo.audit.AuditEntry;
import br.gov.sp.prefeitura.redeinfo.audit.AuditLog;
import br.gov.sp.prefeitura.redeinfo.network.Appointments;
import br.gov.sp.prefeitura.redeinfo.network.Function;
import br.gov.sp.prefeitura.redeinfo.outreach.domain.Campaign.State;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.shared.text.Typed;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import java.time.Clock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the coordination decides on a campaign in its tasks, in the transaction that completes them.
 */
@Service
@Transactional
public class CampaignDecisions {

  private static final int REASON_LENGTH = 1000;

  private final CampaignRepository campaigns;
  private final CampaignDesk desk;
  private final Appointments appointments;
  private final AuditLog audit;
  private final Clock clock;

  CampaignDecisions(
      CampaignRepository campaigns,
      CampaignDesk desk,
      Appointments appointments,
      AuditLog audit,
      Clock clock) {
    this.campaigns = campaigns;
    this.desk = desk;
    this.appointments = appointments;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * The waves may go out on their days.
   *
   * @throws Refusal (forbidden) for who wrote it, while there is anybody else in the coordination;
   *     (conflict) if it waits for no approval
   */
  public void approve(long id, long by) {
    Campaign campaign = proposed(id);
    if (campaign.writtenBy() == by && hasColleagues(by)) {
      throw Refusal.forbidden("outreach.own-campaign");
    }
    campaigns.decide(id, State.RUNNING, null, by, clock.instant());
    audit.record(AuditEntry.of(OutreachAction.APPROVED, id).by(by));
  }

  /**
   * It is to be changed first.
   *
   * @throws Refusal (invalid) at the field {@code returnComment}, (conflict) as {@link #approve}
   */
  public void giveBack(long id, String comment, long by) {
    proposed(id);
    String why = Typed.text(comment);
    if (why == null || why.length() > REASON_LENGTH || Typed.hasControlCharacters(why, true)) {
      throw Refusal.invalidField("returnComment", "outreach.comment", REASON_LENGTH);
    }
    campaigns.decide(id, State.RETURNED, why, by, clock.instant());
    audit.record(AuditEntry.of(OutreachAction.RETURNED, id).by(by));
  }

  /**
   * The returned plan is handed in again, as it stands on its page now.
   *
   * @throws Refusal (conflict) if its first wave's day has passed meanwhile
   */
  public void resubmit(long id, long by) {
    Campaign campaign = lock(id);
    if (campaign.state() != State.RETURNED) {
      throw Refusal.conflict("outreach.moved-on");
    }
    desk.propose(campaign, by);
  }

  private Campaign proposed(long id) {
    Campaign campaign = lock(id);
    if (campaign.state() != State.PROPOSED) {
      throw Refusal.conflict("outreach.moved-on");
    }
    return campaign;
  }

  private boolean hasColleagues(long personId) {
    return appointments.holders(null, Function.COORDINATION, SaoPaulo.today(clock)).stream()
        .anyMatch(other -> other != personId);
  }

  private Campaign lock(long id) {
    return campaigns.lock(id).orElseThrow(CampaignQueries::unknown);
  }
}
