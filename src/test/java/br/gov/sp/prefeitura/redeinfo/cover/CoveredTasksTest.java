package br.gov.sp.prefeitura.redeinfo.cover;

import static org.assertj.core.api.Assertions.assertThat;

import br.gov.sp.prefeitura.redeinfo.network.Appointment.EndReason;
import br.gov.sp.prefeitura.redeinfo.network.Appointments;
import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.network.Function;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.support.BodyTrainings;
import br.gov.sp.prefeitura.redeinfo.support.Covers;
import br.gov.sp.prefeitura.redeinfo.support.IntegrationTest;
import br.gov.sp.prefeitura.redeinfo.support.NominationLife;
import br.gov.sp.prefeitura.redeinfo.support.TasklistClient;
import br.gov.sp.prefeitura.redeinfo.support.TasklistClient.VisibleTask;
import br.gov.sp.prefeitura.redeinfo.support.TestPeople;
import br.gov.sp.prefeitura.redeinfo.support.TrainingLife;
import br.gov.sp.prefeitura.redeinfo.support.Visitor;
import br.gov.sp.prefeitura.redeinfo.workflow.TaskInbox;
import br.gov.sp.prefeitura.redeinfo.workflow.TaskInbox.OpenTask;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What a substitute sees and does, over HTTP as Tasklist asks. */
@IntegrationTest
@DisplayName("A substitute")
class CoveredTasksTest {

  private static final String API = "/camunda/api/engine/engine/default/task/";
  private static final Map<String, Object> REPORT = BodyTrainings.held(18, "2");

  @Autowired Covers covers;
  @Autowired AbsenceCovers desk;
  @Autowired BodyTrainings trainings;
  @Autowired TrainingLife life;
  @Autowired NominationLife nominations;
  @Autowired TestPeople people;
  @Autowired Appointments appointments;
  @Autowired TransactionTemplate transaction;
  @Autowired TaskInbox inbox;
  @Autowired JdbcClient jdbc;

  private Body body;
  private Person member;
  private Person substitute;
  private long training;
  private OpenTask task;

  /** A task that is offered to members and the office; the substitute is the body's head. */
  @BeforeEach
  void aTaskOfTheMembers() {
    body = trainings.body();
    member = trainings.member(body);
    substitute = people.withFunction(Function.HEAD, body.slug());
    training = trainings.announce(body, member);
    trainings.dayPasses(training);
    task = trainings.task(training, BodyTrainings.REPORT);
  }

  @Test
  @DisplayName("sees and does what is offered to the absent person's group, in that person's place")
  void doesGroupTasks() {
    Visitor visitor = people.signIn(substitute);
    assertHidden(visitor);
    covers.name(member, substitute);

    assertThat(visitor.get("/").body()).contains("Em substituição a " + member.name());
    assertThat(filter(visitor)).contains(task.id());
    TasklistClient tasklist = new TasklistClient(visitor);
    assertThat(tasklist.formVariables(task.id())).containsKey("bodyName");
    tasklist.answer(String.valueOf(training), BodyTrainings.REPORT, REPORT);

    assertThat(trainings.get(training).reportedBy()).isEqualTo(substitute.id());
    assertThat(recorded("task", task.id())).containsExactly(marked("task.claimed"));
    assertThat(recorded("body-training", String.valueOf(training)))
        .contains(marked("body-training.reported"));
  }

  @Test
  @DisplayName("takes over what the absent person had taken on, and nobody else's")
  void takesOver() {
    inbox.claim(task.id(), member.username());
    Person office = people.withFunction(Function.OFFICE, body.slug());
    covers.name(member, substitute);
    TasklistClient tasklist = new TasklistClient(people.signIn(substitute));
    assertThat(tasklist.submit(task.id(), REPORT).statusCode()).isEqualTo(409);
    assertThat(tasklist.claim(task.id()).statusCode()).isEqualTo(204);
    assertThat(recorded("task", task.id())).contains(marked("task.taken-over"));
    assertThat(new TasklistClient(people.signIn(member)).submit(task.id(), REPORT).statusCode())
        .isEqualTo(409);

    inbox.putBack(task.id());
    inbox.claim(task.id(), office.username());
    assertThat(tasklist.claim(task.id()).statusCode()).isIn(404, 409);
    assertThat(assignee()).isEqualTo(office.username());
  }

  @Test
  @DisplayName("takes a task on by its link, as everybody does")
  void byLink() {
    Visitor visitor = people.signIn(substitute);
    assertThat(visitor.get("/tasks/" + task.id()).statusCode()).isEqualTo(404);
    inbox.claim(task.id(), member.username());
    covers.name(member, substitute);
    assertThat(visitor.get("/tasks/" + task.id()).statusCode()).isEqualTo(302);
    assertThat(assignee()).isEqualTo(substitute.username());
  }

  @Test
  @DisplayName("sees the chosen processes only")
  void chosenProcesses() {
    covers.name(member, substitute, "pilot-project", "nomination-approval");
    assertHidden(people.signIn(substitute));
  }

