package br.gov.sp.prefeitura.redeinfo.demonstration.domain;

import br.gov.sp.prefeitura.redeinfo.network.Appointment;
import br.gov.sp.prefeitura.redeinfo.network.Appointments;
import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.network.Persons;
import br.gov.sp.prefeitura.redeinfo.network.Track;
import br.gov.sp.prefeitura.redeinfo.training.EditionAudience;
import br.gov.sp.prefeitura.redeinfo.training.EditionKind;
import br.gov.sp.prefeitura.redeinfo.training.EditionPlan;
import br.gov.sp.prefeitura.redeinfo.training.EditionPlan.SessionPlan;
import br.gov.sp.prefeitura.redeinfo.training.ReleasePolicy;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * The trainings of 2017. The report knows: the course on access to information (16 hours, 4
 * sessions, with the municipal school) had 70 registered and approximately 30 in the last two
 * sessions; the attendance sheets of the four workshops on open government name 80 people in June,
 * 58 in August, 31 in October and 35 in December. Assumed are the days, equal lengths of the
 * sessions, who came to the course's first two sessions, and that those of the first workshop were
 * the ones enrolled.
 */
@Component
@ConditionalOnDemonstration
class Trainings2017 {

  static final int REGISTERED = 70;

  /** Of the course's sessions; the first two are assumed. */
  static final List<Integer> COURSE = List.of(63, 52, 30, 30);

  static final List<Integer> WORKSHOPS = List.of(80, 58, 31, 35);

  private static final LocalTime MORNING = LocalTime.of(9, 0);
  private static final String PLACE = "Auditório da escola municipal (endereço fictício)";

  private static final List<String> REASONS =
      List.of("WORKLOAD", "SCHEDULE", "NOT_RELEASED", "WORKLOAD", "OTHER");

  private final TrainingPlayer player;
  private final Meetings2017 meetings;
  private final Appointments appointments;
  private final Persons persons;
  private final OfficeTime time;

  Trainings2017(
      TrainingPlayer player,
      Meetings2017 meetings,
      Appointments appointments,
      Persons persons,
      OfficeTime time) {
    this.player = player;
    this.meetings = meetings;
    this.appointments = appointments;
    this.persons = persons;
    this.time = time;
  }

  /** Four workshops from June to December; no certificate in their first year. */
  void playWorkshops(List<Body> bodies) {
    List<SessionPlan> sessions =
        List.of(
            session("Participação social", LocalDate.of(2017, 6, 29), 180),
            session("Integridade e a experiência do meio ambiente", LocalDate.of(2017, 8, 24), 180),
            session("Inovação tecnológica e o Pátio Digital", LocalDate.of(2017, 10, 26), 180),
            session("Apresentação dos projetos-piloto", LocalDate.of(2017, 12, 1), 180));
    play(
        "2017/workshops",
        LocalDate.of(2017, 6, 20),
        plan(
            Track.OPEN_GOVERNMENT,
            EditionKind.WORKSHOP,
            "Oficinas de governo aberto 2017",
            "Participação, integridade e inovação tecnológica, com casos da própria prefeitura.",
            LocalDate.of(2017, 6, 26),
            LocalDate.of(2017, 6, 28),
            false,
            sessions),
        participants(bodies, Track.OPEN_GOVERNMENT, WORKSHOPS.get(0)),
        WORKSHOPS,
        true);
  }

  /** The course of the municipal school, which certified. */
  void playCourse(List<Body> bodies) {
    List<SessionPlan> sessions =
        List.of(
            session("A Lei de Acesso à Informação", LocalDate.of(2017, 9, 12), 240),
            session("O pedido, do protocolo à resposta", LocalDate.of(2017, 9, 26), 240),
            session("Recursos e informação sigilosa", LocalDate.of(2017, 10, 10), 240),
            session("Transparência ativa", LocalDate.of(2017, 10, 24), 240));
    play(
        "2017/course",
        LocalDate.of(2017, 8, 8),
        plan(
            Track.ACCESS_TO_INFORMATION,
            EditionKind.COURSE,
            "Acesso à informação na prática 2017",
            "Lei de Acesso à Informação, atendimento a pedidos, recursos e transparência ativa.",
            LocalDate.of(2017, 8, 14),
            LocalDate.of(2017, 8, 31),
            true,
            sessions),
        participants(bodies, Track.ACCESS_TO_INFORMATION, REGISTERED),
        COURSE,
        false);
  }

