package br.gov.sp.prefeitura.redeinfo.succession;

import br.gov.sp.prefeitura.redeinfo.meeting.domain.Quarter;
import br.gov.sp.prefeitura.redeinfo.meeting.domain.Quarters;
import br.gov.sp.prefeitura.redeinfo.network.Function;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.network.Seat;
import br.gov.sp.prefeitura.redeinfo.network.Track;
import br.gov.sp.prefeitura.redeinfo.pilot.PilotState;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.ScopeChangeService;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import br.gov.sp.prefeitura.redeinfo.support.BodyTrainings;
import br.gov.sp.prefeitura.redeinfo.support.Campaigns;
import br.gov.sp.prefeitura.redeinfo.support.ConfirmationLife;
import br.gov.sp.prefeitura.redeinfo.support.Departures;
import br.gov.sp.prefeitura.redeinfo.support.Enlistments;
import br.gov.sp.prefeitura.redeinfo.support.EnrollmentLife;
import br.gov.sp.prefeitura.redeinfo.support.FollowUps;
import br.gov.sp.prefeitura.redeinfo.support.MeetingWorld;
import br.gov.sp.prefeitura.redeinfo.support.MinutesLife;
import br.gov.sp.prefeitura.redeinfo.support.NominationLife;
import br.gov.sp.prefeitura.redeinfo.support.PilotExecution;
import br.gov.sp.prefeitura.redeinfo.support.PilotLife;
import br.gov.sp.prefeitura.redeinfo.support.PilotLife.Team;
import br.gov.sp.prefeitura.redeinfo.support.StatuteLife;
import br.gov.sp.prefeitura.redeinfo.support.TestPeople;
import br.gov.sp.prefeitura.redeinfo.support.TrainingLife;
import br.gov.sp.prefeitura.redeinfo.training.ReleasePolicy;
import br.gov.sp.prefeitura.redeinfo.workflow.TaskInbox;
import br.gov.sp.prefeitura.redeinfo.workflow.TaskInbox.OpenTask;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.ApplicationContext;

/**
 * Brings an instance of each process to each of its user tasks, with real rows and a body of its
 * own. Keys are {@code process/task}.
 */
final class WaitingStates {

  /** Quarters to come that nobody else begins. */
  private static final AtomicInteger YEARS = new AtomicInteger(2150);

  private final ApplicationContext context;
  private final PilotLife pilots;
  private final PilotExecution execution;
  private final NominationLife nominations;
  private final TrainingLife trainings;
  private final EnrollmentLife enrollments;
  private final TestPeople people;
  private final TaskInbox inbox;
  private final Map<String, Way> ways = new LinkedHashMap<>();

  WaitingStates(ApplicationContext context) {
    this.context = context;
    pilots = context.getBean(PilotLife.class);
    execution = context.getBean(PilotExecution.class);
    nominations = context.getBean(NominationLife.class);
    trainings = context.getBean(TrainingLife.class);
    enrollments = context.getBean(EnrollmentLife.class);
    people = context.getBean(TestPeople.class);
    inbox = context.getBean(TaskInbox.class);
    nominations();
    pilots();
    execution();
    trainings();
    meetings();
    others();
  }

  Set<String> known() {
    return ways.keySet();
  }

  /** An open task of this kind, of the team's body as far as it is a body's. */
  OpenTask bring(String key, Team team) {
    String[] parts = key.split("/");
    Object id = ways.get(key).bring(team);
    return inbox.openTasks(parts[0], List.of(String.valueOf(id))).stream()
        .filter(task -> task.key().equals(parts[1]))
        .findFirst()
        .orElseThrow(() -> new AssertionError("does not wait at " + key));
  }

  private void nominations() {
    String process = "nomination-approval/";
    List<String> steps =
        List.of(
            NominationLife.INDICATE,
            NominationLife.ACCEPT,
            NominationLife.APPROVE,
            NominationLife.VALIDATE,
            NominationLife.PUBLISH);
    steps.forEach(step -> ways.put(process + step, team -> nomination(team, steps.indexOf(step))));
  }

