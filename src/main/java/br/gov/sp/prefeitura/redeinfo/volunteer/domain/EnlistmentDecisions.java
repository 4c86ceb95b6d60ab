package br.gov.sp.prefeitura.redeinfo.volunteer.domain;

import br.gov.sp.prefeitura.redeinfo.audit.AuditLog;
import br.gov.sp.prefeitura.redeinfo.identity.Accounts;
import br.gov.sp.prefeitura.redeinfo.network.Appointments;
import br.gov.sp.prefeitura.redeinfo.network.Appointments.NewAppointment;
import br.gov.sp.prefeitura.redeinfo.network.Bodies;
import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.network.Function;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.network.Persons;
import br.gov.sp.prefeitura.redeinfo.network.Persons.PersonDetails;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import br.gov.sp.prefeitura.redeinfo.statute.Statutes;
import br.gov.sp.prefeitura.redeinfo.volunteer.VolunteerEvents.VolunteerAdmitted;
import br.gov.sp.prefeitura.redeinfo.volunteer.domain.Enlistment.State;
import java.time.Clock;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The coordination's decision, and what follows from it, in the engine's transaction. */
@Service
@Transactional
public class EnlistmentDecisions {

  private final EnlistmentRepository enlistments;
  private final Memberships memberships;
  private final Bodies bodies;
  private final Persons persons;
  private final Appointments appointments;
  private final Accounts accounts;
  private final Statutes statutes;
  private final ApplicationEventPublisher events;
  private final AuditLog audit;
  private final Clock clock;

  EnlistmentDecisions(
      EnlistmentRepository enlistments,
      Memberships memberships,
      Bodies bodies,
      Persons persons,
      Appointments appointments,
      Accounts accounts,
      Statutes statutes,
      ApplicationEventPublisher events,
      AuditLog audit,
      Clock clock) {
    this.enlistments = enlistments;
    this.memberships = memberships;
    this.bodies = bodies;
    this.persons = persons;
    this.appointments = appointments;
    this.accounts = accounts;
    this.statutes = statutes;
    this.events = events;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * @throws Refusal (not found) if there is none
   */
  @Transactional(readOnly = true)
  public Enlistment get(long id) {
    return enlistments.find(id).orElseThrow(() -> Refusal.notFound("volunteer.unknown"));
  }

  /**
   * The person is to be registered.
   *
   * @throws Refusal (conflict) if it is decided or withdrawn, or the body has come to its end;
   *     (invalid) if the address is none of the body's any more
   */
  public void admit(long id, long by) {
    Enlistment enlistment = waiting(id, by);
    Body body = bodies.get(enlistment.bodyId());
    if (!body.existsOn(SaoPaulo.today(clock))) {
      throw Refusal.conflict("volunteer.body-gone");
    }
    if (known(enlistment).isEmpty() && !body.hasAddress(enlistment.email())) {
      throw Refusal.invalid("network.email-domain", String.join(", ", body.mailDomains()));
    }
    enlistments.decide(id, State.ADMITTED, null, by, clock.instant());
    audit.record(EnlistmentService.entry(VolunteerAction.ADMITTED, enlistment).by(by));
  }

  /**
   * @throws Refusal (invalid) without a reason; (conflict) as {@link #admit}
   */
  public void decline(long id, String typedReason, long by) {
    Enlistment enlistment = waiting(id, by);
    String reason = JoinRules.reason("declineReason", typedReason);
    enlistments.decide(id, State.DECLINED, reason, by, clock.instant());
    audit.record(EnlistmentService.entry(VolunteerAction.DECLINED, enlistment).by(by));
  }

  private Enlistment waiting(long id, long by) {
    Enlistment enlistment = lock(id);
    if (enlistment.state() != State.WAITING) {
      throw Refusal.conflict("volunteer.moved-on");
    }
    if (known(enlistment).filter(person -> person.id() == by).isPresent()) {
      throw Refusal.forbidden("volunteer.own-enlistment");
    }
    return enlistment;
  }

  /**
   * Makes a volunteer of who was admitted: the person, their account, the appointment, what they
   * accepted. Safe to repeat. Somebody who is known keeps their account; somebody who has become a
   * member meanwhile is left as they are.
   *
   * @return whether they are a volunteer by it
   */
  public boolean register(long id) {
    Enlistment enlistment = lock(id);
    if (enlistment.personId() != null) {
      return enlistment.state() == State.ADMITTED;
    }
    Optional<Person> known = known(enlistment);
    if (known.filter(memberships::isMember).isPresent()) {
      enlistments.enter(id, State.ALREADY_MEMBER, clock.instant());
      enlistments.belongsTo(id, known.get().id());
      audit.record(EnlistmentService.entry(VolunteerAction.ALREADY_MEMBER, get(id)));
      return false;
    }
    Person person =
        known.filter(memberships::isAppointed).orElseGet(() -> registered(enlistment, known));
    appointments.appoint(
        new NewAppointment(
            person.id(),
            enlistment.bodyId(),
            Function.VOLUNTEER,
            null,
            null,
            SaoPaulo.today(clock),
            null,
            null));
    accounts.invite(person.id(), person.username());
    enlistments.belongsTo(id, person.id());
    acceptStatute(enlistment, person);
    audit.record(EnlistmentService.entry(VolunteerAction.REGISTERED, get(id)));
    events.publishEvent(
        new VolunteerAdmitted(
            enlistment.email(), person.id(), enlistment.bodyId(), clock.instant()));
    return true;
  }

  /** With the number by which a body knows somebody it had before. */
  private Person registered(Enlistment enlistment, Optional<Person> known) {
    return persons.register(
        new PersonDetails(
            enlistment.name(),
            enlistment.email(),
            enlistment.bond(),
            enlistment.bodyId(),
            enlistment.unit(),
            known
                .filter(person -> Long.valueOf(enlistment.bodyId()).equals(person.bodyId()))
                .map(Person::identifier)
                .orElse(null)));
  }

  /** What has come into force since they read it, they have not accepted. */
  private void acceptStatute(Enlistment enlistment, Person person) {
    statutes
        .inForce()
        .filter(version -> Long.valueOf(version.id()).equals(enlistment.statuteVersion()))
        .ifPresent(version -> statutes.accept(person.id(), version.id(), Statutes.Way.ENLISTMENT));
  }

  private Optional<Person> known(Enlistment enlistment) {
    return persons.findByEmail(enlistment.email());
  }

  private Enlistment lock(long id) {
    return enlistments.lock(id).orElseThrow(() -> Refusal.notFound("volunteer.unknown"));
  }
}
