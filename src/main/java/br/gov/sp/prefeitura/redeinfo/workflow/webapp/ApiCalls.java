package br.gov.sp.prefeitura.redeinfo.workflow.webapp;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the web applications' API lets whom call. It offers over four hundred kinds of requests;
 * people get the few that Tasklist sends when they work in it, and nothing else. {@code
 * RecordedTasklistTest} walks through Tasklist in a browser and holds both lists to what it calls.
 */
final class ApiCalls {

  /** Whatever the groups; which task, filter or history is shown decide the engine's rules. */
  static final List<ApiCall> EVERYBODYS =
      ApiCall.list(
          """
          GET     /admin/auth/user/default
          GET     /tasklist/plugin/tasklistPlugins/static/app/plugin.css
          GET     /tasklist/plugin/tasklistPlugins/static/app/plugin.js
          GET     /engine/engine
          GET     /engine/engine/default/filter
          OPTIONS /engine/engine/default/filter
          GET     /engine/engine/default/filter/count
          POST    /engine/engine/default/filter/{id}/list
          GET     /engine/engine/default/history/user-operation
          GET     /engine/engine/default/history/user-operation/count
          GET     /engine/engine/default/process-definition/{id}/xml
          GET     /engine/engine/default/task
          GET     /engine/engine/default/task/{id}
          PUT     /engine/engine/default/task/{id}
          POST    /engine/engine/default/task/{id}/claim
          GET     /engine/engine/default/task/{id}/comment
          POST    /engine/engine/default/task/{id}/comment/create
          GET     /engine/engine/default/task/{id}/deployed-form
          GET     /engine/engine/default/task/{id}/form
          GET     /engine/engine/default/task/{id}/form-variables
          POST    /engine/engine/default/task/{id}/submit-form
          POST    /engine/engine/default/task/{id}/unclaim
          GET     /engine/engine/default/user/{id}/profile
          """);

  /** Giving a claimed task back to its group; to hand it over by name is a page of ours. */
  static final List<ApiCall> COORDINATIONS =
      ApiCall.list(
          """
          POST    /engine/engine/default/task/{id}/assignee
          """);

  /**
   * Not even the administrators': nothing starts, is told or is deployed over HTTP; jobs get new
   * retries and run in the executor; there are no external tasks, and waiting for some would only
   * hold connections.
   */
  static final List<ApiCall> NOBODYS =
      ApiCall.list(
          """
          POST    /engine/engine/default/case-definition/{id}/create
          POST    /engine/engine/default/case-definition/key/{key}/create
          POST    /engine/engine/default/case-definition/key/{key}/tenant-id/{tenant}/create
          POST    /engine/engine/default/condition
          POST    /engine/engine/default/deployment/create
          POST    /engine/engine/default/deployment/{id}/redeploy
          POST    /engine/engine/default/external-task/fetchAndLock
          POST    /engine/engine/default/job/{id}/execute
          POST    /engine/engine/default/message
          POST    /engine/engine/default/process-definition/{id}/start
          POST    /engine/engine/default/process-definition/{id}/submit-form
          POST    /engine/engine/default/process-definition/key/{key}/start
          POST    /engine/engine/default/process-definition/key/{key}/submit-form
          POST    /engine/engine/default/process-definition/key/{key}/tenant-id/{tenant}/start
          POST    /engine/engine/default/process-definition/key/{key}/tenant-id/{tenant}/submit-form
          POST    /engine/engine/default/signal
          POST    /engine/engine/default/task/create
          """);

  /** There is one engine; Cockpit's and Admin's resources fail when they are asked for another. */
  private static final Pattern OTHER_ENGINES =
      Pattern.compile("/(cockpit|admin)/plugin/[^/]+/(?!(default|static)(/|\\z)).*");

  private ApiCalls() {}

  /** Whether somebody with these groups may send this request at all. */
  static boolean areOpenTo(Set<String> groups, HttpServletRequest request) {
    if (groups.contains(PersonGroups.ADMINISTRATION)) {
      return NOBODYS.stream().noneMatch(call -> call.matches(request))
          && !OTHER_ENGINES.matcher(ApiCall.pathOf(request)).matches();
    }
    Stream<ApiCall> coordinations =
        groups.contains(PersonGroups.COORDINATION) ? COORDINATIONS.stream() : Stream.empty();
    return Stream.concat(EVERYBODYS.stream(), coordinations)
        .anyMatch(call -> call.matches(request));
  }
}
