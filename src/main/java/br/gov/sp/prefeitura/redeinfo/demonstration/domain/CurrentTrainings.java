package br.gov.sp.prefeitura.redeinfo.demonstration.domain;

import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.network.Persons;
import br.gov.sp.prefeitura.redeinfo.network.Track;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import br.gov.sp.prefeitura.redeinfo.training.EditionAudience;
import br.gov.sp.prefeitura.redeinfo.training.EditionKind;
import br.gov.sp.prefeitura.redeinfo.training.EditionPlan;
import br.gov.sp.prefeitura.redeinfo.training.EditionPlan.SessionPlan;
import br.gov.sp.prefeitura.redeinfo.training.ReleasePolicy;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/**
 * The trainings of today: one with a session on this very day, one with free seats where heads
 * release, and one that is full and has a waiting list.
 */
@Component
@ConditionalOnDemonstration
class CurrentTrainings {

  private static final String STORY = "current/trainings";
  private static final String COORDINATOR = "coordenacao";
  private static final String PLACE = "Sala 3 da escola municipal (endereço fictício)";
  private static final String LINK = "https://reuniao.exemplo.prefeitura.sp.gov.br/rede-info";

  private final StepLog steps;
  private final TrainingPlayer player;
  private final Persons persons;
  private final OfficeTime time;

  CurrentTrainings(StepLog steps, TrainingPlayer player, Persons persons, OfficeTime time) {
    this.steps = steps;
    this.player = player;
    this.persons = persons;
    this.time = time;
  }

  /** Safe to repeat, also on another day. */
  void play(List<Body> bodies, Instant now) {
    LocalDate today = LocalDate.ofInstant(now, SaoPaulo.ZONE);
    LocalDate day =
        LocalDate.ofEpochDay(
            steps.result(STORY + "/day", OfficeTime.startOf(today), today::toEpochDay));
    running(members(bodies, 1), day, now);
    withFreeSeats(members(bodies, 2), day);
    full(members(bodies, 1), day);
  }

  /** The second session is today; last week one in five did not come. */
  private void running(List<Person> members, LocalDate day, Instant now) {
    List<Person> people = members.subList(0, Math.min(20, members.size()));
    EditionPlan plan =
        plan(
            Track.ACCESS_TO_INFORMATION,
            EditionKind.COURSE,
            "Acesso à informação na prática",
            24,
            time.before(day, 20),
            time.before(day, 7),
            false,
            true,
            List.of(
                session(1, time.before(day, 5), true),
                session(2, day, true),
                session(3, time.after(day, 5), true),
                session(4, time.after(day, 10), true)));
    TrainingPlayer.Played edition =
        player.publish(STORY + "/running", at(time.before(day, 22)), COORDINATOR, plan);
    edition.enroll(people, at(time.before(day, 19)));
    edition.until(OfficeTime.instant(plan.enrolmentUntil()).plusSeconds(1));
    List<Person> present =
        IntStream.range(0, people.size()).filter(i -> i % 5 != 4).mapToObj(people::get).toList();
    edition.hold(1, COORDINATOR, present);
    edition.until(now);
    edition.leave();
  }

  /** The heads of the first half have answered. */
  private void withFreeSeats(List<Person> members, LocalDate day) {
    List<Person> people = members.subList(0, Math.min(12, members.size()));
    TrainingPlayer.Played edition =
        player.publish(
            STORY + "/free",
            at(time.before(day, 7)),
            COORDINATOR,
            plan(
                null,
                EditionKind.COURSE,
                "Linguagem simples no atendimento a pedidos",
                40,
                time.before(day, 5),
                time.after(day, 8),
                true,
                true,
                List.of(
                    session(1, time.after(day, 14), false),
                    session(2, time.after(day, 19), false))));
    edition.enroll(people, at(time.before(day, 2)));
    people.subList(0, people.size() / 2).stream()
        .filter(person -> !person.username().startsWith("svma."))
        .forEach(
            person ->
                edition.release(
                    person,
                    person.username().replaceFirst("\\..*", ".chefia"),
                    at(time.before(day, 1))));
    edition.leave();
  }

  private void full(List<Person> members, LocalDate day) {
    List<Person> people = members.subList(0, Math.min(9, members.size()));
    TrainingPlayer.Played edition =
        player.publish(
            STORY + "/full",
            at(time.before(day, 4)),
            COORDINATOR,
            plan(
                Track.OPEN_GOVERNMENT,
                EditionKind.WORKSHOP,
                "Oficina de dados abertos: do arquivo ao catálogo",
                Math.max(1, people.size() - 3),
                time.before(day, 3),
                time.after(day, 6),
                false,
                false,
                List.of(session(1, time.after(day, 10), false))));
    edition.enroll(people, at(time.before(day, 2)));
    edition.leave();
  }

  /** Volunteers all of them, SVMA's first: its people are in the guided tour. */
  private List<Person> members(Collection<Body> bodies, int number) {
    List<String> usernames =
        bodies.stream()
            .map(Body::slug)
            .sorted((a, b) -> Boolean.compare(b.equals("svma"), a.equals("svma")))
            .map(slug -> CurrentAccounts.member(slug, number))
            .toList();
    Map<String, Person> known = persons.byUsername(usernames);
    return usernames.stream().filter(known::containsKey).map(known::get).toList();
  }

  private static Instant at(LocalDate day) {
    return OfficeTime.startOf(day);
  }

  private static SessionPlan session(int number, LocalDate day, boolean online) {
    return new SessionPlan(
        "Encontro " + number,
        day.atTime(LocalTime.of(14, 0)),
        day.atTime(LocalTime.of(17, 0)),
        180,
        online ? null : PLACE,
        online ? LINK : null,
        null,
        number == 1);
  }

  private static EditionPlan plan(
      Track track,
      EditionKind kind,
      String title,
      int capacity,
      LocalDate from,
      LocalDate until,
      boolean release,
      boolean certificate,
      List<SessionPlan> sessions) {
    return new EditionPlan(
        track,
        kind,
        title,
        "Conteúdo fictício da demonstração: conceitos, casos da prefeitura e exercícios.",
        null,
        "Equipe da rede (pessoas fictícias)",
        List.of(),
        EditionAudience.NETWORK,
        capacity,
        null,
        from.atTime(8, 0),
        until.atTime(18, 0),
        release,
        ReleasePolicy.ESCALATE,
        5,
        75,
        null,
        null,
        false,
        certificate,
        certificate,
        sessions);
  }
}
