package br.gov.sp.prefeitura.redeinfo.holes;

import br.gov.sp.prefeitura.redeinfo.support.Visitor;
import com.jayway.jsonpath.JsonPath;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What succeeds against Camunda 7.24.0 with the starter's defaults, by kind. Those that run code
 * are in {@link CodeAttacks}, those that harm the session in {@link SessionAttacks}.
 */
final class Attacks {

  private static final String JSON = "application/json";

  /** What tells a stranger how the server is made. */
  private static final Pattern INSIDES =
      Pattern.compile("Exception|ENGINE-\\d|org\\.camunda|com\\.fasterxml|PSQL|jakarta\\.");

  private Attacks() {}

  static Stream<Attack> all() {
    return Stream.of(
            CodeAttacks.all(), forms(), peoplesWork(), administration(), amounts(), insides())
        .flatMap(List::stream);
  }

  /** Saves the task as a whole, as Tasklist does for a reminder. */
  private static boolean putsOffTheDueDate(Target target) {
    String task = target.claimedBy(target.ana());
    String path = target.api("/task/" + task);
    String due = "\"due\":\"2031-01-01T00:00:00.000+0000\"";
    String whole =
        target
            .ana()
            .getJson(path)
            .body()
            .replaceFirst("\"due\":(null|\"[^\"]*\")", due)
            .replaceFirst("\"camundaFormRef\":(null|\\{[^}]*})", "\"camundaFormRef\":null");
    target.ana().write("PUT", path, JSON, BodyPublishers.ofString(whole));
    return target.ana().getJson(path).body().contains("2031-01-01");
  }

  /** A form is no boundary: the API takes anything. */
  private static List<Attack> forms() {
    return List.of(
        new Attack(
            "stores a variable that no form has",
            target ->
                accepted(
                    submit(
                        target,
                        "submit-form",
                        "{\"variables\":{\"answer\":{\"value\":\"a\"},\"evil\":{\"value\":\"x\"}}}"))),
        new Attack(
            "leaves a form's required fields out",
            target -> accepted(submit(target, "submit-form", "{}"))),
        new Attack(
            "completes past the form with a flag",
            target ->
                accepted(
                    submit(
                        target,
                        "complete",
                        "{\"variables\":{\"approved\":{\"value\":true,\"type\":\"Boolean\"}}}"))),
        new Attack(
            "sends more than a field takes",
            target ->
                accepted(
                    submit(
                        target,
                        "submit-form",
                        "{\"variables\":{\"answer\":{\"value\":\"" + "a".repeat(500) + "\"}}}"))),
        new Attack(
            "resolves a task with a variable",
            target ->
                accepted(
                    submit(target, "resolve", "{\"variables\":{\"evil\":{\"value\":\"x\"}}}"))),
        new Attack(
            "writes a variable of the task's process",
            target ->
                accepted(
                    target
                        .ana()
                        .write(
                            "PUT",
                            target.api(
                                "/task/" + target.claimedBy(target.ana()) + "/variables/evil"),
                            JSON,
                            BodyPublishers.ofString("{\"value\":\"x\",\"type\":\"String\"}")))),
        new Attack(
            "writes a local variable of the task",
            target ->
                accepted(
                    target
                        .ana()
                        .postJson(
                            target.api(
                                "/task/" + target.claimedBy(target.ana()) + "/localVariables"),
                            "{\"modifications\":{\"evil\":{\"value\":\"x\"}}}"))));
  }

  private static List<Attack> peoplesWork() {
    return List.of(
        new Attack(
            "completes what a colleague has taken on",
            target -> accepted(complete(target, target.claimedBy(target.bia())))),
        new Attack("puts off the due date of an own task", Attacks::putsOffTheDueDate),
        new Attack(
            "takes away what a colleague has taken on",
            target ->
                accepted(
                    target
                        .ana()
                        .postJson(
                            target.api("/task/" + target.claimedBy(target.bia()) + "/assignee"),
                            "{\"userId\":\"" + target.ana().username() + "\"}"))),
        new Attack(
            "puts back what a colleague has taken on",
            target ->
                accepted(
                    target
                        .ana()
                        .postJson(
                            target.api("/task/" + target.claimedBy(target.bia()) + "/unclaim"),
                            "{}"))),
        new Attack(
            "reads another office's task",
            target -> accepted(target.ana().getJson(target.api("/task/" + target.foreign())))),
        new Attack(
            "completes another office's task",
            target -> accepted(complete(target, target.foreign()))),
        new Attack("leaves a group and still lists its tasks", Attacks::listsAfterDismissal));
  }

