package br.gov.sp.prefeitura.redeinfo.training;

import static br.gov.sp.prefeitura.redeinfo.training.process.TrainingEnrollmentProcess.TASK_RELEASE;
import static org.assertj.core.api.Assertions.assertThat;

import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.network.Function;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.support.Endurance;
import br.gov.sp.prefeitura.redeinfo.support.IntegrationTest;
import br.gov.sp.prefeitura.redeinfo.support.TasklistClient;
import br.gov.sp.prefeitura.redeinfo.support.TestBodies;
import br.gov.sp.prefeitura.redeinfo.support.TestPeople;
import br.gov.sp.prefeitura.redeinfo.support.TrainingLife;
import br.gov.sp.prefeitura.redeinfo.support.Visitor;
import br.gov.sp.prefeitura.redeinfo.training.process.TrainingEnrollmentProcess;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Real threads over real HTTP: fewer people in every build, a hundred in endurance runs. */
@IntegrationTest
@Tag(Endurance.TAG)
@DisplayName("When many enrol at once")
class EnrollmentRaceTest {

  @Autowired TrainingLife trainings;
  @Autowired TestPeople people;
  @Autowired TestBodies bodies;
  @Autowired JdbcClient jdbc;

  /** How many hundreds of people: in every build a fifth of one. */
  static IntStream rounds() {
    return Endurance.rounds(1, 5);
  }

  private static int people() {
    return Boolean.getBoolean("rede-info.endurance") ? 100 : 20;
  }

  @ParameterizedTest(name = "round {0}")
  @MethodSource("rounds")
  @DisplayName("seats and waiting list go by arrival, and seats given up go to the next, once each")
  void seatsByArrival(int round, TestReporter reporter) throws Exception {
    int seats = people() * 2 / 5;
    int leaving = people() / 10;
    long edition = trainings.enrolling(trainings.draft().capacity(seats));
    List<Visitor> visitors = visitors(people());

    long begin = System.nanoTime();
    List<HttpResponse<String>> answers = atOnce(visitors, visitor -> enroll(visitor, edition));
    String took =
        "%d enrolled within %d ms%n".formatted(people(), (System.nanoTime() - begin) / 1_000_000);
    reporter.publishEntry("enrolments at once", took);
    Files.writeString(
        Files.createDirectories(Path.of("target")).resolve("enrolments-at-once.txt"),
        took,
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);

    assertThat(answers).allSatisfy(answer -> assertThat(answer.statusCode()).isEqualTo(302));
    assertThat(states(edition, "CONFIRMED")).containsExactlyElementsOf(range(1, seats));
    assertThat(states(edition, "WAITING")).containsExactlyElementsOf(range(seats + 1, people()));
    assertThat(count("count(DISTINCT person_id)", edition)).isEqualTo(people());
    assertCounters(edition, seats, people() - seats);

    List<Visitor> withSeat = holders(edition, visitors).subList(0, leaving);
    List<HttpResponse<String>> left =
        atOnce(
            withSeat,
            visitor ->
                visitor.post(
                    "/trainings/enrollments/" + enrollment(edition, visitor) + "/withdrawal",
                    Map.of()));

    assertThat(left).allSatisfy(answer -> assertThat(answer.statusCode()).isEqualTo(302));
    assertThat(states(edition, "CONFIRMED"))
        .containsExactlyElementsOf(range(leaving + 1, seats + leaving));
    assertThat(states(edition, "WAITING"))
        .containsExactlyElementsOf(range(seats + leaving + 1, people()));
    assertCounters(edition, seats, people() - seats - leaving);
    assertThat(told(edition, "training-seat-free"))
        .containsExactlyElementsOf(range(seats + 1, seats + leaving));
    assertThat(told(edition, "training-waiting"))
        .containsExactlyElementsOf(range(seats + 1, people()));
    assertThat(told(edition, "training-withdrawn")).containsExactlyElementsOf(range(1, leaving));
  }

