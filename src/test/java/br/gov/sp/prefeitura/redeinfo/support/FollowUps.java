package br.gov.sp.prefeitura.redeinfo.support;

import br.gov.sp.prefeitura.redeinfo.meeting.domain.FollowUp;
import br.gov.sp.prefeitura.redeinfo.meeting.domain.FollowUpQueries;
import br.gov.sp.prefeitura.redeinfo.meeting.domain.FollowUpService;
import br.gov.sp.prefeitura.redeinfo.meeting.domain.NewFollowUp;
import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import br.gov.sp.prefeitura.redeinfo.workflow.TaskInbox;
import br.gov.sp.prefeitura.redeinfo.workflow.TaskInbox.OpenTask;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Follow-ups of a meeting that was held, opened and brought forward for tests. */
@TestComponent
public class FollowUps {

  public static final String KEY = "meeting-follow-up";
  public static final String DO = "userTask_DoFollowUp";
  public static final String REVIEW = "userTask_ReviewFollowUp";

  private final FollowUpService service;
  private final FollowUpQueries queries;
  private final TrainingLife life;
  private final TaskInbox inbox;
  private final JdbcClient jdbc;
  private final Clock clock;

  FollowUps(
      FollowUpService service,
      FollowUpQueries queries,
      TrainingLife life,
      TaskInbox inbox,
      JdbcClient jdbc,
      Clock clock) {
    this.service = service;
    this.queries = queries;
    this.life = life;
    this.inbox = inbox;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  public LocalDate today() {
    return SaoPaulo.today(clock);
  }

  /** A meeting of yesterday that was held, without a process of its own. */
  public long heldMeeting(Person coordinator) {
    Instant began = clock.instant().minus(Duration.ofDays(1));
    return jdbc.sql(
            """
            INSERT INTO meeting (kind, title, state, state_since, starts_at, ends_at, place, hosts,
                convened_by, convened_at, began_at, ended_at, held_at, recorded_by, recorded_at,
                created_by, created_at)
            VALUES ('THEMATIC', 'Reunião inventada', 'HELD', :now, :began, :ended, 'Sala 1',
                'Coordenação', :by, :began, :began, :ended, :now, :by, :now, :by, :began)
            RETURNING id
            """)
        .param("now", Timestamp.from(clock.instant()))
        .param("began", Timestamp.from(began))
        .param("ended", Timestamp.from(began.plus(Duration.ofHours(2))))
        .param("by", coordinator.id())
        .query(Long.class)
        .single();
  }

  /** One that the person of the body answers for, or its office, due in ten days. */
  public long open(Body body, Person owner, Person coordinator) {
    return open(heldMeeting(coordinator), body, owner, today().plusDays(10), coordinator);
  }

  public long open(long meeting, Body body, Person owner, LocalDate due, Person coordinator) {
    service.open(
        meeting,
        List.of(
            new NewFollowUp(
                "Publicar a planilha inventada",
                body.id(),
                owner == null ? null : owner.id(),
                due,
                null)),
        coordinator.id());
    life.runJobs();
    return firstOf(meeting);
  }

  /** The first of those that the meeting decided on. */
  public long firstOf(long meeting) {
    return queries.ofMeeting(meeting).get(0).id();
  }

  /** Somebody takes the task on, unless it is theirs, and answers it. */
  public void answer(long id, String taskKey, Person by, Map<String, Object> values) {
    OpenTask task = task(id, taskKey);
    inbox.claim(task.id(), by.username());
    inbox.complete(task.id(), by.username(), values);
    life.runJobs();
  }

  public OpenTask task(long id, String taskKey) {
    return inbox.openTasks(KEY, List.of(String.valueOf(id))).stream()
        .filter(task -> task.key().equals(taskKey))
        .findFirst()
        .orElseThrow();
  }

  public FollowUp get(long id) {
    return service.get(id);
  }
}