  @Test
  @DisplayName(
      "has no more right to a task from the moment the cover ends, and it is offered again")
  void endsAtItsHour() {
    long cover = covers.name(member, substitute);
    Visitor visitor = people.signIn(substitute);
    assertThat(new TasklistClient(visitor).claim(task.id()).statusCode()).isEqualTo(204);
    covers.passes(cover);
    assertHidden(visitor);
    assertThat(inbox.waitingFor(substitute.username(), List.of(), 10)).isEmpty();

    desk.closeLapsed();
    assertThat(assignee()).isNull();
    assertThat(covers.endReason(cover)).isEqualTo("LAPSED");
    trainings.answer(training, BodyTrainings.REPORT, member, REPORT);
    assertThat(recorded("body-training", String.valueOf(training)))
        .contains("body-training.reported " + member.id() + " for 0");
  }

  @Test
  @DisplayName("loses the tasks when the absent person ends the cover early")
  void endedEarly() {
    long cover = covers.name(member, substitute);
    inbox.claim(task.id(), substitute.username());
    assertThat(people.signIn(member).post("/cover/" + cover + "/end", Map.of()).statusCode())
        .isEqualTo(302);
    assertThat(covers.endReason(cover)).isEqualTo("ENDED");
    assertThat(assignee()).isNull();
    assertHidden(people.signIn(substitute));
  }

  @Test
  @DisplayName("loses the tasks when the absent person's appointment ends")
  void absentPersonLeaves() {
    long cover = covers.name(member, substitute);
    inbox.claim(task.id(), substitute.username());
    leave(member);
    assertHidden(people.signIn(substitute));
    assertThat(covers.endReason(cover)).isEqualTo("APPOINTMENT_ENDED");
    assertThat(assignee()).isNull();
  }

  @Test
  @DisplayName("loses the tasks when their own appointment ends")
  void substituteLeaves() {
    long cover = covers.name(member, substitute);
    inbox.claim(task.id(), substitute.username());
    leave(substitute);
    assertHidden(people.signIn(substitute));
    assertThat(covers.endReason(cover)).isEqualTo("APPOINTMENT_ENDED");
    assertThat(assignee()).isNull();
  }

  @Test
  @DisplayName("puts a task back to its groups, and gains nothing that lasts")
  void putsBack() {
    covers.name(member, substitute);
    Visitor visitor = people.signIn(substitute);
    TasklistClient tasklist = new TasklistClient(visitor);
    assertThat(tasklist.claim(task.id()).statusCode()).isEqualTo(204);
    assertThat(visitor.postJson(API + task.id() + "/unclaim", "{}").statusCode()).isEqualTo(204);
    assertThat(assignee()).isNull();
    trainings.answer(training, BodyTrainings.REPORT, member, REPORT);
    assertThat(trainings.get(training).reportedBy()).isEqualTo(member.id());
  }

  /** On every way a substitute would come to it. */
  private void assertHidden(Visitor visitor) {
    String path = API + task.id();
    for (String read : List.of("", "/form", "/deployed-form", "/form-variables", "/comment")) {
      assertThat(visitor.getJson(path + read).statusCode()).as(read).isEqualTo(404);
    }
    TasklistClient tasklist = new TasklistClient(visitor);
    assertThat(tasklist.claim(task.id()).statusCode()).isEqualTo(404);
    assertThat(tasklist.submit(task.id(), REPORT).statusCode()).isEqualTo(404);
    assertThat(tasklist.tasks(String.valueOf(training)).stream().map(VisibleTask::id)).isEmpty();
    assertThat(filter(visitor)).doesNotContain(task.id());
    assertThat(visitor.get("/").body()).doesNotContain(task.id());
  }

  /** The list "Em substituição", as Tasklist reads it. */
  private static String filter(Visitor visitor) {
    String filters =
        visitor
            .getJson("/camunda/api/engine/engine/default/filter?resourceType=Task&maxResults=50")
            .body();
    String id =
        filters.replaceAll("(?s).*\"id\":\"([^\"]+)\"[^{}]*\"name\":\"Em substituição\".*", "$1");
    return visitor
        .postJson("/camunda/api/engine/engine/default/filter/" + id + "/list?maxResults=50", "{}")
        .body();
  }

  private void leave(Person person) {
    long appointment = appointments.ofPerson(person.id(), trainings.today()).get(0).id();
    transaction.executeWithoutResult(
        status ->
            appointments.end(
                appointment, trainings.today().minusDays(1), EndReason.DISMISSED, null));
  }

  private String assignee() {
    return inbox.findOpen(task.id()).orElseThrow().assignee();
  }

  private String marked(String action) {
    return action + " " + substitute.id() + " for " + member.id();
  }

  private List<String> recorded(String subject, String id) {
    return jdbc.sql(
            """
            SELECT action || ' ' || coalesce(actor_id, 0) || ' for ' || coalesce(in_place_of_id, 0)
              FROM audit_entry WHERE subject_type = ? AND subject_id = ? ORDER BY id
            """)
        .params(subject, id)
        .query(String.class)
        .list();
  }
}
