package br.gov.sp.prefeitura.redeinfo.nomination.domain;

import br.gov.sp.prefeitura.redeinfo.network.Bodies;
import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.nomination.domain.Decision.Outcome;
import br.gov.sp.prefeitura.redeinfo.nomination.domain.Decision.Step;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The office's part: indicate, and indicate again after a return. */
@Service
@Transactional
public class IndicationService {

  private final NominationRepository nominations;
  private final DecisionLog log;
  private final IndicationRules rules;
  private final Bodies bodies;
  private final NominationNotices notices;
  private final Deadlines deadlines;
  private final Clock clock;

  IndicationService(
      NominationRepository nominations,
      DecisionLog log,
      IndicationRules rules,
      Bodies bodies,
      NominationNotices notices,
      Deadlines deadlines,
      Clock clock) {
    this.nominations = nominations;
    this.log = log;
    this.rules = rules;
    this.bodies = bodies;
    this.notices = notices;
    this.deadlines = deadlines;
    this.clock = clock;
  }

  /** The instance begins; answers what its task list shows. Safe to repeat. */
  public Prepared prepare(long nominationId) {
    Nomination nomination = nominations.get(nominationId);
    nomination.started(clock.instant());
    nominations.save(nomination);
    return new Prepared(bodies.get(nomination.bodyId()), nomination.deadline());
  }

  /**
   * What the office submits.
   *
   * @throws br.gov.sp.prefeitura.redeinfo.shared.error.Refusal if a rule is broken or the
   *     nomination does not wait for its office
   */
  public void submit(long nominationId, List<SeatIndication> typed, long by) {
    Nomination nomination = nominations.get(nominationId);
    Body body = bodies.get(nomination.bodyId());
    Instant now = clock.instant();
    Map<SeatKey, Nominee> nominees = rules.check(nomination, body, typed, SaoPaulo.today(clock));
    nomination.submitted(nominees, by, now);
    try {
      nominations.save(nomination);
    } catch (DuplicateKeyException e) {
      throw br.gov.sp.prefeitura.redeinfo.shared.error.Refusal.conflict(
          "nomination.nominated-elsewhere");
    }
    log.add(
        nomination,
        Decision.of(
            Step.INDICATION, Outcome.SUBMITTED, null, List.copyOf(nominees.keySet()), by, now));
  }

  /**
   * The nomination is back at the office, which gets its days to answer.
   *
   * @return when it lapses now
   */
  public Instant giveTimeAfterReturn(long nominationId) {
    Nomination nomination = nominations.get(nominationId);
    nomination.extendDeadlineTo(deadlines.afterReturn());
    nominations.save(nomination);
    return nomination.deadline();
  }

  /** Nobody was indicated by the deadline. */
  public void lapse(long nominationId) {
    Nomination nomination = nominations.get(nominationId);
    Instant now = clock.instant();
    nomination.lapsed(now);
    nominations.save(nomination);
    log.add(nomination, Decision.of(Step.DEADLINE, Outcome.LAPSED, null, List.of(), null, now));
    notices.lapsed(nomination, bodies.get(nomination.bodyId()));
  }

  /**
   * @param lapseAt when the nomination ends if nobody is indicated
   */
  public record Prepared(Body body, Instant lapseAt) {}
}
