package br.gov.sp.prefeitura.redeinfo.workflow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import br.gov.sp.prefeitura.redeinfo.identity.Groups;
import br.gov.sp.prefeitura.redeinfo.network.Function;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.support.IntegrationTest;
import br.gov.sp.prefeitura.redeinfo.support.TestPeople;
import br.gov.sp.prefeitura.redeinfo.workflow.ProcessRuntime;
import br.gov.sp.prefeitura.redeinfo.workflow.TaskInbox;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
@DisplayName("Two people at once")
class ConcurrentCompletionTest {

  @Autowired RepositoryService repository;
  @Autowired HistoryService history;
  @Autowired ProcessRuntime runtime;
  @Autowired TaskInbox inbox;
  @Autowired TestPeople people;

  private final String business = UUID.randomUUID().toString();
  private String taskId;

  @BeforeEach
  void start() {
    AnswerProcess.deploy(repository);
    runtime.start(
        AnswerProcess.KEY, business, Map.of("office", Groups.office("svma"), "subject", "x"));
    taskId = inbox.openTasks(AnswerProcess.KEY, List.of(business)).get(0).id();
  }

  @RepeatedTest(5)
  @DisplayName("who both take a task on: one has it, the other reads that it is taken")
  void claim() throws Exception {
    Person first = people.withFunction(Function.OFFICE, "svma");
    Person second = people.withFunction(Function.OFFICE, "svma");

    List<String> outcomes =
        atOnce(
            () -> inbox.claim(taskId, first.username()),
            () -> inbox.claim(taskId, second.username()));

    assertThat(outcomes).containsExactlyInAnyOrder("done", "task.taken");
  }

  @RepeatedTest(5)
  @DisplayName("who both complete a task: it is completed once, the other reads that it is over")
  void complete() throws Exception {
    Person person = people.withFunction(Function.OFFICE, "svma");
    inbox.claim(taskId, person.username());
    Runnable complete = () -> inbox.complete(taskId, person.username(), Map.of("choice", "yes"));

    assertThat(atOnce(complete, complete)).containsExactlyInAnyOrder("done", "task.gone");
    assertThat(inbox.openTasks(AnswerProcess.KEY, List.of(business))).hasSize(1);
    assertThat(history.createHistoricTaskInstanceQuery().taskId(taskId).finished().count())
        .isEqualTo(1);
  }

  private static List<String> atOnce(Runnable... calls) throws Exception {
    CyclicBarrier barrier = new CyclicBarrier(calls.length);
    ExecutorService threads = Executors.newFixedThreadPool(calls.length);
    try {
      List<Callable<String>> waiting = new ArrayList<>();
      for (Runnable call : calls) {
        waiting.add(
            () -> {
              barrier.await();
              return outcome(call);
            });
      }
      List<String> outcomes = new ArrayList<>();
      for (Future<String> outcome : threads.invokeAll(waiting)) {
        outcomes.add(outcome.get());
      }
      return outcomes;
    } finally {
      threads.shutdownNow();
    }
  }

  private static String outcome(Runnable call) {
    try {
      call.run();
      return "done";
    } catch (Refusal refusal) {
      assertThat(refusal.kind()).isEqualTo(Refusal.Kind.CONFLICT);
      return refusal.getMessage();
    }
  }
}
