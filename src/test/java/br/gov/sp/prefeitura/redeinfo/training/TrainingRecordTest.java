package br.gov.sp.prefeitura.redeinfo.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import br.gov.sp.prefeitura.redeinfo.journey.Screenshots;
import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.network.Function;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import br.gov.sp.prefeitura.redeinfo.support.BodyTrainings;
import br.gov.sp.prefeitura.redeinfo.support.Browser;
import br.gov.sp.prefeitura.redeinfo.support.Browser.Screen;
import br.gov.sp.prefeitura.redeinfo.support.IntegrationTest;
import br.gov.sp.prefeitura.redeinfo.support.Pdfs;
import br.gov.sp.prefeitura.redeinfo.support.StatementCounter;
import br.gov.sp.prefeitura.redeinfo.support.TestPeople;
import br.gov.sp.prefeitura.redeinfo.support.TrainingLife;
import br.gov.sp.prefeitura.redeinfo.support.Visitor;
import br.gov.sp.prefeitura.redeinfo.training.domain.RiskQueries;
import br.gov.sp.prefeitura.redeinfo.training.domain.RiskQueries.AtRisk;
import br.gov.sp.prefeitura.redeinfo.training.domain.RiskQueries.Place;
import br.gov.sp.prefeitura.redeinfo.training.domain.TrainingRecords;
import br.gov.sp.prefeitura.redeinfo.training.domain.TrainingRecords.Attended;
import br.gov.sp.prefeitura.redeinfo.training.domain.TrainingRecords.BodyHours;
import com.microsoft.playwright.Page;
import java.net.http.HttpResponse;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Editions come from their service; enrolments and complete sheets of past years stand in the
 * tables as their processes leave them.
 */
@IntegrationTest
@DisplayName("What sheets say of people afterwards")
class TrainingRecordTest {

  private static final Year YEAR = Year.of(2024);

  @Autowired TrainingLife life;
  @Autowired BodyTrainings bodyTrainings;
  @Autowired TestPeople people;
  @Autowired RiskQueries risk;
  @Autowired TrainingRecords records;
  @Autowired JdbcClient jdbc;
  @LocalServerPort int port;

  private Body body;
  private Person member;
  private Person coordinator;
  private long edition;

  @BeforeEach
  void anEdition() {
    body = bodyTrainings.body();
    member = bodyTrainings.member(body);
    coordinator = people.withFunction(Function.COORDINATION, "seri");
    edition = life.enrolling(life.draft().sessions(4));
  }

