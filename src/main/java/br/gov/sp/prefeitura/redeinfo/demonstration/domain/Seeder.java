package br.gov.sp.prefeitura.redeinfo.demonstration.domain;

import br.gov.sp.prefeitura.redeinfo.demonstration.domain.Preparation.Phase;
import br.gov.sp.prefeitura.redeinfo.network.Bodies;
import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Prepares the demonstration's data in the order of time: the programme of 2017 comes to its end
 * before the present begins, because a seat is never nominated for twice at a time. Every step is
 * done once, so that an interrupted preparation goes on at the next start.
 */
@Component
@ConditionalOnDemonstration
public class Seeder {

  private static final Logger log = LoggerFactory.getLogger(Seeder.class);
  private static final String DONE = "done";

  private final StepLog steps;
  private final Preparation preparation;
  private final DemonstrationProperties properties;
  private final Bodies bodies;
  private final CurrentAccounts accounts;
  private final CurrentRound current;
  private final CurrentTrainings currentTrainings;
  private final CurrentPilots currentPilots;
  private final CurrentDepartures currentDepartures;
  private final CurrentVolunteers currentVolunteers;
  private final CurrentStatute currentStatute;
  private final CurrentConfirmations confirmations;
  private final CurrentCovers covers;
  private final CurrentMeetings currentMeetings;
  private final CurrentMinutes currentMinutes;
  private final CurrentOutreach currentOutreach;
  private final Rounds rounds;
  private final Replay2017 past;
  private final Workers workers;
  private final PasswordEncoder passwords;
  private final Clock clock;

  Seeder(
      StepLog steps,
      Preparation preparation,
      DemonstrationProperties properties,
      Bodies bodies,
      CurrentAccounts accounts,
      CurrentRound current,
      CurrentTrainings currentTrainings,
      CurrentPilots currentPilots,
      CurrentDepartures currentDepartures,
      CurrentVolunteers currentVolunteers,
      CurrentStatute currentStatute,
      CurrentConfirmations confirmations,
      CurrentCovers covers,
      CurrentMeetings currentMeetings,
      CurrentMinutes currentMinutes,
      CurrentOutreach currentOutreach,
      Rounds rounds,
      Replay2017 past,
      Workers workers,
      PasswordEncoder passwords,
      Clock clock) {
    this.steps = steps;
    this.preparation = preparation;
    this.properties = properties;
    this.bodies = bodies;
    this.accounts = accounts;
    this.current = current;
    this.currentTrainings = currentTrainings;
    this.currentPilots = currentPilots;
    this.currentDepartures = currentDepartures;
    this.currentVolunteers = currentVolunteers;
    this.currentStatute = currentStatute;
    this.confirmations = confirmations;
    this.covers = covers;
    this.currentMeetings = currentMeetings;
    this.currentMinutes = currentMinutes;
    this.currentOutreach = currentOutreach;
    this.rounds = rounds;
    this.past = past;
    this.workers = workers;
    this.passwords = passwords;
    this.clock = clock;
  }

  /**
   * Prepares what is missing, on the calling thread and some workers; returns when all is there.
   *
   * @throws RuntimeException what the preparation failed with; people may sign in nevertheless
   */
  public void prepare() {
    steps.recall();
    if (steps.isDone(DONE)) {
      preparation.enter(Phase.READY);
      return;
    }
    try {
      long started = System.nanoTime();
      prepareAccounts();
      report("accounts", started);
      prepareProgrammeOf2017();
      report("programme of 2017", started);
      prepareCurrentRound();
      currentTrainings.play(ofToday(), clock.instant());
      prepareCurrentPilots();
      currentStatute.play(clock.instant());
      currentDepartures.play(ofToday(), clock.instant());
      currentVolunteers.play(ofToday(), clock.instant());
      workers.forEach(confirmations.stories(ofToday(), clock.instant()), Runnable::run);
      covers.play(ofToday(), clock.instant());
      currentMinutes.play(ofToday(), clock.instant());
      currentMeetings.play(ofToday(), clock.instant());
      currentOutreach.play(ofToday(), clock.instant());
      steps.once(DONE, clock.instant(), () -> {});
      preparation.enter(Phase.READY);
      report("current round", started);
    } catch (RuntimeException e) {
      preparation.enter(Phase.FAILED);
      throw e;
    }
  }