  private long nomination(Team team, int steps) {
    long id = nominations.open(team.coordinator(), List.of(team.body())).get(team.body().id());
    List<Person> nominees = List.of();
    for (int step = 0; step < steps; step++) {
      switch (step) {
        case 0 -> {
          nominees = nominations.indicate(id, team.body(), people.signIn(team.office()));
          // Somebody of the network is nominated, who can leave it.
          nominees.forEach(one -> nominations.appoint(one, Function.VOLUNTEER, team.body()));
        }
        case 1 -> nominations.accept(id, nominees);
        case 2 -> nominations.approve(id, people.signIn(team.head()));
        default -> nominations.validate(id, people.signIn(team.coordinator()));
      }
    }
    return id;
  }

  private void pilots() {
    pilot("WriteProposal", PilotState.DRAFT);
    pilot("ConfirmPartnership", PilotState.IN_PARTNERSHIP);
    pilot("EndorsePilot", PilotState.IN_ENDORSEMENT);
    pilot("ReviewPilot", PilotState.IN_REVIEW);
    pilot("VoteOnPilot", PilotState.IN_VOTE);
    pilot("ResolveBallot", PilotState.UNDECIDED);
    pilot("SchedulePresentation", PilotState.APPROVED);
    pilot("StartExecution", PilotState.PRESENTED);
    pilot("ReviewCompletion", PilotState.COMPLETED);
    pilot("EvaluatePilot", PilotState.IN_EVALUATION);
  }

  private void pilot(String task, PilotState state) {
    ways.put("pilot-project/userTask_" + task, team -> execution.in(state, team));
  }

  private void execution() {
    String process = "pilot-project/userTask_";
    ways.put(
        process + "RecordPresentation",
        team -> {
          long id = pilots.approved(team);
          execution.schedule(id, team);
          pilots.fire(id, "intermediateCatchEvent_PresentationOver");
          return id;
        });
    ways.put(
        process + "ReportProgress",
        team -> {
          long id = execution.running(team);
          execution.reportEarly(id, team);
          return id;
        });
    ways.put(
        process + "ReviewReport",
        team -> {
          long id = execution.running(team);
          execution.reportEarly(id, team);
          execution.send(id, team.member(), 50, false);
          return id;
        });
    ways.put(
        process + "ReviewScopeChange",
        team -> {
          long id = execution.running(team);
          pilots.change(id, team.office(), Map.of("milestones[0].title", "Ensinar a vizinhança"));
          context
              .getBean(ScopeChangeService.class)
              .ask(id, "O mapa ficou pronto antes.", pilots.signedIn(team.office()));
          pilots.runJobs();
          return id;
        });
  }

  private void trainings() {
    BodyTrainings own = context.getBean(BodyTrainings.class);
    ways.put(
        "body-training/userTask_ReportBodyTraining",
        team -> {
          long id = own.announce(team.body(), team.member());
          own.dayPasses(id);
          return id;
        });
    ways.put(
        "body-training/userTask_ApproveBodyTraining",
        team -> {
          long id = own.announce(team.body(), team.member());
          own.dayPasses(id);
          own.answer(id, BodyTrainings.REPORT, team.member(), BodyTrainings.held(9, "1.5"));
          return id;
        });
    ways.put("training-edition/userTask_CertifyEdition", team -> judged());
    ways.put(
        "training-edition/userTask_ReviewEdition",
        team -> {
          long id = judged();
          Person school = people.withFunction(Function.EMASP, "seri");
          OpenTask task =
              enrollments.tasks("training-edition", id, "userTask_CertifyEdition").get(0);
          inbox.claim(task.id(), school.username());
          inbox.complete(
              task.id(), school.username(), Map.of("results", "return", "returnReason", "x"));
          trainings.runJobs();
          return id;
        });
    String process = "training-enrollment/userTask_";
    ways.put(process + "ReleaseServant", team -> enrolled(team, true));
    ways.put(
        process + "DecideRelease",
        team -> {
          long id = enrolled(team, true);
          trainings.fire("training-enrollment", id, "boundaryEvent_ReleaseOverdue");
          return id;
        });
    ways.put(process + "HandInActivity", team -> enrolled(team, false));
    ways.put(
        process + "ExplainAbsence",
        team -> {
          long edition = trainings.enrolling(trainings.draft().sessions(3).activity());
          long id = enrollments.enroll(edition, team.member());
          trainings.closeEnrolment(edition);
          enrollments.hold(edition, 0);
          enrollments.hold(edition, 1);
          return id;
        });
  }

  private long judged() {
    long id = trainings.enrolling(trainings.draft().certificate(true));
    trainings.closeEnrolment(id);
    trainings.hold(id, 0);
    return id;
  }

