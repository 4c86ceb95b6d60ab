package br.gov.sp.prefeitura.redeinfo.workflow.webapp;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A kind of request to the web applications' API: the method, and the path below {@code
 * /camunda/api} in which {@code {name}} stands for one segment.
 */
record ApiCall(String method, String path, Pattern pattern) {

  private static final String API = WebappConfiguration.PATH + "/api";

  /** Beside the routes of single things, which have an id there, stands one that counts them. */
  private static final String SEGMENT = "(?!count/?\\\\z)[^/]+";

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{[^}]*}");

  /**
   * @param line method and path, e.g. {@code POST /task/{id}/claim}
   */
  static ApiCall of(String line) {
    String[] parts = line.trim().split("\\s+");
    String regex =
        PLACEHOLDER.matcher("\\Q" + parts[1] + "\\E").replaceAll("\\\\E" + SEGMENT + "\\\\Q");
    return new ApiCall(parts[0], parts[1], Pattern.compile(regex + "/?"));
  }

  /** One call per line. */
  static List<ApiCall> list(String lines) {
    return lines.lines().filter(line -> !line.isBlank()).map(ApiCall::of).toList();
  }

  boolean matches(HttpServletRequest request) {
    return matches(request.getMethod(), pathOf(request));
  }

  /**
   * @param path below {@code /camunda/api}, decoded
   */
  boolean matches(String method, String path) {
    return this.method.equals(method) && pattern.matcher(path).matches();
  }

  /** The path as the container decoded it, so that no other spelling gets past the patterns. */
  static String pathOf(HttpServletRequest request) {
    String inside = request.getPathInfo() == null ? "" : request.getPathInfo();
    return (request.getServletPath() + inside).substring(API.length());
  }

  @Override
  public String toString() {
    return method + " " + path;
  }
}
