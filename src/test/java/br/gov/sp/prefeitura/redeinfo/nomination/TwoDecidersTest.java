package br.gov.sp.prefeitura.redeinfo.nomination;

import static br.gov.sp.prefeitura.redeinfo.support.NominationLife.APPROVE;
import static org.assertj.core.api.Assertions.assertThat;

import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.network.Function;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.support.Endurance;
import br.gov.sp.prefeitura.redeinfo.support.IntegrationTest;
import br.gov.sp.prefeitura.redeinfo.support.NominationLife;
import br.gov.sp.prefeitura.redeinfo.support.TasklistClient;
import br.gov.sp.prefeitura.redeinfo.support.TestPeople;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@IntegrationTest
@Tag(Endurance.TAG)
@DisplayName("Of two who decide on a set at once")
class TwoDecidersTest {

  @Autowired NominationLife life;
  @Autowired TestPeople people;
  @Autowired JdbcClient jdbc;

  private Body body;
  private Person head;
  private long nomination;
  private String taskId;

  static IntStream rounds() {
    return Endurance.rounds(3, 200);
  }

  @BeforeEach
  void bringToApproval() {
    body = life.body();
    Person coordinator = people.withFunction(Function.COORDINATION, body.slug());
    Person office = people.withFunction(Function.OFFICE, body.slug());
    head = people.withFunction(Function.HEAD, body.slug());
    nomination = life.open(coordinator, List.of(body)).get(body.id());
    life.accept(nomination, life.indicate(nomination, body, people.signIn(office)));
    taskId = new TasklistClient(people.signIn(head)).task(String.valueOf(nomination), APPROVE).id();
  }

  @ParameterizedTest(name = "round {0}")
  @MethodSource("rounds")
  @DisplayName("the head and the interim head, one takes the task and the other reads why not")
  void oneTakesTheTask(int round) throws Exception {
    Person interim = people.withFunction(Function.INTERIM_HEAD, body.slug());
    TasklistClient one = new TasklistClient(people.signIn(head));
    TasklistClient other = new TasklistClient(people.signIn(interim));

    List<HttpResponse<String>> answers = atOnce(() -> one.claim(taskId), () -> other.claim(taskId));

    assertOneWins(answers);
  }

  @ParameterizedTest(name = "round {0}")
  @MethodSource("rounds")
  @DisplayName("one head in two windows, one decision counts and nothing is doubled")
  void oneDecisionCounts(int round) throws Exception {
    TasklistClient window = new TasklistClient(people.signIn(head));
    TasklistClient otherWindow = new TasklistClient(people.signIn(head));
    assertThat(window.claim(taskId).statusCode()).isEqualTo(204);

    List<HttpResponse<String>> answers =
        atOnce(
            () -> window.submit(taskId, Map.of("choice", "approve")),
            () ->
                otherWindow.submit(
                    taskId, Map.of("choice", "refuse", "refuseReason", "O perfil não serve.")));
    life.runJobs();

    assertOneWins(answers);
    boolean approved = answers.get(0).statusCode() == 204;
    assertThat(life.state(nomination)).isEqualTo(approved ? "IN_VALIDATION" : "REFUSED");
    assertThat(
            jdbc.sql(
                    """
                    SELECT count(*) FROM nomination_decision
                     WHERE nomination_id = :id AND step = 'APPROVAL'
                    """)
                .param("id", nomination)
                .query(Integer.class)
                .single())
        .isEqualTo(1);
  }

  private static void assertOneWins(List<HttpResponse<String>> answers) {
    assertThat(answers).extracting(HttpResponse::statusCode).containsOnlyOnce(204);
    assertThat(answers)
        .filteredOn(answer -> answer.statusCode() != 204)
        .singleElement()
        .satisfies(
            refused -> {
              assertThat(refused.statusCode()).isBetween(400, 499);
              assertThat(refused.body())
                  .containsIgnoringCase("tarefa")
                  .doesNotContain("Exception", "ENGINE-", "org.");
            });
  }

  private static List<HttpResponse<String>> atOnce(
      Callable<HttpResponse<String>> one, Callable<HttpResponse<String>> other) throws Exception {
    CyclicBarrier start = new CyclicBarrier(2);
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      List<Future<HttpResponse<String>>> running =
          List.of(
              threads.submit(() -> goesWith(start, one)),
              threads.submit(() -> goesWith(start, other)));
      return List.of(running.get(0).get(), running.get(1).get());
    } finally {
      threads.shutdownNow();
    }
  }

  private static <T> T goesWith(CyclicBarrier start, Callable<T> step) throws Exception {
    start.await();
    return step.call();
  }
}
