package br.gov.sp.prefeitura.redeinfo.statute.process;

import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import br.gov.sp.prefeitura.redeinfo.statute.domain.AcceptanceRequest;
import br.gov.sp.prefeitura.redeinfo.statute.domain.AcceptanceRequests;
import br.gov.sp.prefeitura.redeinfo.statute.domain.StatuteVersion;
import br.gov.sp.prefeitura.redeinfo.workflow.TaskFormData;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What the form of {@code statute-acceptance} shows; in pt-BR as it is. */
@Component
class StatuteFormData implements TaskFormData {

  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("dd/MM/yyyy, HH:mm").withZone(SaoPaulo.ZONE);

  private final AcceptanceRequests requests;

  StatuteFormData(AcceptanceRequests requests) {
    this.requests = requests;
  }

  @Override
  public String processKey() {
    return StatuteAcceptanceProcess.KEY;
  }

  @Override
  public Map<String, Object> dataFor(TaskFormRequest request) {
    AcceptanceRequest asked = requests.get(Long.parseLong(request.businessKey()));
    StatuteVersion version = requests.versionOf(asked);
    Map<String, Object> data = new HashMap<>();
    data.put("number", version.number());
    data.put("act", version.act());
    data.put("actDay", SaoPaulo.DAY.format(version.actDay()));
    data.put("gazetteDay", SaoPaulo.DAY.format(version.gazetteDay()));
    data.put("hasPrevious", version.number() > 1);
    data.put("deadline", MOMENT.format(asked.dueAt()));
    data.put("wasAsked", requests.hasAsked(asked.id()));
    return data;
  }
}
