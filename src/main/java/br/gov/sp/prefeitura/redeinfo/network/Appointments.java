package br.gov.sp.prefeitura.redeinfo.network;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Appoints, ends appointments and answers who holds what. Every change publishes an event in the
 * same transaction: {@link Appointed}, {@link AppointmentEnded}.
 */
public interface Appointments {

  /**
   * Safe to repeat: the same person, body, function, track, seat and first day give the same
   * appointment.
   *
   * @throws br.gov.sp.prefeitura.redeinfo.shared.error.Refusal if the seat is taken or the body
   *     does not exist on that day
   */
  Appointment appoint(NewAppointment appointment);

  /**
   * Ends an appointment with the given last day; a day before today ends it at once.
   *
   * @throws br.gov.sp.prefeitura.redeinfo.shared.error.Refusal if it has ended already
   */
  void end(long appointmentId, LocalDate lastDay, Appointment.EndReason reason, String act);

  /** Who holds the seats of the body on the date; vacancies are entries without an appointment. */
  List<SeatHolding> seatsOf(long bodyId, LocalDate date);

  /** Appointments of the body valid on the date, any function. */
  List<Appointment> ofBody(long bodyId, LocalDate date);

  List<Appointment> ofPerson(long personId, LocalDate date);

  Optional<Appointment> find(long appointmentId);

  /** Ids of the persons who exercise the function in the body on the date. */
  Set<Long> holders(Long bodyId, Function function, LocalDate date);

  /**
   * Ids of the persons who exercise one of the functions in any body on the date. One statement.
   */
  Set<Long> holders(Collection<Function> functions, LocalDate date);

  /** Everybody who exercises one of the functions on the date, in any body. One statement. */
  List<Appointment> exercising(Set<Function> functions, LocalDate date);

  /** All appointments of the persons, past and announced ones too. One statement. */
  List<Appointment> ofPersons(Collection<Long> personIds);

  /** All focal points of the bodies, past and announced ones too. One statement. */
  List<Appointment> focalPointsOf(Collection<Long> bodyIds);

  /**
   * Makes many new appointments with one statement; each publishes {@link Appointed}.
   *
   * @throws br.gov.sp.prefeitura.redeinfo.shared.error.Refusal if a rule of {@link
   *     AppointmentRules} is broken, a seat is taken, or a person exercises the function already
   */
  List<Appointment> appointAll(List<NewAppointment> appointments);

  /**
   * Appointments whose last day has passed and whose end nobody was told of yet. The job at
   * midnight announces them one by one; who moves the clock (demonstration replay, tests) does it
   * likewise.
   */
  List<Long> endsToAnnounce();

  /**
   * Publishes {@link AppointmentEnded} if the last day has passed, exactly once over all nodes: the
   * mark and what the listeners do commit together.
   */
  void announceEnd(long appointmentId);

  record NewAppointment(
      long personId,
      Long bodyId,
      Function function,
      Track track,
      Seat seat,
      LocalDate from,
      LocalDate to,
      String act) {}

  /** One seat of a body; {@code appointment} is {@code null} when it is vacant. */
  record SeatHolding(Track track, Seat seat, Appointment appointment, Person person) {

    public boolean isVacant() {
      return appointment == null;
    }
  }

  record Appointed(Appointment appointment) {}

  /**
   * The appointment is over from today; published when its last day has passed or it is ended at
   * once.
   */
  record AppointmentEnded(Appointment appointment) {}
}
