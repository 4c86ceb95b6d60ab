package br.gov.sp.prefeitura.redeinfo.demonstration.domain;

import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The pilots of today, invented all of them: one in every state, and one whose report is late. */
@Component
@ConditionalOnDemonstration
class CurrentPilots {

  private static final String STORY = "current/pilots";

  private final StepLog steps;
  private final PilotPlayer player;
  private final OfficeTime time;
  private final List<PilotScript> scripts = PilotScript.read("pilots-today.json");

  CurrentPilots(StepLog steps, PilotPlayer player, OfficeTime time) {
    this.steps = steps;
    this.player = player;
    this.time = time;
  }

  /** One for each pilot of these bodies; safe to repeat, also on another day. */
  List<Runnable> stories(List<Body> bodies, Instant now) {
    LocalDate today = LocalDate.ofInstant(now, SaoPaulo.ZONE);
    LocalDate day =
        LocalDate.ofEpochDay(
            steps.result(STORY + "/day", OfficeTime.startOf(today), today::toEpochDay));
    Map<String, Body> bySlug =
        bodies.stream().collect(Collectors.toMap(Body::slug, Function.identity()));
    return scripts.stream()
        .filter(script -> bySlug.containsKey(script.body()))
        .<Runnable>map(script -> () -> play(script, bySlug.get(script.body()), day, now))
        .toList();
  }

  private void play(PilotScript script, Body body, LocalDate day, Instant now) {
    CurrentPilotStage stage = CurrentPilotStage.valueOf(script.stage());
    LocalDate begun =
        time.before(stage.months() == 0 ? day : day.minusMonths(stage.months()), stage.days());
    PilotPlayer.Played pilot =
        player.begin(
            STORY + "/" + script.key(),
            OfficeTime.inTheMorning(begun, script.key()),
            body.id(),
            script,
            time.after(begun, CurrentPilotStage.STARTED),
            CurrentAccounts.member(body.slug(), 1));
    new CurrentPilotActs(pilot, script, body, stage, begun, time).play();
    pilot.until(now);
    pilot.leave();
  }
}
