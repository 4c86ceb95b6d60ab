package br.gov.sp.prefeitura.redeinfo.demonstration.domain;

import br.gov.sp.prefeitura.redeinfo.demonstration.domain.DeparturePlayer.Statement;
import br.gov.sp.prefeitura.redeinfo.network.Appointment.EndReason;
import br.gov.sp.prefeitura.redeinfo.network.Appointments;
import br.gov.sp.prefeitura.redeinfo.network.Appointments.NewAppointment;
import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.network.Function;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * People who leave today: somebody who answers for a running pilot, in some weeks; and somebody who
 * has left last week. Invented both.
 */
@Component
@ConditionalOnDemonstration
class CurrentDepartures {

  private static final String STORY = "current/departures";

  /** Whose member answers for a pilot that is running. */
  private static final String PLANNED_IN = "cet";

  private static final String DONE_IN = "seges";

  /** How many days ahead the first one leaves. */
  private static final int AHEAD = 20;

  private final DeparturePlayer player;
  private final StepLog steps;
  private final Cast cast;
  private final Appointments appointments;
  private final OfficeTime time;

  CurrentDepartures(
      DeparturePlayer player,
      StepLog steps,
      Cast cast,
      Appointments appointments,
      OfficeTime time) {
    this.player = player;
    this.steps = steps;
    this.cast = cast;
    this.appointments = appointments;
    this.time = time;
  }

  /** Safe to repeat, also on another day. */
  void play(List<Body> bodies, Instant now) {
    LocalDate today = LocalDate.ofInstant(now, SaoPaulo.ZONE);
    LocalDate day =
        LocalDate.ofEpochDay(
            steps.result(STORY + "/day", OfficeTime.startOf(today), today::toEpochDay));
    for (Body body : bodies) {
      if (body.slug().equals(PLANNED_IN)) {
        planned(body, day, now);
      } else if (body.slug().equals(DONE_IN)) {
        done(body, day, now);
      }
    }
  }

  private void planned(Body body, LocalDate day, Instant now) {
    LocalDate stated = time.before(day, 1);
    player.play(
        STORY + "/planned",
        OfficeTime.inTheMorning(stated, STORY),
        new Statement(
            CurrentAccounts.member(body.slug(), 1),
            CurrentAccounts.head(body.slug()),
            EndReason.RETIRED,
            day.plusDays(AHEAD).atTime(18, 0),
            null,
            null),
        now);
  }

  private void done(Body body, LocalDate day, Instant now) {
    LocalDate stated = time.before(day, 8);
    String username = body.slug() + ".cedida";
    steps.once(
        STORY + "/somebody",
        OfficeTime.startOf(CurrentAccounts.TOOK_OFFICE),
        () -> {
          Person person =
              cast.register(username, body, Cast.permanentBond(body), "Atendimento ao cidadão");
          appointments.appoint(
              new NewAppointment(
                  person.id(),
                  body.id(),
                  Function.VOLUNTEER,
                  null,
                  null,
                  CurrentAccounts.TOOK_OFFICE,
                  null,
                  null));
        });
    player.play(
        STORY + "/done",
        OfficeTime.inTheMorning(stated, STORY),
        new Statement(
            username,
            body.slug() + ".gabinete",
            EndReason.RESIGNED,
            time.before(day, 4).atTime(18, 0),
            null,
            "As planilhas do atendimento estão na pasta da unidade; o contato do posto é o balcão."),
        now);
  }
}
