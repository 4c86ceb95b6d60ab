package br.gov.sp.prefeitura.redeinfo.network.domain;

import br.gov.sp.prefeitura.redeinfo.audit.AuditEntry;
import br.gov.sp.prefeitura.redeinfo.audit.AuditLog;
import br.gov.sp.prefeitura.redeinfo.network.Appointment;
import br.gov.sp.prefeitura.redeinfo.network.AppointmentRules;
import br.gov.sp.prefeitura.redeinfo.network.Appointments;
import br.gov.sp.prefeitura.redeinfo.network.Bodies;
import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.network.Function;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.network.Persons;
import br.gov.sp.prefeitura.redeinfo.network.Seat;
import br.gov.sp.prefeitura.redeinfo.network.Track;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.shared.error.Violation;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the dated table of appointments. */
@Service
class AppointmentBook implements Appointments {

  private final AppointmentRepository appointments;
  private final Bodies bodies;
  private final Persons persons;
  private final ApplicationEventPublisher events;
  private final AuditLog audit;
  private final Clock clock;

  AppointmentBook(
      AppointmentRepository appointments,
      Bodies bodies,
      Persons persons,
      ApplicationEventPublisher events,
      AuditLog audit,
      Clock clock) {
    this.appointments = appointments;
    this.bodies = bodies;
    this.persons = persons;
    this.events = events;
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  @Transactional
  public Appointment appoint(NewAppointment appointment) {
    Optional<Appointment> same = appointments.findSame(appointment);
    if (same.isPresent()) {
      return same.get();
    }
    check(appointment);
    Optional<Appointment> made = appointments.insert(appointment);
    if (made.isEmpty()) {
      // Somebody may have made the same appointment at the same moment.
      return appointments.findSame(appointment).orElseThrow(() -> whyNot(appointment));
    }
    audit.record(started(made.get()));
    events.publishEvent(new Appointed(made.get()));
    return made.get();
  }

  private static AuditEntry started(Appointment made) {
    return entry(NetworkAction.APPOINTMENT_STARTED, made)
        .with("function", made.function())
        .with("track", made.track())
        .with("seat", made.seat())
        .with("from", made.from())
        .with("to", made.to());
  }

  private static AuditEntry entry(NetworkAction action, Appointment appointment) {
    return AuditEntry.of(action, appointment.id())
        .about(appointment.personId())
        .in(appointment.bodyId());
  }

  private void check(NewAppointment appointment) {
    Body body = appointment.bodyId() == null ? null : bodies.get(appointment.bodyId());
    refuseFirst(AppointmentRules.check(appointment, body));
    persons.get(appointment.personId());
  }

  @Override
  @Transactional
  public List<Appointment> appointAll(List<NewAppointment> given) {
    Map<Long, Body> known =
        bodies.byId(
            given.stream()
                .map(NewAppointment::bodyId)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
    given.forEach(one -> refuseFirst(AppointmentRules.check(one, known.get(one.bodyId()))));
    List<Appointment> made = appointments.insertAll(given);
    if (made.size() < given.size()) {
      throw Refusal.conflict("network.appointed-already");
    }
    audit.recordAll(made.stream().map(AppointmentBook::started).toList());
    made.forEach(appointment -> events.publishEvent(new Appointed(appointment)));
    return made;
  }

  private static void refuseFirst(List<Violation> violations) {
    if (!violations.isEmpty()) {
      throw Refusal.invalid(violations.subList(0, 1));
    }
  }

  private Refusal whyNot(NewAppointment appointment) {
    if (appointment.function() != Function.FOCAL_POINT) {
      return Refusal.conflict("network.appointed-already");
    }
    return appointments.isSeatTaken(appointment)
        ? Refusal.conflict("network.seat-taken")
        : Refusal.conflict("network.person-seated-elsewhere");
  }

  @Override
  @Transactional
  public void end(long appointmentId, LocalDate lastDay, Appointment.EndReason reason, String act) {
    refuseFirst(AppointmentRules.checkAct(act));
    Appointment appointment =
        appointments
            .lock(appointmentId)
            .orElseThrow(() -> Refusal.notFound("network.appointment-unknown"));
    LocalDate today = SaoPaulo.today(clock);
    if (appointment.to() != null && appointment.to().isBefore(today)) {
      throw Refusal.conflict("network.appointment-ended-already");
    }
    if (appointment.to() != null && lastDay.isAfter(appointment.to())) {
      throw Refusal.invalidField("lastDay", "network.last-day-after-planned");
    }
    LocalDate eve = appointment.from().minusDays(1);
    LocalDate last = lastDay.isBefore(eve) ? eve : lastDay;
    appointments.end(appointmentId, last, reason, act);
    audit.record(
        entry(NetworkAction.APPOINTMENT_ENDED, appointment)
            .with("function", appointment.function())
            .with("lastDay", last)
            .with("reason", reason));
    announce(appointmentId, today);
  }

  @Override
  public List<Long> endsToAnnounce() {
    return appointments.endsToAnnounce(SaoPaulo.today(clock));
  }

  @Override
  @Transactional
  public void announceEnd(long appointmentId) {
    announce(appointmentId, SaoPaulo.today(clock));
  }

  private void announce(long appointmentId, LocalDate today) {
    Appointment appointment =
        appointments
            .lock(appointmentId)
            .orElseThrow(() -> Refusal.notFound("network.appointment-unknown"));
    if (appointment.to() != null
        && appointment.to().isBefore(today)
        && appointments.markAnnounced(appointmentId)) {
      audit.record(entry(NetworkAction.APPOINTMENT_OVER, appointment));
      events.publishEvent(new AppointmentEnded(appointment));
    }
  }

  @Override
  public List<SeatHolding> seatsOf(long bodyId, LocalDate date) {
    List<Appointment> focalPoints =
        appointments.ofBody(bodyId, date).stream()
            .filter(a -> a.function() == Function.FOCAL_POINT)
            .toList();
    Map<Long, Person> holders =
        persons.byId(focalPoints.stream().map(Appointment::personId).distinct().toList());
    List<SeatHolding> seats = new ArrayList<>();
    for (Track track : Track.values()) {
      for (Seat seat : Seat.values()) {
        Appointment held =
            focalPoints.stream()
                .filter(a -> a.track() == track && a.seat() == seat)
                .findFirst()
                .orElse(null);
        seats.add(
            new SeatHolding(track, seat, held, held == null ? null : holders.get(held.personId())));
      }
    }
    return List.copyOf(seats);
  }

  @Override
  public List<Appointment> ofBody(long bodyId, LocalDate date) {
    return appointments.ofBody(bodyId, date);
  }

  @Override
  public List<Appointment> ofPerson(long personId, LocalDate date) {
    return appointments.ofPerson(personId, date);
  }

  @Override
  public List<Appointment> exercising(Set<Function> functions, LocalDate date) {
    return appointments.exercising(functions, date);
  }

  @Override
  public List<Appointment> ofPersons(Collection<Long> personIds) {
    return appointments.ofPersons(personIds);
  }

  @Override
  public List<Appointment> focalPointsOf(Collection<Long> bodyIds) {
    return appointments.focalPointsOf(bodyIds);
  }

  @Override
  public Optional<Appointment> find(long appointmentId) {
    return appointments.find(appointmentId);
  }

  @Override
  public Set<Long> holders(Long bodyId, Function function, LocalDate date) {
    return appointments.holders(bodyId, function, date);
  }

  @Override
  public Set<Long> holders(Collection<Function> functions, LocalDate date) {
    return functions.isEmpty() ? Set.of() : appointments.holders(functions, date);
  }
}
