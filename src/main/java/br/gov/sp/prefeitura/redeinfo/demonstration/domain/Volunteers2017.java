package br.gov.sp.prefeitura.redeinfo.demonstration.domain;

import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.network.Bond;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/**
 * The servants who took an interest without a seat: the report mapped at least 85 of them. Where
 * they worked, and that they joined in the weeks before the launch, is invented.
 */
@Component
@ConditionalOnDemonstration
class Volunteers2017 {

  static final int MAPPED = 85;

  private static final String UNIT = "Atendimento ao cidadão";
  private static final int LAST_DAYS_BEFORE_LAUNCH = 3;
  private static final int DAYS_OF_JOINING = 10;
  private static final int DAYS_TO_DECIDE = 2;

  private final Cast cast;
  private final VolunteerPlayer player;
  private final StepLog steps;
  private final OfficeTime time;

  Volunteers2017(Cast cast, VolunteerPlayer player, StepLog steps, OfficeTime time) {
    this.cast = cast;
    this.player = player;
    this.steps = steps;
    this.time = time;
  }

  /** Sorted as they enrol. */
  static List<String> usernames() {
    return IntStream.rangeClosed(1, MAPPED).mapToObj(Volunteers2017::username).toList();
  }

  /** One for each of them, spread over the bodies, one after the other. */
  List<Runnable> stories(List<Body> bodies) {
    return IntStream.rangeClosed(1, MAPPED)
        .<Runnable>mapToObj(i -> () -> play(i, bodies.get(i % bodies.size())))
        .toList();
  }

  private void play(int number, Body body) {
    String username = username(number);
    String story = "2017/volunteers/" + username;
    LocalDate joined =
        time.before(Programme2017.LAUNCH, LAST_DAYS_BEFORE_LAUNCH + number % DAYS_OF_JOINING);
    LocalDate decided = time.after(joined, DAYS_TO_DECIDE);
    Bond bond = Cast.permanentBond(body);
    // Known by the user name that the trainings of that year know them by.
    steps.once(
        story + "/person",
        OfficeTime.startOf(joined),
        () -> cast.register(username, body, bond, UNIT));
    long id =
        player.enlist(
            story,
            OfficeTime.inTheMorning(joined, username),
            Cast.details(username, body, bond, UNIT),
            number);
    player.admit(
        story, OfficeTime.inTheAfternoon(decided, username), id, Programme2017.COORDINATION);
  }

  static String username(int number) {
    return "voluntaria-2017-%02d".formatted(number);
  }
}
