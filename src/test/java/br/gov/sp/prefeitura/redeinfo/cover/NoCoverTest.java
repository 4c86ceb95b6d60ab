package br.gov.sp.prefeitura.redeinfo.cover;

import static org.assertj.core.api.Assertions.assertThat;

import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.network.Function;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.pilot.PilotState;
import br.gov.sp.prefeitura.redeinfo.pilot.process.PilotProjectProcess;
import br.gov.sp.prefeitura.redeinfo.support.Covers;
import br.gov.sp.prefeitura.redeinfo.support.EnrollmentLife;
import br.gov.sp.prefeitura.redeinfo.support.IntegrationTest;
import br.gov.sp.prefeitura.redeinfo.support.NominationLife;
import br.gov.sp.prefeitura.redeinfo.support.PilotLife;
import br.gov.sp.prefeitura.redeinfo.support.PilotLife.Team;
import br.gov.sp.prefeitura.redeinfo.support.TasklistClient;
import br.gov.sp.prefeitura.redeinfo.support.TestPeople;
import br.gov.sp.prefeitura.redeinfo.support.TrainingLife;
import br.gov.sp.prefeitura.redeinfo.support.Visitor;
import br.gov.sp.prefeitura.redeinfo.training.ReleasePolicy;
import br.gov.sp.prefeitura.redeinfo.training.process.TrainingEnrollmentProcess;
import br.gov.sp.prefeitura.redeinfo.workflow.TaskInbox;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Tasks that a cover does not reach, over HTTP as Tasklist asks. */
@IntegrationTest
@DisplayName("A cover")
class NoCoverTest {

  private static final String API = "/camunda/api/engine/engine/default/task/";

  @Autowired Covers covers;
  @Autowired NominationLife nominations;
  @Autowired PilotLife pilots;
  @Autowired TrainingLife trainings;
  @Autowired EnrollmentLife enrollments;
  @Autowired TestPeople people;
  @Autowired TaskInbox inbox;

  private enum Matter {
    /** The head's decision on a set, for somebody who is in it. */
    OWN_NOMINATION,
    /** The same, for who filled it in. */
    OWN_INDICATION,
    /** The same, for somebody without a stake in place of an interim head who is in it. */
    ABSENT_PERSONS_NOMINATION,
    /** A nominee's own answer. */
    ANOTHERS_ACCEPTANCE,
    /** The head's endorsement, for who submitted the proposal. */
    OWN_PROPOSAL,
    /** An elector's vote, for another member of the committee. */
    ANOTHERS_VOTE,
    /** The head's release, for who wants to be released. */
    OWN_RELEASE
  }

  @ParameterizedTest
  @EnumSource(Matter.class)
  @DisplayName("does not reach")
  void doesNotReach(Matter matter) {
    Scene scene =
        switch (matter) {
          case OWN_NOMINATION -> nomination(true, true);
          case OWN_INDICATION -> nomination(true, false);
          case ABSENT_PERSONS_NOMINATION -> nomination(false, true);
          case ANOTHERS_ACCEPTANCE -> acceptance();
          case OWN_PROPOSAL -> proposal(pilots.team());
          case ANOTHERS_VOTE -> vote();
          case OWN_RELEASE -> release();
        };
    covers.name(scene.absent(), scene.substitute());
    Visitor visitor = people.signIn(scene.substitute());
    String path = API + scene.taskId();
    for (String read : List.of("", "/form-variables", "/deployed-form")) {
      assertThat(visitor.getJson(path + read).statusCode()).as(read).isEqualTo(404);
    }
    TasklistClient tasklist = new TasklistClient(visitor);
    assertThat(tasklist.claim(scene.taskId()).statusCode()).isEqualTo(404);
    assertThat(tasklist.submit(scene.taskId(), Map.of()).statusCode()).isEqualTo(404);
    assertThat(visitor.get("/tasks/" + scene.taskId()).statusCode()).isEqualTo(404);
    assertThat(inbox.inPlaceOfOthers(scene.substitute().username(), List.of()))
        .noneMatch(covered -> covered.task().id().equals(scene.taskId()));
    if (scene.other() != null) {
      covers.name(scene.absent(), scene.other());
      assertThat(people.signIn(scene.other()).getJson(path).statusCode()).isEqualTo(200);
    }
  }

