package br.gov.sp.prefeitura.redeinfo.nomination.domain;

import br.gov.sp.prefeitura.redeinfo.network.Bodies;
import br.gov.sp.prefeitura.redeinfo.nomination.NominationState;
import br.gov.sp.prefeitura.redeinfo.nomination.domain.Decision.Outcome;
import br.gov.sp.prefeitura.redeinfo.nomination.domain.Decision.Step;
import br.gov.sp.prefeitura.redeinfo.nomination.domain.NominatedSeat.Change;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.shared.error.Violation;
import br.gov.sp.prefeitura.redeinfo.shared.text.Typed;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The head's decision, the coordination's formal check, and the record of the publication. */
@Service
@Transactional
public class SetDecisions {

  private static final Pattern ACT_NUMBER = Pattern.compile("[0-9]{4}\\.[0-9]{4}/[0-9]{7}-[0-9]");

  private final NominationRepository nominations;
  private final RoundRepository rounds;
  private final DecisionLog log;
  private final Bodies bodies;
  private final NominationNotices notices;
  private final Clock clock;

  SetDecisions(
      NominationRepository nominations,
      RoundRepository rounds,
      DecisionLog log,
      Bodies bodies,
      NominationNotices notices,
      Clock clock) {
    this.nominations = nominations;
    this.rounds = rounds;
    this.log = log;
    this.bodies = bodies;
    this.notices = notices;
    this.clock = clock;
  }

  /**
   * The set is approved.
   *
   * @throws Refusal if the person has a stake in the set, or it is not waiting for approval
   */
  public void approve(long nominationId, long by, String comment) {
    Nomination nomination = forApproval(nominationId, by);
    String text = Reasons.optional("approveComment", comment);
    Instant now = clock.instant();
    nomination.approved(now);
    nominations.save(nomination);
    addApproval(nomination, Outcome.APPROVED, text, List.of(), by, now);
  }

  /** The set goes back; the seats named are to be given to somebody else. */
  public void returnForReplacement(
      long nominationId, long by, Collection<SeatKey> replaced, String reason) {
    Nomination nomination = forApproval(nominationId, by);
    String why = Reasons.required("returnReason", reason);
    Instant now = clock.instant();
    List<SeatKey> seats = open(nomination, replaced, Change.REPLACE, now);
    addApproval(nomination, Outcome.RETURNED, why, seats, by, now);
  }

  /** The nomination ends here. */
  public void refuse(long nominationId, long by, String reason) {
    Nomination nomination = forApproval(nominationId, by);
    String why = Reasons.required("refuseReason", reason);
    Instant now = clock.instant();
    nomination.refused(now);
    nominations.save(nomination);
    addApproval(nomination, Outcome.REFUSED, why, List.of(), by, now);
  }

  /** Tells everybody concerned that the head has refused. Safe to repeat. */
  public void announceRefusal(long nominationId) {
    Nomination nomination = nominations.get(nominationId);
    notices.refused(nomination, bodies.get(nomination.bodyId()));
  }

  /** The formal check found nothing amiss. */
  public void validate(long nominationId, long by, String comment) {
    Nomination nomination = nominations.get(nominationId);
    String text = Reasons.optional("validComment", comment);
    Instant now = clock.instant();
    nomination.validated(now);
    nominations.save(nomination);
    log.add(nomination, Decision.of(Step.VALIDATION, Outcome.VALID, text, List.of(), by, now));
  }

  /** The formal check failed for these seats. */
  public void returnForCorrection(
      long nominationId, long by, Collection<SeatKey> wrong, String reason) {
    Nomination nomination = nominations.get(nominationId);
    nomination.requireState(NominationState.IN_VALIDATION);
    String why = Reasons.required("returnReason", reason);
    Instant now = clock.instant();
    List<SeatKey> seats = open(nomination, wrong, Change.CORRECT, now);
    log.add(nomination, Decision.of(Step.VALIDATION, Outcome.RETURNED, why, seats, by, now));
  }

