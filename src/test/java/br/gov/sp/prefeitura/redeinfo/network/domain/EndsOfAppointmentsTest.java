package br.gov.sp.prefeitura.redeinfo.network.domain;

import static org.assertj.core.api.Assertions.assertThat;

import br.gov.sp.prefeitura.redeinfo.network.Appointment;
import br.gov.sp.prefeitura.redeinfo.network.Appointment.EndReason;
import br.gov.sp.prefeitura.redeinfo.network.Appointments;
import br.gov.sp.prefeitura.redeinfo.network.Appointments.AppointmentEnded;
import br.gov.sp.prefeitura.redeinfo.network.Appointments.NewAppointment;
import br.gov.sp.prefeitura.redeinfo.network.Function;
import br.gov.sp.prefeitura.redeinfo.network.Holdings;
import br.gov.sp.prefeitura.redeinfo.network.Holdings.AllHandedOver;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.network.Successors;
import br.gov.sp.prefeitura.redeinfo.shared.time.MovableClock;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import br.gov.sp.prefeitura.redeinfo.support.IntegrationTest;
import br.gov.sp.prefeitura.redeinfo.support.TestPeople;
import br.gov.sp.prefeitura.redeinfo.workflow.EngineDirectory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

@IntegrationTest
@RecordApplicationEvents
@DisplayName("The end of an appointment")
class EndsOfAppointmentsTest {

  @Autowired Appointments appointments;
  @Autowired EndsOfAppointments job;
  @Autowired EngineDirectory directory;
  @Autowired TestPeople people;
  @Autowired MovableClock clock;
  @Autowired JdbcClient jdbc;
  @Autowired ApplicationEvents events;

  private LocalDate today;
  private Person person;

  @BeforeEach
  void setUp() {
    today = SaoPaulo.today(clock);
    person = people.stranger("smads");
  }

  @Test
  @DisplayName("takes the groups away at midnight in São Paulo and is announced once")
  void isAnnouncedOnceAtMidnight() {
    Appointment appointment = appoint(today.minusDays(10), today);
    job.announceAll();
    assertThat(announced(appointment)).isZero();
    assertThat(directory.groupsOf(person.username())).containsExactly("smads.office");

    atSecondsAroundMidnight(-1, () -> announceAndExpect(appointment, 0, "smads.office"));
    atSecondsAroundMidnight(0, () -> announceAndExpect(appointment, 1));
    atSecondsAroundMidnight(3600, () -> announceAndExpect(appointment, 1));
  }

  private void announceAndExpect(Appointment appointment, int times, String... groups) {
    job.announceAll();
    assertThat(announced(appointment)).isEqualTo(times);
    assertThat(directory.groupsOf(person.username())).containsExactlyInAnyOrder(groups);
  }

  @Test
  @DisplayName("that passed while the application was down is announced at the next start")
  void catchesUp() {
    Appointment appointment = appoint(today.minusDays(100), today.minusDays(50));
    job.announceAll();
    assertThat(announced(appointment)).isEqualTo(1);
  }

  @Test
  @DisplayName("at once takes effect and is announced in the same step")
  void endsAtOnce() {
    Appointment appointment = appoint(today.minusDays(10), null);
    appointments.end(appointment.id(), today.minusDays(1), EndReason.DISMISSED, "Portaria 7/2026");
    assertThat(directory.groupsOf(person.username())).isEmpty();
    assertThat(announced(appointment)).isEqualTo(1);
    job.announceAll();
    assertThat(announced(appointment)).isEqualTo(1);
  }

  @Test
  @DisplayName("is announced by one of several nodes alone")
  void oneNodeAnnounces() throws Exception {
    Appointment appointment = appoint(today.minusDays(100), today.minusDays(50));
    ExecutorService nodes = Executors.newFixedThreadPool(4);
    try {
      List<Callable<Void>> calls = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        calls.add(
            () -> {
              appointments.announceEnd(appointment.id());
              return null;
            });
      }
      for (var call : nodes.invokeAll(calls)) {
        call.get();
      }
    } finally {
      nodes.shutdownNow();
    }
    assertThat(announced(appointment)).isEqualTo(1);
  }

  @Test
  @DisplayName("lets every module hand over what the person held")
  void handsOver() {
    Appointment appointment = appoint(today.minusDays(10), today);
    List<Appointment> handedOver = new ArrayList<>();
    Holdings module =
        new Holdings() {
          @Override
          public List<Holding> heldThrough(Appointment held) {
            return List.of();
          }

          @Override
          public List<HandedOver> handOver(Appointment ended, Successors chosen) {
            handedOver.add(ended);
            return List.of();
          }
        };
    var beans = new StaticListableBeanFactory();
    beans.addBean("one", module);
    beans.addBean("other", module);
    List<Object> published = new ArrayList<>();
    new HandOver(
            beans.getBeanProvider(Holdings.class),
            beans.getBeanProvider(Successors.Plans.class),
            published::add)
        .on(new AppointmentEnded(appointment));
    assertThat(handedOver).containsExactly(appointment, appointment);
    assertThat(published).containsExactly(new AllHandedOver(appointment, List.of()));
  }

  private Appointment appoint(LocalDate from, LocalDate to) {
    return appointments.appoint(
        new NewAppointment(
            person.id(), person.bodyId(), Function.OFFICE, null, null, from, to, null));
  }

  private long announced(Appointment appointment) {
    return events.stream(AppointmentEnded.class)
        .filter(event -> event.appointment().id() == appointment.id())
        .count();
  }

  /** The midnight that ends today. */
  private void atSecondsAroundMidnight(long seconds, Runnable work) {
    clock.callAt(
        today.plusDays(1).atStartOfDay(SaoPaulo.ZONE).plusSeconds(seconds).toInstant(),
        (Supplier<Void>)
            () -> {
              work.run();
              return null;
            });
  }
}