  private void prepareAccounts() {
    List<Body> today = ofToday();
    preparation.enter(Phase.ACCOUNTS, today.size());
    Instant now = clock.instant();
    Map<String, Body> bySlug =
        today.stream().collect(Collectors.toMap(Body::slug, Function.identity()));
    // One hash for all: hundreds would take a minute.
    String passwordHash = passwords.encode(properties.password());
    steps.once("accounts", now, () -> accounts.ofNetwork(bySlug, coordinatingBody(), passwordHash));
    forEach(
        today,
        body ->
            steps.once(
                "accounts/" + body.slug(),
                now,
                () -> accounts.ofBody(body, seatsOf(today, body), passwordHash)));
  }

  private void prepareProgrammeOf2017() {
    List<Body> then = nominating(Programme2017.LAUNCH);
    preparation.enter(Phase.PROGRAMME_OF_2017, then.size());
    Replay2017.Opened round = past.open(then, coordinatingBody());
    long campaign = past.invite(then);
    forEach(then, body -> past.play(round, body));
    workers.forEach(past.volunteers(then), Runnable::run);
    List<Runnable> trainings = past.trainings(then);
    preparation.enter(Phase.TRAININGS, trainings.size());
    forEach(trainings, Runnable::run);
    List<Runnable> pilots = past.pilots(then);
    preparation.enter(Phase.PILOTS_OF_2017, pilots.size());
    forEach(pilots, Runnable::run);
    past.closeCampaign(campaign);
    past.close(round, then);
  }

  private void prepareCurrentRound() {
    List<Body> today = ofToday();
    preparation.enter(Phase.CURRENT_ROUND, today.size());
    Instant now = clock.instant();
    today.forEach(
        body ->
            steps.once(
                "accounts/" + body.slug() + "/seats",
                now,
                () -> accounts.seats(body, seatsOf(today, body))));
    CurrentRound.Opened round = current.open(today, SaoPaulo.today(clock));
    forEach(
        today,
        body ->
            current.play(
                round,
                body,
                CurrentStage.of(body.slug(), today.indexOf(body)),
                seatsOf(today, body),
                now));
    rounds.run(round.roundId(), now);
    rounds.handOver(round.roundId());
  }

  private void prepareCurrentPilots() {
    List<Runnable> pilots = currentPilots.stories(ofToday(), clock.instant());
    preparation.enter(Phase.CURRENT_PILOTS, pilots.size());
    forEach(pilots, Runnable::run);
  }

  private <T> void forEach(List<T> all, Consumer<T> work) {
    workers.forEach(
        all,
        one -> {
          work.accept(one);
          preparation.oneMore();
        });
  }

  private static CurrentSeats seatsOf(List<Body> today, Body body) {
    return CurrentSeats.of(body.slug(), today.indexOf(body));
  }

  private Body coordinatingBody() {
    return bodies.findBySlug(CurrentAccounts.COORDINATING_BODY).orElseThrow();
  }

  private List<Body> ofToday() {
    return nominating(SaoPaulo.today(clock));
  }

  private List<Body> nominating(LocalDate date) {
    return new ArrayList<>(
        bodies.existingOn(date).stream()
            .filter(body -> !body.kind().isGuest() && properties.includes(body.slug()))
            .toList());
  }

  private static void report(String what, long startedNanos) {
    log.info(
        "Demonstration: {} ready after {} s",
        what,
        (System.nanoTime() - startedNanos) / 1_000_000_000);
  }
}
