package br.gov.sp.prefeitura.redeinfo.nomination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.network.Function;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.network.Track;
import br.gov.sp.prefeitura.redeinfo.nomination.NominationRounds.NewRound;
import br.gov.sp.prefeitura.redeinfo.nomination.NominationRounds.RoundOpened;
import br.gov.sp.prefeitura.redeinfo.nomination.domain.HumanStep;
import br.gov.sp.prefeitura.redeinfo.nomination.domain.NominationLine;
import br.gov.sp.prefeitura.redeinfo.nomination.domain.NominationLists;
import br.gov.sp.prefeitura.redeinfo.nomination.domain.RoundQueries;
import br.gov.sp.prefeitura.redeinfo.nomination.domain.RoundQueries.RoundOverview;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.support.IntegrationTest;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

@IntegrationTest
@DisplayName("A nomination round")
class NominationRoundTest {

  private static final Set<Track> BOTH = Set.of(Track.ACCESS_TO_INFORMATION, Track.OPEN_GOVERNMENT);

  @Autowired AutowireCapableBeanFactory beans;
  @Autowired RoundQueries queries;
  @Autowired NominationLists lists;

  private NominationWorld world;
  private Person coordinator;

  @BeforeEach
  void setUp() {
    world = beans.createBean(NominationWorld.class);
    coordinator = world.appointed(world.body(), Function.COORDINATION);
  }

  @Test
  @DisplayName("of 80 bodies goes on when one of them fails, and a retry heals that one")
  void eightyBodies() throws Exception {
    List<Body> asked = IntStream.range(0, 80).mapToObj(i -> world.body()).toList();
    long round = open(BOTH, asked).roundId();
    long broken = world.nominationOf(round, asked.get(17));
    setBody(broken, -1);

    runJobsAndLetThemFail();

    RoundOverview overview = queries.overview(round);
    assertThat(overview.total()).isEqualTo(80);
    assertThat(overview.started()).isEqualTo(79);
    assertThat(overview.failed()).isEqualTo(1);
    assertThat(overview.count(NominationState.DRAFT)).isEqualTo(80);

    setBody(broken, asked.get(17).id());
    world.commands.retry(broken, world.signedIn(coordinator));
    world.runJobs();
    assertThat(queries.overview(round).started()).isEqualTo(80);
    assertThat(queries.overview(round).failed()).isZero();

    List<NominationLine> page = lists.ofRound(round, null, null, null, 30);
    assertThat(page).hasSize(30);
    List<NominationLine> next = lists.ofRound(round, null, null, page.get(29).nominationId(), 100);
    assertThat(next).hasSize(50);
    NominationLine line = next.get(0);
    assertThat(line.asked()).isEqualTo(4);
    assertThat(line.isIncomplete()).isTrue();
    assertThat(line.waitingFor())
        .singleElement()
        .satisfies(
            task -> {
              assertThat(task.step()).isEqualTo(HumanStep.INDICATE);
              assertThat(task.groupIds()).containsExactly(line.body().slug() + ".office");
              assertThat(task.overdue()).isFalse();
            });
  }

  @Test
  @DisplayName("leaves out a body whose seats an open nomination covers, and says so")
  void skipsCoveredBodies() {
    Body covered = world.body();
    Body free = world.body();
    open(Set.of(Track.OPEN_GOVERNMENT), List.of(covered));

    RoundOpened second = open(BOTH, List.of(covered, free));

    assertThat(second.asked()).isEqualTo(1);
    assertThat(second.skippedBodyIds()).containsExactly(covered.id());
    assertThat(queries.overview(second.roundId()).skipped())
        .extracting(Body::id)
        .containsExactly(covered.id());
    assertThatThrownBy(() -> open(BOTH, List.of(covered)))
        .isInstanceOf(Refusal.class)
        .hasMessage("nomination.round-all-covered");
  }

