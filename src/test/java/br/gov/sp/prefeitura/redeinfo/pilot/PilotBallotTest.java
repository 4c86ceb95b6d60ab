package br.gov.sp.prefeitura.redeinfo.pilot;

import static br.gov.sp.prefeitura.redeinfo.pilot.process.PilotProjectProcess.TASK_RESOLVE_BALLOT;
import static br.gov.sp.prefeitura.redeinfo.pilot.process.PilotProjectProcess.TASK_REVIEW;
import static br.gov.sp.prefeitura.redeinfo.pilot.process.PilotProjectProcess.TASK_VOTE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import br.gov.sp.prefeitura.redeinfo.network.Appointments;
import br.gov.sp.prefeitura.redeinfo.network.Function;
import br.gov.sp.prefeitura.redeinfo.network.Holdings;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.Ballot;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.Ballot.Choices;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.Ballot.Outcome;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.Ballot.Tally;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.Ballot.Vote;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.BallotQueries;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.BallotService;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.ElectorVote;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.PilotAccess.View;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.ReviewQueries;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import br.gov.sp.prefeitura.redeinfo.support.Endurance;
import br.gov.sp.prefeitura.redeinfo.support.IntegrationTest;
import br.gov.sp.prefeitura.redeinfo.support.NominationLife;
import br.gov.sp.prefeitura.redeinfo.support.PilotLife;
import br.gov.sp.prefeitura.redeinfo.support.PilotLife.Team;
import br.gov.sp.prefeitura.redeinfo.support.TasklistClient;
import br.gov.sp.prefeitura.redeinfo.support.TestPeople;
import br.gov.sp.prefeitura.redeinfo.workflow.TaskInbox;
import br.gov.sp.prefeitura.redeinfo.workflow.TaskInbox.OpenTask;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@IntegrationTest
@DisplayName("The committee's vote on a pilot")
class PilotBallotTest {

  @Autowired PilotLife pilots;
  @Autowired TestPeople people;
  @Autowired NominationLife network;
  @Autowired BallotService service;
  @Autowired BallotQueries ballots;
  @Autowired ReviewQueries reviews;
  @Autowired Appointments appointments;
  @Autowired TaskInbox inbox;
  @Autowired List<Holdings> holdings;
  @Autowired JdbcClient jdbc;
  @Autowired Clock clock;

  private Team team;

  static IntStream rounds() {
    return Endurance.rounds(2, 100);
  }

  @BeforeEach
  void somebodyHasAnIdea() {
    team = pilots.team();
  }

  @ParameterizedTest(name = "round {0}")
  @MethodSource("rounds")
  @Tag(Endurance.TAG)
  @DisplayName("counts ten voters at the same moment once each, a double click included")
  void tenAtOnce(int round) throws Exception {
    List<Person> committee = pilots.committee(10);
    long id = pilots.inVote(team, committee);
    List<Callable<HttpResponse<String>>> votes = new ArrayList<>();
    for (Person elector : committee) {
      TasklistClient tasklist = new TasklistClient(people.signIn(elector));
      String task = pilots.ballotPaper(id, elector).id();
      int copies = elector.equals(committee.get(0)) ? 2 : 1;
      for (int i = 0; i < copies; i++) {
        votes.add(() -> tasklist.submit(task, Map.of("vote", "FOR")));
      }
    }

    List<HttpResponse<String>> answers = atOnce(votes);

    assertThat(answers).filteredOn(answer -> answer.statusCode() == 204).hasSize(10);
    assertThat(answers)
        .filteredOn(answer -> answer.statusCode() != 204)
        .singleElement()
        .satisfies(
            refused -> {
              assertThat(refused.statusCode()).isBetween(400, 499);
              assertThat(refused.body()).doesNotContain("Exception", "camunda");
            });
    pilots.runJobs();
    pilots.expect(id, PilotState.APPROVED);
    assertThat(ballot(id).tally()).isEqualTo(new Tally(10, 10, 0, 0, new Choices(10, 0, 0)));
  }

