package br.gov.sp.prefeitura.redeinfo.outreach.domain;

import br.gov.sp.prefeitura.redeinfo.identity.Groups;
import br.gov.sp.prefeitura.redeinfo.notification.Notices;
import br.gov.sp.prefeitura.redeinfo.notification.Notices.Notice;
import br.gov.sp.prefeitura.redeinfo.outreach.domain.RecipientRepository.Totals;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import br.gov.sp.prefeitura.redeinfo.workflow.WaitingTask;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Who hears of what happens to a campaign: the coordination. Every notice is keyed by its event, so
 * that a repeated step tells nobody twice; all join the caller's transaction.
 */
@Component
public class CampaignNotices {

  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("dd/MM/yyyy, HH:mm").withZone(SaoPaulo.ZONE);

  private final Notices notices;

  CampaignNotices(Notices notices) {
    this.notices = notices;
  }

  /** A campaign waits for approval, or for being changed. */
  public void taskOpened(Campaign campaign, WaitingTask task) {
    String template =
        campaign.state() == Campaign.State.RETURNED ? "outreach-revision" : "outreach-approval";
    send("task:" + task.taskId() + ":opened", template, campaign, task);
  }

  /** The due date comes near. */
  public void reminder(Campaign campaign, WaitingTask task) {
    send("task:" + task.taskId() + ":reminder", "outreach-reminder", campaign, task);
  }

  /** The due date has passed. */
  public void overdue(Campaign campaign, WaitingTask task) {
    send("task:" + task.taskId() + ":overdue", "outreach-overdue", campaign, task);
  }

  private void send(String key, String template, Campaign campaign, WaitingTask task) {
    notices.send(
        Notice.toGroups(
            key, template, of(campaign, task), "/tasks/" + task.taskId(), task.groupIds()));
  }

  /** The first wave goes out on its day: who wrote the campaign hears of it. */
  public void approved(Campaign campaign) {
    Map<String, String> parameters = of(campaign);
    parameters.put("day", SaoPaulo.DAY.format(campaign.plan().waves().get(0).day()));
    notices.send(
        Notice.toPersons(
            key(campaign, "approved:" + campaign.version()),
            "outreach-approved",
            parameters,
            path(campaign),
            List.of(campaign.writtenBy())));
  }

  void stopped(Campaign campaign) {
    toCoordination(campaign, "stopped", of(campaign));
  }

  void report(Campaign campaign, Totals totals) {
    Map<String, String> parameters = of(campaign);
    parameters.put("invited", String.valueOf(totals.invited()));
    parameters.put("answered", String.valueOf(totals.answered()));
    parameters.put("joined", String.valueOf(totals.joined()));
    toCoordination(campaign, "closed", parameters);
  }

  private void toCoordination(Campaign campaign, String what, Map<String, String> parameters) {
    notices.send(
        Notice.toGroups(
            key(campaign, what),
            "outreach-" + what,
            parameters,
            path(campaign),
            List.of(Groups.COORDINATION)));
  }

  private static Map<String, String> of(Campaign campaign) {
    return new HashMap<>(Map.of("title", campaign.plan().title()));
  }

  private static Map<String, String> of(Campaign campaign, WaitingTask task) {
    Map<String, String> parameters = of(campaign);
    parameters.put("task", task.taskName());
    parameters.put("deadline", MOMENT.format(task.dueAt()));
    return parameters;
  }

  private static String key(Campaign campaign, String what) {
    return "campaign:" + campaign.id() + ":" + what;
  }

  private static String path(Campaign campaign) {
    return "/outreach/" + campaign.id();
  }
}
