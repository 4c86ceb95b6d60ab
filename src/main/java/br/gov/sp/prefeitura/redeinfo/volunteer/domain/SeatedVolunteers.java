package br.gov.sp.prefeitura.redeinfo.volunteer.domain;

import br.gov.sp.prefeitura.redeinfo.network.Appointment;
import br.gov.sp.prefeitura.redeinfo.network.Appointment.EndReason;
import br.gov.sp.prefeitura.redeinfo.network.Appointments;
import br.gov.sp.prefeitura.redeinfo.network.Appointments.Appointed;
import br.gov.sp.prefeitura.redeinfo.network.Function;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import java.time.Clock;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Who gets a seat is a volunteer no more, in the transaction of the mandate. */
@Component
class SeatedVolunteers {

  private final Appointments appointments;
  private final Clock clock;

  SeatedVolunteers(Appointments appointments, Clock clock) {
    this.appointments = appointments;
    this.clock = clock;
  }

  @EventListener
  void seated(Appointed event) {
    Appointment seat = event.appointment();
    if (seat.function() != Function.FOCAL_POINT) {
      return;
    }
    List<Appointment> held = appointments.ofPerson(seat.personId(), SaoPaulo.today(clock));
    held.stream()
        .filter(one -> one.function() == Function.VOLUNTEER)
        .forEach(
            one ->
                appointments.end(
                    one.id(), seat.from().minusDays(1), EndReason.REPLACED, seat.act()));
  }
}
