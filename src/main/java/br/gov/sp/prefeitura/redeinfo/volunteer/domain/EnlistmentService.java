package br.gov.sp.prefeitura.redeinfo.volunteer.domain;

import br.gov.sp.prefeitura.redeinfo.audit.AuditEntry;
import br.gov.sp.prefeitura.redeinfo.audit.AuditLog;
import br.gov.sp.prefeitura.redeinfo.network.Bodies;
import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.shared.error.Violation;
import br.gov.sp.prefeitura.redeinfo.shared.text.Secret;
import br.gov.sp.prefeitura.redeinfo.shared.text.Typed;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import br.gov.sp.prefeitura.redeinfo.statute.Statutes;
import br.gov.sp.prefeitura.redeinfo.volunteer.Applicant;
import br.gov.sp.prefeitura.redeinfo.volunteer.VolunteerEvents.EnlistmentConfirmed;
import br.gov.sp.prefeitura.redeinfo.volunteer.Volunteers;
import br.gov.sp.prefeitura.redeinfo.volunteer.domain.Enlistment.State;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What applicants do: confirm and withdraw. */
@Service
@Transactional
public class EnlistmentService implements Volunteers {

  private final EnlistmentRepository enlistments;
  private final JoinRequestRepository requests;
  private final EnlistmentInstances instances;
  private final JoinLetters letters;
  private final Memberships memberships;
  private final Bodies bodies;
  private final Statutes statutes;
  private final ApplicationEventPublisher events;
  private final AuditLog audit;
  private final Clock clock;

  EnlistmentService(
      EnlistmentRepository enlistments,
      JoinRequestRepository requests,
      EnlistmentInstances instances,
      JoinLetters letters,
      Memberships memberships,
      Bodies bodies,
      Statutes statutes,
      ApplicationEventPublisher events,
      AuditLog audit,
      Clock clock) {
    this.enlistments = enlistments;
    this.requests = requests;
    this.instances = instances;
    this.letters = letters;
    this.memberships = memberships;
    this.bodies = bodies;
    this.statutes = statutes;
    this.events = events;
    this.audit = audit;
    this.clock = clock;
  }

  /** What somebody promises who joins now; empty before the first version is published. */
  @Transactional(readOnly = true)
  public Optional<Statutes.VersionInForce> statute() {
    return statutes.inForce();
  }

  /**
   * Uses the link up and takes the enlistment.
   *
   * @param typed with the address and body of the request
   * @param acceptsStatute whether the box was ticked, under the version that {@code typed} names
   * @throws Refusal (not found) if the link works no more; as {@link #enlist} else, and the link
   *     stays good
   */
  public long confirm(String secret, Applicant typed, boolean acceptsStatute) {
    Instant now = clock.instant();
    JoinRequest request =
        requests
            .find(Secret.digest(secret), now)
            .orElseThrow(() -> Refusal.notFound("volunteer.link-invalid"));
    Applicant applicant =
        new Applicant(
            request.email(),
            request.bodyId(),
            typed.name(),
            typed.bond(),
            typed.unit(),
            typed.interest(),
            typed.motivation(),
            typed.statuteVersion());
    long id = enlist(applicant, acceptsStatute);
    if (!requests.use(request, now)) {
      throw Refusal.notFound("volunteer.link-invalid");
    }
    return id;
  }

  @Override
  public long enlist(Applicant applicant) {
    return enlist(applicant, true);
  }

  private long enlist(Applicant typed, boolean acceptsStatute) {
    Body body = bodies.get(typed.bodyId());
    Applicant applicant = checked(typed, body, acceptsStatute);
    if (memberships.isMember(applicant.email())) {
      throw Refusal.conflict("volunteer.member-already");
    }
    Instant now = clock.instant();
    String withdrawal = Secret.random();
    long id =
        enlistments
            .insert(applicant, Secret.digest(withdrawal), now)
            .orElseThrow(() -> Refusal.conflict("volunteer.waiting-already"));
    Enlistment enlistment = enlistments.find(id).orElseThrow();
    audit.record(
        entry(VolunteerAction.CONFIRMED, enlistment)
            .with("statuteVersion", applicant.statuteVersion()));
    letters.received(enlistment, body, withdrawal);
    events.publishEvent(new EnlistmentConfirmed(applicant.email(), body.id(), now));
    instances.start(id, body);
    return id;
  }

  private Applicant checked(Applicant typed, Body body, boolean acceptsStatute) {
    if (!body.existsOn(SaoPaulo.today(clock))) {
      throw Refusal.conflict("volunteer.body-gone");
    }
    Applicant kept =
        new Applicant(
            typed.email(),
            typed.bodyId(),
            Typed.line(typed.name()),
            typed.bond(),
            Typed.line(typed.unit()),
            typed.interest(),
            Typed.text(typed.motivation()),
            typed.statuteVersion());
    List<Violation> found = new ArrayList<>();
    found.addAll(JoinRules.person(kept.name(), kept.email(), kept.bond(), kept.unit(), body));
    JoinRules.required(found, "unit", kept.unit());
    JoinRules.required(found, "interest", kept.interest());
    JoinRules.words(found, "motivation", kept.motivation());
    Long inForce = statute().map(Statutes.VersionInForce::id).orElse(null);
    if (inForce != null && !acceptsStatute) {
      found.add(Violation.at("statute", "volunteer.statute"));
    } else if (!Objects.equals(inForce, kept.statuteVersion())) {
      found.add(Violation.at("statute", "volunteer.statute-changed"));
    }
    JoinRules.refuse(found);
    return kept;
  }

  /** The enlistment that the link withdraws; empty once it is decided. */
  @Transactional(readOnly = true)
  public Optional<Enlistment> findWithdrawable(String secret) {
    return enlistments.findWaiting(Secret.digest(secret));
  }

  /**
   * The applicant asks no more.
   *
   * @throws Refusal (not found) once it is decided
   */
  public void withdraw(String secret) {
    long id =
        findWithdrawable(secret)
            .map(Enlistment::id)
            .orElseThrow(() -> Refusal.notFound("volunteer.withdrawal-invalid"));
    instances.hold(id);
    Enlistment enlistment = enlistments.lock(id).orElseThrow();
    if (enlistment.state() != State.WAITING) {
      throw Refusal.notFound("volunteer.withdrawal-invalid");
    }
    enlistments.enter(id, State.WITHDRAWN, clock.instant());
    audit.record(entry(VolunteerAction.WITHDRAWN, enlistment));
    instances.withdraw(id);
  }

  static AuditEntry entry(VolunteerAction action, Enlistment enlistment) {
    return AuditEntry.of(action, enlistment.id())
        .in(enlistment.bodyId())
        .about(enlistment.personId());
  }
}
