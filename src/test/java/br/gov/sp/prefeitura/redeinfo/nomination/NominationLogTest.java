package br.gov.sp.prefeitura.redeinfo.nomination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import br.gov.sp.prefeitura.redeinfo.network.Appointment;
import br.gov.sp.prefeitura.redeinfo.network.Appointment.EndReason;
import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.network.Bond;
import br.gov.sp.prefeitura.redeinfo.network.Function;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.network.Seat;
import br.gov.sp.prefeitura.redeinfo.network.Track;
import br.gov.sp.prefeitura.redeinfo.nomination.domain.SeatKey;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.support.IntegrationTest;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.dao.DuplicateKeyException;

@IntegrationTest
@DisplayName("The log of a nomination")
class NominationLogTest {

  private static final SeatKey TITULAR = new SeatKey(Track.OPEN_GOVERNMENT, Seat.TITULAR);

  @Autowired AutowireCapableBeanFactory beans;

  private final ListAppender<ILoggingEvent> log = new ListAppender<>();
  private NominationWorld world;

  @BeforeEach
  void listen() {
    world = beans.createBean(NominationWorld.class);
    log.start();
    root().addAppender(log);
    root().info("The test listens");
  }

  @AfterEach
  void stopListening() {
    root().detachAppender(log);
  }

  @Test
  @DisplayName(
      "says nothing of the people in it to the end of its life, whether steps succeed or are refused")
  void namesNobody() {
    Body body = world.body();
    Person coordinator = world.appointed(body, Function.COORDINATION);
    Person office = world.appointed(body, Function.OFFICE);
    Person head = world.appointed(body, Function.HEAD);
    long id =
        world.nominationOf(
            world.openRound(coordinator, Set.of(Track.OPEN_GOVERNMENT), List.of(body)), body);

    Map<String, Object> typed = NominationWorld.typed(TITULAR, body, "zulmira", Bond.EFETIVO);
    Map<String, Object> elsewhere = new HashMap<>(typed);
    elsewhere.put(TITULAR.prefix() + "Email", "zulmira@outro-lugar.example");
    assertThatThrownBy(() -> world.complete(id, "userTask_IndicateServants", office, elsewhere))
        .isInstanceOf(Refusal.class);
    world.complete(id, "userTask_IndicateServants", office, typed);
    Task acceptance = world.task(id, "userTask_AcceptNomination");
    Person nominee = world.nominee(body, "zulmira");
    world.complete(acceptance, nominee, Map.of("answer", "accept"));
    world.complete(id, "userTask_ApproveNomination", head, Map.of("choice", "approve"));
    world.complete(id, "userTask_ValidateNomination", coordinator, Map.of("check", "valid"));
    Map<String, Object> wrongAct = new HashMap<>(world.publication());
    wrongAct.put("actNumber", "portaria de Zulmira");
    assertThatThrownBy(
            () -> world.complete(id, "userTask_RecordPublication", coordinator, wrongAct))
        .isInstanceOf(Refusal.class);
    world.complete(id, "userTask_RecordPublication", coordinator, world.publication());
    assertThat(world.state(id)).isEqualTo(NominationState.IN_FORCE);
    Appointment mandate =
        world.appointments.ofPerson(nominee.id(), world.today()).stream().findFirst().orElseThrow();
    world.appointments.end(mandate.id(), world.today().minusDays(1), EndReason.RESIGNED, null);
    world.runJobs();
    assertThat(world.state(id)).isEqualTo(NominationState.CLOSED);
    long successor = world.nominationForVacancy(mandate.id());
    world.commands.withdraw(successor, world.signedIn(office), "Zulmira volta em breve");
    world.runJobs();
    assertThat(world.state(successor)).isEqualTo(NominationState.CLOSED);

    assertNobodyIsNamed(
        "zulmira",
        nominee.name(),
        nominee.email(),
        head.email(),
        office.email(),
        coordinator.email(),
        "outro-lugar",
        typed.get(TITULAR.prefix() + "Identifier").toString(),
        typed.get(TITULAR.prefix() + "Why").toString());
  }

  @Test
  @DisplayName("does not repeat the values that a constraint of the database refused")
  void constraintsDoNotQuote() {
    Person person = world.person(world.body());

    assertThatThrownBy(
            () ->
                world
                    .jdbc
                    .sql(
                        """
                        INSERT INTO person (username, name, email, bond, body_id, created_at)
                        SELECT username, name, email, bond, body_id, created_at FROM person WHERE id = :id
                        """)
                    .param("id", person.id())
                    .update())
        .isInstanceOf(DuplicateKeyException.class)
        .satisfies(
            thrown ->
                assertThat(thrown.toString()).doesNotContain(person.email(), person.username()));
  }

  private void assertNobodyIsNamed(String... personal) {
    assertThat(log.list).isNotEmpty();
    assertThat(log.list)
        .extracting(
            event ->
                event.getFormattedMessage()
                    + (event.getThrowableProxy() == null
                        ? ""
                        : ThrowableProxyUtil.asString(event.getThrowableProxy())))
        .allSatisfy(line -> assertThat(line).doesNotContainIgnoringCase(personal));
  }

  private static Logger root() {
    return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  }
}