  @ParameterizedTest(name = "round {0}")
  @MethodSource("rounds")
  @Tag(Endurance.TAG)
  @DisplayName("follows one review, also when two review at the same moment")
  void twoReviewers(int round) throws Exception {
    Person other = people.withFunction(Function.COORDINATION, "seri");
    long id = pilots.endorsed(team);
    String task = pilots.task(id, TASK_REVIEW).id();
    List<Callable<HttpResponse<String>>> reviewers = new ArrayList<>();
    for (Person reviewer : List.of(team.coordinator(), other)) {
      TasklistClient tasklist = new TasklistClient(people.signIn(reviewer));
      reviewers.add(
          () -> {
            HttpResponse<String> claimed = tasklist.claim(task);
            return claimed.statusCode() == 204
                ? tasklist.submit(task, PilotLife.forwarding())
                : claimed;
          });
    }

    List<HttpResponse<String>> answers = atOnce(reviewers);

    assertThat(answers)
        .extracting(HttpResponse::statusCode)
        .containsOnlyOnce(204)
        .allMatch(status -> status == 204 || status == 409 || status == 404);
    assertThat(answers).allSatisfy(a -> assertThat(a.body()).doesNotContain("Exception"));
    assertThat(reviews.of(id, View.ALL)).hasSize(1);
    pilots.runJobs();
    pilots.expect(id, PilotState.IN_VOTE);
  }

  @Test
  @DisplayName("takes no vote after its deadline, also before the timer has fired")
  void afterTheDeadline() {
    List<Person> committee = pilots.committee(2);
    long id = pilots.inVote(team, committee);
    pilots.at(
        ballot(id).deadline(),
        () ->
            assertThatThrownBy(() -> pilots.voteOnly(id, committee.get(0), "FOR"))
                .isInstanceOf(Refusal.class)
                .hasMessage("pilot.ballot-over"));
    assertThat(ballot(id).tally().cast()).isZero();
    pilots.at(
        ballot(id).deadline().minusSeconds(1), () -> pilots.voteOnly(id, committee.get(0), "FOR"));
    pilots.fire(id, "boundaryEvent_BallotDeadline");

    pilots.expect(id, PilotState.APPROVED);
    assertThat(ballot(id)).returns(1, Ballot::quorum).returns(1, ballot -> ballot.tally().silent());
    assertThatThrownBy(
            () -> service.vote(id, Vote.AGAINST, "Tarde.", pilots.signedIn(committee.get(1))))
        .hasMessage("pilot.ballot-over");
  }

  @Test
  @DisplayName("goes on without a member who leaves before voting, and is decided by the others")
  void leavesBefore() {
    List<Person> committee = pilots.committee(3);
    Person leaving = committee.get(2);
    long id = pilots.inVote(team, committee);
    pilots.vote(id, committee.get(0), "FOR");
    pilots.vote(id, committee.get(1), "FOR");
    assertThat(heldBy(leaving)).contains("pilot.holding.vote /pilots/" + id);

    pilots.leaves(leaving);
    pilots.runJobs();

    pilots.expect(id, PilotState.APPROVED);
    assertThat(ballot(id).tally()).isEqualTo(new Tally(3, 2, 0, 1, new Choices(2, 0, 0)));
    assertThat(ballots.votes(ballot(id), View.ALL))
        .filteredOn(vote -> vote.personId() == leaving.id())
        .singleElement()
        .returns(null, ElectorVote::vote)
        .matches(vote -> vote.leftAt() != null);
  }

  @Test
  @DisplayName("keeps the vote of a member who leaves after voting")
  void leavesAfterwards() {
    List<Person> committee = pilots.committee(2);
    long id = pilots.inVote(team, committee);
    pilots.vote(id, committee.get(0), "FOR");
    assertThat(heldBy(committee.get(0))).doesNotContain("pilot.holding.vote /pilots/" + id);
    pilots.leaves(committee.get(0));
    pilots.vote(id, committee.get(1), "ABSTAIN");

    pilots.expect(id, PilotState.APPROVED);
    assertThat(ballot(id).tally()).isEqualTo(new Tally(2, 2, 0, 0, new Choices(1, 0, 1)));
  }