  @Test
  @DisplayName("lets who has no stake endorse a proposal in the head's place, by the head's right")
  void endorsesInPlace() {
    Team team = pilots.team();
    long pilot = pilots.submitted(team);
    covers.name(team.head(), team.office(), PilotProjectProcess.KEY);
    new TasklistClient(people.signIn(team.office()))
        .answer(
            String.valueOf(pilot),
            PilotProjectProcess.TASK_ENDORSE,
            Map.of("endorsement", "endorse"));
    pilots.runJobs();
    pilots.expect(pilot, PilotState.IN_REVIEW);
  }

  /**
   * @param byHead whether the head is away, or an interim head who is in the set
   * @param inSet whether the substitute is in the set, or filled it in
   */
  private Scene nomination(boolean byHead, boolean inSet) {
    Body body = nominations.body();
    Person office = people.withFunction(Function.OFFICE, body.slug());
    Person head = people.withFunction(Function.HEAD, body.slug());
    Person other = people.withFunction(Function.VOLUNTEER, body.slug());
    Person coordinator = people.withFunction(Function.COORDINATION, "cgm");
    long id = nominations.open(coordinator, List.of(body)).get(body.id());
    List<Person> nominees = nominations.indicate(id, body, people.signIn(office));
    Person nominee = nominees.get(0);
    nominations.appoint(nominee, byHead ? Function.VOLUNTEER : Function.INTERIM_HEAD, body);
    nominations.accept(id, nominees);
    String task = task("nomination-approval", id, NominationLife.APPROVE);
    return byHead
        ? new Scene(head, inSet ? nominee : office, other, task)
        : new Scene(nominee, other, null, task);
  }

  private Scene acceptance() {
    Body body = nominations.body();
    Person office = people.withFunction(Function.OFFICE, body.slug());
    Person other = people.withFunction(Function.VOLUNTEER, body.slug());
    Person coordinator = people.withFunction(Function.COORDINATION, "cgm");
    long id = nominations.open(coordinator, List.of(body)).get(body.id());
    Person nominee = nominations.indicate(id, body, people.signIn(office)).get(0);
    nominations.appoint(nominee, Function.VOLUNTEER, body);
    String task =
        inbox.takenOn(nominee.username()).stream()
            .filter(open -> open.key().equals(NominationLife.ACCEPT))
            .findFirst()
            .orElseThrow()
            .id();
    return new Scene(nominee, other, null, task);
  }

  private Scene proposal(Team team) {
    long id = pilots.submitted(team);
    String task = task(PilotLife.KEY, id, PilotProjectProcess.TASK_ENDORSE);
    return new Scene(team.head(), team.member(), team.office(), task);
  }

  private Scene vote() {
    Person elector = people.withFunction(Function.CIGA, "cgm");
    long id = pilots.inVote(pilots.team(), List.of(elector));
    Person other = people.withFunction(Function.CIGA, "cgm");
    return new Scene(elector, other, null, pilots.ballotPaper(id, elector).id());
  }

  private Scene release() {
    Body body = nominations.body();
    Person head = people.withFunction(Function.HEAD, body.slug());
    Person participant = people.withFunction(Function.VOLUNTEER, body.slug());
    Person other = people.withFunction(Function.OFFICE, body.slug());
    long edition = trainings.enrolling(trainings.draft().release(ReleasePolicy.ESCALATE));
    long id = enrollments.enroll(edition, participant);
    String task = task(TrainingEnrollmentProcess.KEY, id, TrainingEnrollmentProcess.TASK_RELEASE);
    return new Scene(head, participant, other, task);
  }

  private String task(String processKey, long id, String taskKey) {
    return inbox.openTasks(processKey, List.of(String.valueOf(id))).stream()
        .filter(task -> task.key().equals(taskKey))
        .findFirst()
        .orElseThrow()
        .id();
  }

  /**
   * @param other somebody whom the absent person may name; {@code null} where nobody may
   */
  private record Scene(Person absent, Person substitute, Person other, String taskId) {}
}
