package br.gov.sp.prefeitura.redeinfo.outreach.process;

import br.gov.sp.prefeitura.redeinfo.network.Persons;
import br.gov.sp.prefeitura.redeinfo.outreach.CampaignPlan;
import br.gov.sp.prefeitura.redeinfo.outreach.domain.AudienceQueries;
import br.gov.sp.prefeitura.redeinfo.outreach.domain.Campaign;
import br.gov.sp.prefeitura.redeinfo.outreach.domain.CampaignQueries;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import br.gov.sp.prefeitura.redeinfo.workflow.TaskFormData;
import br.gov.sp.prefeitura.redeinfo.workflow.TaskInbox;
import br.gov.sp.prefeitura.redeinfo.workflow.TaskInbox.OpenTask;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What the forms of {@code outreach-campaign} show, read when they are opened; in pt-BR. */
@Component
class CampaignFormData implements TaskFormData {

  private static final Locale LANGUAGE = Locale.forLanguageTag("pt-BR");
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("dd/MM/yyyy, HH:mm").withZone(SaoPaulo.ZONE);

  private final CampaignQueries campaigns;
  private final AudienceQueries audience;
  private final Persons persons;
  private final TaskInbox inbox;
  private final MessageSource messages;

  CampaignFormData(
      CampaignQueries campaigns,
      AudienceQueries audience,
      Persons persons,
      TaskInbox inbox,
      MessageSource messages) {
    this.campaigns = campaigns;
    this.audience = audience;
    this.persons = persons;
    this.inbox = inbox;
    this.messages = messages;
  }

  @Override
  public String processKey() {
    return OutreachCampaignProcess.KEY;
  }

  @Override
  public Map<String, Object> dataFor(TaskFormRequest request) {
    Campaign campaign = campaigns.get(Long.parseLong(request.businessKey()));
    CampaignPlan plan = campaign.plan();
    AudienceQueries.Size size = audience.size(plan);
    Map<String, Object> data = new HashMap<>();
    data.put("campaignTitle", plan.title());
    data.put("mailSubject", plan.subject());
    data.put("message", plan.message());
    data.put("audiences", audiences(plan));
    data.put("size", text("outreach.size", size.people(), size.bodies()));
    data.put("waves", waves(plan));
    data.put("closesOn", SaoPaulo.DAY.format(plan.closesOn()));
    data.put("writtenBy", persons.get(campaign.writtenBy()).name());
    data.put("page", "/outreach/" + campaign.id());
    data.put("comment", campaign.reason() == null ? "" : campaign.reason());
    data.put(
        "deadline",
        inbox.findOpen(request.taskId()).map(OpenTask::dueAt).map(MOMENT::format).orElse(""));
    return data;
  }

  private String audiences(CampaignPlan plan) {
    return plan.audiences().stream()
        .sorted()
        .map(audience -> text("outreach.audience." + audience))
        .collect(Collectors.joining("; "));
  }

  private List<Map<String, Object>> waves(CampaignPlan plan) {
    return plan.waves().stream()
        .<Map<String, Object>>map(
            wave ->
                Map.of(
                    "day",
                    SaoPaulo.DAY.format(wave.day()),
                    "amount",
                    text("outreach.wave." + wave.measure(), wave.amount())))
        .toList();
  }

  private String text(String key, Object... args) {
    return messages.getMessage(key, args, LANGUAGE);
  }
}
