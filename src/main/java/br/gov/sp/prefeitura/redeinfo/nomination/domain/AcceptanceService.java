package br.gov.sp.prefeitura.redeinfo.nomination.domain;

import br.gov.sp.prefeitura.redeinfo.identity.Accounts;
import br.gov.sp.prefeitura.redeinfo.network.Appointments;
import br.gov.sp.prefeitura.redeinfo.network.Bodies;
import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.network.Function;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.network.Persons;
import br.gov.sp.prefeitura.redeinfo.network.Persons.PersonDetails;
import br.gov.sp.prefeitura.redeinfo.nomination.NominationState;
import br.gov.sp.prefeitura.redeinfo.nomination.domain.Decision.Outcome;
import br.gov.sp.prefeitura.redeinfo.nomination.domain.Decision.Step;
import br.gov.sp.prefeitura.redeinfo.nomination.domain.NominatedSeat.Answer;
import br.gov.sp.prefeitura.redeinfo.nomination.domain.NominatedSeat.Change;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import br.gov.sp.prefeitura.redeinfo.statute.Statutes;
import br.gov.sp.prefeitura.redeinfo.statute.Statutes.Way;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The nominees' part: they are invited, and each accepts or declines. */
@Service
@Transactional
public class AcceptanceService {

  private final NominationRepository nominations;
  private final DecisionLog log;
  private final Bodies bodies;
  private final Persons persons;
  private final Accounts accounts;
  private final Appointments appointments;
  private final Statutes statutes;
  private final Clock clock;

  AcceptanceService(
      NominationRepository nominations,
      DecisionLog log,
      Bodies bodies,
      Persons persons,
      Accounts accounts,
      Appointments appointments,
      Statutes statutes,
      Clock clock) {
    this.nominations = nominations;
    this.log = log;
    this.bodies = bodies;
    this.persons = persons;
    this.accounts = accounts;
    this.appointments = appointments;
    this.statutes = statutes;
    this.clock = clock;
  }

  /**
   * Registers the nominees and sends those without an account the link to activate one. They belong
   * to no group of the body before the mandate. Safe to repeat.
   */
  public void invite(long nominationId) {
    Nomination nomination = nominations.get(nominationId);
    for (NominatedSeat seat : nomination.filledSeats()) {
      if (seat.answer() == Answer.PENDING) {
        Nominee nominee = seat.nominee();
        Person person =
            persons.register(
                new PersonDetails(
                    nominee.name(),
                    nominee.email(),
                    nominee.bond(),
                    nomination.bodyId(),
                    nominee.unit(),
                    nominee.identifier()));
        accounts.invite(person.id(), person.username());
        nomination.invited(seat.key(), person.id());
      }
    }
    nominations.save(nomination);
  }

  /** User names of the nominees who still have to answer. */
  @Transactional(readOnly = true)
  public List<String> toAsk(long nominationId) {
    List<Long> pending =
        nominations.seatsOf(nominationId).stream()
            .filter(seat -> seat.answer() == Answer.PENDING)
            .map(NominatedSeat::personId)
            .toList();
    Map<Long, Person> byId = persons.byId(pending);
    return pending.stream().map(id -> byId.get(id).username()).toList();
  }

  /**
   * A nominee's answer.
   *
   * @param reason required when declining
   * @param statuteId the version of the statute that the nominee has read and accepts as well, or
   *     {@code null}: then they are asked by a task of its own once they are members
   * @throws Refusal if the reason is missing, the person is not asked (any more), or the version is
   *     not in force (any more)
   */
  public void answer(
      long nominationId, long personId, boolean accepts, String reason, Long statuteId) {
    String why = accepts ? null : Reasons.required("declineReason", reason);
    Nomination nomination = nominations.get(nominationId);
    nomination.requireState(NominationState.AWAITING_ACCEPTANCE);
    Instant now = clock.instant();
    Answer answer = accepts ? Answer.ACCEPTED : Answer.DECLINED;
    if (!nominations.answer(nominationId, personId, answer, now)) {
      throw Refusal.conflict("nomination.moved-on");
    }
    List<SeatKey> seat =
        nomination.filledSeats().stream()
            .filter(s -> s.personId() != null && s.personId() == personId)
            .map(NominatedSeat::key)
            .toList();
    Outcome outcome = accepts ? Outcome.ACCEPTED : Outcome.DECLINED;
    log.add(nomination, Decision.of(Step.ACCEPTANCE, outcome, why, seat, personId, now));
    if (accepts && statuteId != null) {
      statutes.accept(personId, statuteId, Way.NOMINATION);
    }
  }

  /**
   * Everybody has answered, or the time to answer is over: whoever is silent is recorded so. With
   * an acceptance missing the nomination returns to the office; otherwise it goes to who decides.
   *
   * @return whether all have accepted
   */
  public boolean assess(long nominationId) {
    Nomination nomination = nominations.get(nominationId);
    Instant now = clock.instant();
    for (NominatedSeat seat : nomination.filledSeats()) {
      if (seat.answer() == Answer.PENDING) {
        nomination.nobodyAnswered(seat.key(), now);
        log.add(
            nomination,
            Decision.of(Step.ACCEPTANCE, Outcome.NO_ANSWER, null, List.of(seat.key()), null, now));
      }
    }
    Map<SeatKey, Change> missing = new LinkedHashMap<>();
    nomination.filledSeats().stream()
        .filter(seat -> seat.answer() != Answer.ACCEPTED)
        .forEach(seat -> missing.put(seat.key(), Change.ANSWER));
    if (!missing.isEmpty()) {
      nomination.returned(missing, now);
    }
    nominations.save(nomination);
    return missing.isEmpty();
  }

  /**
   * Says who decides: the head; when the head is in the set or wrote it, the interim head; when all
   * of these have a stake, the coordination.
   *
   * @return the engine's group that gets the task
   */
  public String determineApprover(long nominationId) {
    Nomination nomination = nominations.get(nominationId);
    Body body = bodies.get(nomination.bodyId());
    LocalDate today = SaoPaulo.today(clock);
    Set<Long> interested = nomination.interestedPersons();
    Set<Long> heads = appointments.holders(body.id(), Function.HEAD, today);
    Set<Long> interims = appointments.holders(body.id(), Function.INTERIM_HEAD, today);
    nomination.acceptedByAll(approver(heads, interims, interested), clock.instant());
    nominations.save(nomination);
    return nomination.approver().orElseThrow().group(body.slug());
  }

  private static Approver approver(Set<Long> heads, Set<Long> interims, Set<Long> interested) {
    boolean freeInterim = interims.stream().anyMatch(person -> !interested.contains(person));
    if (heads.stream().noneMatch(interested::contains) && (interims.isEmpty() || freeInterim)
        || !heads.isEmpty() && interested.stream().noneMatch(heads::contains)) {
      return Approver.HEAD;
    }
    return freeInterim ? Approver.INTERIM_HEAD : Approver.COORDINATION;
  }
}
