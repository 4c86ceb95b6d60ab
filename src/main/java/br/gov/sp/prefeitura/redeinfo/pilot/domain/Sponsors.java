package br.gov.sp.prefeitura.redeinfo.pilot.domain;

import br.gov.sp.prefeitura.redeinfo.network.Appointment;
import br.gov.sp.prefeitura.redeinfo.network.Appointments;
import br.gov.sp.prefeitura.redeinfo.network.Function;
import br.gov.sp.prefeitura.redeinfo.network.Seat;
import br.gov.sp.prefeitura.redeinfo.network.Track;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who can answer for a pilot in its lead body, by the appointments of today. */
@Component
@Transactional(readOnly = true)
class Sponsors {

  private final Appointments appointments;
  private final Clock clock;

  Sponsors(Appointments appointments, Clock clock) {
    this.appointments = appointments;
    this.clock = clock;
  }

  boolean isOf(long bodyId, long personId) {
    return today(bodyId).anyMatch(appointment -> appointment.personId() == personId);
  }

  /**
   * Who answers for the pilots of somebody who left the body: the other focal point of the same
   * track, else another one of the body, the titular of open government first.
   *
   * @param track of who left, or {@code null}
   */
  Optional<Long> successor(long bodyId, long leaverId, Track track) {
    List<Appointment> focalPoints =
        today(bodyId)
            .filter(appointment -> appointment.function() == Function.FOCAL_POINT)
            .filter(appointment -> appointment.personId() != leaverId)
            .sorted(
                Comparator.<Appointment, Boolean>comparing(a -> a.track() != track)
                    .thenComparing(a -> a.track() != Track.OPEN_GOVERNMENT)
                    .thenComparing(a -> a.seat() != Seat.TITULAR)
                    .thenComparing(Appointment::id))
            .toList();
    return focalPoints.stream().map(Appointment::personId).findFirst();
  }

  private Stream<Appointment> today(long bodyId) {
    Predicate<Appointment> ofBody = appointment -> appointment.function().isOfBody();
    return appointments.ofBody(bodyId, SaoPaulo.today(clock)).stream().filter(ofBody);
  }
}
