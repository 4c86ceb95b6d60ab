package br.gov.sp.prefeitura.redeinfo.workflow.webapp;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the web applications' API lets whom call. It offers far more than Tasklist needs, so people
 * who do not administer get what Tasklist sends: reading, queries, and the few writes that working
 * on a task takes. Nobody starts processes, sends messages or deploys over HTTP.
 */
final class ApiCalls {

  private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");
  private static final String ENGINE = "/camunda/api/engine/engine/default";

  private static final List<Pattern> TASKLIST_READS =
      List.of(
          Pattern.compile("/camunda/api/engine/engine/?"),
          Pattern.compile(ENGINE + "/.*"),
          Pattern.compile("/camunda/api/tasklist/.*"),
          Pattern.compile("/camunda/api/admin/auth/user/default"));

  private static final List<Pattern> TASKLIST_WRITES =
      List.of(
          Pattern.compile(ENGINE + "/task(/count)?/?"),
          Pattern.compile(ENGINE + "/task/[^/]+/(claim|unclaim|assignee|submit-form|complete)"),
          Pattern.compile(ENGINE + "/task/[^/]+/comment/create"),
          Pattern.compile(ENGINE + "/filter/[^/]+/(list|count|singleResult)"),
          Pattern.compile(ENGINE + "/history/[a-z-]+(/count)?"),
          Pattern.compile(
              ENGINE
                  + "/(variable-instance|process-instance|process-definition|user|group)(/count)?/?"));

  private static final List<Pattern> NOBODYS_WRITES =
      List.of(
          Pattern.compile(ENGINE + "/process-definition/.*/(start|submit-form)"),
          Pattern.compile(ENGINE + "/case-definition/.*/create"),
          Pattern.compile(ENGINE + "/task/create"),
          Pattern.compile(ENGINE + "/(message|signal|condition)/?"),
          Pattern.compile(ENGINE + "/deployment/.*(create|redeploy)"));

  private ApiCalls() {}

  static boolean areTasklists(HttpServletRequest request) {
    return isRead(request)
        ? matchesAny(TASKLIST_READS, request)
        : "POST".equals(request.getMethod()) && matchesAny(TASKLIST_WRITES, request);
  }

  static boolean areForNobody(HttpServletRequest request) {
    return !isRead(request) && matchesAny(NOBODYS_WRITES, request);
  }

  private static boolean isRead(HttpServletRequest request) {
    return READS.contains(request.getMethod());
  }

  /** The path as the container decoded it, so that no other spelling gets past the patterns. */
  private static boolean matchesAny(List<Pattern> patterns, HttpServletRequest request) {
    String path =
        request.getServletPath() + (request.getPathInfo() == null ? "" : request.getPathInfo());
    return patterns.stream().anyMatch(pattern -> pattern.matcher(path).matches());
  }
}
