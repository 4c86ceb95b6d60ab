package br.gov.sp.prefeitura.redeinfo.intake;

import static br.gov.sp.prefeitura.redeinfo.intake.domain.ListKind.APPOINTMENTS;
import static org.assertj.core.api.Assertions.assertThat;

import br.gov.sp.prefeitura.redeinfo.intake.domain.ImportPlan;
import br.gov.sp.prefeitura.redeinfo.intake.domain.PlannedLine.Verdict;
import br.gov.sp.prefeitura.redeinfo.network.Appointment;
import br.gov.sp.prefeitura.redeinfo.network.Appointment.EndReason;
import br.gov.sp.prefeitura.redeinfo.network.Appointments;
import br.gov.sp.prefeitura.redeinfo.network.Appointments.NewAppointment;
import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.network.Function;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.network.Seat;
import br.gov.sp.prefeitura.redeinfo.network.Track;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import br.gov.sp.prefeitura.redeinfo.support.IntegrationTest;
import br.gov.sp.prefeitura.redeinfo.support.NominationLife;
import br.gov.sp.prefeitura.redeinfo.support.TestMailbox;
import br.gov.sp.prefeitura.redeinfo.support.TestPeople;
import br.gov.sp.prefeitura.redeinfo.workflow.EngineDirectory;
import java.time.Clock;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@IntegrationTest
@DisplayName("A list of appointments")
class AppointmentListTest {

  private static final String HEADER =
      "E-mail institucional;Órgão;Função;Trilha;Assento;Desde;Até;Ato;Motivo do fim";

  @Autowired ApplicationContext context;
  @Autowired NominationLife life;
  @Autowired TestPeople people;
  @Autowired TestMailbox mailbox;
  @Autowired Appointments appointments;
  @Autowired EngineDirectory directory;
  @Autowired JdbcClient jdbc;
  @Autowired Clock clock;

  private Lists lists;
  private Body body;
  private Person ana;
  private LocalDate today;

  @BeforeEach
  void setUp() {
    body = life.body();
    ana = people.stranger(body.slug());
    today = SaoPaulo.today(clock);
    lists = new Lists(context, people.withFunction(Function.COORDINATION, "seri"));
  }

  @Test
  @DisplayName("appoints, with groups from now on and an invitation by mail, as on the pages")
  void appoints() {
    lists.takeOver(
        APPOINTMENTS,
        HEADER,
        seat(ana, "Governo aberto", "Titular", today, "", "Portaria 1/2026", ""),
        line(ana, "Gabinete", "", "", SaoPaulo.DAY.format(today), "", "", ""));

    assertThat(directory.groupsOf(ana.username()))
        .containsExactlyInAnyOrder(body.slug() + ".members", body.slug() + ".office");
    assertThat(appointments.ofPerson(ana.id(), today))
        .extracting(Appointment::track)
        .contains(Track.OPEN_GOVERNMENT);
    assertThat(mailbox.one(ana, "acesso").path()).startsWith("/password/");
  }

  @Test
  @DisplayName("knows a person by the body's number as well")
  void byNumber() {
    String rf = Lists.rf();
    jdbc.sql("UPDATE person SET identifier = :rf WHERE id = :id")
        .param("rf", rf)
        .param("id", ana.id())
        .update();

    lists.takeOver(
        APPOINTMENTS,
        "RF;Órgão;Função;Desde",
        rf + ";" + body.acronym() + ";Gabinete;" + SaoPaulo.DAY.format(today),
        rf + ";" + body.acronym() + ";CIGA;" + SaoPaulo.DAY.format(today));

    assertThat(directory.groupsOf(ana.username())).contains(body.slug() + ".office", "ciga");
  }

  @Test
  @DisplayName("ends what it gives a reason for, without knowing the first day, and hands over")
  void ends() {
    life.appoint(ana, Function.OFFICE, body);
    Appointment office = appointments.ofPerson(ana.id(), today).get(0);
    String yesterday = SaoPaulo.DAY.format(today.minusDays(1));

    lists.takeOver(
        APPOINTMENTS,
        "E-mail;Órgão;Função;Até;Motivo;Ato",
        String.join(
            ";", ana.email(), body.acronym(), "Gabinete", yesterday, "Aposentadoria", "D 7"));

    Appointment ended = appointments.find(office.id()).orElseThrow();
    assertThat(ended.to()).isEqualTo(today.minusDays(1));
    assertThat(ended.endReason()).isEqualTo(EndReason.RETIRED);
    assertThat(directory.groupsOf(ana.username())).isEmpty();
    assertThat(
            jdbc.sql("SELECT end_announced_at IS NOT NULL FROM appointment WHERE id = :id")
                .param("id", office.id())
                .query(Boolean.class)
                .single())
        .as("told to the modules, which hand over")
        .isTrue();
  }

