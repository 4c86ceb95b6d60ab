package br.gov.sp.prefeitura.redeinfo.confirmation.process;

import br.gov.sp.prefeitura.redeinfo.confirmation.domain.Confirmation;
import br.gov.sp.prefeitura.redeinfo.confirmation.domain.Confirmation.SeatName;
import br.gov.sp.prefeitura.redeinfo.confirmation.domain.ConfirmationAnswers;
import br.gov.sp.prefeitura.redeinfo.network.Appointments;
import br.gov.sp.prefeitura.redeinfo.network.Appointments.SeatHolding;
import br.gov.sp.prefeitura.redeinfo.network.Bodies;
import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import br.gov.sp.prefeitura.redeinfo.workflow.TaskFormData;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What the form of the confirmation shows, read when it is opened; in pt-BR as the form is. */
@Component
class ConfirmationFormData implements TaskFormData {

  private static final Locale LANGUAGE = Locale.forLanguageTag("pt-BR");
  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("MMMM 'de' yyyy", LANGUAGE);
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("dd/MM/yyyy, HH:mm").withZone(SaoPaulo.ZONE);

  private final ConfirmationAnswers confirmations;
  private final Appointments appointments;
  private final Bodies bodies;
  private final MessageSource messages;
  private final Clock clock;

  ConfirmationFormData(
      ConfirmationAnswers confirmations,
      Appointments appointments,
      Bodies bodies,
      MessageSource messages,
      Clock clock) {
    this.confirmations = confirmations;
    this.appointments = appointments;
    this.bodies = bodies;
    this.messages = messages;
    this.clock = clock;
  }

  @Override
  public String processKey() {
    return FocalPointConfirmationProcess.KEY;
  }

  @Override
  public Map<String, Object> dataFor(TaskFormRequest request) {
    Confirmation confirmation = confirmations.get(Long.parseLong(request.businessKey()));
    Body body = bodies.get(confirmation.bodyId());
    List<SeatHolding> seats = appointments.seatsOf(body.id(), SaoPaulo.today(clock));
    List<SeatHolding> held = seats.stream().filter(seat -> !seat.isVacant()).toList();
    String vacant =
        seats.stream()
            .filter(SeatHolding::isVacant)
            .map(this::name)
            .collect(Collectors.joining("; "));
    Map<String, Object> data = new HashMap<>();
    data.put("bodyName", body.name());
    data.put("bodySlug", body.slug());
    data.put("round", MONTH.format(confirmation.month()));
    data.put("deadline", MOMENT.format(confirmation.dueAt()));
    data.put("seats", seats.stream().map(this::row).toList());
    data.put("vacantSeats", vacant);
    data.put("hasVacantSeats", !vacant.isEmpty());
    data.put("heldSeats", held.stream().map(this::option).toList());
    data.put("hasHeldSeats", !held.isEmpty());
    return data;
  }

  private Map<String, Object> row(SeatHolding seat) {
    boolean vacant = seat.isVacant();
    return Map.of(
        "seat", name(seat),
        "name", vacant ? text("confirmation.seat.vacant") : seat.person().name(),
        "since", vacant ? "" : SaoPaulo.DAY.format(seat.appointment().from()));
  }

  private Map<String, Object> option(SeatHolding seat) {
    return Map.of(
        "label", name(seat) + ": " + seat.person().name(), "value", seatName(seat).toString());
  }

  private String name(SeatHolding seat) {
    return text(seatName(seat).messageKey());
  }

  private static SeatName seatName(SeatHolding seat) {
    return new SeatName(seat.track(), seat.seat());
  }

  private String text(String key) {
    return messages.getMessage(key, null, LANGUAGE);
  }
}
