package br.gov.sp.prefeitura.redeinfo.audit;

import static br.gov.sp.prefeitura.redeinfo.training.process.TrainingEnrollmentProcess.TASK_DECIDE_RELEASE;
import static br.gov.sp.prefeitura.redeinfo.training.process.TrainingEnrollmentProcess.TASK_EXPLAIN;
import static br.gov.sp.prefeitura.redeinfo.training.process.TrainingEnrollmentProcess.TASK_HAND_IN;
import static br.gov.sp.prefeitura.redeinfo.training.process.TrainingEnrollmentProcess.TASK_RELEASE;
import static br.gov.sp.prefeitura.redeinfo.training.process.TrainingEnrollmentProcess.TIMER_RELEASE;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import br.gov.sp.prefeitura.redeinfo.confirmation.ConfirmationPathsTest;
import br.gov.sp.prefeitura.redeinfo.meeting.FollowUpPathsTest;
import br.gov.sp.prefeitura.redeinfo.meeting.MeetingPathsTest;
import br.gov.sp.prefeitura.redeinfo.meeting.QuarterPathsTest;
import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.network.Function;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.outreach.CampaignPathsTest;
import br.gov.sp.prefeitura.redeinfo.pilot.PilotPathsTest;
import br.gov.sp.prefeitura.redeinfo.pilot.ProposalPagesTest;
import br.gov.sp.prefeitura.redeinfo.statute.StatuteAcceptancePathsTest;
import br.gov.sp.prefeitura.redeinfo.succession.SuccessionPathsTest;
import br.gov.sp.prefeitura.redeinfo.support.EnrollmentLife;
import br.gov.sp.prefeitura.redeinfo.support.IntegrationTest;
import br.gov.sp.prefeitura.redeinfo.support.NominationLife;
import br.gov.sp.prefeitura.redeinfo.support.TasklistClient;
import br.gov.sp.prefeitura.redeinfo.support.TestPeople;
import br.gov.sp.prefeitura.redeinfo.support.TrainingLife;
import br.gov.sp.prefeitura.redeinfo.training.BodyTrainingPathsTest;
import br.gov.sp.prefeitura.redeinfo.training.ReleasePolicy;
import br.gov.sp.prefeitura.redeinfo.training.process.TrainingEnrollmentProcess;
import br.gov.sp.prefeitura.redeinfo.volunteer.EnlistmentPathsTest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Every user task of every model, with what its form can answer and what that puts on record. A new
 * user task fails the first test until somebody has said what it records.
 */
@IntegrationTest
@DisplayName("A user task that is completed")
class AuditedTasksTest {

  private static final String NOMINATION = "nomination-approval/";
  private static final String ENROLLMENT = TrainingEnrollmentProcess.KEY + "/";
  private static final List<String> STEPS =
      List.of(
          NominationLife.INDICATE,
          NominationLife.ACCEPT,
          NominationLife.APPROVE,
          NominationLife.VALIDATE,
          NominationLife.PUBLISH);