  @Test
  @DisplayName("takes no vote of somebody whose time in the committee is over, announced or not")
  void notOfTheCommitteeAnyMore() {
    Person elector = pilots.committee(1).get(0);
    long id = pilots.inVote(team, List.of(elector));
    jdbc.sql(
            """
            UPDATE appointment SET valid_to = valid_from - 1
             WHERE person_id = ? AND function = 'CIGA'
            """)
        .param(elector.id())
        .update();

    assertThatThrownBy(() -> pilots.voteOnly(id, elector, "FOR"))
        .isInstanceOf(Refusal.class)
        .hasMessage("pilot.no-elector");
    pilots.fire(id, "boundaryEvent_BallotDeadline");
    assertThat(ballot(id).tally()).isEqualTo(new Tally(1, 0, 0, 1, new Choices(0, 0, 0)));
    pilots.expect(id, PilotState.UNDECIDED);
  }

  @ParameterizedTest(name = "round {0}")
  @MethodSource("rounds")
  @Tag(Endurance.TAG)
  @DisplayName("comes to an end when some leave while others vote, and one does both at once")
  void leavingMeetsVoting(int round) throws Exception {
    List<Person> committee = pilots.committee(5);
    Person both = committee.get(4);
    long id = pilots.inVote(team, committee);
    List<Callable<Boolean>> steps = new ArrayList<>();
    for (Person voting : List.of(committee.get(0), committee.get(1), both)) {
      steps.add(() -> succeeds(() -> pilots.voteOnly(id, voting, "FOR")));
    }
    for (Person leaving : List.of(committee.get(2), committee.get(3), both)) {
      steps.add(() -> succeeds(() -> pilots.leaves(leaving)));
    }

    List<Boolean> done = atOnce(steps);
    pilots.runJobs();

    assertThat(done.subList(0, 2)).containsOnly(true);
    assertThat(done.subList(3, 6)).containsOnly(true);
    pilots.expect(id, PilotState.APPROVED);
    int voted = done.get(2) ? 3 : 2;
    assertThat(ballot(id).tally())
        .isEqualTo(new Tally(5, voted, 0, 5 - voted, new Choices(voted, 0, 0)));
  }

  /** Whether it was done; nothing but a refusal may be in its way. */
  private static boolean succeeds(Runnable step) {
    try {
      step.run();
      return true;
    } catch (Refusal | NoSuchElementException e) {
      return false;
    }
  }

  @Test
  @DisplayName("is nobody's who joins the committee later, and nobody inherits one")
  void joinsLater() {
    List<Person> committee = pilots.committee(1);
    long id = pilots.inVote(team, committee);
    Person later = pilots.committee(1).get(0);

    assertThatThrownBy(() -> service.vote(id, Vote.FOR, null, pilots.signedIn(later)))
        .isInstanceOf(Refusal.class)
        .hasMessage("pilot.no-elector");
    assertThat(new TasklistClient(people.signIn(later)).tasks(String.valueOf(id))).isEmpty();
  }

