package br.gov.sp.prefeitura.redeinfo.workflow.webapp;

import static org.assertj.core.api.Assertions.assertThat;

import br.gov.sp.prefeitura.redeinfo.network.Appointment.EndReason;
import br.gov.sp.prefeitura.redeinfo.network.Appointments;
import br.gov.sp.prefeitura.redeinfo.network.Function;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import br.gov.sp.prefeitura.redeinfo.support.IntegrationTest;
import br.gov.sp.prefeitura.redeinfo.support.TestPeople;
import br.gov.sp.prefeitura.redeinfo.support.Visitor;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@IntegrationTest
@DisplayName("Somebody signed in")
class WebappAccessTest {

  private static final String WHO = "/camunda/api/admin/auth/user/default";
  private static final String ENGINE = "/camunda/api/engine/engine/default";
  private static final String TASKLIST = "/camunda/app/tasklist/default/";

  @Autowired TestPeople people;
  @Autowired Appointments appointments;
  @Autowired TransactionTemplate transaction;
  @Autowired Clock clock;

  @Test
  @DisplayName("is the same person in Tasklist, and may open Tasklist alone")
  void isTheSamePersonInTasklist() {
    Person head = people.withFunction(Function.HEAD, "svma");
    Visitor visitor = people.signIn(head);

    assertThat(visitor.getJson(WHO).body())
        .isEqualTo(
            "{\"userId\":\"%s\",\"authorizedApps\":[\"tasklist\"]}".formatted(head.username()));
    assertThat(visitor.get(TASKLIST).statusCode()).isEqualTo(200);
    for (String closed :
        List.of(
            "/camunda/app/cockpit/default/",
            "/camunda/app/admin/default/",
            "/camunda/app/welcome/default/",
            "/camunda/api/cockpit/plugin/base/default/process-definition/statistics",
            "/camunda/api/admin/plugin/adminPlugins/default/metrics")) {
      assertThat(visitor.get(closed).statusCode()).as(closed).isEqualTo(403);
    }
  }

  @Test
  @DisplayName("loses Cockpit with the appointment, in the session that is open")
  void losesCockpitWithTheAppointment() {
    Person administrator = people.withFunction(Function.ADMINISTRATOR, "cgm");
    Visitor visitor = people.signIn(administrator);
    assertThat(visitor.get("/camunda/app/cockpit/default/").statusCode()).isEqualTo(200);
    assertThat(visitor.getJson(WHO).body()).contains("cockpit");

    LocalDate today = SaoPaulo.today(clock);
    transaction.executeWithoutResult(
        status ->
            appointments
                .ofPerson(administrator.id(), today)
                .forEach(
                    a -> appointments.end(a.id(), today.minusDays(1), EndReason.DISMISSED, null)));

    assertThat(visitor.get("/camunda/app/cockpit/default/").statusCode()).isEqualTo(403);
    assertThat(visitor.getJson(WHO).body()).doesNotContain("cockpit");
  }

  @Test
  @DisplayName("signs out by Tasklist's own button, everywhere")
  void signsOutByTasklistsOwnButton() {
    Visitor visitor = people.signIn(people.withFunction(Function.HEAD, "svma"));
    assertThat(visitor.get(TASKLIST).statusCode()).isEqualTo(200);

    assertThat(visitor.postJson(WHO + "/logout", "").statusCode()).isEqualTo(200);

    assertThat(visitor.getJson(ENGINE + "/task").statusCode()).isEqualTo(401);
    assertThat(visitor.get(TASKLIST).statusCode()).isEqualTo(302);
  }

  @Test
  @DisplayName("keeps the session when a request lacks the token, and reads why it was refused")
  void keepsTheSessionWithoutToken() {
    Visitor visitor = people.signIn(people.withFunction(Function.HEAD, "svma"));
    visitor.get(TASKLIST);

    HttpResponse<String> refused =
        visitor.send(
            ENGINE + "/task",
            request ->
                request
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString("{}")));

    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(refused.body()).contains("\"code\":\"stale-page\"", "Recarregue");
    assertThat(visitor.postJson(ENGINE + "/task/none/claim", "{}").statusCode()).isEqualTo(404);
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({
    "POST, /process-definition/key/nomination-round/start",
    "POST, /process-definition/key/nomination-round/submit-form",
    "POST, /task/create",
    "POST, /message",
    "POST, /signal",
    "POST, /deployment/create"
  })
  @DisplayName("starts nothing over HTTP, not even as an administrator")
  void startsNothing(String method, String path) {
    for (Function function : List.of(Function.COORDINATION, Function.ADMINISTRATOR)) {
      Visitor visitor = people.signIn(people.withFunction(function, "cgm"));

      HttpResponse<String> answer =
          visitor.write(method, ENGINE + path, "application/json", BodyPublishers.ofString("{}"));

      assertThat(answer.statusCode()).isEqualTo(403);
      assertThat(answer.body()).contains("\"code\":\"forbidden\"");
    }
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({
    "POST, /task",
    "DELETE, /task/any",
    "POST, /task/any/delegate",
    "POST, /task/any/identity-links",
    "PUT, /task/any/variables/approved",
    "POST, /filter/create",
    "DELETE, /filter/any",
    "POST, /user/create",
    "POST, /authorization/create",
    "PUT, /process-instance/any/variables/x",
    "DELETE, /process-instance/any",
    "POST, /external-task/fetchAndLock",
    "POST, /batch/any",
    "POST, /history/process-instance/delete"
  })
  @DisplayName("gets none of the writes that Tasklist does not need for working on a task")
  void getsNoneOfTheOtherWrites(String method, String path) {
    Visitor visitor = people.signIn(people.withFunction(Function.COORDINATION, "cgm"));

    HttpResponse<String> answer =
        visitor.write(method, ENGINE + path, "application/json", BodyPublishers.ofString("{}"));

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains("\"code\":\"forbidden\"");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "/camunda/app/admin/default/setup/",
        "/camunda/app/admin/setup/",
        "/camunda/api/admin/setup/default/user/create",
        "/engine-rest/engine"
      })
  @DisplayName("finds neither the set-up of an administrator nor engine-rest, as an administrator")
  void findsNoSetUp(String path) {
    Visitor visitor = people.signIn(people.withFunction(Function.ADMINISTRATOR, "cgm"));

    assertThat(visitor.get(path).statusCode()).isIn(403, 404);
    assertThat(visitor.postJson(path, "{\"profile\":{\"id\":\"mallory\"}}").statusCode())
        .isIn(403, 404);
  }

  @Test
  @DisplayName("cannot sign in a second time by the engine's own endpoint")
  void cannotSignInByTheEngine() {
    Visitor visitor = people.signIn(people.withFunction(Function.HEAD, "svma"));

    assertThat(visitor.postForm(WHO + "/login/cockpit", "username=a&password=b").statusCode())
        .isIn(403, 404);
  }
}
