package br.gov.sp.prefeitura.redeinfo.succession.domain;

import br.gov.sp.prefeitura.redeinfo.audit.AuditEntry;
import br.gov.sp.prefeitura.redeinfo.audit.AuditLog;
import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson.SignedIn;
import br.gov.sp.prefeitura.redeinfo.network.Appointment;
import br.gov.sp.prefeitura.redeinfo.network.Appointment.EndReason;
import br.gov.sp.prefeitura.redeinfo.network.AppointmentRules;
import br.gov.sp.prefeitura.redeinfo.network.Appointments;
import br.gov.sp.prefeitura.redeinfo.network.Bodies;
import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.shared.error.Violation;
import br.gov.sp.prefeitura.redeinfo.shared.text.Typed;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people do about a departure: state it, plan it, move its hour, take it back. */
@Service
@Transactional
public class SuccessionService {

  private static final int LONGEST_NOTE = 4000;

  private final SuccessionRepository successions;
  private final SuccessionAccess access;
  private final SuccessionProcess process;
  private final SuccessionProperties properties;
  private final HeldThings things;
  private final EssentialFunctions essential;
  private final Appointments appointments;
  private final Bodies bodies;
  private final AuditLog audit;
  private final Clock clock;

  SuccessionService(
      SuccessionRepository successions,
      SuccessionAccess access,
      SuccessionProcess process,
      SuccessionProperties properties,
      HeldThings things,
      EssentialFunctions essential,
      Appointments appointments,
      Bodies bodies,
      AuditLog audit,
      Clock clock) {
    this.successions = successions;
    this.access = access;
    this.process = process;
    this.properties = properties;
    this.things = things;
    this.essential = essential;
    this.appointments = appointments;
    this.bodies = bodies;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * States that somebody leaves; the process begins in the same transaction.
   *
   * @return the succession's id
   * @throws Refusal (not found) if the person has no function that the other one may end, (invalid)
   *     with the fields that break a rule, (conflict) if they are leaving already or nobody would
   *     be left to run the network or the application
   */
  public long begin(Departure stated, SignedIn by) {
    List<Appointment> ends = ending(stated, by);
    Instant leavesAt = check(stated, by);
    if (ends.stream().anyMatch(one -> essential.wouldBeDeserted(one, leavesAt))) {
      throw Refusal.conflict("succession.last-one");
    }
    Map<String, Long> choices = things.lawful(ends, stated.choices());
    Instant now = clock.instant();
    long id =
        successions
            .insert(stated, leavesAt, ends, by.personId(), now)
            .orElseThrow(() -> Refusal.conflict("succession.leaving-already"));
    successions.choose(id, choices, by.personId());
    Succession begun = successions.find(id).orElseThrow();
    audit.record(
        entry(SuccessionAction.BEGUN, begun, by)
            .with("reason", begun.reason())
            .with("atOnce", stated.atOnce())
            .with("functions", ends.stream().map(Appointment::function).toList())
            .with("chosen", choices.size()));
    process.start(id, subject(id, ends), stated.atOnce());
    return id;
  }

  private List<Appointment> ending(Departure stated, SignedIn by) {
    List<Appointment> endable = access.endable(stated.personId(), by);
    Set<Long> ids = endable.stream().map(Appointment::id).collect(Collectors.toSet());
    if (endable.isEmpty() || !ids.containsAll(stated.appointmentIds())) {
      throw Refusal.notFound("succession.not-yours");
    }
    return endable.stream()
        .filter(
            appointment ->
                stated.appointmentIds().isEmpty()
                    || stated.appointmentIds().contains(appointment.id()))
        .toList();
  }

  private Instant check(Departure stated, SignedIn by) {
    List<Violation> violations = new ArrayList<>(AppointmentRules.checkAct(stated.act()));
    boolean own = stated.personId() == by.personId();
    if (stated.reason() == null || !Succession.reasons(own).contains(stated.reason())) {
      violations.add(Violation.at("reason", "succession.reason-missing"));
    }
    boolean transferred = stated.reason() == EndReason.TRANSFERRED;
    if (transferred && stated.toBodyId() == null) {
      violations.add(Violation.at("toBodyId", "succession.to-body-missing"));
    } else if (!transferred && stated.toBodyId() != null) {
      violations.add(Violation.at("toBodyId", "succession.to-body-unasked"));
    } else if (transferred && !bodies.get(stated.toBodyId()).existsOn(SaoPaulo.today(clock))) {
      violations.add(Violation.at("toBodyId", "succession.to-body-gone"));
    }
    Instant leavesAt = null;
    if (stated.atOnce()) {
      leavesAt = clock.instant();
    } else {
      violations.addAll(checkHour(stated.leavesAt()));
    }
    if (!violations.isEmpty()) {
      throw Refusal.invalid(violations);
    }
    return leavesAt == null ? instant(stated.leavesAt()) : leavesAt;
  }

  private List<Violation> checkHour(LocalDateTime hour) {
    LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), SaoPaulo.ZONE);
    if (hour == null) {
      return List.of(Violation.at("leavesAt", "succession.hour-missing"));
    }
    return hour.isAfter(now) && hour.isBefore(now.plusMonths(properties.monthsAhead()))
        ? List.of()
        : List.of(Violation.at("leavesAt", "succession.hour-range", properties.monthsAhead()));
  }

  /**
   * Another last moment.
   *
   * @throws Refusal (conflict) once the hour has come, (invalid) at {@code leavesAt}
   */
  public void move(long id, LocalDateTime hour, SignedIn by) {
    Succession succession = steered(id, by);
    List<Violation> violations = checkHour(hour);
    if (!violations.isEmpty()) {
      throw Refusal.invalid(violations);
    }
    if (!instant(hour).equals(succession.leavesAt())) {
      successions.move(id, instant(hour));
      audit.record(entry(SuccessionAction.MOVED, succession, by).with("day", hour.toLocalDate()));
      process.hourChanged(id);
    }
  }

  /**
   * It was a mistake, or the person stays: nothing changes hands.
   *
   * @throws Refusal (conflict) once the hour has come
   */
  public void cancel(long id, SignedIn by) {
    Succession succession = steered(id, by);
    successions.end(id, SuccessionState.CANCELLED, false, clock.instant());
    audit.record(entry(SuccessionAction.CANCELLED, succession, by));
    process.cancel(id);
  }

  /**
   * Who gets what, instead of what was chosen before.
   *
   * @param choices person by {@link HeldThing#key}; the rule decides what is missing
   * @throws Refusal (invalid) at {@code plan}, (forbidden) for who does not plan, (conflict) once
   *     the hour has come
   */
  public void plan(long id, Map<String, Long> choices, SignedIn by) {
    if (!access.require(id, by).plans()) {
      throw Refusal.forbidden("succession.not-planner");
    }
    Succession succession = open(id);
    Map<String, Long> lawful = things.lawful(appointments(id), choices);
    if (!lawful.equals(successions.choices(id))) {
      successions.choose(id, lawful, by.personId());
      audit.record(entry(SuccessionAction.PLANNED, succession, by).with("chosen", lawful.size()));
    }
  }

  /**
   * What the leaving person tells who comes after; an empty note is none.
   *
   * @throws Refusal (forbidden) for anybody else, (invalid) at {@code note}, (conflict) once the
   *     hour has come
   */
  public void write(long id, String typed, long by) {
    Succession succession = open(id);
    if (succession.personId() != by) {
      throw Refusal.forbidden("succession.not-your-note");
    }
    String note = Typed.text(typed);
    if (note != null && note.length() > LONGEST_NOTE) {
      throw Refusal.invalidField("note", "succession.note-too-long", LONGEST_NOTE);
    }
    if (Typed.hasControlCharacters(note, true)) {
      throw Refusal.invalidField("note", "succession.note-characters");
    }
    if (!Objects.equals(note, succession.note())) {
      successions.write(id, note, clock.instant());
      audit.record(
          AuditEntry.of(SuccessionAction.NOTE_WRITTEN, id).by(by).about(succession.personId()));
    }
  }

  private Succession steered(long id, SignedIn by) {
    if (!access.require(id, by).steers()) {
      throw Refusal.forbidden("succession.not-steerer");
    }
    return open(id);
  }

  private Succession open(long id) {
    return successions
        .lock(id)
        .filter(Succession::isOpen)
        .orElseThrow(() -> Refusal.conflict("succession.over"));
  }

  private List<Appointment> appointments(long id) {
    return successions.appointments(id).stream()
        .map(one -> appointments.find(one).orElseThrow())
        .toList();
  }

  /** Which one and of which bodies: names of persons stay out of the engine. */
  private String subject(long id, List<Appointment> ends) {
    String where =
        bodies
            .byId(
                ends.stream().map(Appointment::bodyId).filter(Objects::nonNull).distinct().toList())
            .values()
            .stream()
            .map(Body::acronym)
            .sorted()
            .collect(Collectors.joining(", "));
    return "Saída nº " + id + (where.isEmpty() ? "" : " (" + where + ")");
  }

  private static Instant instant(LocalDateTime hour) {
    return hour.atZone(SaoPaulo.ZONE).toInstant();
  }

  private static AuditEntry entry(SuccessionAction action, Succession succession, SignedIn by) {
    return AuditEntry.of(action, succession.id()).by(by.personId()).about(succession.personId());
  }
}
