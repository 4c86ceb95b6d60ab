package br.gov.sp.prefeitura.redeinfo.pilot.domain;

import br.gov.sp.prefeitura.redeinfo.audit.AuditLog;
import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson.SignedIn;
import br.gov.sp.prefeitura.redeinfo.pilot.PilotState;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.PilotAccess.Seen;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.PilotEvent.Kind;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.PilotEvent.Sight;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.Period;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The presentation of an approved pilot at a workshop: scheduled, moved, recorded. */
@Service
@Transactional
public class PresentationService {

  private static final int MAX_PLACE = 300;
  private static final int MAX_TEXT = 1000;

  /** A year typed wrong is found here. */
  private static final Period AHEAD = Period.ofYears(2);

  private final PilotLocks locks;
  private final PilotRepository pilots;
  private final Presentations presentations;
  private final PilotProcess process;
  private final PilotStory story;
  private final ExecutionNotices notices;
  private final AuditLog audit;
  private final Clock clock;

  PresentationService(
      PilotLocks locks,
      PilotRepository pilots,
      Presentations presentations,
      PilotProcess process,
      PilotStory story,
      ExecutionNotices notices,
      AuditLog audit,
      Clock clock) {
    this.locks = locks;
    this.pilots = pilots;
    this.presentations = presentations;
    this.process = process;
    this.story = story;
    this.notices = notices;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * The coordination schedules it, in a step of the process.
   *
   * @param startsAt the city's time
   * @param authorities one per line, or blank
   * @throws Refusal (invalid) with the fields that break a rule
   */
  public void schedule(
      long pilotId, LocalDateTime startsAt, String place, String authorities, SignedIn by) {
    Pilot pilot = locks.of(pilotId, PilotState.APPROVED);
    Findings findings = new Findings();
    Instant moment = startsAt == null ? null : startsAt.atZone(SaoPaulo.ZONE).toInstant();
    if (moment == null || !moment.isAfter(clock.instant()) || isFarAway(startsAt)) {
      findings.add("startsAt", "pilot.presentation.future");
    }
    String where = findings.text("place", place, MAX_PLACE, true);
    String invited = findings.text("authorities", authorities, MAX_TEXT, false);
    findings.refuse();
    presentations.insert(pilotId, moment, where, invited, by.personId(), clock.instant());
    story.add(pilotId, Kind.PRESENTATION_SCHEDULED, by.personId(), null, Sight.PUBLIC);
    audit.record(
        PilotLocks.entry(PilotAction.PRESENTATION_SCHEDULED, pilot, by)
            .with("day", startsAt.toLocalDate()));
  }

  private boolean isFarAway(LocalDateTime startsAt) {
    return startsAt.toLocalDate().isAfter(SaoPaulo.today(clock).plus(AHEAD));
  }

  /**
   * The coordination gives the date up for another one: it is scheduled anew, and who was invited
   * is told.
   *
   * @throws Refusal (conflict) if none is to come, (forbidden) for others
   */
  public void move(long pilotId, String reason, SignedIn by) {
    Seen seen = locks.of(pilotId, by);
    PilotLocks.require(by.isCoordination());
    PilotLocks.requireState(seen.pilot(), PilotState.APPROVED);
    Presentation latest =
        presentations
            .latest(pilotId)
            .filter(one -> one.isOpen() && one.startsAt().isAfter(clock.instant()))
            .orElseThrow(() -> Refusal.conflict("pilot.presentation.none"));
    String why = Findings.text("reason", reason, MAX_TEXT);
    presentations.move(latest.id(), clock.instant());
    story.add(pilotId, Kind.PRESENTATION_MOVED, by.personId(), why, Sight.PUBLIC);
    audit.record(PilotLocks.entry(PilotAction.PRESENTATION_MOVED, seen.pilot(), by));
    notices.presentationMoved(seen.pilot(), latest);
    process.presentationMoved(pilotId);
  }

  /**
   * The coordination says whether it took place, in a step of the process.
   *
   * @param note needed if it did not
   */
  public void record(long pilotId, boolean held, String note, SignedIn by) {
    Pilot pilot = locks.of(pilotId, PilotState.APPROVED);
    Presentation latest = presentations.latest(pilotId).orElseThrow();
    Findings findings = new Findings();
    String said = findings.text(held ? "note" : "reason", note, MAX_TEXT, !held);
    findings.refuse();
    presentations.record(latest.id(), held, said, by.personId(), clock.instant());
    story.add(
        pilotId, held ? Kind.PRESENTED : Kind.NOT_PRESENTED, by.personId(), said, Sight.PUBLIC);
    if (held) {
      pilots.enter(pilotId, PilotState.PRESENTED, clock.instant());
    }
    audit.record(PilotLocks.entry(PilotAction.PRESENTATION_RECORDED, pilot, by).with("held", held));
  }

  /** Invites who is to come; safe to repeat. */
  public void invite(long pilotId) {
    notices.invitation(
        pilots.find(pilotId).orElseThrow(), presentations.latest(pilotId).orElseThrow());
  }
}