  @Test
  @DisplayName("hands a seat on from one person to the next")
  void handsASeatOn() {
    Appointment held = seated(ana, Seat.TITULAR, today.minusYears(1));
    Person bia = people.stranger(body.slug());

    lists.takeOver(
        APPOINTMENTS,
        HEADER,
        seat(bia, "Governo aberto", "titular", today, "", "", ""),
        seat(
            ana,
            "Governo aberto",
            "titular",
            held.from(),
            day(today.minusDays(1)),
            "",
            "A pedido"));

    assertThat(appointments.seatsOf(body.id(), today))
        .filteredOn(seat -> !seat.isVacant())
        .extracting(seat -> seat.person().id())
        .containsExactly(bia.id());
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource(
      value = Function.class,
      names = {"ADMINISTRATOR", "AUDITOR", "COORDINATION"})
  @DisplayName("gives and takes no power over the application")
  void givesNoPower(Function function) {
    ImportPlan plan =
        lists.plan(
            APPOINTMENTS,
            "E-mail;Função;Desde;Até;Motivo",
            ana.email() + ";" + function + ";" + today + ";;",
            ana.email() + ";" + function + ";" + today + ";" + today + ";A pedido");

    assertThat(Lists.problems(plan))
        .containsExactly("intake.function-of-power", "intake.function-of-power");
  }

  @Test
  @DisplayName("is refused where a seat is taken, in the table or by an earlier line")
  void takenSeats() {
    seated(people.stranger(body.slug()), Seat.TITULAR, today.minusYears(1));
    Person bia = people.stranger(body.slug());

    ImportPlan plan =
        lists.plan(
            APPOINTMENTS,
            HEADER,
            seat(ana, "Governo aberto", "titular", today, "", "", ""),
            seat(ana, "Governo aberto", "suplente", today, "", "", ""),
            seat(bia, "Governo aberto", "suplente", today.plusDays(1), "", "", ""),
            seat(ana, "Acesso à informação", "titular", today, "", "", ""));

    assertThat(Lists.problems(plan))
        .containsExactly(
            "network.seat-taken", "network.seat-taken", "network.person-seated-elsewhere");
    assertThat(plan.lines().get(1).verdict()).isEqualTo(Verdict.NEW);
  }

  @ParameterizedTest(name = "{0} is refused for {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "nobody@x.example;BODY;Gabinete;;;TODAY;;; | intake.no-such-person",
        ";BODY;Gabinete;;;TODAY;;; | intake.cell-missing",
        "ANA;NOPE;Gabinete;;;TODAY;;; | intake.no-such-body",
        "ANA;BODY;;;;TODAY;;; | intake.cell-missing",
        "ANA;BODY;Rainha;;;TODAY;;; | intake.no-such-word",
        "ANA;;Gabinete;;;TODAY;;; | network.appointment-needs-body",
        "ANA;BODY;CIGA;;;TODAY;;; | network.appointment-without-body",
        "ANA;BODY;Ponto focal;;;TODAY;;; | network.seat-missing",
        "ANA;BODY;Gabinete;Governo aberto;titular;TODAY;;; | network.seat-only-focal-point",
        "ANA;BODY;Gabinete;;;;;; | network.first-day-missing",
        "ANA;BODY;Gabinete;;;30/02/2026;;; | intake.no-day",
        "ANA;BODY;Gabinete;;;10/02/2026;09/02/2026;; | network.last-day-before-first",
        "ANA;BODY;Gabinete;;;01/01/1999;;; | network.body-not-on-date",
        "ANA;BODY;Gabinete;;;TODAY;TODAY;;A pedido | intake.nothing-to-end",
        "ANA;BODY;Gabinete;;;TODAY;;;A pedido | intake.last-day-missing",
      })
  @DisplayName("holds to the rules of the pages")
  void holdsToTheRules(String line, String code) {
    ImportPlan plan =
        lists.plan(
            APPOINTMENTS,
            HEADER,
            line.replace("ANA", ana.email())
                .replace("BODY", body.acronym())
                .replace("TODAY", day(today)));

    assertThat(Lists.problems(plan)).containsExactly(code);
  }

  @Test
  @DisplayName("rewrites nothing that stands: neither the act, nor the last day without a reason")
  void rewritesNothing() {
    lists.takeOver(
        APPOINTMENTS, HEADER, line(ana, "Gabinete", "", "", day(today), "", "Portaria 1", ""));

    ImportPlan plan =
        lists.plan(
            APPOINTMENTS,
            HEADER,
            line(ana, "Gabinete", "", "", day(today), day(today.plusDays(9)), "Portaria 2", ""));

    assertThat(Lists.problems(plan)).containsExactly("intake.end-needs-reason", "intake.act-stays");
  }

  @Test
  @DisplayName("does not invite people for what is over already")
  void invitesNobodyForThePast() {
    lists.takeOver(
        APPOINTMENTS, HEADER, line(ana, "Gabinete", "", "", "01/02/2018", "01/02/2019", "", ""));

    assertThat(mailbox.of(ana)).isEmpty();
  }

  private Appointment seated(Person person, Seat seat, LocalDate from) {
    return appointments.appoint(
        new NewAppointment(
            person.id(),
            body.id(),
            Function.FOCAL_POINT,
            Track.OPEN_GOVERNMENT,
            seat,
            from,
            null,
            null));
  }

  private String seat(
      Person person, String track, String seat, LocalDate from, String to, String act, String why) {
    return line(person, "Ponto focal", track, seat, day(from), to, act, why);
  }

  private String line(
      Person person,
      String function,
      String track,
      String seat,
      String from,
      String to,
      String act,
      String why) {
    return String.join(
        ";", person.email(), body.acronym(), function, track, seat, from, to, act, why);
  }

  private static String day(LocalDate day) {
    return SaoPaulo.DAY.format(day);
  }
}
