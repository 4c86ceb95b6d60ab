package br.gov.sp.prefeitura.redeinfo.meeting.domain;

import br.gov.sp.prefeitura.redeinfo.audit.AuditEntry;
import br.gov.sp.prefeitura.redeinfo.audit.AuditLog;
import br.gov.sp.prefeitura.redeinfo.meeting.domain.FollowUp.State;
import br.gov.sp.prefeitura.redeinfo.meeting.domain.FollowUpEvent.Kind;
import br.gov.sp.prefeitura.redeinfo.network.Bodies;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The life of follow-ups, from the approved minutes to their end. Who acts was found by the caller:
 * tasks of the process {@code meeting-follow-up}, in the engine's transaction.
 */
@Service
@Transactional
public class FollowUpService {

  /** A due date further away is a slip of the pen. */
  static final int MONTHS_AHEAD = 24;

  private final FollowUpRepository followUps;
  private final FollowUpInstances instances;
  private final FollowUpOwners owners;
  private final FollowUpNotices notices;
  private final Bodies bodies;
  private final AuditLog audit;
  private final Clock clock;

  FollowUpService(
      FollowUpRepository followUps,
      FollowUpInstances instances,
      FollowUpOwners owners,
      FollowUpNotices notices,
      Bodies bodies,
      AuditLog audit,
      Clock clock) {
    this.followUps = followUps;
    this.instances = instances;
    this.owners = owners;
    this.notices = notices;
    this.bodies = bodies;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * @throws Refusal (not found) if there is none
   */
  @Transactional(readOnly = true)
  public FollowUp get(long id) {
    return followUps.find(id).orElseThrow(() -> Refusal.notFound("follow-up.not-found"));
  }

  /** What happened to it, the latest last. */
  @Transactional(readOnly = true)
  public List<FollowUpEvent> events(long id) {
    return followUps.findEvents(id);
  }

  /**
   * Opens those of a meeting; the process of each begins in the same transaction. Safe to repeat: a
   * meeting's are opened once.
   *
   * @param by who approved the minutes that decide them
   */
  public void open(long meetingId, List<NewFollowUp> decided, long by) {
    if (followUps.existsOf(meetingId)) {
      return;
    }
    for (NewFollowUp one : decided) {
      long id = followUps.insert(meetingId, one, clock.instant());
      followUps.note(id, Kind.OPENED, null, by, clock.instant());
      FollowUp opened = get(id);
      audit.record(entry(FollowUpAction.OPENED, opened, by).with("meeting", meetingId));
      instances.start(opened, bodies.get(opened.bodyId()));
    }
  }

  /**
   * It is done.
   *
   * @throws Refusal (invalid) if nothing is said of the result
   */
  public void finish(long id, String typedResult, long by) {
    FollowUp followUp = open(id);
    String result = Findings.reason("result", typedResult);
    followUps.end(id, State.DONE, result, by, clock.instant());
    followUps.note(id, Kind.DONE, result, by, clock.instant());
    audit.record(entry(FollowUpAction.DONE, followUp, by));
  }

  /**
   * It needs more time.
   *
   * @throws Refusal (invalid) for a day that is not later, or without a reason
   */
  public void postpone(long id, LocalDate dueOn, String typedReason, long by) {
    FollowUp followUp = open(id);
    Findings findings = new Findings();
    checkDue(findings, dueOn);
    if (dueOn != null && !dueOn.isAfter(followUp.dueOn())) {
      findings.add("newDueOn", "follow-up.not-later");
    }
    String reason = findings.text("moreTimeReason", typedReason, Findings.MAX_REASON, true);
    findings.refuse();
    followUps.give(id, followUp.bodyId(), followUp.ownerId(), dueOn);
    followUps.note(id, Kind.POSTPONED, reason, by, clock.instant());
    audit.record(entry(FollowUpAction.POSTPONED, followUp, by).with("dueOn", dueOn));
  }

  /** It cannot be done: the coordination decides. */
  public void block(long id, String typedReason, long by) {
    FollowUp followUp = open(id);
    String reason = Findings.reason("impossibleReason", typedReason);
    followUps.block(id);
    followUps.note(id, Kind.BLOCKED, reason, by, clock.instant());
    audit.record(entry(FollowUpAction.BLOCKED, followUp, by));
  }

  /** It will not be done. */
  public void drop(long id, String typedReason, long by) {
    FollowUp followUp = blocked(id);
    String reason = Findings.reason("dropReason", typedReason);
    followUps.end(id, State.DROPPED, reason, by, clock.instant());
    followUps.note(id, Kind.DROPPED, reason, by, clock.instant());
    audit.record(entry(FollowUpAction.DROPPED, followUp, by));
  }

  /**
   * It goes on, with somebody else or until another day.
   *
   * @param givenTo one of {@link FollowUpOwners#choices}
   */
  public FollowUp giveTo(long id, String givenTo, LocalDate dueOn, String typedReason, long by) {
    FollowUp followUp = blocked(id);
    FollowUpOwners.Choice owner = owners.chosen("givenTo", givenTo, followUp.bodyId());
    Findings findings = new Findings();
    checkDue(findings, dueOn);
    String reason = findings.text("goOnReason", typedReason, Findings.MAX_REASON, true);
    findings.refuse();
    followUps.give(id, owner.bodyId(), owner.personId(), dueOn);
    followUps.note(id, Kind.GIVEN, reason, by, clock.instant());
    FollowUp given = get(id);
    audit.record(
        entry(FollowUpAction.GIVEN, given, by).about(given.ownerId()).with("dueOn", dueOn));
    return given;
  }

  /** Its last day has passed. Safe to repeat. */
  public FollowUp markLate(long id) {
    followUps.markLate(id, clock.instant());
    return get(id);
  }

  /** The person's follow-ups of the body that are not at their end. */
  @Transactional(readOnly = true)
  public List<FollowUp> heldBy(long personId, long bodyId) {
    return followUps.findOpenOf(personId, bodyId);
  }

  /**
   * Who answered for it has left the body: somebody else of the body does now, or its office. Safe
   * to repeat.
   *
   * @param to {@code null} for the office
   * @return whether it was still the person's
   */
  public boolean handOver(long id, long from, Long to) {
    FollowUp held = followUps.lock(id).orElseThrow(() -> Refusal.notFound("follow-up.not-found"));
    if (!Objects.equals(held.ownerId(), from) || !held.state().isOpen()) {
      return false;
    }
    followUps.setOwner(id, to);
    followUps.note(id, Kind.OWNER_LEFT, null, null, clock.instant());
    audit.record(AuditEntry.of(FollowUpAction.OWNER_LEFT, id).about(from).in(held.bodyId()));
    FollowUp given = get(id);
    instances.giveTo(id, owners.personOf(given).orElse(null));
    notices.ownerLeft(given, bodies.get(held.bodyId()), from);
    return true;
  }

  /** What is wrong with a new last day. */
  private void checkDue(Findings findings, LocalDate dueOn) {
    LocalDate today = SaoPaulo.today(clock);
    if (dueOn == null || dueOn.isBefore(today) || dueOn.isAfter(today.plusMonths(MONTHS_AHEAD))) {
      findings.add("newDueOn", "follow-up.due-range", MONTHS_AHEAD);
    }
  }

  private FollowUp open(long id) {
    return locked(id, State.OPEN);
  }

  private FollowUp blocked(long id) {
    return locked(id, State.BLOCKED);
  }

  private FollowUp locked(long id, State state) {
    FollowUp followUp =
        followUps.lock(id).orElseThrow(() -> Refusal.notFound("follow-up.not-found"));
    if (followUp.state() != state) {
      throw Refusal.conflict("follow-up.moved-on");
    }
    return followUp;
  }

  private static AuditEntry entry(FollowUpAction action, FollowUp followUp, long by) {
    return AuditEntry.of(action, followUp.id()).by(by).in(followUp.bodyId());
  }
}
