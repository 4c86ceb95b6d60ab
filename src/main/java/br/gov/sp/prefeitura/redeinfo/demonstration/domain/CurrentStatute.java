package br.gov.sp.prefeitura.redeinfo.demonstration.domain;

import br.gov.sp.prefeitura.redeinfo.network.Appointment;
import br.gov.sp.prefeitura.redeinfo.network.Appointments;
import br.gov.sp.prefeitura.redeinfo.network.Function;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.network.Persons;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import br.gov.sp.prefeitura.redeinfo.statute.StatuteProgramme;
import br.gov.sp.prefeitura.redeinfo.statute.StatuteProgramme.NewTarget;
import br.gov.sp.prefeitura.redeinfo.statute.StatuteProgramme.NewVersion;
import br.gov.sp.prefeitura.redeinfo.statute.Statutes;
import br.gov.sp.prefeitura.redeinfo.statute.Statutes.Way;
import br.gov.sp.prefeitura.redeinfo.workflow.EngineClock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/**
 * The second version of the statute, published some weeks ago, and the plan of this year; invented.
 * Most members accepted it in the first days, which is taken down at once because replaying
 * hundreds of equal tasks would keep people waiting; those who have still to find their task open.
 */
@Component
@ConditionalOnDemonstration
class CurrentStatute {

  private static final String STORY = "current/statute";
  private static final String COORDINATOR = "coordenacao";
  private static final String PROCESS = "statute-acceptance";

  /** Working days ago: the reminder is out and nobody is late yet. */
  private static final int PUBLISHED = 13;

  /** The first days, in which most accepted. */
  private static final int DAYS = 8;

  /** Of the second members of bodies one of so many has not answered yet. */
  private static final int ONE_OF = 4;

  private final StepLog steps;
  private final StatuteProgramme programme;
  private final Statutes statutes;
  private final StatuteCast cast;
  private final Appointments appointments;
  private final Persons persons;
  private final ReplayedProcess process;
  private final OfficeTime time;
  private final EngineClock clock;

  CurrentStatute(
      StepLog steps,
      StatuteProgramme programme,
      Statutes statutes,
      StatuteCast cast,
      Appointments appointments,
      Persons persons,
      ReplayedProcess process,
      OfficeTime time,
      EngineClock clock) {
    this.steps = steps;
    this.programme = programme;
    this.statutes = statutes;
    this.cast = cast;
    this.appointments = appointments;
    this.persons = persons;
    this.process = process;
    this.time = time;
    this.clock = clock;
  }

  /** Safe to repeat, also on another day. */
  void play(Instant now) {
    LocalDate today = LocalDate.ofInstant(now, SaoPaulo.ZONE);
    LocalDate day =
        LocalDate.ofEpochDay(
            steps.result(STORY + "/day", OfficeTime.startOf(today), today::toEpochDay));
    LocalDate published = time.before(day, PUBLISHED);
    Instant at = OfficeTime.startOf(published);
    steps.once(STORY, at, () -> publish(published, now));
    steps.once(STORY + "/plan", at, () -> plan(day.getYear()));
  }

  private void publish(LocalDate published, Instant now) {
    long version =
        programme.publish(
            new NewVersion(
                CurrentStatuteWords.PRINCIPLES,
                CurrentStatuteWords.ROLES,
                CurrentStatuteWords.DUTIES,
                CurrentStatuteWords.ACTIVITIES,
                "Portaria fictícia 012/" + published.getYear(),
                time.before(published, 3),
                published),
            cast.coordinator(COORDINATOR));
    List<Person> members = members(published);
    List<Person> silent = silent(members);
    for (int i = 0; i < members.size(); i++) {
      Person member = members.get(i);
      if (!silent.contains(member)) {
        Instant at =
            OfficeTime.inTheMorning(time.after(published, i % DAYS), "aceite " + member.username());
        clock.callAt(
            at,
            () -> {
              statutes.accept(member.id(), version, Way.NEW_VERSION);
              return null;
            });
      }
    }
    for (long request : programme.openTasks()) {
      process.runAt(OfficeTime.startOf(published), PROCESS, request);
      process.runUntil(now, PROCESS, request);
      process.leave(PROCESS, request);
    }
  }

  /** Who is a member on the day, by user name. */
  private List<Person> members(LocalDate day) {
    List<Long> ids =
        appointments.exercising(Set.of(Function.FOCAL_POINT, Function.VOLUNTEER), day).stream()
            .map(Appointment::personId)
            .distinct()
            .toList();
    return persons.byId(ids).values().stream()
        .sorted(Comparator.comparing(Person::username))
        .toList();
  }

  private static List<Person> silent(List<Person> members) {
    List<Person> seconds =
        members.stream().filter(member -> member.username().endsWith(".membro2")).toList();
    return IntStream.range(0, seconds.size())
        .filter(i -> i % ONE_OF == 0)
        .mapToObj(seconds::get)
        .toList();
  }

  private void plan(int year) {
    LocalDate first = LocalDate.of(year, 1, 1);
    LocalDate last = LocalDate.of(year, 12, 31);
    List<NewTarget> targets =
        new ArrayList<>(
            List.of(
                target("Encontros de formação", "trainings-held", null, 12, first, last),
                target("Gente formada em cada órgão", "bodies-trained", null, 40, first, last),
                target("Projetos-piloto apresentados", "pilots-presented", null, 6, first, last),
                target("Projetos-piloto iniciados", "pilots-running", null, 4, first, last),
                new NewTarget(
                    "Guias de linguagem simples",
                    null,
                    1,
                    2,
                    first,
                    last,
                    "Meta 73",
                    "do Programa de Metas (exemplo fictício)"),
                target("Aceites do estatuto", "statute-acceptances", null, 200, first, last),
                target(
                    "Balanço do ano com as chefias", null, 0, 1, LocalDate.of(year, 12, 1), last)));
    if (cast.measures("meetings-held")) {
      targets.add(target("Encontros trimestrais", "meetings-held", null, 4, first, last));
    }
    if (cast.measures("initiatives")) {
      targets.add(target("Iniciativas transversais", "initiatives", null, 2, first, last));
    }
    programme.publishPlan(year, targets, cast.coordinator(COORDINATOR));
  }

  private static NewTarget target(
      String what, String measure, Integer done, int target, LocalDate first, LocalDate last) {
    return new NewTarget(what, measure, done, target, first, last, null, null);
  }
}
