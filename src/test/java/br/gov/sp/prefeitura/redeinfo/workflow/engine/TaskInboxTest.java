package br.gov.sp.prefeitura.redeinfo.workflow.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import br.gov.sp.prefeitura.redeinfo.identity.Groups;
import br.gov.sp.prefeitura.redeinfo.network.Function;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.support.IntegrationTest;
import br.gov.sp.prefeitura.redeinfo.support.TestPeople;
import br.gov.sp.prefeitura.redeinfo.workflow.ProcessRuntime;
import br.gov.sp.prefeitura.redeinfo.workflow.TaskInbox;
import br.gov.sp.prefeitura.redeinfo.workflow.TaskInbox.OpenTask;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
@DisplayName("The task inbox")
class TaskInboxTest {

  @Autowired RepositoryService repository;
  @Autowired TaskService tasks;
  @Autowired IdentityService identity;
  @Autowired ProcessRuntime runtime;
  @Autowired TaskInbox inbox;
  @Autowired AnswerProcess process;
  @Autowired TestPeople people;

  private final String business = UUID.randomUUID().toString();
  private final String group = "g" + business.substring(0, 8) + ".office";

  @BeforeEach
  void deploy() {
    AnswerProcess.deploy(repository);
  }

  @Test
  @DisplayName("lists what waits for a person, the earliest due date first, as the engine has it")
  void lists() {
    OpenTask later = start(business + "-1", group);
    OpenTask sooner = start(business + "-2", group);
    OpenTask elsewhere = start(business + "-3", group);
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    tasks.setDueDate(later.id(), Date.from(now.plusSeconds(3600)));
    tasks.setDueDate(sooner.id(), Date.from(now.plusSeconds(60)));
    tasks.addCandidateGroup(sooner.id(), "a.second-group");
    tasks.setAssignee(elsewhere.id(), "somebody.else");

    List<OpenTask> waiting = inbox.waitingFor("me", List.of(group), 10);

    assertThat(waiting).extracting(OpenTask::id).containsExactly(sooner.id(), later.id());
    assertThat(inbox.waitingFor("me", List.of(group), 1)).hasSize(1);
    assertThat(inbox.countWaitingFor("me", List.of(group))).isEqualTo(2);
    assertThat(inbox.waitingFor("me", List.of(), 10)).isEmpty();
    OpenTask first = waiting.get(0);
    assertThat(first.key()).isEqualTo("userTask_Answer");
    assertThat(first.name()).isEqualTo("Responder");
    assertThat(first.processKey()).isEqualTo(AnswerProcess.KEY);
    assertThat(first.businessKey()).isEqualTo(business + "-2");
    assertThat(first.subject()).isEqualTo("SVMA");
    assertThat(first.assignee()).isNull();
    assertThat(first.candidateGroups()).containsExactly("a.second-group", group);
    assertThat(first.dueAt()).isEqualTo(now.plusSeconds(60));
    assertThat(first.createdAt()).isBetween(now.minusSeconds(60), now.plusSeconds(60));
    assertThat(inbox.waitingFor("somebody.else", List.of(), 10))
        .extracting(OpenTask::id)
        .containsExactly(elsewhere.id());
    assertThat(inbox.openTasks(AnswerProcess.KEY, List.of(business + "-1", business + "-3")))
        .extracting(OpenTask::id)
        .containsExactly(later.id(), elsewhere.id());
    assertThat(inbox.openTasks("another-process", List.of(business + "-1"))).isEmpty();
  }

  @Test
  @DisplayName("lets a person take on and complete what is offered to a group of theirs")
  void completes() {
    Person officer = people.withFunction(Function.OFFICE, "svma");
    OpenTask task = start(business, Groups.office("svma"));

    inbox.claim(task.id(), officer.username());
    inbox.claim(task.id(), officer.username());
    assertThat(inbox.findOpen(task.id()).orElseThrow().assignee()).isEqualTo(officer.username());
    inbox.complete(task.id(), officer.username(), Map.of("choice", "yes"));

    assertThat(identity.getCurrentAuthentication()).isNull();
    assertThat(process.submissions.get(business).person()).isEqualTo(officer.username());
    assertThat(inbox.findOpen(task.id())).isEmpty();
    TaskInbox.FinishedTask finished = inbox.findFinished(task.id()).orElseThrow();
    assertThat(finished.assignee()).isEqualTo(officer.username());
    assertThat(finished.businessKey()).isEqualTo(business);
    assertThat(finished.processKey()).isEqualTo(AnswerProcess.KEY);
    assertThat(finished.endedAt()).isNotNull();
  }

  @Test
  @DisplayName("checks people like Tasklist does")
  void checks() {
    Person stranger = people.withFunction(Function.OFFICE, "sme");
    OpenTask task = start(business, Groups.office("svma"));

    assertThatThrownBy(() -> inbox.claim(task.id(), stranger.username()))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.NOT_FOUND));
    assertThatThrownBy(() -> inbox.claim("no-such-task", stranger.username()))
        .hasMessage("task.unknown");
    assertThat(identity.getCurrentAuthentication()).isNull();
  }

  @Test
  @DisplayName("says that an instance waits for no such message")
  void noMessage() {
    start(business, group);
    assertThatThrownBy(() -> runtime.correlate("withdrawal", business, Map.of()))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.CONFLICT));
  }

  private OpenTask start(String businessKey, String offeredTo) {
    runtime.start(AnswerProcess.KEY, businessKey, Map.of("office", offeredTo, "subject", "SVMA"));
    return inbox.openTasks(AnswerProcess.KEY, List.of(businessKey)).get(0);
  }
}