  /**
   * The act was published.
   *
   * @throws Refusal if number, date or address are not as they must be
   */
  public void recordPublication(
      long nominationId, long by, String actNumber, LocalDate gazetteDate, String link) {
    Nomination nomination = nominations.get(nominationId);
    nomination.requireState(NominationState.AWAITING_PUBLICATION);
    Instant now = clock.instant();
    Publication publication = checked(nomination, actNumber, gazetteDate, link);
    log.addPublication(nominationId, publication, by, now);
    log.add(nomination, Decision.of(Step.PUBLICATION, Outcome.RECORDED, null, List.of(), by, now));
  }

  private Publication checked(
      Nomination nomination, String actNumber, LocalDate gazetteDate, String link) {
    List<Violation> violations = new ArrayList<>();
    String number = Typed.line(actNumber);
    if (number == null || !ACT_NUMBER.matcher(number).matches()) {
      violations.add(Violation.at("actNumber", "nomination.act-number"));
    }
    LocalDate earliest =
        nomination
            .roundId()
            .flatMap(rounds::find)
            .map(Round::openedAt)
            .or(nomination::submittedAt)
            .map(opened -> LocalDate.ofInstant(opened, SaoPaulo.ZONE))
            .orElse(LocalDate.EPOCH);
    if (gazetteDate == null || gazetteDate.isAfter(SaoPaulo.today(clock))) {
      violations.add(Violation.at("gazetteDate", "nomination.gazette-future"));
    } else if (gazetteDate.isBefore(earliest)) {
      violations.add(Violation.at("gazetteDate", "nomination.gazette-early"));
    }
    String address = Typed.line(link);
    if (!isHttps(address)) {
      violations.add(Violation.at("gazetteLink", "nomination.gazette-link"));
    }
    if (!violations.isEmpty()) {
      throw Refusal.invalid(violations);
    }
    return new Publication(number, gazetteDate, address);
  }

  private static boolean isHttps(String address) {
    if (address == null || address.length() > 500) {
      return false;
    }
    try {
      URI uri = new URI(address);
      return "https".equals(uri.getScheme()) && uri.getHost() != null && uri.getUserInfo() == null;
    } catch (URISyntaxException e) {
      return false;
    }
  }

  private Nomination forApproval(long nominationId, long by) {
    Nomination nomination = nominations.get(nominationId);
    nomination.requireState(NominationState.IN_APPROVAL);
    if (nomination.interestedPersons().contains(by)) {
      throw Refusal.forbidden("nomination.own-set");
    }
    return nomination;
  }

  private void addApproval(
      Nomination nomination,
      Outcome outcome,
      String reason,
      List<SeatKey> seats,
      long by,
      Instant now) {
    boolean inPlaceOfHead = nomination.approver().map(Approver::isInPlaceOfHead).orElse(false);
    log.add(
        nomination, new Decision(Step.APPROVAL, outcome, reason, seats, by, inPlaceOfHead, now));
  }

  private List<SeatKey> open(
      Nomination nomination, Collection<SeatKey> named, Change change, Instant now) {
    Map<SeatKey, Change> opened = new LinkedHashMap<>();
    SeatKey.ALL.stream().filter(named::contains).forEach(key -> opened.put(key, change));
    if (opened.isEmpty()) {
      throw Refusal.invalid("nomination.return-seats");
    }
    for (SeatKey key : opened.keySet()) {
      if (nomination.seat(key).filter(NominatedSeat::isFilled).isEmpty()) {
        throw Refusal.invalidField("replace" + capitalised(key), "nomination.seat-not-asked");
      }
    }
    nomination.returned(opened, now);
    nominations.save(nomination);
    return List.copyOf(opened.keySet());
  }

  private static String capitalised(SeatKey key) {
    return Character.toUpperCase(key.prefix().charAt(0)) + key.prefix().substring(1);
  }
}
