package br.gov.sp.prefeitura.redeinfo.network.domain;

import br.gov.sp.prefeitura.redeinfo.audit.AuditEntry;
import br.gov.sp.prefeitura.redeinfo.audit.AuditLog;
import br.gov.sp.prefeitura.redeinfo.network.Appointment;
import br.gov.sp.prefeitura.redeinfo.network.Appointments;
import br.gov.sp.prefeitura.redeinfo.network.Bodies;
import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.network.Function;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.network.Persons;
import br.gov.sp.prefeitura.redeinfo.network.Seat;
import br.gov.sp.prefeitura.redeinfo.network.Track;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the dated table of appointments. */
@Service
class AppointmentBook implements Appointments {

  private static final int ACT_LENGTH = 200;

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
    recordStart(made.get());
    events.publishEvent(new Appointed(made.get()));
    return made.get();
  }

  private void recordStart(Appointment made) {
    audit.record(
        entry(NetworkAction.APPOINTMENT_STARTED, made)
            .with("function", made.function())
            .with("track", made.track())
            .with("seat", made.seat())
            .with("from", made.from())
            .with("to", made.to()));
  }

  private static AuditEntry entry(NetworkAction action, Appointment appointment) {
    return AuditEntry.of(action, appointment.id())
        .about(appointment.personId())
        .in(appointment.bodyId());
  }

  private void check(NewAppointment appointment) {
    boolean focalPoint = appointment.function() == Function.FOCAL_POINT;
    if (appointment.function().isOfBody() != (appointment.bodyId() != null)) {
      throw Refusal.invalidField(
          "body",
          appointment.bodyId() == null
              ? "network.appointment-needs-body"
              : "network.appointment-without-body");
    }
    if (focalPoint != (appointment.track() != null) || focalPoint != (appointment.seat() != null)) {
      throw Refusal.invalidField(
          "seat", focalPoint ? "network.seat-missing" : "network.seat-only-focal-point");
    }
    if (appointment.from() == null) {
      throw Refusal.invalidField("from", "network.first-day-missing");
    }
    if (appointment.to() != null && appointment.to().isBefore(appointment.from())) {
      throw Refusal.invalidField("to", "network.last-day-before-first");
    }
    checkAct(appointment.act());
    if (appointment.bodyId() != null) {
      Body body = bodies.get(appointment.bodyId());
      if (!body.existsOn(appointment.from())) {
        throw Refusal.invalidField("body", "network.body-not-on-date", body.acronym());
      }
    }
    persons.get(appointment.personId());
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
    checkAct(act);
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
  public Optional<Appointment> find(long appointmentId) {
    return appointments.find(appointmentId);
  }

  @Override
  public Set<Long> holders(Long bodyId, Function function, LocalDate date) {
    return appointments.holders(bodyId, function, date);
  }

  private static void checkAct(String act) {
    if (act != null
        && (act.isBlank()
            || act.length() > ACT_LENGTH
            || act.chars().anyMatch(Character::isISOControl))) {
      throw Refusal.invalidField("act", "network.act-invalid", ACT_LENGTH);
    }
  }
}
