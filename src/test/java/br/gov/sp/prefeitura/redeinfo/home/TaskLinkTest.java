package br.gov.sp.prefeitura.redeinfo.home;

import static org.assertj.core.api.Assertions.assertThat;

import br.gov.sp.prefeitura.redeinfo.network.Function;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.support.IntegrationTest;
import br.gov.sp.prefeitura.redeinfo.support.TestPeople;
import br.gov.sp.prefeitura.redeinfo.support.Visitor;
import br.gov.sp.prefeitura.redeinfo.workflow.engine.TestModels;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
@DisplayName("The link of a mail to a task")
class TaskLinkTest {

  private static final String KEY = "test-task-link";

  @Autowired TestPeople people;
  @Autowired RepositoryService repository;
  @Autowired RuntimeService runtime;
  @Autowired TaskService tasks;

  private Task task;

  @BeforeEach
  void start() {
    if (repository.createProcessDefinitionQuery().processDefinitionKey(KEY).count() == 0) {
      TestModels.deploy(
          repository,
          KEY,
          TestModels.oneTask(KEY, "test-form", "smads.head"),
          Map.of("test-form", TestModels.form("test-form")));
    }
    String businessKey = UUID.randomUUID().toString();
    runtime.startProcessInstanceByKey(KEY, businessKey, Map.of("subject", "SMADS · Assistência"));
    task = tasks.createTaskQuery().processInstanceBusinessKey(businessKey).singleResult();
  }

  @Test
  @DisplayName("survives the sign-in, takes the task on and leads to its form")
  void survivesTheSignIn() {
    Person head = people.withFunction(Function.HEAD, "smads");
    Visitor visitor = people.visitor();

    HttpResponse<String> unknown = visitor.get(link());
    assertThat(unknown.statusCode()).isEqualTo(302);
    assertThat(location(unknown)).endsWith("/login");

    HttpResponse<String> signedIn =
        visitor.post(
            "/login", Map.of("username", head.username(), "password", TestPeople.PASSWORD));
    assertThat(location(signedIn)).endsWith(link());

    HttpResponse<String> form = visitor.get(link());
    assertThat(location(form)).endsWith("/camunda/app/tasklist/default/#/?task=" + task.getId());
    assertThat(assignee()).isEqualTo(head.username());
    assertThat(location(visitor.get(link()))).endsWith("#/?task=" + task.getId());
  }

  @Test
  @DisplayName("says who has taken the task on, to a colleague who comes later")
  void saysWhoHasTakenTheTaskOn() {
    Person first = people.withFunction(Function.HEAD, "smads");
    Person second = people.withFunction(Function.HEAD, "smads");
    people.signIn(first).get(link());

    HttpResponse<String> page = people.signIn(second).get(link());

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body())
        .contains("Outra pessoa já assumiu esta tarefa", first.name(), "SMADS · Assistência");
    assertThat(assignee()).isEqualTo(first.username());
  }

  @Test
  @DisplayName("says who completed the task and when, once it is over")
  void saysWhoCompletedTheTask() {
    Person head = people.withFunction(Function.HEAD, "smads");
    people.signIn(head).get(link());
    tasks.complete(task.getId());

    HttpResponse<String> page =
        people.signIn(people.withFunction(Function.HEAD, "smads")).get(link());

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("Esta tarefa já terminou", "Responder", head.name());
  }

  @Test
  @DisplayName("is unknown to other bodies' people, and claims nothing")
  void isUnknownToOthers() {
    Visitor stranger = people.signIn(people.withFunction(Function.HEAD, "sme"));

    for (String path : new String[] {link(), "/tasks/" + UUID.randomUUID(), "/tasks/x"}) {
      HttpResponse<String> page = stranger.get(path);
      assertThat(page.statusCode()).as(path).isEqualTo(404);
      assertThat(page.body()).contains("Esta tarefa não existe ou não está disponível para você");
    }
    assertThat(assignee()).isNull();
  }

  @Test
  @DisplayName("shows the task to those who read everything, without taking it on")
  void showsTheTaskToReaders() {
    for (Function reader : new Function[] {Function.COORDINATION, Function.AUDITOR}) {
      HttpResponse<String> page = people.signIn(people.withFunction(reader, "cgm")).get(link());

      assertThat(location(page)).endsWith("#/?task=" + task.getId());
    }
    assertThat(assignee()).isNull();
  }

  @Test
  @DisplayName("leads the coordination on to giving the task to one of those who receive it")
  void leadsToHandingOver() {
    Person head = people.withFunction(Function.HEAD, "smads");
    Person stranger = people.withFunction(Function.HEAD, "svma");
    Visitor coordination = people.signIn(people.withFunction(Function.COORDINATION, "cgm"));
    String page = link() + "/hand-over";

    assertThat(coordination.get(page).body()).contains(head.name()).doesNotContain(stranger.name());
    for (Map<String, String> wrong :
        List.of(Map.<String, String>of(), Map.of("userId", stranger.username()))) {
      HttpResponse<String> refused = coordination.post(page, wrong);
      assertThat(refused.statusCode()).isEqualTo(400);
      assertThat(refused.body()).contains("Escolha uma das pessoas da lista.");
    }
    assertThat(assignee()).isNull();

    assertThat(people.signIn(head).get(page).statusCode()).isEqualTo(404);
    assertThat(people.signIn(head).post(page, Map.of("userId", head.username())).statusCode())
        .isEqualTo(404);
    assertThat(assignee()).isNull();

    HttpResponse<String> done = coordination.post(page, Map.of("userId", head.username()));
    assertThat(location(done)).endsWith(page);
    assertThat(assignee()).isEqualTo(head.username());
  }

  @Test
  @DisplayName("hands over nothing that is one person's alone, or over, or not there")
  void handsOverNothingElse() {
    Visitor coordination = people.signIn(people.withFunction(Function.COORDINATION, "cgm"));
    tasks.setAssignee(task.getId(), people.withFunction(Function.HEAD, "smads").username());
    tasks.deleteCandidateGroup(task.getId(), "smads.head");
    String page = link() + "/hand-over";
    HttpResponse<String> personal = coordination.get(page);
    assertThat(personal.statusCode()).isEqualTo(403);
    assertThat(personal.body()).contains("só desta pessoa");
    assertThat(coordination.post(page, Map.of()).statusCode()).isEqualTo(403);

    tasks.complete(task.getId());
    assertThat(location(coordination.get(page))).endsWith(link());
    assertThat(coordination.get("/tasks/none/hand-over").statusCode()).isEqualTo(404);
    assertThat(coordination.post("/tasks/none/hand-over", Map.of()).statusCode()).isEqualTo(404);
  }

  private String link() {
    return "/tasks/" + task.getId();
  }

  private String assignee() {
    return tasks.createTaskQuery().taskId(task.getId()).singleResult().getAssignee();
  }

  private static String location(HttpResponse<String> answer) {
    return answer.headers().firstValue("Location").orElse("(none, " + answer.statusCode() + ")");
  }
}