  @Test
  @DisplayName("leaves whoever declares a conflict of interest out, of the quorum's base as well")
  void conflictOfInterest() {
    List<Person> committee = pilots.committee(5);
    long id = pilots.inVote(team, committee);
    assertThat(ballot(id).quorum()).isEqualTo(3);
    pilots.vote(id, committee.get(0), "CONFLICT");
    pilots.vote(id, committee.get(1), "FOR");
    pilots.vote(id, committee.get(2), "FOR");
    pilots.fire(id, "boundaryEvent_BallotDeadline");

    pilots.expect(id, PilotState.APPROVED);
    assertThat(ballot(id))
        .returns(2, Ballot::quorum)
        .returns(new Tally(5, 2, 1, 0, new Choices(2, 0, 0)), Ballot::tally);
  }

  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource({
    "FOR FOR AGAINST, APPROVED, APPROVED",
    "FOR AGAINST ABSTAIN, TIE, UNDECIDED",
    "ABSTAIN ABSTAIN ABSTAIN, TIE, UNDECIDED",
    "CONFLICT CONFLICT CONFLICT, NO_QUORUM, UNDECIDED",
    "FOR CONFLICT CONFLICT, APPROVED, APPROVED",
    "AGAINST ABSTAIN ABSTAIN, REJECTED, REJECTED"
  })
  @DisplayName("is decided by those for and against, of those who may vote")
  void outcomes(String votes, Outcome outcome, PilotState state) {
    String[] each = votes.split(" ");
    List<Person> committee = pilots.committee(each.length);
    long id = pilots.inVote(team, committee);
    for (int i = 0; i < each.length; i++) {
      pilots.vote(id, committee.get(i), each[i]);
    }

    pilots.expect(id, state);
    assertThat(ballot(id).outcome()).isEqualTo(outcome);
  }

  @Test
  @DisplayName("has no quorum when nobody is of the committee, and comes to the coordination")
  void nobody() {
    long id = pilots.endorsed(team);
    pilots.forward(id, team, List.of());

    pilots.expect(id, PilotState.UNDECIDED);
    assertThat(ballot(id))
        .returns(Outcome.NO_QUORUM, Ballot::outcome)
        .returns(0, ballot -> ballot.tally().asked());
  }

  @Test
  @DisplayName("has no casting vote of whoever submitted the proposal")
  void noCastingVoteOfOnesOwn() {
    Person both = people.withFunction(Function.COORDINATION, team.body().slug());
    network.appoint(both, Function.OFFICE, team.body());
    List<Person> committee = pilots.committee(1);
    long id = pilots.draft(team);
    pilots.submit(id, both);
    pilots.answer(id, "userTask_EndorsePilot", team.head(), Map.of("endorsement", "endorse"));
    assertThatThrownBy(() -> pilots.answer(id, TASK_REVIEW, both, PilotLife.forwarding()))
        .hasMessage("pilot.own-proposal");
    inbox.putBack(pilots.task(id, TASK_REVIEW).id());
    pilots.forward(id, team, committee);
    pilots.vote(id, committee.get(0), "ABSTAIN");

    assertThatThrownBy(
            () ->
                pilots.answer(
                    id,
                    TASK_RESOLVE_BALLOT,
                    both,
                    Map.of("resolution", "approve", "resolutionReason", "Quero.")))
        .isInstanceOf(Refusal.class)
        .hasMessage("pilot.own-proposal");
    pilots.expect(id, PilotState.UNDECIDED);
  }

  @Test
  @DisplayName("stays secret while it is open, and afterwards is read by those who may")
  void secrecy() {
    List<Person> committee = pilots.committee(2);
    long id = pilots.inVote(team, committee);
    pilots.vote(id, committee.get(0), "AGAINST");

    for (View view : View.values()) {
      assertThat(ballots.of(id, view))
          .allSatisfy(ballot -> assertThat(ballot.tally().choices()).isNull());
      ballots
          .latest(id, view)
          .ifPresent(
              ballot ->
                  assertThat(ballots.votes(ballot, view))
                      .allSatisfy(vote -> assertThat(vote.vote()).isNull()));
    }
    assertThat(ballots.votes(ballots.latest(id, View.COMMITTEE).orElseThrow(), View.COMMITTEE))
        .isEmpty();
    pilots.vote(id, committee.get(1), "AGAINST");

    Ballot over = ballot(id);
    assertThat(ballots.votes(over, View.COMMITTEE))
        .extracting(ElectorVote::vote)
        .containsExactly(Vote.AGAINST, Vote.AGAINST);
    for (View view : List.of(View.PUBLIC, View.PARTNER, View.LEAD_BODY)) {
      assertThat(ballots.of(id, view)).singleElement().isEqualTo(over);
      assertThat(ballots.votes(over, view)).isEmpty();
    }
    assertThat(ballots.of(id, View.NONE)).isEmpty();
  }

