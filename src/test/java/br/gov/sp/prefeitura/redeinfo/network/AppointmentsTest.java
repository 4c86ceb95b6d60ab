package br.gov.sp.prefeitura.redeinfo.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import br.gov.sp.prefeitura.redeinfo.network.Appointment.EndReason;
import br.gov.sp.prefeitura.redeinfo.network.Appointments.NewAppointment;
import br.gov.sp.prefeitura.redeinfo.network.Persons.PersonDetails;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.shared.error.Violation;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import br.gov.sp.prefeitura.redeinfo.support.IntegrationTest;
import br.gov.sp.prefeitura.redeinfo.workflow.EngineDirectory;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
@DisplayName("An appointment")
class AppointmentsTest {

  private static final AtomicInteger COUNTER = new AtomicInteger();

  @Autowired Appointments appointments;
  @Autowired Persons persons;
  @Autowired Bodies bodies;
  @Autowired EngineDirectory directory;
  @Autowired Clock clock;

  private LocalDate today;
  private long svma;

  @BeforeEach
  void setUp() {
    today = SaoPaulo.today(clock);
    svma = bodies.findBySlug("svma").orElseThrow().id();
  }

  @ParameterizedTest(name = "{0} in {1} gives the groups {2}")
  @CsvSource({
    "HEAD, svma, svma.head",
    "INTERIM_HEAD, sub-la, sub-la.head sub-la.interim-head",
    "OFFICE, sp-regula, sp-regula.office",
    "VOLUNTEER, sme, sme.members",
    "COORDINATION,, coordination",
    "CIGA,, ciga",
    "SAO_PAULO_ABERTA,, sao-paulo-aberta",
    "EMASP,, emasp",
    "AUDITOR,, auditor",
    "ADMINISTRATOR,, camunda-admin"
  })
  @DisplayName("gives the groups of its function on its days, and on no other")
  void givesGroups(Function function, String slug, String groups) {
    Long body = slug == null ? null : bodies.findBySlug(slug).orElseThrow().id();
    Person past = person();
    Person present = person();
    Person future = person();
    appoint(past, body, function, today.minusDays(9), today.minusDays(1));
    appoint(present, body, function, today, today);
    appoint(future, body, function, today.plusDays(1), null);

    assertThat(directory.groupsOf(past.username())).isEmpty();
    assertThat(directory.groupsOf(present.username())).containsExactlyInAnyOrder(groups.split(" "));
    assertThat(directory.groupsOf(future.username())).isEmpty();
    for (String group : groups.split(" ")) {
      assertThat(directory.membersOf(group))
          .extracting(EngineDirectory.EngineUser::id)
          .contains(present.username())
          .doesNotContain(past.username(), future.username());
      assertThat(directory.findGroup(group)).isPresent();
    }
  }

  @Test
  @DisplayName("made twice is one appointment")
  void isSafeToRepeat() {
    Person person = person();
    Appointment first =
        seat(person, svma, Seat.TITULAR, today.minusDays(2000), today.minusDays(1900));
    Appointment second =
        seat(person, svma, Seat.TITULAR, today.minusDays(2000), today.minusDays(1900));
    assertThat(second).isEqualTo(first);
  }

  @Test
  @DisplayName("to a seat that somebody holds in the period is refused")
  void seatIsTaken() {
    long body = bodies.findBySlug("sehab").orElseThrow().id();
    seat(person(), body, Seat.TITULAR, today.minusDays(10), today.plusDays(10));
    assertRefused(
        () -> seat(person(), body, Seat.TITULAR, today.plusDays(10), null), "network.seat-taken");
    assertThat(seat(person(), body, Seat.SUPLENTE, today.plusDays(10), null)).isNotNull();
    assertThat(seat(person(), body, Seat.TITULAR, today.plusDays(11), null)).isNotNull();
  }

  @Test
  @DisplayName("to two seats at a time is refused, in one body and in two")
  void onePersonOneSeat() {
    Person person = person();
    long body = bodies.findBySlug("smpr").orElseThrow().id();
    LocalDate from = LocalDate.of(2017, 5, 1);
    seat(person, body, Seat.TITULAR, from, from.plusDays(30));
    assertRefused(
        () -> seat(person, body, Seat.SUPLENTE, from.plusDays(30), from.plusDays(40)),
        "network.person-seated-elsewhere");
    assertRefused(
        () ->
            seat(
                person,
                bodies.findBySlug("smso").orElseThrow().id(),
                Seat.TITULAR,
                from,
                from.plusDays(1)),
        "network.person-seated-elsewhere");
  }

  @Test
  @DisplayName("to the same function twice at a time is refused")
  void notTwice() {
    Person person = person();
    appoint(person, svma, Function.HEAD, today.minusDays(9), null);
    assertRefused(
        () -> appoint(person, svma, Function.HEAD, today, null), "network.appointed-already");
  }