  /** User tasks of other modules, and the test that shows what each of their answers records. */
  private static final Map<String, Class<?>> SHOWN_BY =
      Map.ofEntries(
          entry("body-training/userTask_ReportBodyTraining", BodyTrainingPathsTest.class),
          entry("body-training/userTask_ApproveBodyTraining", BodyTrainingPathsTest.class),
          entry("network-meeting/userTask_ConveneMeeting", MeetingPathsTest.class),
          entry("network-meeting/userTask_RecordMeeting", MeetingPathsTest.class),
          entry("network-meeting/userTask_WriteMinutes", MeetingPathsTest.class),
          entry("network-meeting/userTask_ApproveMinutes", MeetingPathsTest.class),
          entry("meeting-quarter/userTask_ConveneQuarter", QuarterPathsTest.class),
          entry(
              "focal-point-confirmation/userTask_ConfirmFocalPoints", ConfirmationPathsTest.class),
          entry("outreach-campaign/userTask_ApproveCampaign", CampaignPathsTest.class),
          entry("outreach-campaign/userTask_ReviseCampaign", CampaignPathsTest.class),
          entry("statute-acceptance/userTask_AcceptStatute", StatuteAcceptancePathsTest.class),
          entry("meeting-follow-up/userTask_DoFollowUp", FollowUpPathsTest.class),
          entry("meeting-follow-up/userTask_ReviewFollowUp", FollowUpPathsTest.class),
          entry("succession/userTask_WriteHandOverNote", SuccessionPathsTest.class),
          entry("succession/userTask_PlanHandOver", SuccessionPathsTest.class),
          entry("training-edition/userTask_CertifyEdition", EditionAuditTest.class),
          entry("training-edition/userTask_ReviewEdition", EditionAuditTest.class),
          entry("volunteer-enlistment/userTask_DecideEnlistment", EnlistmentPathsTest.class),
          entry("pilot-project/userTask_WriteProposal", ProposalPagesTest.class),
          entry("pilot-project/userTask_ConfirmPartnership", PilotPathsTest.class),
          entry("pilot-project/userTask_EndorsePilot", PilotPathsTest.class),
          entry("pilot-project/userTask_ReviewPilot", PilotPathsTest.class),
          entry("pilot-project/userTask_VoteOnPilot", PilotPathsTest.class),
          entry("pilot-project/userTask_ResolveBallot", PilotPathsTest.class),
          entry("pilot-project/userTask_SchedulePresentation", PilotPathsTest.class),
          entry("pilot-project/userTask_RecordPresentation", PilotPathsTest.class),
          entry("pilot-project/userTask_StartExecution", PilotPathsTest.class),
          entry("pilot-project/userTask_ReportProgress", PilotPathsTest.class),
          entry("pilot-project/userTask_ReviewReport", PilotPathsTest.class),
          entry("pilot-project/userTask_ReviewCompletion", PilotPathsTest.class),
          entry("pilot-project/userTask_EvaluatePilot", PilotPathsTest.class),
          entry("pilot-project/userTask_ReviewScopeChange", PilotPathsTest.class));

  @Autowired RepositoryService repository;
  @Autowired TestPeople people;
  @Autowired NominationLife life;
  @Autowired TrainingLife trainings;
  @Autowired EnrollmentLife enrollments;
  @Autowired JdbcClient jdbc;

  private Body body;
  private Person coordinator;
  private Person office;
  private Person head;
  private List<Person> nominees;
  private long nomination;

  static Stream<Answer> answers() {
    return Stream.of(
        new Answer(NominationLife.INDICATE, Map.of(), "nomination.submitted"),
        new Answer(NominationLife.ACCEPT, Map.of("answer", "accept"), "nomination.accepted"),
        new Answer(
            NominationLife.ACCEPT,
            Map.of("answer", "decline", "declineReason", "x"),
            "nomination.declined"),
        new Answer(NominationLife.APPROVE, Map.of("choice", "approve"), "nomination.approved"),
        new Answer(
            NominationLife.APPROVE,
            Map.of("choice", "return", "replaceOpenTitular", true, "returnReason", "x"),
            "nomination.returned"),
        new Answer(
            NominationLife.APPROVE,
            Map.of("choice", "refuse", "refuseReason", "x"),
            "nomination.refused"),
        new Answer(NominationLife.VALIDATE, Map.of("check", "valid"), "nomination.validated"),
        new Answer(
            NominationLife.VALIDATE,
            Map.of("check", "return", "replaceOpenTitular", true, "returnReason", "x"),
            "nomination.returned"),
        new Answer(NominationLife.PUBLISH, Map.of(), "nomination.publication-recorded"));
  }

