package br.gov.sp.prefeitura.redeinfo.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.network.Function;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.support.Browser;
import br.gov.sp.prefeitura.redeinfo.support.Browser.Screen;
import br.gov.sp.prefeitura.redeinfo.support.IntegrationTest;
import br.gov.sp.prefeitura.redeinfo.support.NominationLife;
import br.gov.sp.prefeitura.redeinfo.support.TasklistClient;
import br.gov.sp.prefeitura.redeinfo.support.TestPeople;
import com.microsoft.playwright.Page;
import java.net.http.HttpResponse;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@IntegrationTest
@DisplayName("A reminder on a task")
class FollowUpDateTest {

  private static final DateTimeFormatter WIRE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSZ");

  @Autowired NominationLife life;
  @Autowired TestPeople people;
  @Autowired TaskService tasks;
  @Autowired JdbcClient jdbc;
  @LocalServerPort int port;

  private Person coordinator;
  private Person assignee;
  private Person colleague;
  private TasklistClient own;
  private String task;

  @BeforeEach
  void aTaskIsTakenOn() {
    Body body = life.body();
    coordinator = people.withFunction(Function.COORDINATION, "cgm");
    assignee = people.withFunction(Function.OFFICE, body.slug());
    colleague = people.withFunction(Function.OFFICE, body.slug());
    long nomination = life.open(coordinator, List.of(body)).get(body.id());
    own = new TasklistClient(people.signIn(assignee));
    task = own.task(String.valueOf(nomination), NominationLife.INDICATE).id();
    assertThat(own.claim(task).statusCode()).isEqualTo(204);
  }

  @Test
  @DisplayName("is set, changed and removed by the assignee and by the coordination, on record")
  void isSetChangedAndRemoved() {
    OffsetDateTime friday = OffsetDateTime.now(ZoneOffset.UTC).plusDays(4).withNano(0);
    assertThat(remind(own, friday).statusCode()).isEqualTo(204);
    assertThat(now().getFollowUpDate().toInstant()).isEqualTo(friday.toInstant());
    assertThat(remind(own, friday).statusCode()).as("the same once more").isEqualTo(204);

    TasklistClient overseeing = new TasklistClient(people.signIn(coordinator));
    assertThat(remind(overseeing, friday.plusDays(1)).statusCode()).isEqualTo(204);
    assertThat(remind(own, null).statusCode()).isEqualTo(204);
    assertThat(now().getFollowUpDate()).isNull();
    assertThat(
            jdbc.sql(
                    """
                    SELECT action || ' ' || actor_id FROM audit_entry
                     WHERE subject_id = ? AND action LIKE 'task.follow-up%' ORDER BY id
                    """)
                .param(task)
                .query(String.class)
                .list())
        .containsExactly(
            "task.follow-up-set " + assignee.id(),
            "task.follow-up-set " + coordinator.id(),
            "task.follow-up-removed " + assignee.id());
  }

  @Test
  @DisplayName("is nobody else's to set, and nobody's before the task is taken on")
  void isNobodyElses() {
    OffsetDateTime soon = OffsetDateTime.now(ZoneOffset.UTC).plusDays(2);
    TasklistClient theirs = new TasklistClient(people.signIn(colleague));
    assertRefused(remind(theirs, soon), 409, "task.taken");
    tasks.setAssignee(task, null);
    assertRefused(remind(theirs, soon), 409, "task.follow-up-claim");
    Person auditor = people.withFunction(Function.AUDITOR, "cgm");
    assertRefused(remind(new TasklistClient(people.signIn(auditor)), soon), 403, "task.not-yours");
    assertThat(now().getFollowUpDate()).isNull();
  }

  @Test
  @DisplayName("lies between today and two years from now")
  void liesAhead() {
    OffsetDateTime today = OffsetDateTime.now(ZoneOffset.UTC);
    assertRefused(remind(own, today.minusDays(2)), 400, "task.follow-up-range");
    assertRefused(remind(own, today.plusYears(3)), 400, "task.follow-up-range");
    HttpResponse<String> nonsense = own.save(task, Map.of("followUp", "amanhã"));
    assertThat(nonsense.statusCode()).isEqualTo(400);
    assertThat(nonsense.body()).doesNotContain("Exception").doesNotContain("jackson");
    assertThat(now().getFollowUpDate()).isNull();
  }