  @Test
  @DisplayName("may be made again on the day on which it was taken back")
  void mayBeMadeAgain() {
    Person person = person();
    Appointment first = appoint(person, svma, Function.OFFICE, today, null);
    appointments.end(first.id(), today.minusDays(1), EndReason.CORRECTED, null);
    assertThat(directory.groupsOf(person.username())).isEmpty();
    Appointment second = appoint(person, svma, Function.OFFICE, today, null);
    assertThat(second.id()).isNotEqualTo(first.id());
    assertThat(directory.groupsOf(person.username())).containsExactly("svma.office");
  }

  @Test
  @DisplayName("in a body that does not exist on the day is refused")
  void bodyMustExist() {
    long smpr = bodies.findBySlug("smpr").orElseThrow().id();
    assertRefused(
        () -> appoint(person(), smpr, Function.HEAD, today, null), "network.body-not-on-date");
  }

  @Test
  @DisplayName("that does not fit its function is refused")
  void mustFit() {
    Person person = person();
    assertRefused(
        () -> appoint(person, null, Function.HEAD, today, null), "network.appointment-needs-body");
    assertRefused(
        () -> appoint(person, svma, Function.CIGA, today, null),
        "network.appointment-without-body");
    assertRefused(
        () -> appoint(person, svma, Function.FOCAL_POINT, today, null), "network.seat-missing");
    assertRefused(
        () -> appoint(person, svma, Function.HEAD, today, today.minusDays(1)),
        "network.last-day-before-first");
    assertRefused(
        () -> appoint(person, svma, Function.HEAD, null, null), "network.first-day-missing");
    assertRefused(
        () ->
            appointments.appoint(
                new NewAppointment(
                    person.id(), svma, Function.HEAD, null, null, today, null, "a\nb")),
        "network.act-invalid");
  }

  @Test
  @DisplayName("cannot end twice, nor later than planned")
  void endsOnce() {
    Person person = person();
    Appointment appointment = appoint(person, svma, Function.OFFICE, today.minusDays(5), today);
    assertRefused(
        () -> appointments.end(appointment.id(), today.plusDays(1), EndReason.RESIGNED, null),
        "network.last-day-after-planned");
    appointments.end(appointment.id(), today.minusDays(1), EndReason.RESIGNED, null);
    assertRefused(
        () -> appointments.end(appointment.id(), today.minusDays(2), EndReason.RESIGNED, null),
        "network.appointment-ended-already");
    assertThat(appointments.find(appointment.id()).orElseThrow().endReason())
        .isEqualTo(EndReason.RESIGNED);
  }

  @Test
  @DisplayName("leaves the other seats vacant")
  void vacanciesAreDerived() {
    long body = bodies.findBySlug("smped").orElseThrow().id();
    Person person = person();
    seat(person, body, Seat.SUPLENTE, today, null);
    assertThat(appointments.seatsOf(body, today))
        .hasSize(4)
        .filteredOn(holding -> !holding.isVacant())
        .singleElement()
        .satisfies(
            holding -> {
              assertThat(holding.seat()).isEqualTo(Seat.SUPLENTE);
              assertThat(holding.person()).isEqualTo(person);
            });
    assertThat(appointments.seatsOf(body, today.minusDays(1)))
        .allMatch(Appointments.SeatHolding::isVacant);
  }

  @Test
  @DisplayName("to one seat by many at the same moment succeeds for one")
  void oneOfManyWins() throws Exception {
    long body = bodies.findBySlug("secom").orElseThrow().id();
    List<Person> rivals = IntStream.range(0, 8).mapToObj(i -> person()).toList();
    ExecutorService pool = Executors.newFixedThreadPool(8);
    try {
      List<Callable<Boolean>> calls = new ArrayList<>();
      for (Person rival : rivals) {
        calls.add(
            () -> {
              try {
                seat(rival, body, Seat.TITULAR, today, null);
                return true;
              } catch (Refusal refusal) {
                assertThat(refusal.kind()).isEqualTo(Refusal.Kind.CONFLICT);
                return false;
              }
            });
      }
      int winners = 0;
      for (Future<Boolean> call : pool.invokeAll(calls)) {
        winners += call.get() ? 1 : 0;
      }
      assertThat(winners).isEqualTo(1);
    } finally {
      pool.shutdownNow();
    }
  }

  private static void assertRefused(ThrowingCallable call, String code) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal ->
                assertThat(refusal.violations()).extracting(Violation::code).containsExactly(code));
  }

  private Appointment seat(Person person, long body, Seat seat, LocalDate from, LocalDate to) {
    return appointments.appoint(
        new NewAppointment(
            person.id(), body, Function.FOCAL_POINT, Track.OPEN_GOVERNMENT, seat, from, to, null));
  }

  private Appointment appoint(
      Person person, Long body, Function function, LocalDate from, LocalDate to) {
    return appointments.appoint(
        new NewAppointment(person.id(), body, function, null, null, from, to, null));
  }

  private Person person() {
    int number = COUNTER.incrementAndGet();
    return persons.register(
        new PersonDetails(
            "Pessoa de Teste " + number,
            "appointments" + number + "@svma.prefeitura.sp.gov.br",
            Bond.EFETIVO,
            svma,
            null,
            null));
  }
}
