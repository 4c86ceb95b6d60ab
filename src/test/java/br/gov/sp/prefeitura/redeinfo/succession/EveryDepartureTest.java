package br.gov.sp.prefeitura.redeinfo.succession;

import static org.assertj.core.api.Assertions.assertThat;

import br.gov.sp.prefeitura.redeinfo.identity.Accounts;
import br.gov.sp.prefeitura.redeinfo.identity.Groups;
import br.gov.sp.prefeitura.redeinfo.network.Function;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.network.Persons;
import br.gov.sp.prefeitura.redeinfo.support.Departures;
import br.gov.sp.prefeitura.redeinfo.support.Endurance;
import br.gov.sp.prefeitura.redeinfo.support.IntegrationTest;
import br.gov.sp.prefeitura.redeinfo.support.PilotLife;
import br.gov.sp.prefeitura.redeinfo.support.PilotLife.Team;
import br.gov.sp.prefeitura.redeinfo.support.TestPeople;
import br.gov.sp.prefeitura.redeinfo.support.Visitor;
import br.gov.sp.prefeitura.redeinfo.workflow.EngineDirectory;
import br.gov.sp.prefeitura.redeinfo.workflow.EngineDirectory.EngineUser;
import br.gov.sp.prefeitura.redeinfo.workflow.TaskInbox;
import br.gov.sp.prefeitura.redeinfo.workflow.TaskInbox.OpenTask;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Everybody who can do something, in every state in which a process waits for people: the table is
 * made from the models. One after the other is dismissed at once, with the task taken on and
 * without, until nobody of the body is left.
 */
@IntegrationTest
@Tag(Endurance.TAG)
@DisplayName("Whoever is dismissed, whatever waits,")
class EveryDepartureTest {

  private static final Map<String, Function> OF_NETWORK =
      Map.of(
          Groups.COORDINATION, Function.COORDINATION,
          Groups.CIGA, Function.CIGA,
          Groups.SAO_PAULO_ABERTA, Function.SAO_PAULO_ABERTA,
          Groups.EMASP, Function.EMASP);

  @Autowired ApplicationContext context;
  @Autowired RepositoryService repository;
  @Autowired Departures departures;
  @Autowired PilotLife pilots;
  @Autowired TestPeople people;
  @Autowired Persons persons;
  @Autowired Accounts accounts;
  @Autowired EngineDirectory directory;
  @Autowired TaskInbox inbox;
  @Autowired JdbcClient jdbc;

  @Test
  @DisplayName("every user task of every model is looked at")
  void everyTaskHasItsWay() {
    assertThat(new WaitingStates(context).known()).containsExactlyInAnyOrderElementsOf(userTasks());
  }

  @TestFactory
  @DisplayName("no task is out of reach, no draft is lost, no access is left")
  Stream<DynamicTest> nothingIsLost() {
    WaitingStates states = new WaitingStates(context);
    return cases().stream()
        .map(
            one ->
                DynamicTest.dynamicTest(
                    one.toString(),
                    () -> {
                      Team team = pilots.team();
                      dismissAll(states.bring(one.key(), team), one.taken());
                    }));
  }

  /** One state of each process in every build, taken on or not by turns; all in endurance runs. */
  private List<Case> cases() {
    List<Case> cases = new ArrayList<>();
    Map<String, String> first = new LinkedHashMap<>();
    for (String key : userTasks()) {
      first.putIfAbsent(key.substring(0, key.indexOf('/')), key);
      if (Endurance.measures()) {
        cases.add(new Case(key, true));
        cases.add(new Case(key, false));
      }
    }
    if (cases.isEmpty()) {
      first.values().forEach(key -> cases.add(new Case(key, cases.size() % 2 == 0)));
      cases.add(new Case("nomination-approval/userTask_ApproveNomination", true));
      cases.add(new Case("pilot-project/userTask_WriteProposal", true));
    }
    return cases;
  }

