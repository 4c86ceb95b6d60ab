package br.gov.sp.prefeitura.redeinfo.demonstration.domain;

import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.network.Persons.PersonDetails;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/** Who asks to join these days: three wait for the coordination, two came in, one did not. */
@Component
@ConditionalOnDemonstration
class CurrentVolunteers {

  private static final String STORY = "current/volunteers";
  private static final String COORDINATOR = "coordenacao";
  private static final String DECLINE =
      "O seu contrato com a Prefeitura termina neste mês. Volte a pedir se ele for renovado.";

  private static final List<Outcome> OUTCOMES =
      List.of(
          Outcome.WAITS,
          Outcome.ADMITTED,
          Outcome.WAITS,
          Outcome.DECLINED,
          Outcome.ADMITTED,
          Outcome.WAITS);

  private final VolunteerPlayer player;
  private final StepLog steps;
  private final OfficeTime time;

  CurrentVolunteers(VolunteerPlayer player, StepLog steps, OfficeTime time) {
    this.player = player;
    this.steps = steps;
    this.time = time;
  }

  /** Safe to repeat, also on another day. */
  void play(List<Body> bodies, Instant now) {
    LocalDate today = LocalDate.ofInstant(now, SaoPaulo.ZONE);
    LocalDate day =
        LocalDate.ofEpochDay(
            steps.result(STORY + "/day", OfficeTime.startOf(today), today::toEpochDay));
    for (int i = 0; i < OUTCOMES.size(); i++) {
      play(i, OUTCOMES.get(i), bodies.get(i * 5 % bodies.size()), day);
    }
  }

  private void play(int number, Outcome outcome, Body body, LocalDate day) {
    String key = "interessada-%d.%s".formatted(number + 1, body.slug());
    String story = STORY + "/" + (number + 1);
    PersonDetails who = Cast.details(key, body, Cast.freeBond(body), "Ouvidoria e atendimento");
    LocalDate joined = time.before(day, outcome == Outcome.WAITS ? 1 : 4 + number);
    long id = player.enlist(story, OfficeTime.inTheMorning(joined, key), who, number);
    Instant decided = OfficeTime.inTheAfternoon(time.after(joined, 1), key);
    switch (outcome) {
      case ADMITTED -> player.admit(story, decided, id, COORDINATOR);
      case DECLINED -> player.decline(story, decided, id, COORDINATOR, DECLINE);
      case WAITS -> player.leave(id);
    }
  }

  private enum Outcome {
    WAITS,
    ADMITTED,
    DECLINED
  }
}
