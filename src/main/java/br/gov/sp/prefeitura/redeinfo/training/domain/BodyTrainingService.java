package br.gov.sp.prefeitura.redeinfo.training.domain;

import br.gov.sp.prefeitura.redeinfo.audit.AuditEntry;
import br.gov.sp.prefeitura.redeinfo.audit.AuditLog;
import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson.SignedIn;
import br.gov.sp.prefeitura.redeinfo.identity.Groups;
import br.gov.sp.prefeitura.redeinfo.network.Bodies;
import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import br.gov.sp.prefeitura.redeinfo.training.domain.BodyTraining.State;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people do on our pages about trainings of their body: announce, move, call off. */
@Service
@Transactional
public class BodyTrainingService {

  private final BodyTrainingRepository trainings;
  private final BodyTrainingInstances instances;
  private final BodyTrainingNotices notices;
  private final Bodies bodies;
  private final AuditLog audit;
  private final Clock clock;

  BodyTrainingService(
      BodyTrainingRepository trainings,
      BodyTrainingInstances instances,
      BodyTrainingNotices notices,
      Bodies bodies,
      AuditLog audit,
      Clock clock) {
    this.trainings = trainings;
    this.instances = instances;
    this.notices = notices;
    this.bodies = bodies;
    this.audit = audit;
    this.clock = clock;
  }

  /** Whether the person speaks for the body in its trainings: its members and its office. */
  public static boolean speaksFor(SignedIn person, Body body) {
    return person.isIn(Groups.members(body.slug())) || person.isIn(Groups.office(body.slug()));
  }

  /** Whether the person may move it or call it off: who speaks for the body, and coordination. */
  public static boolean steers(SignedIn person, Body body) {
    return speaksFor(person, body) || person.isCoordination();
  }

  /**
   * Announces a training of the body; its process begins in the same transaction.
   *
   * @return its id
   * @throws Refusal (invalid) with the fields that break a rule, (forbidden) for another body
   */
  public long announce(BodyTrainingAnnouncement typed, SignedIn by) {
    if (typed.bodyId() == null) {
      throw Refusal.invalidField("bodyId", "training.choose");
    }
    Body body = bodies.get(typed.bodyId());
    if (!speaksFor(by, body)) {
      throw Refusal.forbidden("body-training.not-your-body");
    }
    BodyTrainingAnnouncement announced = typed.checked(SaoPaulo.today(clock));
    long id = trainings.insert(announced, by.personId(), clock.instant());
    audit.record(entry(BodyTrainingAction.ANNOUNCED, id, body, by).with("day", announced.day()));
    notices.announced(get(id), body);
    instances.start(id, body, announced.day());
    return id;
  }

  /**
   * It takes place on another day.
   *
   * @throws Refusal (conflict) once its day has passed
   */
  public void move(long id, LocalDate day, SignedIn by) {
    BodyTraining training = locked(id);
    Body body = steered(training, by);
    if (training.state() != State.ANNOUNCED) {
      throw Refusal.conflict("body-training.day-over");
    }
    if (BodyTrainingAnnouncement.isWrong(day, SaoPaulo.today(clock))) {
      throw Refusal.invalidField(
          "day",
          "body-training.day-range",
          BodyTrainingAnnouncement.DAYS_BACK,
          BodyTrainingAnnouncement.MONTHS_AHEAD);
    }
    if (!day.equals(training.day())) {
      trainings.move(id, day);
      audit.record(entry(BodyTrainingAction.MOVED, id, body, by).with("day", day));
      instances.move(id);
    }
  }

  /**
   * It does not take place.
   *
   * @throws Refusal (conflict) once its report waits for the coordination, or it is over
   */
  public void cancel(long id, String typedReason, SignedIn by) {
    BodyTraining training = locked(id);
    Body body = steered(training, by);
    if (!training.state().isCancellable()) {
      throw Refusal.conflict("body-training.moved-on");
    }
    String reason = Findings.reason("reason", typedReason);
    trainings.enter(id, State.CANCELLED, reason, clock.instant());
    audit.record(entry(BodyTrainingAction.CANCELLED, id, body, by));
    instances.cancel(id);
  }

  private Body steered(BodyTraining training, SignedIn by) {
    Body body = bodies.get(training.bodyId());
    if (!steers(by, body)) {
      throw Refusal.notFound("body-training.not-found");
    }
    return body;
  }

  private BodyTraining get(long id) {
    return trainings.find(id).orElseThrow();
  }

  private BodyTraining locked(long id) {
    return trainings.lock(id).orElseThrow(() -> Refusal.notFound("body-training.not-found"));
  }

  private static AuditEntry entry(BodyTrainingAction action, long id, Body body, SignedIn by) {
    return AuditEntry.of(action, id).by(by.personId()).in(body.id());
  }
}