  private void dismissAll(OpenTask task, boolean taken) {
    String drafts = drafts(task);
    for (Person holder : holders(task)) {
      Optional<OpenTask> now = inbox.findOpen(task.id());
      if (taken && now.isPresent() && now.get().assignee() == null) {
        inbox.claim(task.id(), holder.username());
      }
      Visitor session = people.signIn(holder);
      departures.dismissed(holder, dismisser());
      assertNoAccess(session, holder, task);
      assertInReach(task);
    }
    assertThat(drafts(task)).isEqualTo(drafts);
  }

  /** Who the task is made for; or everybody of the body to whom it is offered, and somebody new. */
  private List<Person> holders(OpenTask task) {
    if (task.candidateGroups().isEmpty()) {
      return List.of(persons.findByUsername(task.assignee()).orElseThrow());
    }
    return task.candidateGroups().stream()
        .flatMap(
            group ->
                OF_NETWORK.containsKey(group)
                    ? Stream.of(people.withFunction(OF_NETWORK.get(group), "seri"))
                    : directory.membersOf(group).stream()
                        .map(EngineUser::id)
                        .map(username -> persons.findByUsername(username).orElseThrow()))
        .distinct()
        .toList();
  }

  private Person dismisser() {
    return people.withFunction(Function.COORDINATION, "seri");
  }

  private void assertNoAccess(Visitor session, Person gone, OpenTask task) {
    departures.assertGone(gone);
    assertThat(accounts.isOpen(gone.id())).isFalse();
    assertThat(session.get("/successions").headers().firstValue("Location").orElse(""))
        .contains("/login");
    assertThat(session.get("/tasks/" + task.id()).statusCode()).isIn(302, 401);
    assertThat(session.get("/camunda/api/engine/engine/default/task/" + task.id()).statusCode())
        .isIn(401, 403, 404);
  }

  /** It is over because it was the person's own, or somebody who is still there can do it. */
  private void assertInReach(OpenTask before) {
    Optional<OpenTask> now = inbox.findOpen(before.id());
    if (now.isEmpty()) {
      assertThat(before.candidateGroups()).as("ended although others could do it").isEmpty();
      return;
    }
    Set<String> able =
        now.get().candidateGroups().stream()
            .flatMap(group -> directory.membersOf(group).stream())
            .map(EngineUser::id)
            .collect(Collectors.toSet());
    String assignee = now.get().assignee();
    if (assignee == null) {
      assertThat(able).as("who can take it on").isNotEmpty();
    } else {
      assertThat(accounts.isOpen(persons.findByUsername(assignee).orElseThrow().id())).isTrue();
      assertThat(able).as("who has it").contains(assignee);
    }
  }

  /** Everything that was written and not sent yet. */
  private String drafts(OpenTask task) {
    return task.processKey().equals("pilot-project")
        ? jdbc.sql(
                """
                SELECT coalesce(string_agg(typed::text, ',' ORDER BY revision), '')
                  FROM pilot_draft WHERE pilot_id = :pilot
                """)
            .param("pilot", Long.parseLong(task.businessKey()))
            .query(String.class)
            .single()
        : "";
  }

  private Set<String> userTasks() {
    return repository.createProcessDefinitionQuery().latestVersion().list().stream()
        .filter(model -> !model.getKey().startsWith("test-"))
        .flatMap(this::userTasks)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private Stream<String> userTasks(ProcessDefinition model) {
    return repository
        .getBpmnModelInstance(model.getId())
        .getModelElementsByType(UserTask.class)
        .stream()
        .map(task -> model.getKey() + "/" + task.getId());
  }

  /**
   * @param key process and user task
   * @param taken whether each takes the task on before they are dismissed
   */
  private record Case(String key, boolean taken) {

    @Override
    public String toString() {
      return key + (taken ? ", taken on" : ", not taken on");
    }
  }
}
