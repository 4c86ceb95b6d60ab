package br.gov.sp.prefeitura.redeinfo.attendance;

import static org.assertj.core.api.Assertions.assertThat;

import br.gov.sp.prefeitura.redeinfo.attendance.domain.AttendanceDesk;
import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson.SignedIn;
import br.gov.sp.prefeitura.redeinfo.identity.Groups;
import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.network.Bond;
import br.gov.sp.prefeitura.redeinfo.network.Function;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.network.Persons;
import br.gov.sp.prefeitura.redeinfo.network.Persons.PersonDetails;
import br.gov.sp.prefeitura.redeinfo.support.AttendanceLife;
import br.gov.sp.prefeitura.redeinfo.support.IntegrationTest;
import br.gov.sp.prefeitura.redeinfo.support.StatementCounter;
import br.gov.sp.prefeitura.redeinfo.support.StatementCounter.Count;
import br.gov.sp.prefeitura.redeinfo.support.TestBodies;
import br.gov.sp.prefeitura.redeinfo.support.TestPeople;
import br.gov.sp.prefeitura.redeinfo.support.Visitor;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@IntegrationTest
@Tag("benchmark")
@DisplayName("What it costs to look at a sheet")
class AttendanceCostTest {

  private static final Logger log = LoggerFactory.getLogger(AttendanceCostTest.class);
  private static final int LOOKS = 40;
  private static final Duration BEARABLE = Duration.ofSeconds(30);

  @Autowired AttendanceLife life;
  @Autowired AttendanceDesk desk;
  @Autowired TestPeople people;
  @Autowired TestBodies bodies;
  @Autowired Persons persons;
  @Autowired TransactionTemplate transaction;
  @Autowired JdbcClient jdbc;

  @Test
  @DisplayName("of a hundred and of ten thousand people")
  void ofManyPeople() {
    Body body = bodies.make();
    List<Person> everybody =
        transaction.execute(
            status ->
                persons.registerAll(
                    IntStream.range(0, 10_000)
                        .mapToObj(
                            i ->
                                new PersonDetails(
                                    "Pessoa " + Integer.toString(i * 7919 % 10_007, 36),
                                    "medida" + i + "@" + body.mailDomains().get(0),
                                    Bond.EFETIVO,
                                    body.id(),
                                    null,
                                    null))
                        .toList()));
    Person coordinator = people.withFunction(Function.COORDINATION, "cgm");
    Visitor keeper = people.signIn(coordinator);
    SignedIn by =
        new SignedIn(
            coordinator.id(),
            coordinator.username(),
            coordinator.name(),
            Set.of(Groups.COORDINATION));
    long small = life.event(everybody.subList(0, 100));
    long[] large = new long[1];
    once("10,000 put on a sheet", () -> large[0] = life.event(everybody));
    jdbc.sql("ANALYZE attendance_entry").update();
    Person middle = everybody.get(5_000);
    for (String look : List.of("", "?after=" + middle.id(), "?q=pessoa+7z", "/changes.json")) {
      long few = median(keeper, "/attendance/" + small + look.replace("" + middle.id(), "0"));
      long many = median(keeper, "/attendance/" + large[0] + look);
      log.info("sheet{}: 100 people {} ms, 10,000 people {} ms", look, few, many);
      assertThat(many).as(look).isLessThan(few + 150);
    }
    once("10,000 marked present", () -> desk.markRest(large[0], AttendanceStatus.PRESENT, by));
    once("10,000 completed", () -> desk.complete(large[0], 0, by));
  }

  private static long median(Visitor keeper, String path) {
    long[] took = new long[LOOKS];
    for (int i = 0; i < LOOKS; i++) {
      long start = System.nanoTime();
      assertThat(keeper.get(path).statusCode()).isEqualTo(200);
      took[i] = Duration.ofNanos(System.nanoTime() - start).toMillis();
    }
    Arrays.sort(took);
    return took[LOOKS / 2];
  }

  private static void once(String what, Runnable work) {
    long start = System.nanoTime();
    Count count = StatementCounter.count(work);
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    log.info("{}: {} ms, {} statements", what, took.toMillis(), count.statements());
    assertThat(took).as(what).isLessThan(BEARABLE);
  }
}
