package br.gov.sp.prefeitura.redeinfo.demonstration.domain;

import br.gov.sp.prefeitura.redeinfo.network.Appointments;
import br.gov.sp.prefeitura.redeinfo.network.Appointments.NewAppointment;
import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.network.Function;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/**
 * The servants who took an interest without a seat: the report mapped at least 85 of them. Where
 * they worked is invented.
 */
@Component
@ConditionalOnDemonstration
class Volunteers2017 {

  static final int MAPPED = 85;

  private final Cast cast;
  private final Appointments appointments;

  Volunteers2017(Cast cast, Appointments appointments) {
    this.cast = cast;
    this.appointments = appointments;
  }

  /** Sorted as they enrol. */
  static List<String> usernames() {
    return IntStream.rangeClosed(1, MAPPED).mapToObj(Volunteers2017::username).toList();
  }

  /** Spread over the bodies, one after the other. */
  void appoint(List<Body> bodies) {
    for (int i = 1; i <= MAPPED; i++) {
      Body body = bodies.get(i % bodies.size());
      Person person =
          cast.register(username(i), body, Cast.permanentBond(body), "Atendimento ao cidadão");
      appointments.appoint(
          new NewAppointment(
              person.id(),
              body.id(),
              Function.VOLUNTEER,
              null,
              null,
              Programme2017.LAUNCH,
              null,
              null));
    }
  }

  private static String username(int number) {
    return "voluntaria-2017-%02d".formatted(number);
  }
}