  @Test
  @DisplayName("show the coordination who may be lost, those of the latest session first")
  void showWhoMayBeLost() {
    Person faithful = bodyTrainings.member(body);
    Person lost = bodyTrainings.member(body);
    Person excused = bodyTrainings.member(body);
    enroll(faithful, "CONFIRMED");
    long gone = enroll(lost, "CONFIRMED");
    long once = enroll(member, "CONFIRMED");
    enroll(excused, "CONFIRMED");
    enroll(bodyTrainings.member(body), "WITHDRAWN");
    held(0, LocalDate.of(2024, 3, 5));
    held(1, LocalDate.of(2024, 3, 12));
    held(2, LocalDate.of(2024, 3, 19));
    sheet(faithful, "PRESENT", "PRESENT", "PRESENT");
    sheet(lost, "PRESENT", "ABSENT", "ABSENT");
    sheet(member, "ABSENT", "PRESENT", "JUSTIFIED");
    sheet(excused, "JUSTIFIED", "JUSTIFIED", "PRESENT");
    explained(gone, "WORKLOAD", "=Fechamento do ano");

    List<AtRisk> all = risk.list(edition, null, Place.FIRST, 10);
    assertThat(all)
        .extracting(
            AtRisk::enrollmentId,
            AtRisk::absences,
            AtRisk::sessions,
            AtRisk::inARow,
            AtRisk::reasonCode)
        .containsExactly(tuple(gone, 2, 3, 2, "WORKLOAD"), tuple(once, 1, 3, 0, null));
    assertThat(all.get(0).lastPresent()).isEqualTo(at(LocalDate.of(2024, 3, 5)));
    assertThat(risk.list(edition, body.id(), all.get(0).place(), 10))
        .extracting(AtRisk::enrollmentId)
        .containsExactly(once);
    assertThat(risk.list(edition, member.bodyId() + 1_000_000, Place.FIRST, 10)).isEmpty();

    Visitor coordination = people.signIn(coordinator);
    String page = coordination.get("/trainings/risk?edition=" + edition).body();
    assertThat(page).contains(lost.name(), "Excesso de trabalho", member.name(), "2 seguidas");
    assertThat(page).doesNotContain(faithful.name() + "<").doesNotContain(excused.name() + "<");
    HttpResponse<String> csv = coordination.get("/trainings/risk.csv?edition=" + edition);
    assertThat(csv.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
    assertThat(csv.body().lines()).hasSize(3);
    assertThat(csv.body()).contains(lost.email()).contains("'=Fechamento do ano");
    assertThat(coordination.get("/").body()).contains("Quem podemos perder");
    assertThat(people.signIn(member).get("/trainings/risk").statusCode()).isEqualTo(403);
    Visitor auditor = people.signIn(people.withFunction(Function.AUDITOR, "seri"));
    assertThat(auditor.get("/trainings/risk").statusCode()).isEqualTo(200);
  }

  @Test
  @DisplayName("page the list of whom we may lose by key, in one statement a page")
  void pageByKey() {
    List<Long> enrolled = new ArrayList<>();
    held(0, LocalDate.of(2024, 3, 5));
    for (int i = 0; i < 7; i++) {
      Person person = bodyTrainings.member(body);
      enrolled.add(enroll(person, "CONFIRMED"));
      sheet(person, "ABSENT");
    }
    List<Long> seen = new ArrayList<>();
    long statements = StatementCounter.count(() -> readAll(seen)).statements();
    assertThat(statements).as("three pages and an empty one").isEqualTo(4);
    assertThat(seen).containsExactlyInAnyOrderElementsOf(enrolled).doesNotHaveDuplicates();
  }

  private void readAll(List<Long> seen) {
    Place after = Place.FIRST;
    for (List<AtRisk> page = risk.list(edition, null, after, 3);
        !page.isEmpty();
        page = risk.list(edition, null, after, 3)) {
      page.forEach(line -> seen.add(line.enrollmentId()));
      after = page.get(page.size() - 1).place();
    }
  }

  @Test
  @DisplayName("count hours of sessions attended, in the year of the session, person by person")
  void countHours() {
    enroll(member, "COMPLETED");
    Person colleague = bodyTrainings.member(body);
    enroll(colleague, "NOT_COMPLETED");
    held(0, LocalDate.of(2023, 12, 31));
    held(1, LocalDate.of(2024, 1, 1));
    held(2, LocalDate.of(2024, 1, 8));
    sheet(member, "PRESENT", "PRESENT", "PRESENT");
    sheet(colleague, "PRESENT", "ABSENT", "PRESENT");

    assertThat(records.years(member.id())).containsExactly(YEAR, Year.of(2023));
    assertThat(records.of(member.id(), YEAR).trainings())
        .extracting(Attended::state, Attended::sessions, Attended::minutes, Attended::from)
        .containsExactly(tuple(EnrollmentState.COMPLETED, 2, 480, LocalDate.of(2024, 1, 1)));
    assertThat(records.of(member.id(), Year.of(2023)).minutes()).isEqualTo(240);
    assertThat(records.of(member.id(), Year.of(2022)).trainings()).isEmpty();
    assertThat(records.ofBody(body.id(), YEAR)).isEqualTo(new BodyHours(body.id(), 2, 3, 720));
    String csv = people.signIn(coordinator).get("/trainings/hours.csv?year=2024").body();
    assertThat(csv).contains(body.acronym() + ";" + body.name() + ";2;3;12;0;0;0\r\n");
    assertThat(people.signIn(member).get("/trainings/hours.csv").statusCode()).isEqualTo(403);
  }

  @Test
  @DisplayName("give people a record of the year to look at, as CSV and on paper")
  void giveARecord() {
    enroll(member, "COMPLETED");
    held(0, LocalDate.of(2024, 5, 6));
    sheet(member, "PRESENT");
    Visitor visitor = people.signIn(member);
    assertThat(visitor.get("/trainings/record?year=2024").body())
        .contains(life.get(edition).title(), "2024: 4 h");
    assertThat(visitor.get("/trainings/record.csv?year=2024").body())
        .contains(life.get(edition).title() + ";06/05/2024;06/05/2024;1;4;Concluiu;");
    HttpResponse<String> pdf = visitor.get("/trainings/record.pdf?year=2024");
    assertThat(pdf.headers().firstValue("Content-Type").orElse("")).startsWith("application/pdf");
    byte[] paper = visitor.download("/trainings/record.pdf?year=2024").body();
    Pdfs.assertForKeeping(paper);
    assertThat(Pdfs.line(paper))
        .contains(member.name(), body.acronym(), life.get(edition).title(), "Total do ano: 4 h");
    for (String wrong : List.of("1999", "2999", "x")) {
      assertThat(visitor.get("/trainings/record?year=" + wrong).statusCode()).isEqualTo(400);
    }
    try (Browser browser = Browser.launch()) {
      Page page = browser.page("http://localhost:" + port, Screen.DESKTOP);
      Browser.signIn(page, member.username(), TestPeople.PASSWORD);
      look(page, "/trainings/record?year=2024", "training-record");
      look(page, "/trainings/record", "training-record-none");
      Page coordination = browser.page("http://localhost:" + port, Screen.DESKTOP);
      Browser.signIn(coordination, coordinator.username(), TestPeople.PASSWORD);
      look(coordination, "/trainings/risk", "training-risk");
    }
  }

  private static void look(Page page, String path, String name) {
    page.navigate(path);
    for (Screen screen : Screen.values()) {
      Browser.resize(page, screen);
      Browser.assertAccessible(page);
      Screenshots.take(page, name + "-" + screen.name().toLowerCase(Locale.ROOT));
    }
  }

  private long enroll(Person person, String state) {
    return jdbc.sql(
            """
            INSERT INTO training_enrollment
              (edition_id, person_id, body_id, arrival, state, state_since, enrolled_at)
            SELECT :edition, :person, :body, coalesce(max(arrival), 0) + 1, :state, now(), now()
              FROM training_enrollment WHERE edition_id = :edition
            RETURNING id
            """)
        .param("edition", edition)
        .param("person", person.id())
        .param("body", person.bodyId())
        .param("state", state)
        .query(Long.class)
        .single();
  }

  /** The session took four hours of that morning. */
  private void held(int session, LocalDate day) {
    jdbc.sql(
            """
            UPDATE training_session SET state = 'HELD', starts_at = :at,
                   ends_at = :at::timestamptz + interval '4 hours', minutes = 240 WHERE id = :id
            """)
        .param("at", Timestamp.from(at(day)))
        .param("id", life.sessions(edition).get(session))
        .update();
  }

  private static Instant at(LocalDate day) {
    return day.atTime(LocalTime.of(8, 0)).atZone(SaoPaulo.ZONE).toInstant();
  }

  private void sheet(Person person, String... statuses) {
    for (int i = 0; i < statuses.length; i++) {
      jdbc.sql(
              """
              INSERT INTO attendance_entry (event_id, person_id, sort_key, status, reason, means,
                  marked_at, recorded_by, recorded_at)
              VALUES (:event, :person, :key, :status, :reason, 'SCREEN', now(), :by, now())
              """)
          .param("event", life.sheets(edition).get(i))
          .param("person", person.id())
          .param("key", person.name())
          .param("status", statuses[i])
          .param("reason", statuses[i].equals("JUSTIFIED") ? "Consulta" : null)
          .param("by", coordinator.id())
          .update();
    }
  }

  private void explained(long enrollment, String code, String reason) {
    jdbc.sql(
            """
            INSERT INTO training_absence (enrollment_id, session_id, in_a_row, noticed_at,
                reason_code, reason, answered_at)
            VALUES (:enrollment, :session, 2, now(), :code, :reason, now())
            """)
        .param("enrollment", enrollment)
        .param("session", life.sessions(edition).get(2))
        .param("code", code)
        .param("reason", reason)
        .update();
  }
}