  private static List<Attack> administration() {
    return List.of(
        new Attack(
            "becomes an administrator without an account",
            target -> {
              Visitor nobody = target.nobody();
              // Brings the token against forged requests.
              nobody.get(target.tasklist());
              return accepted(
                  nobody.postJson(
                      "/camunda/api/admin/setup/" + target.engine() + "/user/create",
                      "{\"profile\":{\"id\":\"mallory\",\"firstName\":\"M\",\"lastName\":\"M\","
                          + "\"email\":\"m@example.org\"},\"credentials\":{\"password\":"
                          + "\"a-long-password-of-hers-9\"}}"));
            }),
        new Attack(
            "opens an account",
            target ->
                accepted(
                    target
                        .ana()
                        .postJson(
                            target.api("/user/create"),
                            "{\"profile\":{\"id\":\"mallory2\"},\"credentials\":{\"password\":"
                                + "\"a-long-password-of-hers-9\"}}"))),
        new Attack(
            "makes a group",
            target ->
                accepted(
                    target
                        .ana()
                        .postJson(
                            target.api("/group/create"),
                            "{\"id\":\"mallorys\",\"name\":\"M\",\"type\":\"SYSTEM\"}"))),
        new Attack(
            "deploys a model",
            target ->
                accepted(
                    target
                        .ana()
                        .write(
                            "POST",
                            target.api("/deployment/create"),
                            "multipart/form-data; boundary=x",
                            BodyPublishers.ofString(DEPLOYMENT)))),
        new Attack(
            "starts a process",
            target ->
                accepted(
                    target
                        .ana()
                        .postJson(
                            target.api("/process-definition/key/" + target.process() + "/start"),
                            "{\"variables\":{\"group\":{\"value\":\"x\",\"type\":\"String\"}}}"))),
        new Attack(
            "stores a filter",
            target ->
                accepted(
                    target
                        .ana()
                        .postJson(
                            target.api("/filter/create"),
                            "{\"resourceType\":\"Task\",\"name\":\"Dela\",\"query\":{},"
                                + "\"properties\":{}}"))));
  }

  private static List<Attack> amounts() {
    return List.of(
        new Attack(
            "asks for all tasks at once",
            target -> accepted(target.ana().postJson(target.api("/task"), "{}"))),
        new Attack(
            "asks for a million tasks",
            target -> accepted(target.ana().getJson(target.api("/task?maxResults=1000000")))),
        new Attack(
            "lists everybody's accounts",
            target ->
                target
                    .ana()
                    .getJson(target.api("/user?maxResults=1000"))
                    .body()
                    .contains("\"" + target.bia().username() + "\"")));
  }

  /** Wrong input that is answered with a fault of the server, or with names of its classes. */
  private static List<Attack> insides() {
    return List.of(
        new Attack(
            "learns classes by submitting twice",
            target -> {
              String task = target.claimedBy(target.ana());
              submit(target, task, "submit-form", "{}");
              target
                  .ana()
                  .postJson(
                      target.api("/task/" + task + "/submit-form"),
                      "{\"variables\":{\"answer\":{\"value\":\"a\"}}}");
              return tells(submit(target, "nope", "submit-form", "{}"))
                  || tells(submit(target, task, "submit-form", "{}"));
            }),
        new Attack(
            "learns classes by a text that is too long",
            target ->
                tells(
                    submit(
                        target,
                        "submit-form",
                        "{\"variables\":{\"answer\":{\"value\":\"" + "a".repeat(5000) + "\"}}}"))),
        new Attack(
            "learns classes by a NUL character",
            target -> tells(submit(target, "comment/create", "{\"message\":\"a\\u0000b\"}"))),
        new Attack(
            "learns classes by an unknown task",
            target -> tells(submit(target, "nope", "claim", "{\"userId\":\"ana\"}"))),
        new Attack(
            "learns classes by an order that does not exist",
            target ->
                tells(
                    target
                        .ana()
                        .postJson(
                            target.api("/task?maxResults=5"),
                            "{\"sorting\":[{\"sortBy\":\"evil\",\"sortOrder\":\"asc\"}]}"))),
        new Attack(
            "learns classes by a page that is no number",
            target -> tells(target.ana().getJson(target.api("/task?maxResults=many")))),
        new Attack(
            "learns classes by a GET for a POST",
            target ->
                tells(
                    target
                        .ana()
                        .getJson(
                            target.api(
                                "/task/" + target.claimedBy(target.ana()) + "/submit-form")))));
  }

  private static boolean listsAfterDismissal(Target target) {
    String task = target.offered();
    Visitor eva = target.colleagueAt(task);
    List<String> ids =
        JsonPath.read(
            eva.getJson(target.api("/filter?name=Do%20meu%20%C3%B3rg%C3%A3o&maxResults=10")).body(),
            "$[*].id");
    String list = target.api("/filter/" + ids.get(0) + "/list?maxResults=500");
    if (!eva.postJson(list, "{}").body().contains(task)) {
      throw new AssertionError("a member of the group does not see its task");
    }
    target.dismiss(eva);
    return eva.postJson(list, "{}").body().contains(task);
  }

  private static HttpResponse<String> submit(Target target, String operation, String body) {
    return submit(target, target.claimedBy(target.ana()), operation, body);
  }

  private static HttpResponse<String> submit(
      Target target, String task, String operation, String body) {
    return target.ana().postJson(target.api("/task/" + task + "/" + operation), body);
  }

  private static HttpResponse<String> complete(Target target, String task) {
    return submit(target, task, "submit-form", "{\"variables\":{\"answer\":{\"value\":\"a\"}}}");
  }

  static boolean accepted(HttpResponse<String> answer) {
    return answer.statusCode() / 100 == 2;
  }

  private static boolean tells(HttpResponse<String> answer) {
    return answer.statusCode() >= 500 || INSIDES.matcher(answer.body()).find();
  }

  private static final String DEPLOYMENT =
      """
      --x\r
      Content-Disposition: form-data; name="deployment-name"\r
      \r
      hers\r
      --x\r
      Content-Disposition: form-data; name="data"; filename="hers.bpmn"\r
      Content-Type: text/xml\r
      \r
      <?xml version="1.0" encoding="UTF-8"?>
      <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
          xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="x">
        <process id="hers" isExecutable="true" camunda:historyTimeToLive="1">
          <startEvent id="start"/>
        </process>
      </definitions>\r
      --x--\r
      """;
}