  @Test
  @DisplayName("has a decision what goes on record, whatever its model")
  void hasADecision() {
    Set<String> decided = new TreeSet<>(SHOWN_BY.keySet());
    answers().forEach(answer -> decided.add(NOMINATION + answer.task()));
    enrollmentAnswers().forEach(answer -> decided.add(ENROLLMENT + answer.task()));
    assertThat(userTasks()).isNotEmpty().isEqualTo(decided);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("answers")
  @DisplayName("leaves one entry of its answer, by whoever completed it")
  void leavesItsEntry(Answer answer) {
    open();
    STEPS.subList(0, STEPS.indexOf(answer.task())).forEach(this::pass);

    long by = complete(answer);

    assertThat(
            jdbc.sql(
                    """
                    SELECT actor_id FROM audit_entry
                     WHERE subject_type = 'nomination' AND subject_id = :id AND action = :action
                       AND channel = 'tasklist'
                    """)
                .param("id", String.valueOf(nomination))
                .param("action", answer.action())
                .query(Long.class)
                .list())
        .containsExactly(by);
  }

  static Stream<Answer> enrollmentAnswers() {
    return Stream.of(
        new Answer(TASK_RELEASE, Map.of("release", "release"), "enrollment.released"),
        new Answer(
            TASK_RELEASE,
            Map.of("release", "refuse", "refuseReason", "x"),
            "enrollment.release-refused"),
        new Answer(TASK_DECIDE_RELEASE, Map.of("release", "release"), "enrollment.released"),
        new Answer(TASK_HAND_IN, Map.of("answer", "x"), "enrollment.activity-handed-in"),
        new Answer(TASK_EXPLAIN, Map.of("absenceReason", "OTHER"), "enrollment.absence-explained"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("enrollmentAnswers")
  @DisplayName("of an enrolment leaves one entry of its answer, by whoever completed it")
  void ofEnrollmentLeavesItsEntry(Answer answer) {
    body = life.body();
    head = people.person(body.slug());
    life.appoint(head, Function.HEAD, body);
    Person participant = people.person(body.slug());
    TrainingLife.Draft draft = trainings.draft();
    boolean release = answer.values().containsKey("release");
    long edition =
        trainings.enrolling(
            release ? draft.release(ReleasePolicy.ESCALATE) : draft.sessions(3).activity());
    long enrollment = enrollments.enroll(edition, participant);
    if (answer.task().equals(TASK_DECIDE_RELEASE)) {
      trainings.fire(TrainingEnrollmentProcess.KEY, enrollment, TIMER_RELEASE);
    } else if (answer.task().equals(TASK_EXPLAIN)) {
      trainings.closeEnrolment(edition);
      enrollments.hold(edition, 0);
      enrollments.hold(edition, 1);
    }
    Person by =
        switch (answer.task()) {
          case TASK_RELEASE -> head;
          case TASK_DECIDE_RELEASE -> trainings.coordinator();
          default -> participant;
        };
    new TasklistClient(people.signIn(by))
        .answer(String.valueOf(enrollment), answer.task(), answer.values());

    assertThat(
            jdbc.sql(
                    """
                    SELECT actor_id FROM audit_entry
                     WHERE subject_type = 'enrollment' AND subject_id = :id AND action = :action
                       AND channel = 'tasklist'
                    """)
                .param("id", String.valueOf(enrollment))
                .param("action", answer.action())
                .query(Long.class)
                .list())
        .containsExactly(by.id());
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

  private void open() {
    body = life.body();
    coordinator = people.withFunction(Function.COORDINATION, "cgm");
    office = people.person(body.slug());
    head = people.person(body.slug());
    life.appoint(office, Function.OFFICE, body);
    life.appoint(head, Function.HEAD, body);
    nomination = life.open(coordinator, List.of(body)).get(body.id());
  }

  /** Brings the nomination past this step. */
  private void pass(String task) {
    switch (task) {
      case NominationLife.INDICATE ->
          nominees = life.indicate(nomination, body, people.signIn(office));
      case NominationLife.ACCEPT -> life.accept(nomination, nominees);
      case NominationLife.APPROVE -> life.approve(nomination, people.signIn(head));
      default -> life.validate(nomination, people.signIn(coordinator));
    }
  }

  /**
   * @return who completed it
   */
  private long complete(Answer answer) {
    Person by =
        switch (answer.task()) {
          case NominationLife.INDICATE -> office;
          case NominationLife.ACCEPT -> nominees.get(0);
          case NominationLife.APPROVE -> head;
          default -> coordinator;
        };
    switch (answer.task()) {
      case NominationLife.INDICATE -> pass(answer.task());
      case NominationLife.PUBLISH -> life.publish(nomination, people.signIn(by));
      default -> life.answer(nomination, answer.task(), people.signIn(by), answer.values());
    }
    return by.id();
  }

  /**
   * @param values what is typed; empty where the test's world says it
   */
  record Answer(String task, Map<String, Object> values, String action) {

    @Override
    public String toString() {
      return task + " → " + action;
    }
  }
}
