package br.gov.sp.prefeitura.redeinfo.nomination.domain;

import br.gov.sp.prefeitura.redeinfo.audit.AuditEntry;
import br.gov.sp.prefeitura.redeinfo.audit.AuditLog;
import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson.SignedIn;
import br.gov.sp.prefeitura.redeinfo.network.Bodies;
import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.nomination.NominationRounds;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.shared.error.Violation;
import br.gov.sp.prefeitura.redeinfo.shared.text.Typed;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opens and closes rounds. */
@Service
@Transactional
public class RoundService implements NominationRounds {

  private final RoundRepository rounds;
  private final NominationRepository nominations;
  private final Bodies bodies;
  private final NominationProcess process;
  private final NominationNotices notices;
  private final Deadlines deadlines;
  private final AuditLog audit;
  private final Clock clock;

  RoundService(
      RoundRepository rounds,
      NominationRepository nominations,
      Bodies bodies,
      NominationProcess process,
      NominationNotices notices,
      Deadlines deadlines,
      AuditLog audit,
      Clock clock) {
    this.rounds = rounds;
    this.nominations = nominations;
    this.bodies = bodies;
    this.process = process;
    this.notices = notices;
    this.deadlines = deadlines;
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  public RoundOpened open(NewRound typed, SignedIn by) {
    if (!by.isCoordination()) {
      throw Refusal.forbidden("nomination.coordination-only");
    }
    NewRound round = checked(typed);
    Instant now = clock.instant();
    Instant deadline = deadlines.round(round.deadline());
    long roundId = rounds.insert(round, deadline, by.personId(), now);
    List<Long> skipped = new ArrayList<>();
    try {
      for (Long bodyId : round.bodyIds()) {
        if (nominations
            .insert(roundId, null, bodyId, SeatKey.of(round.tracks()), deadline, now)
            .isEmpty()) {
          skipped.add(bodyId);
        }
      }
    } catch (DuplicateKeyException e) {
      // Another round or a vacancy took a seat between the check and the insert.
      throw Refusal.conflict("nomination.seat-covered");
    }
    int asked = round.bodyIds().size() - skipped.size();
    if (asked == 0) {
      throw Refusal.conflict("nomination.round-all-covered");
    }
    rounds.insertSkipped(roundId, skipped);
    audit.record(
        AuditEntry.of(NominationAction.ROUND_OPENED, roundId)
            .by(by.personId())
            .with("tracks", round.tracks().stream().sorted().toList())
            .with("asked", asked)
            .with("deadline", round.deadline()));
    process.startRound(roundId, round.name());
    return new RoundOpened(roundId, asked, skipped);
  }

  @Override
  @Transactional(readOnly = true)
  public void check(NewRound round) {
    checked(round);
  }

  private NewRound checked(NewRound round) {
    List<Violation> violations = new ArrayList<>();
    String name = Typed.line(round.name());
    if (name == null) {
      violations.add(Violation.at("name", "nomination.round-name"));
    } else if (name.length() > 120) {
      violations.add(Violation.at("name", "nomination.too-long", 120));
    } else if (Typed.hasControlCharacters(name, false)) {
      violations.add(Violation.at("name", "nomination.control-characters"));
    }
    String note = Typed.text(round.note());
    if (note != null && note.length() > Reasons.MAX_LENGTH) {
      violations.add(Violation.at("note", "nomination.too-long", Reasons.MAX_LENGTH));
    } else if (Typed.hasControlCharacters(note, true)) {
      violations.add(Violation.at("note", "nomination.control-characters"));
    }
    if (round.tracks().isEmpty()) {
      violations.add(Violation.at("tracks", "nomination.round-tracks"));
    }
    if (round.deadline() == null
        || !round.deadline().isAfter(SaoPaulo.today(clock))
        || round.deadline().isAfter(SaoPaulo.today(clock).plusYears(1))) {
      violations.add(Violation.at("deadline", "nomination.round-deadline"));
    }
    List<Long> bodyIds = List.of();
    if (round.bodyIds().isEmpty()) {
      violations.add(Violation.at("bodyIds", "nomination.round-bodies"));
    } else {
      Map<Long, Body> existing =
          bodies.existingOn(SaoPaulo.today(clock)).stream()
              .filter(body -> !body.kind().isGuest())
              .sorted(Comparator.comparing(Body::acronym))
              .collect(Collectors.toMap(Body::id, body -> body, (a, b) -> a, LinkedHashMap::new));
      if (!existing.keySet().containsAll(round.bodyIds())) {
        violations.add(Violation.at("bodyIds", "nomination.round-body-unknown"));
      }
      // The ids of a round's nominations follow the acronyms, and so do its pages.
      bodyIds = existing.keySet().stream().filter(round.bodyIds()::contains).toList();
    }
    if (!violations.isEmpty()) {
      throw Refusal.invalid(violations);
    }
    return new NewRound(name, round.tracks(), bodyIds, round.deadline(), note);
  }

  /** Tells the heads that their offices have been asked. Safe to repeat. */
  public void announce(long roundId) {
    Round round = get(roundId);
    notices.roundOpened(round, bodies.byId(rounds.bodyIds(roundId)).values());
  }

  /** The round's last nomination is over. Safe to repeat. */
  public void close(long roundId) {
    Round round = get(roundId);
    if (rounds.close(roundId, clock.instant())) {
      audit.record(AuditEntry.of(NominationAction.ROUND_CLOSED, roundId));
    }
    notices.roundClosed(round);
  }

  /** The round's nominations, each of which gets an instance of its own. */
  @Transactional(readOnly = true)
  public List<Long> nominationIds(long roundId) {
    return rounds.nominationIds(roundId);
  }

  @Override
  @Transactional(readOnly = true)
  public Map<Long, Long> nominationsOf(long roundId) {
    return rounds.nominationsByBody(roundId);
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<Long> nominationOfVacancy(long appointmentId) {
    return rounds.nominationOfVacancy(appointmentId);
  }

  private Round get(long roundId) {
    return rounds.find(roundId).orElseThrow(() -> Refusal.notFound("nomination.round-not-found"));
  }
}