  @Test
  @DisplayName("opened by two coordinators at once asks each body once")
  void openedTwiceAtOnce() throws Exception {
    List<Body> asked = List.of(world.body(), world.body());
    CyclicBarrier together = new CyclicBarrier(2);
    Callable<Object> opener =
        () -> {
          together.await();
          try {
            return open(BOTH, asked);
          } catch (Refusal refusal) {
            return refusal;
          }
        };
    ExecutorService two = Executors.newFixedThreadPool(2);
    try {
      List<Future<Object>> results = two.invokeAll(List.of(opener, opener));
      List<Object> outcomes = Stream.of(results.get(0).get(), results.get(1).get()).toList();
      assertThat(outcomes).filteredOn(RoundOpened.class::isInstance).hasSize(1);
      assertThat(outcomes)
          .filteredOn(Refusal.class::isInstance)
          .singleElement()
          .satisfies(
              refusal -> assertThat(((Refusal) refusal).kind()).isEqualTo(Refusal.Kind.CONFLICT));
    } finally {
      two.shutdownNow();
    }
    assertThat(
            world
                .jdbc
                .sql("SELECT count(*) FROM nomination WHERE body_id = ANY (:ids)")
                .param("ids", asked.stream().map(Body::id).toArray(Long[]::new))
                .query(Integer.class)
                .single())
        .isEqualTo(2);
  }

  @Test
  @DisplayName("is refused with every broken rule named next to its field")
  void refusedInput() {
    Refusal refusal =
        catchThrowableOfType(
            Refusal.class,
            () ->
                world.rounds.open(
                    new NewRound(" ", Set.of(), List.of(), world.today(), "x".repeat(1001)),
                    world.signedIn(coordinator)));
    assertThat(refusal.violations())
        .extracting(violation -> violation.field())
        .containsExactlyInAnyOrder("name", "note", "tracks", "deadline", "bodyIds");
    Person office = world.appointed(world.body(), Function.OFFICE);
    assertThatThrownBy(
            () ->
                world.rounds.open(
                    new NewRound("R", BOTH, List.of(1L), world.today().plusDays(9), null),
                    world.signedIn(office)))
        .hasMessage("nomination.coordination-only");
  }

  @Test
  @DisplayName("reminds by hand each task at most once a working day")
  void remindsOnce() {
    Body body = world.body();
    Person office = world.appointed(body, Function.OFFICE);
    long round = world.openRound(coordinator, BOTH, List.of(body, world.body()));
    List<Long> ids =
        lists.ofRound(round, null, null, null, 10).stream()
            .map(NominationLine::nominationId)
            .toList();

    assertThat(world.commands.remind(ids, world.signedIn(coordinator))).isEqualTo(1);
    assertThat(world.commands.remind(ids, world.signedIn(coordinator))).isZero();
    assertThat(world.subjectsTo(office))
        .filteredOn(subject -> subject.startsWith("Lembrete: Indicar servidores"))
        .hasSize(1);
  }

  private RoundOpened open(Set<Track> tracks, List<Body> asked) {
    return world.rounds.open(
        new NewRound(
            "Rodada de teste",
            tracks,
            asked.stream().map(Body::id).toList(),
            world.workingDays.plus(world.today(), 15),
            "Por favor, indiquem."),
        world.signedIn(coordinator));
  }

  private void setBody(long nominationId, long bodyId) {
    world
        .jdbc
        .sql("UPDATE nomination SET body_id = :body WHERE id = :id")
        .param("body", bodyId)
        .param("id", nominationId)
        .update();
  }

  /** As the job executor does: a job that fails is tried again until its retries are used up. */
  private void runJobsAndLetThemFail() {
    for (List<Job> jobs = waiting(); !jobs.isEmpty(); jobs = waiting()) {
      for (Job job : jobs) {
        try {
          world.management.executeJob(job.getId());
        } catch (RuntimeException expected) {
          assertThat(job.getRetries()).isPositive();
        }
      }
    }
  }

  private List<Job> waiting() {
    return world.management.createJobQuery().messages().withRetriesLeft().list();
  }
}
