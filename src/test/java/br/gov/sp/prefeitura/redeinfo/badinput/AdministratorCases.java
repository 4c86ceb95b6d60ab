package br.gov.sp.prefeitura.redeinfo.badinput;

import static br.gov.sp.prefeitura.redeinfo.badinput.BadInput.Who.ADMINISTRATOR;

import java.util.List;
import java.util.stream.Stream;

/** What technical administration may send Cockpit's API: things that are not there. */
final class AdministratorCases {

  private static final String API = "/camunda/api/engine/engine/default";
  private static final String UNKNOWN = "Isto não existe";
  private static final String WRONG = "O pedido não está correto";
  private static final String CLOSED = "Esta operação não está disponível";

  private AdministratorCases() {}

  static Stream<BadInput> all() {
    return Stream.of(jobs(), instances(), others()).flatMap(cases -> cases);
  }

  private static Stream<BadInput> jobs() {
    return Stream.of(
        send("retries of no job", "PUT", "/job/nope/retries", "{\"retries\":2}", 404, UNKNOWN),
        send("less than no retries", "PUT", "/job/nope/retries", "{\"retries\":-1}", 400, WRONG),
        send("no retries", "PUT", "/job/nope/retries", "{}", 400, WRONG),
        send("retries of jobs not named", "POST", "/job/retries", "{\"retries\":1}", 400, WRONG),
        send(
            "a due date of no job",
            "PUT",
            "/job/nope/duedate",
            "{\"duedate\":\"2027-01-01T00:00:00.000-0300\"}",
            404,
            UNKNOWN),
        send(
            "a due date that is none",
            "PUT",
            "/job/nope/duedate",
            "{\"duedate\":\"amanhã\"}",
            400,
            "malformado"),
        send(
            "a new due date of no job",
            "POST",
            "/job/nope/duedate/recalculate",
            "{}",
            404,
            UNKNOWN),
        send("resolving no incident", "DELETE", "/incident/nope", "", 404, UNKNOWN),
        send(
            "a note on no incident",
            "PUT",
            "/incident/nope/annotation",
            "{\"annotation\":\"x\"}",
            400,
            WRONG));
  }

  private static Stream<BadInput> instances() {
    return Stream.of(
        send("ending no instance", "DELETE", "/process-instance/nope", "", 404, UNKNOWN),
        send(
            "suspending no instance in particular",
            "PUT",
            "/process-instance/suspended",
            "{\"suspended\":true}",
            400,
            WRONG),
        send(
            "modifying no instance",
            "POST",
            "/process-instance/nope/modification",
            "{\"instructions\":[{\"type\":\"startBeforeActivity\",\"activityId\":\"x\"}]}",
            403,
            CLOSED),
        send(
            "migrating no instance",
            "POST",
            "/migration/execute",
            "{\"migrationPlan\":{\"sourceProcessDefinitionId\":\"nope\",\"targetProcessDefinitionId\":\"nope\",\"instructions\":[]},\"processInstanceIds\":[\"nope\"]}",
            403,
            CLOSED));
  }

  private static Stream<BadInput> others() {
    return Stream.of(
        send(
            "suspending no definition",
            "PUT",
            "/process-definition/key/nope/suspended",
            "{\"suspended\":true}",
            404,
            UNKNOWN),
        send("deleting no deployment", "DELETE", "/deployment/nope", "", 404, UNKNOWN),
        send(
            "suspending no batch",
            "PUT",
            "/batch/nope/suspended",
            "{\"suspended\":true}",
            400,
            WRONG),
        send("deleting no grant", "DELETE", "/authorization/nope", "", 404, UNKNOWN),
        send(
            "a grant of no kind",
            "POST",
            "/authorization/create",
            "{\"type\":9,\"permissions\":[\"READ\"],\"userId\":\"x\",\"resourceType\":5,\"resourceId\":\"*\"}",
            400,
            WRONG));
  }

  private static BadInput send(
      String title, String method, String path, String body, int status, String words) {
    return new BadInput(
        "administering " + title,
        ADMINISTRATOR,
        method,
        API + path,
        BadInput.JSON,
        body,
        status,
        words,
        List.of());
  }
}
