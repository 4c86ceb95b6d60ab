package br.gov.sp.prefeitura.redeinfo.nomination.domain;

import br.gov.sp.prefeitura.redeinfo.network.Appointments;
import br.gov.sp.prefeitura.redeinfo.network.Appointments.SeatHolding;
import br.gov.sp.prefeitura.redeinfo.network.Bodies;
import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.network.Bond;
import br.gov.sp.prefeitura.redeinfo.network.Function;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.network.Persons;
import br.gov.sp.prefeitura.redeinfo.network.Seat;
import br.gov.sp.prefeitura.redeinfo.network.Track;
import br.gov.sp.prefeitura.redeinfo.nomination.domain.Decision.Outcome;
import br.gov.sp.prefeitura.redeinfo.nomination.domain.Decision.Step;
import br.gov.sp.prefeitura.redeinfo.nomination.domain.EligibilityRules.Facts;
import br.gov.sp.prefeitura.redeinfo.nomination.domain.NominatedSeat.Change;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Collects the facts about a set, asks the decision table, keeps what it says. */
@Service
@Transactional
public class EligibilityService {

  private final NominationRepository nominations;
  private final DecisionLog log;
  private final Bodies bodies;
  private final Persons persons;
  private final Appointments appointments;
  private final IndicationRules indicationRules;
  private final NominationProperties parameters;
  private final Clock clock;

  EligibilityService(
      NominationRepository nominations,
      DecisionLog log,
      Bodies bodies,
      Persons persons,
      Appointments appointments,
      IndicationRules indicationRules,
      NominationProperties parameters,
      Clock clock) {
    this.nominations = nominations;
    this.log = log;
    this.bodies = bodies;
    this.persons = persons;
    this.appointments = appointments;
    this.indicationRules = indicationRules;
    this.parameters = parameters;
    this.clock = clock;
  }

  /**
   * Checks the set; a blocking finding returns it to the office with the seats it concerns.
   *
   * @return whether the set may go on
   */
  public boolean check(long nominationId, EligibilityRules rules) {
    Nomination nomination = nominations.get(nominationId);
    Body body = bodies.get(nomination.bodyId());
    Instant now = clock.instant();
    List<Finding> findings = findings(nomination, body, rules);
    log.replaceFindings(nominationId, findings, now);
    List<Finding> blocking = findings.stream().filter(Finding::isBlocking).toList();
    if (blocking.isEmpty()) {
      nomination.passedRules(now);
    } else {
      Map<SeatKey, Change> opened = new LinkedHashMap<>();
      nomination.seats().stream()
          .map(NominatedSeat::key)
          .filter(key -> blocking.stream().anyMatch(finding -> concerns(finding, key)))
          .forEach(key -> opened.put(key, Change.RULES));
      nomination.returned(opened, now);
      log.add(
          nomination,
          Decision.of(Step.RULES, Outcome.BLOCKED, null, List.copyOf(opened.keySet()), null, now));
    }
    nominations.save(nomination);
    return blocking.isEmpty();
  }

  private static boolean concerns(Finding finding, SeatKey key) {
    return (finding.track() == null || finding.track() == key.track())
        && (finding.seat() == null || finding.seat() == key.seat());
  }

  private List<Finding> findings(Nomination nomination, Body body, EligibilityRules rules) {
    LocalDate today = SaoPaulo.today(clock);
    Set<Long> heads = new HashSet<>(appointments.holders(body.id(), Function.HEAD, today));
    heads.addAll(appointments.holders(body.id(), Function.INTERIM_HEAD, today));
    List<Finding> findings = new ArrayList<>();
    boolean filledInByHead =
        nomination.filledSeats().stream().anyMatch(seat -> heads.contains(seat.filledBy()));
    add(findings, null, null, rules.evaluate(Facts.ofSet(body.existsOn(today), filledInByHead)));
    Set<SeatKey> filled =
        nomination.filledSeats().stream().map(NominatedSeat::key).collect(Collectors.toSet());
    for (NominatedSeat seat : nomination.filledSeats()) {
      Optional<Person> person = persons.findByEmail(seat.nominee().email());
      SeatKey key = seat.key();
      Facts facts =
          Facts.ofNominee(
              body.hasAddress(seat.nominee().email()),
              person
                  .map(
                      p -> indicationRules.isSeatedElsewhere(p.id(), body.id(), filled, key, today))
                  .orElse(false),
              person.map(p -> heads.contains(p.id())).orElse(false),
              person.map(p -> seat.filledBy() == p.id()).orElse(false));
      add(findings, key.track(), key.seat(), rules.evaluate(facts));
    }
    Map<SeatKey, Bond> afterwards = occupancyAfterwards(nomination, body, today);
    nomination.seats().stream()
        .map(seat -> seat.key().track())
        .distinct()
        .forEach(
            track -> add(findings, track, null, rules.evaluate(pair(track, afterwards, rules))));
    return findings;
  }

  private Facts pair(Track track, Map<SeatKey, Bond> afterwards, EligibilityRules rules) {
    List<Bond> bonds =
        Stream.of(Seat.values())
            .map(seat -> afterwards.get(new SeatKey(track, seat)))
            .filter(java.util.Objects::nonNull)
            .toList();
    int permanent = (int) bonds.stream().filter(rules::isPermanent).count();
    return Facts.ofPair(
        bonds.size() == Seat.values().length, permanent, parameters.permanentRequired(track));
  }

  /** Who sits where once the mandates are granted: today's holders, except where someone is new. */
  private Map<SeatKey, Bond> occupancyAfterwards(
      Nomination nomination, Body body, LocalDate today) {
    Map<SeatKey, Bond> bonds = new LinkedHashMap<>();
    for (SeatHolding holding : appointments.seatsOf(body.id(), today)) {
      if (!holding.isVacant()) {
        bonds.put(new SeatKey(holding.track(), holding.seat()), holding.person().bond());
      }
    }
    nomination.filledSeats().forEach(seat -> bonds.put(seat.key(), seat.nominee().bond()));
    return bonds;
  }

  private static void add(
      List<Finding> findings, Track track, Seat seat, List<EligibilityRules.Verdict> verdicts) {
    verdicts.forEach(
        verdict ->
            findings.add(new Finding(track, seat, verdict.reasonCode(), verdict.severity())));
  }
}