  @Test
  @DisplayName("a double click, or two tabs, make one enrolment and no error")
  void oneEnrolment() throws Exception {
    long edition = trainings.enrolling(trainings.draft());
    Person person = people.person("svma");
    List<Visitor> tabs = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      tabs.add(people.signIn(person));
    }

    List<HttpResponse<String>> answers = atOnce(tabs, tab -> enroll(tab, edition));

    assertThat(answers).allSatisfy(answer -> assertThat(answer.statusCode()).isEqualTo(302));
    assertThat(count("count(*)", edition)).isEqualTo(1);
    tabs.forEach(
        tab ->
            assertThat(tab.get("/trainings/" + edition).body())
                .contains("Vaga confirmada")
                .doesNotContain("Inscrever-me"));
    HttpResponse<String> backButton = enroll(tabs.get(1), edition);
    assertThat(backButton.statusCode()).isEqualTo(302);
    assertThat(tabs.get(1).get("/trainings/" + edition).body()).contains("Você já está inscrito");
    assertCounters(edition, 1, 0);
  }

  @ParameterizedTest(name = "round {0}")
  @MethodSource("rounds")
  @DisplayName("withdrawing twice, and enrolling anew, leaves every counter true")
  void comesAndGoes(int round) throws Exception {
    long edition = trainings.enrolling(trainings.draft().capacity(1));
    List<Visitor> visitors = visitors(6);
    atOnce(visitors, visitor -> enroll(visitor, edition));

    List<HttpResponse<String>> answers =
        atOnce(
            visitors,
            visitor -> {
              String withdrawal =
                  "/trainings/enrollments/" + enrollment(edition, visitor) + "/withdrawal";
              visitor.post(withdrawal, Map.of());
              visitor.post(withdrawal, Map.of());
              return enroll(visitor, edition);
            });

    assertThat(answers).allSatisfy(answer -> assertThat(answer.statusCode()).isEqualTo(302));
    assertThat(states(edition, "CONFIRMED")).hasSize(1);
    assertThat(states(edition, "WAITING")).hasSize(5);
    assertThat(states(edition, "WITHDRAWN")).hasSize(6);
    assertCounters(edition, 1, 5);
  }

  @ParameterizedTest(name = "round {0}")
  @MethodSource("rounds")
  @DisplayName("a head's answer and a withdrawal at the same moment hold up neither")
  void answerMeetsWithdrawal(int round) throws Exception {
    Body body = bodies.make();
    Person head = people.withFunction(Function.HEAD, body.slug());
    Person person = people.person(body.slug());
    Visitor visitor = people.signIn(person);
    TasklistClient tasklist = new TasklistClient(people.signIn(head));
    for (int i = 0; i < 5; i++) {
      long edition = trainings.enrolling(trainings.draft().release(ReleasePolicy.ACCEPT));
      enroll(visitor, edition);
      long id = enrollment(edition, visitor);
      String task = tasklist.task(String.valueOf(id), TASK_RELEASE).id();
      tasklist.claim(task);

      List<HttpResponse<String>> answers =
          inParallel(
              List.of(
                  () -> tasklist.submit(task, Map.of("release", "release")),
                  () -> visitor.post("/trainings/enrollments/" + id + "/withdrawal", Map.of())));
      trainings.runJobs();

      assertThat(answers.get(0).statusCode()).isIn(204, 400, 404, 409);
      assertThat(answers.get(1).statusCode()).isEqualTo(302);
      assertThat(states(edition, "WITHDRAWN")).containsExactly(1);
      assertThat(trainings.instance(TrainingEnrollmentProcess.KEY, id)).isNull();
      assertCounters(edition, 0, 0);
    }
  }

  private List<Visitor> visitors(int number) {
    List<Visitor> visitors = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      Visitor visitor = people.signIn(people.person("svma"));
      // Brings the token along, as the page with the button does.
      visitor.get("/trainings");
      visitors.add(visitor);
    }
    return visitors;
  }

  private static HttpResponse<String> enroll(Visitor visitor, long edition) {
    return visitor.post("/trainings/" + edition + "/enrollments", Map.of());
  }

  private long enrollment(long edition, Visitor visitor) {
    return jdbc.sql(
            """
            SELECT e.id FROM training_enrollment e JOIN person p ON p.id = e.person_id
             WHERE e.edition_id = :edition AND p.username = :username ORDER BY e.id LIMIT 1
            """)
        .param("edition", edition)
        .param("username", visitor.username())
        .query(Long.class)
        .single();
  }

  /** The visitors with a seat, in order of arrival. */
  private List<Visitor> holders(long edition, List<Visitor> visitors) {
    return jdbc
        .sql(
            """
            SELECT p.username FROM training_enrollment e JOIN person p ON p.id = e.person_id
             WHERE e.edition_id = :edition AND e.state = 'CONFIRMED' ORDER BY e.arrival
            """)
        .param("edition", edition)
        .query(String.class)
        .list()
        .stream()
        .map(
            username ->
                visitors.stream().filter(v -> v.username().equals(username)).findFirst().get())
        .toList();
  }

  /** Numbers of arrival of the enrolments in this state. */
  private List<Integer> states(long edition, String state) {
    return jdbc.sql(
            """
            SELECT arrival FROM training_enrollment
             WHERE edition_id = :edition AND state = :state ORDER BY arrival
            """)
        .param("edition", edition)
        .param("state", state)
        .query(Integer.class)
        .list();
  }

  /** Numbers of arrival of those who got a notice of this template, as often as they got it. */
  private List<Integer> told(long edition, String template) {
    return jdbc.sql(
            """
            SELECT e.arrival FROM training_enrollment e JOIN notice n ON n.recipient_id = e.person_id
             WHERE e.edition_id = :edition AND n.template = :template ORDER BY e.arrival
            """)
        .param("edition", edition)
        .param("template", template)
        .query(Integer.class)
        .list();
  }

  private int count(String what, long edition) {
    return jdbc.sql("SELECT " + what + " FROM training_enrollment WHERE edition_id = :edition")
        .param("edition", edition)
        .query(Integer.class)
        .single();
  }

  private void assertCounters(long edition, int seatsTaken, int waiting) {
    assertThat(
            jdbc.sql("SELECT seats_taken, waiting FROM training_edition WHERE id = :id")
                .param("id", edition)
                .query()
                .singleRow())
        .containsEntry("seats_taken", seatsTaken)
        .containsEntry("waiting", waiting);
  }

  private static List<Integer> range(int from, int to) {
    return IntStream.rangeClosed(from, to).boxed().toList();
  }

  private static List<HttpResponse<String>> atOnce(List<Visitor> visitors, UnaryStep step)
      throws Exception {
    List<Callable<HttpResponse<String>>> steps = new ArrayList<>();
    visitors.forEach(visitor -> steps.add(() -> step.apply(visitor)));
    return inParallel(steps);
  }

  private static List<HttpResponse<String>> inParallel(List<Callable<HttpResponse<String>>> steps)
      throws Exception {
    CyclicBarrier start = new CyclicBarrier(steps.size());
    ExecutorService threads = Executors.newFixedThreadPool(steps.size());
    try {
      List<Callable<HttpResponse<String>>> waiting = new ArrayList<>();
      for (Callable<HttpResponse<String>> step : steps) {
        waiting.add(
            () -> {
              start.await();
              return step.call();
            });
      }
      List<HttpResponse<String>> answers = new ArrayList<>();
      for (Future<HttpResponse<String>> running : threads.invokeAll(waiting)) {
        answers.add(running.get());
      }
      return answers;
    } finally {
      threads.shutdownNow();
    }
  }

  private interface UnaryStep {
    HttpResponse<String> apply(Visitor visitor);
  }
}
