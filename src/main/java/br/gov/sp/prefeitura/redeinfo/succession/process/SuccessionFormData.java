package br.gov.sp.prefeitura.redeinfo.succession.process;

import br.gov.sp.prefeitura.redeinfo.network.Persons;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import br.gov.sp.prefeitura.redeinfo.succession.domain.HeldThing;
import br.gov.sp.prefeitura.redeinfo.succession.domain.Succession;
import br.gov.sp.prefeitura.redeinfo.succession.domain.SuccessionReading;
import br.gov.sp.prefeitura.redeinfo.workflow.TaskFormData;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What the forms of {@code succession} show, read when they are opened; in pt-BR as they are. */
@Component
class SuccessionFormData implements TaskFormData {

  private static final Locale LANGUAGE = Locale.forLanguageTag("pt-BR");
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("dd/MM/yyyy, HH:mm").withZone(SaoPaulo.ZONE);

  private final SuccessionReading successions;
  private final Persons persons;
  private final MessageSource messages;

  SuccessionFormData(SuccessionReading successions, Persons persons, MessageSource messages) {
    this.successions = successions;
    this.persons = persons;
    this.messages = messages;
  }

  @Override
  public String processKey() {
    return SuccessionProcessModel.KEY;
  }

  @Override
  public Map<String, Object> dataFor(TaskFormRequest request) {
    long id = Long.parseLong(request.businessKey());
    Succession succession = successions.get(id);
    List<HeldThing> plan = successions.plan(id);
    Map<String, Object> data = new HashMap<>();
    data.put("personName", persons.get(succession.personId()).name());
    data.put("hour", MOMENT.format(succession.leavesAt()));
    data.put("page", "/successions/" + id);
    data.put("note", succession.note());
    data.put("holdsNothing", plan.isEmpty());
    data.put("things", plan.stream().map(this::row).toList());
    return data;
  }

  private Map<String, Object> row(HeldThing thing) {
    return Map.of(
        "kind", messages.getMessage(thing.holding().messageKey(), null, LANGUAGE),
        "label", thing.holding().label(),
        "heir", thing.chosen() == null ? thing.byRule() : thing.chosen().name());
  }
}
