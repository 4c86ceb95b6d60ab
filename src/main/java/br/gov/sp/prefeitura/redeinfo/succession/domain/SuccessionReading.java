package br.gov.sp.prefeitura.redeinfo.succession.domain;

import br.gov.sp.prefeitura.redeinfo.network.Appointment;
import br.gov.sp.prefeitura.redeinfo.network.Appointments;
import br.gov.sp.prefeitura.redeinfo.shared.time.WorkingDays;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A succession as process and pages read it; who may read it has been decided. */
@Component
@Transactional(readOnly = true)
public class SuccessionReading {

  private final SuccessionRepository successions;
  private final SuccessionProperties properties;
  private final HeldThings things;
  private final Appointments appointments;
  private final WorkingDays workingDays;
  private final Clock clock;

  SuccessionReading(
      SuccessionRepository successions,
      SuccessionProperties properties,
      HeldThings things,
      Appointments appointments,
      WorkingDays workingDays,
      Clock clock) {
    this.successions = successions;
    this.properties = properties;
    this.things = things;
    this.appointments = appointments;
    this.workingDays = workingDays;
    this.clock = clock;
  }

  /**
   * @throws java.util.NoSuchElementException if there is none
   */
  public Succession get(long id) {
    return successions.find(id).orElseThrow();
  }

  /** The one with which the person is leaving now. */
  public Optional<Succession> openOf(long personId) {
    return successions.openOf(personId);
  }

  /** The appointments that end, or have ended, with it. */
  public List<Appointment> appointments(long id) {
    return successions.appointments(id).stream()
        .map(one -> appointments.find(one).orElseThrow())
        .toList();
  }

  /** What the person holds now, with who gets it. */
  public List<HeldThing> plan(long id) {
    return things.of(appointments(id), successions.choices(id));
  }

  /** What changed hands; empty before the hour. */
  public List<HandedItem> items(long id) {
    return successions.items(id);
  }

  /** When the plan is reminded of. */
  public Instant reminder(long id) {
    return workingDays.reminder(get(id).leavesAt(), properties.reminderDays(), clock.instant());
  }
}
