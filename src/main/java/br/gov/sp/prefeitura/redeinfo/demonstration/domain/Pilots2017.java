package br.gov.sp.prefeitura.redeinfo.demonstration.domain;

import br.gov.sp.prefeitura.redeinfo.network.Appointments;
import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.network.Seat;
import br.gov.sp.prefeitura.redeinfo.network.Track;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * The twelve pilots that were presented on 1 December 2017, to be implemented from 2018 on. The
 * report names the bodies, and the subjects of four: answers on mobility, data on public planting,
 * the map of trees in Lapa, the integrated base of Vila Mariana. The other subjects, every text,
 * all people and the days before the presentation are invented. Whether they were carried out the
 * report does not know: here nobody begins, and after a year the process records that.
 */
@Component
@ConditionalOnDemonstration
class Pilots2017 {

  static final LocalDate PRESENTED = LocalDate.of(2017, 12, 1);

  private static final LocalDate FIRST_IDEA = LocalDate.of(2017, 9, 18);
  private static final LocalDate FIRST_MILESTONE = LocalDate.of(2018, 2, 1);
  private static final LocalDate LAPSED = LocalDate.of(2018, 12, 10);

  private final PilotPlayer player;
  private final Appointments appointments;
  private final OfficeTime time;
  private final List<PilotScript> scripts = PilotScript.read("pilots-2017.json");

  Pilots2017(PilotPlayer player, Appointments appointments, OfficeTime time) {
    this.player = player;
    this.appointments = appointments;
    this.time = time;
  }

  /** One for each pilot of these bodies; they do not wait for each other. */
  List<Runnable> stories(List<Body> bodies) {
    Map<String, Body> bySlug =
        bodies.stream().collect(Collectors.toMap(Body::slug, Function.identity()));
    return scripts.stream()
        .filter(script -> bySlug.containsKey(script.body()))
        .<Runnable>map(script -> () -> play(script, bySlug.get(script.body())))
        .toList();
  }

  private void play(PilotScript script, Body body) {
    int pace = Math.floorMod(script.key().hashCode(), 7);
    LocalDate begun = time.after(FIRST_IDEA, pace);
    LocalDate submitted = time.after(begun, 8);
    LocalDate endorsed = time.after(submitted, 2);
    LocalDate reviewed = time.after(endorsed, 4);
    LocalDate voted = time.after(reviewed, 2);
    LocalDate scheduled = time.after(reviewed, 8);
    String writer = focalPoint(body, begun);
    String coordinator = Programme2017.coordinatorOn(reviewed);
    PilotPlayer.Played pilot =
        player.begin(
            "2017/pilots/" + script.key(),
            morning(begun, script),
            body.id(),
            script,
            FIRST_MILESTONE,
            writer);
    pilot.task("submitted", morning(submitted, script), PilotAnswers.WRITE, writer, Map.of());
    pilot.task(
        "endorsed",
        morning(endorsed, script),
        PilotAnswers.ENDORSE,
        People2017.headOn(endorsed, body),
        PilotAnswers.endorse());
    pilot.task(
        "reviewed",
        morning(reviewed, script),
        PilotAnswers.REVIEW,
        coordinator,
        PilotAnswers.forward(
            "Atende aos pontos; o que o público passa a ver está claro. Encaminhar ao comitê."));
    for (int i = 1; i <= People2017.MEMBERS_OF_CIGA; i++) {
      pilot.task(
          "voted-" + i,
          OfficeTime.inTheAfternoon(voted, script.key() + i),
          PilotAnswers.VOTE,
          People2017.memberOfCiga(i),
          PilotAnswers.vote(i == 5 && pace % 2 == 0 ? "ABSTAIN" : "FOR"));
      voted = time.after(voted, 1);
    }
    pilot.task(
        "scheduled",
        morning(scheduled, script),
        PilotAnswers.SCHEDULE,
        coordinator,
        PilotAnswers.presentation(
            PRESENTED.atTime(LocalTime.of(9, 0)),
            "Oficina de apresentação dos projetos-piloto (endereço fictício)"));
    pilot.task(
        "presented",
        OfficeTime.inTheAfternoon(PRESENTED, script.key()),
        PilotAnswers.RECORD_PRESENTATION,
        coordinator,
        PilotAnswers.presented());
    pilot.until(OfficeTime.startOf(LAPSED));
  }

  /** User name of the body's titular for open government on that day. */
  private String focalPoint(Body body, LocalDate day) {
    return appointments.seatsOf(body.id(), day).stream()
        .filter(seat -> seat.track() == Track.OPEN_GOVERNMENT && seat.seat() == Seat.TITULAR)
        .map(seat -> seat.person().username())
        .findFirst()
        .orElseThrow();
  }

  private static Instant morning(LocalDate day, PilotScript script) {
    return OfficeTime.inTheMorning(day, script.key());
  }
}