  @Test
  @DisplayName("shows electors opinion and internal note, but not to those of the lead body")
  void whatElectorsRead() {
    Person outside = pilots.committee(1).get(0);
    Person inside = pilots.committee(1).get(0);
    network.appoint(inside, Function.VOLUNTEER, team.body());
    long id = pilots.inVote(team, List.of(outside, inside));

    Map<String, JsonNode> read = form(id, outside);
    assertThat(read.get("opinion").asText()).isEqualTo("Proposta clara e viável.");
    assertThat(read.get("internalNote").asText()).contains("Conferir o orçamento");
    assertThat(read.get("problem").asText()).contains("podada");
    assertThat(read.get("milestones").toString()).contains("Publicar o mapa");
    assertThat(read).doesNotContainKeys("votes", "inFavour");
    assertThat(form(id, inside).get("opinion").asText()).isEqualTo("Proposta clara e viável.");
    assertThat(form(id, inside).get("internalNote").asText()).isEmpty();

    pilots.vote(id, outside, "AGAINST");
    assertThat(form(id, inside).toString()).doesNotContain("mapa parecido");
    pilots.vote(id, inside, "FOR");
    Map<String, JsonNode> resolve =
        new TasklistClient(people.signIn(team.coordinator()))
            .formVariables(pilots.task(id, TASK_RESOLVE_BALLOT).id());
    assertThat(resolve.get("outcome").asText()).isEqualTo("empate");
    assertThat(resolve.get("votes").toString())
        .contains(outside.name(), inside.name(), "mapa parecido");
  }

  private Map<String, JsonNode> form(long id, Person elector) {
    return new TasklistClient(people.signIn(elector))
        .formVariables(pilots.ballotPaper(id, elector).id());
  }

  @Test
  @DisplayName("is the elector's own: nobody else may take it on, complete it or give it away")
  void nobodyElse() {
    Person elector = pilots.committee(1).get(0);
    long id = pilots.inVote(team, List.of(elector));
    OpenTask paper = pilots.ballotPaper(id, elector);
    Person colleague = pilots.committee(1).get(0);
    for (Person other : List.of(colleague, team.coordinator(), team.member())) {
      TasklistClient tasklist = new TasklistClient(people.signIn(other));
      assertThat(tasklist.claim(paper.id()).statusCode()).isBetween(400, 499);
      assertThat(tasklist.submit(paper.id(), Map.of("vote", "FOR")).statusCode())
          .isBetween(400, 499);
    }
    assertThat(pilots.ballotPaper(id, elector).key()).isEqualTo(TASK_VOTE);
    assertThat(ballot(id).tally().cast()).isZero();
  }

  private Ballot ballot(long id) {
    return ballots.latest(id, View.ALL).orElseThrow();
  }

  private List<String> heldBy(Person person) {
    LocalDate today = SaoPaulo.today(clock);
    return appointments.ofPerson(person.id(), today).stream()
        .flatMap(
            appointment ->
                holdings.stream().flatMap(module -> module.heldThrough(appointment).stream()))
        .map(holding -> holding.messageKey() + " " + holding.path())
        .toList();
  }

  private static <T> List<T> atOnce(List<Callable<T>> steps) throws Exception {
    CyclicBarrier start = new CyclicBarrier(steps.size());
    ExecutorService threads = Executors.newFixedThreadPool(steps.size());
    try {
      List<Callable<T>> waiting = new ArrayList<>();
      for (Callable<T> step : steps) {
        waiting.add(
            () -> {
              start.await();
              return step.call();
            });
      }
      List<T> answers = new ArrayList<>();
      for (Future<T> running : threads.invokeAll(waiting)) {
        answers.add(running.get());
      }
      return answers;
    } finally {
      threads.shutdownNow();
    }
  }
}