  private long enrolled(Team team, boolean release) {
    TrainingLife.Draft draft = trainings.draft();
    long edition =
        trainings.enrolling(
            release ? draft.release(ReleasePolicy.ESCALATE) : draft.sessions(3).activity());
    return enrollments.enroll(edition, team.member());
  }

  private void meetings() {
    MeetingWorld meetings = context.getBean(MeetingWorld.class);
    MinutesLife minutes = context.getBean(MinutesLife.class);
    String process = MeetingWorld.KEY + "/";
    ways.put(process + MeetingWorld.CONVENE, team -> meetings.planned());
    ways.put(
        process + MeetingWorld.RECORD,
        team -> {
          long id = meetings.convened(meetings.plan());
          meetings.endComes(id);
          return id;
        });
    ways.put(process + MeetingWorld.WRITE_MINUTES, team -> held(meetings));
    ways.put(
        process + MeetingWorld.APPROVE_MINUTES,
        team -> {
          long id = held(meetings);
          minutes.write(id, team.coordinator());
          minutes.closeRemarks(id, team.coordinator());
          return id;
        });
    Quarters quarters = context.getBean(Quarters.class);
    ways.put(
        MeetingWorld.QUARTER + "/userTask_ConveneQuarter",
        team -> {
          Quarter quarter = new Quarter(YEARS.incrementAndGet(), 1);
          meetings.at(
              quarter.firstDay().atTime(9, 0).atZone(SaoPaulo.ZONE).toInstant(),
              () -> {
                quarters.begin(quarter.firstDay());
                meetings.runJobs();
              });
          return quarter;
        });
  }

  private static long held(MeetingWorld meetings) {
    long id = meetings.convened(meetings.plan());
    meetings.held(id);
    return id;
  }

  private void others() {
    Departures departures = context.getBean(Departures.class);
    for (String task : List.of(Departures.NOTE, Departures.PLAN)) {
      ways.put(
          Departures.KEY + "/" + task,
          team -> departures.planned(team.member(), team.head(), Map.of()));
    }
    ConfirmationLife confirmations = context.getBean(ConfirmationLife.class);
    ways.put(
        "focal-point-confirmation/userTask_ConfirmFocalPoints",
        team -> {
          departures.focalPoint(team.body(), Track.OPEN_GOVERNMENT, Seat.TITULAR);
          return confirmations.asked(team.body());
        });
    Enlistments enlistments = context.getBean(Enlistments.class);
    ways.put(
        "volunteer-enlistment/userTask_DecideEnlistment",
        team -> enlistments.enlist(enlistments.applicant(team.body())));
    Campaigns campaigns = context.getBean(Campaigns.class);
    ways.put("outreach-campaign/userTask_ApproveCampaign", team -> campaign(campaigns, team));
    ways.put(
        "outreach-campaign/userTask_ReviseCampaign",
        team -> {
          long id = campaign(campaigns, team);
          Person approver = people.withFunction(Function.COORDINATION, "seri");
          campaigns.answer(
              id,
              Campaigns.APPROVE,
              approver,
              Map.of("decision", "return", "returnComment", "Mais curto."));
          return id;
        });
    FollowUps followUps = context.getBean(FollowUps.class);
    ways.put(
        "meeting-follow-up/userTask_DoFollowUp",
        team -> followUps.open(team.body(), team.member(), team.coordinator()));
    ways.put(
        "meeting-follow-up/userTask_ReviewFollowUp",
        team -> {
          long id = followUps.open(team.body(), team.member(), team.coordinator());
          followUps.answer(
              id,
              FollowUps.DO,
              team.member(),
              Map.of("outcome", "impossible", "impossibleReason", "Sem dados."));
          return id;
        });
    StatuteLife statutes = context.getBean(StatuteLife.class);
    ways.put(
        "statute-acceptance/userTask_AcceptStatute",
        team -> statutes.request(statutes.publishFor(team.member()), team.member()));
  }

  private static long campaign(Campaigns campaigns, Team team) {
    campaigns.contacts(team.body(), 1);
    return campaigns.submitted(campaigns.plan(team.body(), campaigns.rest()), team.coordinator());
  }

  /** Brings an instance there; the answer is its business key. */
  private interface Way {
    Object bring(Team team);
  }
}