  /**
   * @param areMeetings whether each session is a meeting of the network at the same time
   */
  private void play(
      String story,
      LocalDate planned,
      EditionPlan plan,
      List<Person> people,
      List<Integer> attendance,
      boolean areMeetings) {
    TrainingPlayer.Played edition =
        player.publish(story, OfficeTime.startOf(planned), Programme2017.COORDINATION, plan);
    edition.enroll(people, OfficeTime.instant(plan.enrolmentFrom().plusHours(1)));
    edition.until(OfficeTime.instant(plan.enrolmentUntil()).plusSeconds(1));
    Set<Person> before = new HashSet<>(people);
    Set<Person> asked = new HashSet<>();
    for (int i = 0; i < attendance.size(); i++) {
      LocalDate day = plan.sessions().get(i).startsAt().toLocalDate();
      List<Person> present = present(people, attendance, i);
      if (areMeetings) {
        meetings.beforeWorkshop(i + 1, edition.session(i + 1));
      }
      edition.hold(i + 1, Programme2017.coordinatorOn(day), present);
      if (areMeetings) {
        meetings.afterWorkshop(i + 1, edition.session(i + 1));
      }
      if (i > 0) {
        explain(edition, people, before, present, asked, time.after(day, 2));
      }
      before = new HashSet<>(present);
    }
    LocalDate last = plan.sessions().get(attendance.size() - 1).startsAt().toLocalDate();
    if (plan.certificate()) {
      edition.certify(Programme2017.SCHOOL, OfficeTime.startOf(time.after(last, 4)));
    } else {
      edition.conclude(OfficeTime.startOf(time.after(last, 1)));
    }
  }

  /**
   * Who came: people stay away for good, the last ones first; where more came than the time before,
   * some of them came back.
   */
  private static List<Person> present(List<Person> people, List<Integer> attendance, int session) {
    int stayed = IntStream.rangeClosed(0, session).map(attendance::get).min().orElseThrow();
    int back = attendance.get(session) - stayed;
    return Stream.concat(
            people.subList(0, stayed).stream(),
            people.subList(people.size() - back, people.size()).stream())
        .toList();
  }

  /** Some of those who were asked after two absences in a row say why. */
  private static void explain(
      TrainingPlayer.Played edition,
      List<Person> people,
      Set<Person> before,
      List<Person> present,
      Set<Person> asked,
      LocalDate day) {
    for (int i = 0; i < people.size(); i += 3) {
      Person person = people.get(i);
      if (!before.contains(person) && !present.contains(person) && asked.add(person)) {
        edition.explain(
            person,
            OfficeTime.inTheMorning(day, person.username()),
            REASONS.get(i / 3 % REASONS.size()));
      }
    }
  }

  /** Focal points of the track first, then volunteers, in the same order at every start. */
  private List<Person> participants(List<Body> bodies, Track track, int count) {
    LocalDate enrolled = LocalDate.of(2017, 6, 28);
    List<Long> seated =
        appointments.focalPointsOf(bodies.stream().map(Body::id).toList()).stream()
            .filter(mandate -> mandate.track() == track && !mandate.from().isAfter(enrolled))
            .filter(mandate -> mandate.to() == null || mandate.to().isAfter(enrolled))
            .map(Appointment::personId)
            .toList();
    List<Person> people =
        new ArrayList<>(
            persons.byId(seated).values().stream()
                .sorted(Comparator.comparing(Person::email))
                .limit(count / 2)
                .toList());
    persons.byUsername(Volunteers2017.usernames()).values().stream()
        .sorted(Comparator.comparing(Person::username))
        .limit(count - people.size())
        .forEach(people::add);
    return people;
  }

  private static SessionPlan session(String title, LocalDate day, int minutes) {
    LocalDateTime starts = day.atTime(MORNING);
    return new SessionPlan(
        title, starts, starts.plusMinutes(minutes), minutes, PLACE, null, null, false);
  }

  private static EditionPlan plan(
      Track track,
      EditionKind kind,
      String title,
      String content,
      LocalDate from,
      LocalDate until,
      boolean certified,
      List<SessionPlan> sessions) {
    return new EditionPlan(
        track,
        kind,
        title,
        content,
        null,
        "Equipe da rede (pessoas fictícias)",
        List.of(),
        EditionAudience.NETWORK,
        120,
        null,
        from.atTime(8, 0),
        until.atTime(18, 0),
        false,
        ReleasePolicy.ACCEPT,
        5,
        75,
        null,
        null,
        false,
        certified,
        certified,
        sessions);
  }
}
