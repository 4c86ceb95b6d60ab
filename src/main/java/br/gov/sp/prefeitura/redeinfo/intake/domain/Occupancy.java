package br.gov.sp.prefeitura.redeinfo.intake.domain;

import br.gov.sp.prefeitura.redeinfo.network.Appointment;
import br.gov.sp.prefeitura.redeinfo.network.Appointments.NewAppointment;
import br.gov.sp.prefeitura.redeinfo.network.Function;
import br.gov.sp.prefeitura.redeinfo.network.Seat;
import br.gov.sp.prefeitura.redeinfo.network.Track;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who would hold what from when to when after the lines looked at so far; says before the database
 * does what its exclusion constraints on {@code appointment} forbid.
 */
final class Occupancy {

  private final Map<SeatPlace, List<Period>> seats = new HashMap<>();
  private final Map<Long, List<Period>> seated = new HashMap<>();
  private final Map<Post, List<Period>> posts = new HashMap<>();

  /**
   * @param known may hold the same appointment more than once
   */
  Occupancy(Collection<Appointment> known) {
    Map<Long, Appointment> once = new HashMap<>();
    known.forEach(appointment -> once.put(appointment.id(), appointment));
    once.values().forEach(this::add);
  }

  private void add(Appointment appointment) {
    lists(planned(appointment))
        .forEach(
            list -> list.add(new Period(appointment.id(), appointment.from(), appointment.to())));
  }

  void add(NewAppointment appointment) {
    lists(appointment)
        .forEach(list -> list.add(new Period(0, appointment.from(), appointment.to())));
  }

  /** The appointment ends with this day instead. */
  void end(Appointment appointment, LocalDate lastDay) {
    Period shorter = new Period(appointment.id(), appointment.from(), lastDay);
    lists(planned(appointment))
        .forEach(
            list -> list.replaceAll(period -> period.id() == appointment.id() ? shorter : period));
  }

  private List<List<Period>> lists(NewAppointment appointment) {
    return appointment.function() == Function.FOCAL_POINT
        ? List.of(
            seats.computeIfAbsent(SeatPlace.of(appointment), key -> new ArrayList<>()),
            seated.computeIfAbsent(appointment.personId(), key -> new ArrayList<>()))
        : List.of(posts.computeIfAbsent(Post.of(appointment), key -> new ArrayList<>()));
  }

  private static NewAppointment planned(Appointment appointment) {
    return new NewAppointment(
        appointment.personId(),
        appointment.bodyId(),
        appointment.function(),
        appointment.track(),
        appointment.seat(),
        appointment.from(),
        appointment.to(),
        appointment.act());
  }

  /** The refusal's code if the appointment is not possible. */
  Optional<String> conflict(NewAppointment appointment) {
    Period period = new Period(0, appointment.from(), appointment.to());
    if (appointment.function() != Function.FOCAL_POINT) {
      return period.meetsAny(posts.get(Post.of(appointment)))
          ? Optional.of("network.appointed-already")
          : Optional.empty();
    }
    if (period.meetsAny(seats.get(SeatPlace.of(appointment)))) {
      return Optional.of("network.seat-taken");
    }
    return period.meetsAny(seated.get(appointment.personId()))
        ? Optional.of("network.person-seated-elsewhere")
        : Optional.empty();
  }

  private record SeatPlace(Long bodyId, Track track, Seat seat) {

    static SeatPlace of(NewAppointment appointment) {
      return new SeatPlace(appointment.bodyId(), appointment.track(), appointment.seat());
    }
  }

  private record Post(long personId, Long bodyId, Function function) {

    static Post of(NewAppointment appointment) {
      return new Post(appointment.personId(), appointment.bodyId(), appointment.function());
    }
  }

  /**
   * @param id of a known appointment, or 0
   * @param to last day; before the first for one that never took effect; {@code null} for no end
   */
  private record Period(long id, LocalDate from, LocalDate to) {

    boolean meetsAny(List<Period> others) {
      return others != null && others.stream().anyMatch(this::meets);
    }

    private boolean meets(Period other) {
      return !isEmpty()
          && !other.isEmpty()
          && (to == null || !other.from.isAfter(to))
          && (other.to == null || !from.isAfter(other.to));
    }

    private boolean isEmpty() {
      return to != null && to.isBefore(from);
    }
  }
}
