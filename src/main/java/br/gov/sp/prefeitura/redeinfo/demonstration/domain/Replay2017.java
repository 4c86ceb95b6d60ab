package br.gov.sp.prefeitura.redeinfo.demonstration.domain;

import br.gov.sp.prefeitura.redeinfo.demonstration.domain.DeparturePlayer.Statement;
import br.gov.sp.prefeitura.redeinfo.network.Appointment.EndReason;
import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.network.Track;
import br.gov.sp.prefeitura.redeinfo.nomination.NominationRounds;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Plays {@link Programme2017}: one round over all bodies of that year, to its end. */
@Component
@ConditionalOnDemonstration
class Replay2017 {

  private static final String STORY = "2017";
  private static final Instant ROUND_OVER = OfficeTime.startOf(LocalDate.of(2017, 7, 3));

  private static final Instant ENDS_RECORDED = OfficeTime.startOf(LocalDate.of(2019, 3, 1));

  private final StepLog steps;
  private final Rounds rounds;
  private final People2017 people;
  private final Programme2017 programme;
  private final NominationPlayer player;
  private final NominationRounds nominations;
  private final Volunteers2017 volunteers;
  private final Trainings2017 trainings;
  private final Meetings2017 meetings;
  private final Pilots2017 pilots;
  private final Statute2017 statute;
  private final DeparturePlayer departures;
  private final Outreach2017 outreach;

  Replay2017(
      StepLog steps,
      Rounds rounds,
      People2017 people,
      Programme2017 programme,
      NominationPlayer player,
      NominationRounds nominations,
      Volunteers2017 volunteers,
      Trainings2017 trainings,
      Meetings2017 meetings,
      Pilots2017 pilots,
      Statute2017 statute,
      DeparturePlayer departures,
      Outreach2017 outreach) {
    this.steps = steps;
    this.rounds = rounds;
    this.people = people;
    this.programme = programme;
    this.player = player;
    this.nominations = nominations;
    this.volunteers = volunteers;
    this.trainings = trainings;
    this.meetings = meetings;
    this.pilots = pilots;
    this.statute = statute;
    this.departures = departures;
    this.outreach = outreach;
  }

  /**
   * @param nominations ids by body
   */
  record Opened(long roundId, Map<Long, Long> nominations) {}

  /** Appoints the coordination and everybody who acts, publishes the statute, opens the round. */
  Opened open(List<Body> bodies, Body coordinatingBody) {
    Instant tookOffice = OfficeTime.startOf(People2017.TOOK_OFFICE);
    steps.once(STORY + "/coordination", tookOffice, () -> people.appointNetwork(coordinatingBody));
    for (Body body : bodies) {
      steps.once(STORY + "/" + body.slug() + "/people", tookOffice, () -> people.appoint(body));
    }
    statute.publish();
    bodies.stream().filter(People2017::isCoordinating).forEach(this::leave);
    long roundId =
        rounds.open(
            STORY,
            OfficeTime.startOf(Programme2017.LAUNCH),
            Programme2017.COORDINATION,
            new NominationRounds.NewRound(
                "Rede INFO Aberta 2017",
                Set.of(Track.values()),
                bodies.stream().map(Body::id).toList(),
                Programme2017.DEADLINE,
                "Portaria 025/SMJ/CGM-G/2017."));
    return new Opened(roundId, nominations.nominationsOf(roundId));
  }

  /** The comptroller is dismissed in August, and the coordinator resigns after it. */
  private void leave(Body body) {
    LocalDate dismissed = People2017.COMPTROLLER_DISMISSED;
    departures.play(
        STORY + "/comptroller",
        OfficeTime.inTheMorning(dismissed, STORY),
        new Statement(
            Programme2017.headOf(body),
            Programme2017.COORDINATION,
            EndReason.DISMISSED,
            dismissed.plusDays(1).atStartOfDay(),
            "Ato fictício 16/2017",
            null),
        OfficeTime.startOf(dismissed.plusDays(2)));
    LocalDate resigned = People2017.COORDINATOR_RESIGNED;
    departures.play(
        STORY + "/coordinator",
        OfficeTime.inTheMorning(resigned.minusDays(7), STORY),
        new Statement(
            Programme2017.COORDINATION,
            Programme2017.COORDINATION,
            EndReason.RESIGNED,
            resigned.plusDays(1).atStartOfDay(),
            null,
            "Faltam a oficina de outubro e a de dezembro; a lista de convidados está com a escola."),
        OfficeTime.startOf(resigned.plusDays(2)));
  }

  /**
   * The campaign before the launch; who joins afterwards answers it.
   *
   * @return its id
   */
  long invite(List<Body> bodies) {
    return outreach.invite(bodies);
  }

  void closeCampaign(long id) {
    outreach.close(id);
  }

  void play(Opened round, Body body) {
    player.play(
        STORY + "/" + body.slug(),
        round.nominations().get(body.id()),
        OfficeTime.startOf(Programme2017.LAUNCH),
        programme.actsOf(body),
        ROUND_OVER);
  }

  /** Who joined without a seat, before the trainings they go to. */
  List<Runnable> volunteers(List<Body> bodies) {
    return volunteers.stories(bodies);
  }

  /** The trainings and meetings, once the mandates are granted. */
  List<Runnable> trainings(List<Body> bodies) {
    return List.of(
        () -> trainings.playWorkshops(bodies),
        () -> trainings.playCourse(bodies),
        () -> {
          meetings.playLaunch();
          meetings.playJointSession();
        });
  }

  /** The pilots, once the mandates are granted. */
  List<Runnable> pilots(List<Body> bodies) {
    return pilots.stories(bodies);
  }

  /**
   * The round ends with its last nomination, the mandates with the programme. Their end is recorded
   * when it is too late to look for successors: nobody did.
   */
  void close(Opened round, List<Body> bodies) {
    rounds.run(round.roundId(), ROUND_OVER);
    for (Body body : bodies) {
      steps.once(STORY + "/" + body.slug() + "/ends", ENDS_RECORDED, () -> people.end(body));
    }
  }
}
