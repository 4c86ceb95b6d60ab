package br.gov.sp.prefeitura.redeinfo.nomination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.network.Bond;
import br.gov.sp.prefeitura.redeinfo.network.Function;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.network.Seat;
import br.gov.sp.prefeitura.redeinfo.network.Track;
import br.gov.sp.prefeitura.redeinfo.nomination.domain.SeatKey;
import br.gov.sp.prefeitura.redeinfo.support.Endurance;
import br.gov.sp.prefeitura.redeinfo.support.IntegrationTest;
import br.gov.sp.prefeitura.redeinfo.support.JavaProcess;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;

/**
 * The nominations are led to the point before their mandates here, where no job executor runs;
 * another process of the application on the same database grants them and is killed meanwhile.
 */
@Tag(Endurance.TAG)
@IntegrationTest
@DisplayName("A kill -9 while mandates are granted")
class GrantCrashTest {

  private static final int NOMINATIONS_PER_ROUND = 3;
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final List<SeatKey> SEATS =
      List.of(
          new SeatKey(Track.OPEN_GOVERNMENT, Seat.TITULAR),
          new SeatKey(Track.OPEN_GOVERNMENT, Seat.SUPLENTE));

  @Autowired AutowireCapableBeanFactory beans;
  @Autowired JdbcConnectionDetails database;
  @TempDir java.nio.file.Path temp;

  private NominationWorld world;
  private Person coordinator;

  @BeforeEach
  void setUp() {
    world = beans.createBean(NominationWorld.class);
    coordinator = world.appointed(world.body(), Function.COORDINATION);
  }

  @Test
  @DisplayName("leaves each approved nomination with exactly its mandates and notices")
  void grantsExactlyOnce() {
    List<Long> all = new ArrayList<>();
    Endurance.rounds(1, 20)
        .forEach(
            round -> {
              List<Long> ofRound = publish();
              all.addAll(ofRound);
              try (JavaProcess application = startApplication()) {
                awaitInForce(ofRound, 1 + round % NOMINATIONS_PER_ROUND);
                application.kill();
              }
            });
    try (JavaProcess application = startApplication()) {
      awaitInForce(all, all.size());
      await()
          .atMost(PATIENCE)
          .untilAsserted(() -> assertThat(all).noneMatch(id -> world.instance(id) != null));
      application.terminate();
    }
    assertThat(all).allSatisfy(this::assertGrantedOnce);
  }

  /** Nominations whose publication is recorded: the next step, a job, grants the mandates. */
  private List<Long> publish() {
    List<Body> bodies = Stream.generate(world::body).limit(NOMINATIONS_PER_ROUND).toList();
    long round = world.openRound(coordinator, Set.of(Track.OPEN_GOVERNMENT), bodies);
    List<Long> nominations = bodies.stream().map(body -> lead(round, body)).toList();
    nominations.forEach(
        id -> {
          Task task = world.task(id, "userTask_RecordPublication");
          world.inbox.claim(task.getId(), coordinator.username());
          world.inbox.complete(task.getId(), coordinator.username(), world.publication());
        });
    return nominations;
  }

  private long lead(long round, Body body) {
    long id = world.nominationOf(round, body);
    Person head = world.appointed(body, Function.HEAD);
    world.complete(
        id,
        "userTask_IndicateServants",
        world.appointed(body, Function.OFFICE),
        NominationWorld.together(
            NominationWorld.typed(SEATS.get(0), body, "ana", Bond.EFETIVO),
            NominationWorld.typed(SEATS.get(1), body, "bia", Bond.COMISSIONADO)));
    for (Task task : world.tasksOf(id, "userTask_AcceptNomination")) {
      Person nominee = world.persons.findByUsername(task.getAssignee()).orElseThrow();
      world.complete(task, nominee, Map.of("answer", "accept"));
    }
    world.complete(id, "userTask_ApproveNomination", head, Map.of("choice", "approve"));
    world.complete(id, "userTask_ValidateNomination", coordinator, Map.of("check", "valid"));
    return id;
  }

  private JavaProcess startApplication() {
    return JavaProcess.startApplication(
        "--server.port=0",
        "--spring.datasource.url=" + database.getJdbcUrl(),
        "--spring.datasource.username=" + database.getUsername(),
        "--spring.datasource.password=" + database.getPassword(),
        "--rede-info.embedded-database.directory=" + temp,
        "--rede-info.notification.dispatch=false",
        // What a killed node had locked is free again soon.
        "--camunda.bpm.job-execution.lock-time-in-millis=2000",
        "--camunda.bpm.job-execution.wait-time-in-millis=200",
        "--camunda.bpm.job-execution.max-wait=500");
  }

  private void awaitInForce(List<Long> nominations, int count) {
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(5))
        .until(() -> inForce(nominations) >= count);
  }

  private long inForce(List<Long> nominations) {
    return world
        .jdbc
        .sql("SELECT count(*) FROM nomination WHERE id IN (:ids) AND state = 'IN_FORCE'")
        .param("ids", nominations)
        .query(Long.class)
        .single();
  }

  private void assertGrantedOnce(long nominationId) {
    long body = world.details(nominationId).nomination().bodyId();
    assertThat(
            world
                .jdbc
                .sql(
                    """
                    SELECT track || ' ' || seat FROM appointment
                    WHERE body_id = :body AND function = 'FOCAL_POINT'
                    """)
                .param("body", body)
                .query(String.class)
                .list())
        .containsExactlyInAnyOrderElementsOf(
            SEATS.stream().map(seat -> seat.track() + " " + seat.seat()).toList());
    assertThat(noticesOf("nomination-mandate", nominationId)).isEqualTo(SEATS.size());
    // The office, the head, and every coordinator.
    assertThat(noticesOf("nomination-granted", nominationId)).isEqualTo(2 + coordinators());
    assertThat(
            world
                .jdbc
                .sql(
                    "SELECT count(*) FROM act_ru_incident WHERE proc_def_id_ LIKE :process"
                        + " AND activity_id_ = 'serviceTask_GrantMandates'")
                .param("process", "nomination-approval:%")
                .query(Long.class)
                .single())
        .isZero();
  }

  private long noticesOf(String event, long nominationId) {
    return world
        .jdbc
        .sql("SELECT count(*) FROM notice WHERE template = :event AND path = :path")
        .param("event", event)
        .param("path", "/nominations/" + nominationId)
        .query(Long.class)
        .single();
  }

  private long coordinators() {
    return world
        .jdbc
        .sql(
            """
            SELECT count(DISTINCT person_id) FROM appointment
            WHERE function = 'COORDINATION' AND valid_from <= :today
              AND (valid_to IS NULL OR valid_to >= :today)
            """)
        .param("today", world.today())
        .query(Long.class)
        .single();
  }
}
