package br.gov.sp.prefeitura.redeinfo.demonstration.domain;

import br.gov.sp.prefeitura.redeinfo.network.Appointment.EndReason;
import br.gov.sp.prefeitura.redeinfo.network.Appointments;
import br.gov.sp.prefeitura.redeinfo.network.Appointments.SeatHolding;
import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.network.Seat;
import br.gov.sp.prefeitura.redeinfo.network.Track;
import br.gov.sp.prefeitura.redeinfo.nomination.NominationRounds;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * The present: a round for open government that the coordination opened last week, and vacancies
 * for access to information, each body as far as {@link CurrentStage} and {@link CurrentSeats} say.
 */
@Component
@ConditionalOnDemonstration
class CurrentRound {

  private static final String STORY = "current";
  private static final int DAYS_UNTIL_DEADLINE = 15;

  private final StepLog steps;
  private final OfficeTime time;
  private final Rounds rounds;
  private final CurrentActs acts;
  private final NominationPlayer player;
  private final NominationRounds nominations;
  private final Appointments appointments;

  CurrentRound(
      StepLog steps,
      OfficeTime time,
      Rounds rounds,
      CurrentActs acts,
      NominationPlayer player,
      NominationRounds nominations,
      Appointments appointments) {
    this.steps = steps;
    this.time = time;
    this.rounds = rounds;
    this.acts = acts;
    this.player = player;
    this.nominations = nominations;
    this.appointments = appointments;
  }

  /** Opens the round; safe to repeat, also on another day. */
  Opened open(List<Body> bodies, LocalDate today) {
    LocalDate day =
        LocalDate.ofEpochDay(
            steps.result(
                STORY + "/opening-day",
                OfficeTime.startOf(today),
                () -> time.before(today, CurrentActs.DAYS_SINCE_OPENED).toEpochDay()));
    long roundId =
        rounds.open(
            STORY,
            OfficeTime.startOf(day),
            "coordenacao",
            new NominationRounds.NewRound(
                "Governo aberto " + day.getYear(),
                Set.of(Track.OPEN_GOVERNMENT),
                bodies.stream().map(Body::id).toList(),
                time.after(day, DAYS_UNTIL_DEADLINE),
                "Indiquem duas pessoas com perfil participativo; ao menos uma com vínculo"
                    + " permanente."));
    return new Opened(roundId, day, nominations.nominationsOf(roundId));
  }

  /**
   * @param nominations ids by body
   */
  record Opened(long roundId, LocalDate day, Map<Long, Long> nominations) {}

  void play(Opened round, Body body, CurrentStage stage, CurrentSeats seats, Instant now) {
    String story = STORY + "/" + body.slug();
    if (seats.titularLeft()) {
      LocalDate left = time.before(round.day(), 4);
      vacate(
          story + "/titular",
          body,
          Seat.TITULAR,
          left,
          EndReason.RESIGNED,
          acts.ofTitularVacancy(body, left),
          now);
    }
    if (seats.suplenteLeft()) {
      boolean longAgo = seats == CurrentSeats.SUPLENTE_LEFT_LONG_AGO;
      vacate(
          story + "/suplente",
          body,
          Seat.SUPLENTE,
          longAgo ? time.before(round.day(), 7) : time.after(round.day(), 2),
          longAgo ? EndReason.RETIRED : EndReason.TRANSFERRED,
          List.of(),
          now);
    }
    player.playAndLeave(
        story,
        round.nominations().get(body.id()),
        OfficeTime.startOf(round.day()),
        acts.of(body, stage, round.day()),
        now);
  }

  /** The holder's last day is the eve; the vacancy's own process starts and is played. */
  private void vacate(
      String story,
      Body body,
      Seat seat,
      LocalDate day,
      EndReason reason,
      List<Act> acts,
      Instant now) {
    Instant noticed = OfficeTime.startOf(day);
    long appointmentId =
        steps.result(
            story + "/left",
            noticed,
            () -> {
              long id = holderOf(body, seat, day);
              appointments.end(id, day.minusDays(1), reason, null);
              return id;
            });
    nominations
        .nominationOfVacancy(appointmentId)
        .ifPresent(nomination -> player.playAndLeave(story, nomination, noticed, acts, now));
  }

  private long holderOf(Body body, Seat seat, LocalDate day) {
    return appointments.seatsOf(body.id(), day).stream()
        .filter(held -> held.track() == Track.ACCESS_TO_INFORMATION && held.seat() == seat)
        .map(SeatHolding::appointment)
        .findFirst()
        .orElseThrow()
        .id();
  }
}
