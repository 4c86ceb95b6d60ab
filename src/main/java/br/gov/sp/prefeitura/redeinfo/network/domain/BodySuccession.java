package br.gov.sp.prefeitura.redeinfo.network.domain;

import br.gov.sp.prefeitura.redeinfo.identity.Groups;
import br.gov.sp.prefeitura.redeinfo.network.Appointment;
import br.gov.sp.prefeitura.redeinfo.network.Appointments;
import br.gov.sp.prefeitura.redeinfo.network.Bodies;
import br.gov.sp.prefeitura.redeinfo.network.Function;
import br.gov.sp.prefeitura.redeinfo.network.Holdings.Heir;
import br.gov.sp.prefeitura.redeinfo.network.Seat;
import br.gov.sp.prefeitura.redeinfo.network.SuccessionRule;
import br.gov.sp.prefeitura.redeinfo.network.Track;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The rule, read from the appointments of today. */
@Component
class BodySuccession implements SuccessionRule {

  private static final List<Function> IN_ORDER =
      List.of(
          Function.FOCAL_POINT,
          Function.VOLUNTEER,
          Function.OFFICE,
          Function.HEAD,
          Function.INTERIM_HEAD);

  private final Appointments appointments;
  private final Bodies bodies;
  private final Clock clock;

  BodySuccession(Appointments appointments, Bodies bodies, Clock clock) {
    this.appointments = appointments;
    this.bodies = bodies;
    this.clock = clock;
  }

  @Override
  public List<Long> candidates(Appointment leaving) {
    return others(leaving).map(Appointment::personId).distinct().toList();
  }

  @Override
  public Heir heir(Appointment leaving) {
    List<Appointment> others = others(leaving).toList();
    if (others.isEmpty()) {
      return Heir.group(Groups.COORDINATION);
    }
    Appointment first = others.get(0);
    if (first.function() == Function.FOCAL_POINT || first.function() == Function.VOLUNTEER) {
      return Heir.person(first.personId());
    }
    return first.function() == Function.OFFICE
        ? Heir.group(Groups.office(bodies.get(leaving.bodyId()).slug()))
        : Heir.group(Groups.COORDINATION);
  }

  private Stream<Appointment> others(Appointment leaving) {
    return leaving.bodyId() == null
        ? Stream.empty()
        : appointments.ofBody(leaving.bodyId(), SaoPaulo.today(clock)).stream()
            .filter(other -> other.personId() != leaving.personId())
            .filter(other -> IN_ORDER.contains(other.function()))
            .sorted(
                Comparator.<Appointment>comparingInt(a -> IN_ORDER.indexOf(a.function()))
                    .thenComparing(a -> a.track() != leaving.track())
                    .thenComparing(a -> a.track() != Track.OPEN_GOVERNMENT)
                    .thenComparing(a -> a.seat() != Seat.TITULAR)
                    .thenComparing(Appointment::id));
  }
}