  @Test
  @DisplayName("is all that saving a task may change, for the coordination as for the assignee")
  void isAllThatChanges() {
    Map<String, Object> forbidden = new LinkedHashMap<>();
    forbidden.put("name", "Outro nome");
    forbidden.put("description", "Outra descrição");
    forbidden.put("priority", 99);
    forbidden.put("assignee", colleague.username());
    forbidden.put("owner", assignee.username());
    forbidden.put("delegationState", "PENDING");
    forbidden.put("due", "2031-01-01T00:00:00.000+0000");
    forbidden.put("parentTaskId", task);
    forbidden.put("caseInstanceId", "case");
    forbidden.put("tenantId", "tenant");
    Task before = now();
    for (Person person : List.of(assignee, coordinator)) {
      TasklistClient client = new TasklistClient(people.signIn(person));
      forbidden.forEach(
          (property, value) ->
              assertRefused(
                  client.save(task, Map.of(property, value)), 403, "task.follow-up-only"));
    }
    assertThat(now())
        .usingRecursiveComparison()
        .comparingOnlyFields(
            "name", "description", "priority", "assignee", "owner", "dueDate", "revision")
        .isEqualTo(before);
  }

  @Test
  @DisplayName("is set in a dialog and stands in words beside the task, on a phone too")
  void isSetInADialog() {
    try (Browser browser = Browser.launch()) {
      Page page = browser.pageForAxe("http://localhost:" + port, Screen.DESKTOP);
      Browser.signIn(page, assignee.username(), TestPeople.PASSWORD);
      page.navigate("/tasks/" + task);
      page.locator(".set-follow-up").press("Enter");
      Browser.assertAccessible(page);
      page.fill("#follow-up-moment", "2001-01-01T10:00");
      page.locator("#follow-up-moment").press("Enter");
      assertThat(page.locator("#follow-up-wrong"))
          .hasText("Escolha um dia de hoje até 2 anos à frente.");
      Browser.assertAccessible(page);
      Screenshots.take(page, "follow-up-dialog");
      String year = String.valueOf(OffsetDateTime.now(ZoneOffset.UTC).getYear() + 1);
      page.fill("#follow-up-moment", year + "-03-02T09:30");
      page.click(".follow-up-dialog [type=submit]");
      assertThat(page.locator(".follow-up-date-words")).hasText("02/03/" + year + ", 09:30");
      assertThat(page.locator(".set-follow-up")).isFocused();
      for (Screen screen : Screen.values()) {
        Browser.resize(page, screen);
        Browser.assertAccessible(page);
      }
      Screenshots.take(page, "follow-up-phone");
      page.reload();
      assertThat(page.locator(".follow-up-date-words")).isVisible();
      page.click(".remove-follow-up");
      assertThat(page.locator(".set-follow-up")).hasText("Definir lembrete");

      Page theirs = browser.page("http://localhost:" + port, Screen.DESKTOP);
      Browser.signIn(theirs, colleague.username(), TestPeople.PASSWORD);
      theirs.navigate("/camunda/app/tasklist/default/#/?task=" + task);
      assertThat(theirs.locator(".meta li.assignee")).containsText(assignee.name());
      assertThat(theirs.locator(".set-follow-up")).hasCount(0);
    }
  }

  private HttpResponse<String> remind(TasklistClient client, OffsetDateTime moment) {
    Map<String, Object> change = new LinkedHashMap<>();
    change.put("followUp", moment == null ? null : WIRE.format(moment));
    return client.save(task, change);
  }

  private Task now() {
    return tasks.createTaskQuery().taskId(task).singleResult();
  }

  private static void assertRefused(HttpResponse<String> answer, int status, String code) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.body()).contains('"' + code + '"');
  }
}
