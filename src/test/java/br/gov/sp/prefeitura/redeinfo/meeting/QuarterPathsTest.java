package br.gov.sp.prefeitura.redeinfo.meeting;

import static br.gov.sp.prefeitura.redeinfo.support.MeetingWorld.QUARTER;
import static org.assertj.core.api.Assertions.assertThat;

import br.gov.sp.prefeitura.redeinfo.meeting.MeetingEvents.MeetingFellThrough;
import br.gov.sp.prefeitura.redeinfo.meeting.MeetingEvents.MeetingHeld;
import br.gov.sp.prefeitura.redeinfo.meeting.MeetingEvents.MeetingPlanned;
import br.gov.sp.prefeitura.redeinfo.meeting.domain.Quarter;
import br.gov.sp.prefeitura.redeinfo.meeting.domain.QuarterState;
import br.gov.sp.prefeitura.redeinfo.meeting.domain.Quarters;
import br.gov.sp.prefeitura.redeinfo.network.Function;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import br.gov.sp.prefeitura.redeinfo.support.EveryPathTest;
import br.gov.sp.prefeitura.redeinfo.support.MeetingWorld;
import br.gov.sp.prefeitura.redeinfo.support.TestPeople;
import br.gov.sp.prefeitura.redeinfo.workflow.TaskInbox;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalTime;
import java.time.Year;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Walks every path of the model, with rows of meetings that have no process of their own. Each test
 * has a year of its own, far away.
 */
@EveryPathTest
@DisplayName("A quarter")
public class QuarterPathsTest {

  private static final String TASK = "userTask_ConveneQuarter";
  private static final Map<String, Object> WAIVER = Map.of("reason", "Ano de transição.");

  @Autowired MeetingWorld meetings;
  @Autowired Quarters quarters;
  @Autowired TestPeople people;
  @Autowired TaskInbox inbox;
  @Autowired ApplicationEventPublisher publisher;
  @Autowired TransactionTemplate transaction;
  @Autowired JdbcClient jdbc;

  private Person coordinator;

  @BeforeEach
  void coordinationIsThere() {
    coordinator = meetings.coordinator();
  }

  @Test
  @DisplayName("asks for its meeting once, again when the meeting falls through, until one is held")
  void met() {
    Quarter quarter = new Quarter(2091, 1);
    begin(quarter);
    meetings.at(morning(quarter), () -> assertThat(quarters.begin(quarter.firstDay())).isFalse());
    assertThat(meetings.task(QUARTER, quarter.toString(), TASK).candidateGroups())
        .containsExactly("coordination");
    meetings.fire(QUARTER, quarter.toString(), "boundaryEvent_QuarterReminder");
    meetings.fire(QUARTER, quarter.toString(), "boundaryEvent_QuarterOverdue");
    assertThat(meetings.subjects(coordinator))
        .anyMatch(s -> s.startsWith("Prazo vencido: reunião do trimestre 1/2091"));

    long first = meeting(quarter, "PLANNED");
    tell(new MeetingPlanned(first, "QUARTERLY", quarter.toString()));
    assertThat(inbox.openTasks(QUARTER, List.of(quarter.toString()))).isEmpty();
    assertThat(state(quarter)).isEqualTo(QuarterState.PLANNED);
    cancelled(first);
    tell(new MeetingFellThrough(first, "QUARTERLY", quarter.toString()));
    meetings.task(QUARTER, quarter.toString(), TASK);

    long second = meeting(quarter, "PLANNED");
    long third = meeting(quarter, "PLANNED");
    tell(new MeetingPlanned(second, "QUARTERLY", quarter.toString()));
    cancelled(second);
    tell(new MeetingFellThrough(second, "QUARTERLY", quarter.toString()));
    assertThat(inbox.openTasks(QUARTER, List.of(quarter.toString())))
        .as("another one is planned")
        .isEmpty();
    tell(new MeetingHeld(third, "QUARTERLY", quarter.toString()));
    assertThat(meetings.instance(QUARTER, quarter.toString())).isNull();
    assertThat(meetings.recorded("meeting-quarter", quarter))
        .containsExactly("meeting-quarter.begun", "meeting-quarter.met");
  }

  @Test
  @DisplayName("that ends with nothing planned is missed, and those who committed to it are told")
  void missed() {
    Person ciga = people.withFunction(Function.CIGA, "seri");
    Quarter quarter = new Quarter(2092, 2);
    begin(quarter);
    meetings.fire(QUARTER, quarter.toString(), "boundaryEvent_QuarterEnded");
    assertThat(state(quarter)).isEqualTo(QuarterState.MISSED);
    assertThat(meetings.subjects(ciga)).contains("Trimestre 2/2092 sem reunião");
    assertThat(meetings.instance(QUARTER, quarter.toString())).isNull();
  }

  @Test
  @DisplayName("that the coordination gives up with a reason is missed all the same")
  void waived() {
    Quarter quarter = new Quarter(2093, 3);
    begin(quarter);
    String task = meetings.task(QUARTER, quarter.toString(), TASK).id();
    inbox.claim(task, coordinator.username());
    inbox.complete(task, coordinator.username(), WAIVER);
    meetings.runJobs();
    assertThat(quarters.of(Year.of(2093)).get(2))
        .returns(QuarterState.WAIVED, Quarters.SeenQuarter::state)
        .returns("Ano de transição.", Quarters.SeenQuarter::reason);
    meetings.fire(QUARTER, quarter.toString(), "intermediateCatchEvent_QuarterOver");
    assertThat(state(quarter)).isEqualTo(QuarterState.MISSED);
    tell(new MeetingHeld(meeting(quarter, "PLANNED"), "QUARTERLY", quarter.toString()));
    assertThat(meetings.recorded("meeting-quarter", quarter))
        .containsExactly(
            "meeting-quarter.begun",
            "meeting-quarter.waived " + coordinator.id(),
            "meeting-quarter.missed",
            "meeting-quarter.met");
  }

  private void begin(Quarter quarter) {
    meetings.at(
        morning(quarter),
        () -> {
          assertThat(quarters.begin(quarter.firstDay())).isTrue();
          meetings.runJobs();
        });
  }

  private static Instant morning(Quarter quarter) {
    return quarter.firstDay().atTime(LocalTime.of(9, 0)).atZone(SaoPaulo.ZONE).toInstant();
  }

  private QuarterState state(Quarter quarter) {
    return quarters.of(Year.of(quarter.year())).get(quarter.number() - 1).state();
  }

  private void tell(Object event) {
    transaction.executeWithoutResult(status -> publisher.publishEvent(event));
    meetings.runJobs();
  }

  private long meeting(Quarter quarter, String state) {
    Instant starts =
        quarter.firstDay().plusDays(30).atTime(14, 0).atZone(SaoPaulo.ZONE).toInstant();
    return jdbc.sql(
            """
            INSERT INTO meeting (kind, title, state, state_since, starts_at, ends_at, place, hosts,
                quarter, created_by, created_at)
            VALUES ('QUARTERLY', 'Reunião inventada', :state, now(), :starts,
                cast(:starts AS timestamptz) + interval '2 hours', 'Sala', 'Coordenação', :quarter, :by, now())
            RETURNING id
            """)
        .param("state", state)
        .param("starts", Timestamp.from(starts))
        .param("quarter", quarter.toString())
        .param("by", coordinator.id())
        .query(Long.class)
        .single();
  }

  private void cancelled(long id) {
    jdbc.sql("UPDATE meeting SET state = 'CANCELLED', reason = 'Sem sala.' WHERE id = ?")
        .param(id)
        .update();
  }
}
