package br.gov.sp.prefeitura.redeinfo.attack;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Requests that are wrong in as many ways as chance finds: path, method, parameters, headers, body.
 * The same seed brings the same requests. None names a thing that is there, so that nothing others
 * rely on can change.
 */
final class HostileRequests {

  private static final List<String> TEXTS =
      List.of(
          "",
          "none",
          "0",
          "-1",
          "99999999999999999999",
          "1e400",
          "NaN",
          "true",
          "null",
          "%00",
          "%ff",
          "%C0%AF",
          "%2e%2e%2f",
          "..",
          "../../etc/passwd",
          "'",
          "' OR '1'='1",
          "\"",
          "<script>alert(1)</script>",
          "${7*7}",
          "#{1}",
          "{{1}}",
          "%0d%0aX-A:b",
          "[]",
          "{}",
          "a".repeat(300),
          "á".repeat(120),
          "\u202e",
          "2026-13-40",
          "31/02/2026",
          "2026-01-01T00:00:00.000-0300",
          ";x=1",
          "%25",
          "%u0041",
          "a%20b",
          "*",
          "\\",
          "|",
          "~",
          "%E2%80%A8",
          "javascript:alert(1)",
          "//evil.example",
          "1,2,3");

  private static final List<String> METHODS =
      List.of("GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS", "TRACE", "FOO", "post");

  private static final List<String> PARAMETERS =
      List.of(
          "page",
          "after",
          "before",
          "q",
          "state",
          "kind",
          "body",
          "person",
          "from",
          "to",
          "action",
          "firstResult",
          "maxResults",
          "sortBy",
          "sortOrder",
          "processInstanceId",
          "dueBefore",
          "taskVariables",
          "locale",
          "continue",
          "error",
          "name",
          "deadline",
          "_csrf",
          "track");

  private static final List<String> KEYS =
      List.of(
          "variables",
          "userId",
          "message",
          "value",
          "type",
          "modifications",
          "answer",
          "sorting",
          "orQueries",
          "assigneeExpression",
          "followUp",
          "id",
          "name",
          "due",
          "valueInfo");

  private static final List<String> HEADERS =
      List.of(
          "Accept",
          "Accept-Language",
          "Accept-Encoding",
          "Accept-Charset",
          "Range",
          "If-None-Match",
          "If-Modified-Since",
          "Origin",
          "Referer",
          "X-Forwarded-Host",
          "X-Forwarded-For",
          "X-Forwarded-Proto",
          "Forwarded",
          "X-HTTP-Method-Override",
          "HX-Request",
          "X-Requested-With",
          "Content-Encoding",
          "Authorization",
          "Expect",
          "Cookie2",
          "Upgrade",
          "Via",
          "X-Authorized-Engines");

  private static final List<String> TYPES =
      List.of(
          "application/json",
          "application/x-www-form-urlencoded",
          "multipart/form-data; boundary=b",
          "multipart/form-data",
          "text/plain",
          "application/xml",
          "application/json; charset=utf-16",
          "application/hal+json",
          "x",
          "application/x-java-serialized-object",
          "");

  private final Random random;

  HostileRequests(long seed) {
    random = new Random(seed);
  }

  /** What a browser would have to say who is asking. */
  record Session(String cookies, String token) {}

  /**
   * @param route where to, with variables in braces
   * @param mayWrite whether the method may be one that changes things
   */
  byte[] next(String route, boolean mayWrite, Session session) {
    String method =
        mayWrite ? pick(METHODS) : pick(List.of("GET", "GET", "HEAD", "OPTIONS", "FOO"));
    byte[] body = chance(60) ? body() : new byte[0];
    StringBuilder head = new StringBuilder();
    head.append(method).append(' ').append(target(route)).append(" HTTP/1.1\r\n");
    head.append("Host: ").append(chance(97) ? "localhost" : pick(TEXTS)).append("\r\n");
    if (!session.cookies().isEmpty()) {
      head.append("Cookie: ").append(session.cookies()).append("\r\n");
    }
    if (chance(85)) {
      head.append("X-XSRF-TOKEN: ").append(session.token()).append("\r\n");
    }
    for (int i = random.nextInt(4); i > 0; i--) {
      head.append(pick(HEADERS)).append(": ").append(pick(TEXTS)).append("\r\n");
    }
    if (body.length > 0 || chance(30)) {
      head.append("Content-Type: ").append(pick(TYPES)).append("\r\n");
      head.append("Content-Length: ").append(body.length).append("\r\n");
    }
    head.append("Connection: close\r\n\r\n");
    ByteArrayOutputStream request = new ByteArrayOutputStream();
    request.writeBytes(head.toString().getBytes(StandardCharsets.UTF_8));
    request.writeBytes(body);
    return request.toByteArray();
  }

  private String target(String route) {
    StringBuilder path = new StringBuilder();
    for (String segment : route.split("/")) {
      if (!segment.isEmpty()) {
        path.append('/').append(segment.contains("{") ? pick(TEXTS) : segment);
      }
    }
    if (chance(12)) {
      path.insert(random.nextInt(path.length() + 1), pick(TEXTS));
    }
    if (chance(50)) {
      path.append('?').append(form());
    }
    return path.isEmpty() || path.charAt(0) != '/' ? "/" + path : path.toString();
  }

  private String form() {
    List<String> pairs = new ArrayList<>();
    for (int i = 1 + random.nextInt(4); i > 0; i--) {
      pairs.add(
          (chance(80) ? pick(PARAMETERS) : pick(TEXTS)) + "=" + pick(TEXTS).replace(" ", "+"));
    }
    return String.join(chance(95) ? "&" : ";", pairs);
  }

  private byte[] body() {
    return switch (random.nextInt(6)) {
      case 0, 1 -> json(3).getBytes(StandardCharsets.UTF_8);
      case 2 -> form().getBytes(StandardCharsets.UTF_8);
      case 3 -> multipart().getBytes(StandardCharsets.UTF_8);
      case 4 -> ("[".repeat(1 + random.nextInt(3000))).getBytes(StandardCharsets.UTF_8);
      default -> noise();
    };
  }

  private byte[] noise() {
    byte[] noise = new byte[1 + random.nextInt(200)];
    random.nextBytes(noise);
    return noise;
  }

  private String json(int depth) {
    String json =
        switch (random.nextInt(depth == 0 ? 4 : 7)) {
          case 0 -> "\"" + pick(TEXTS).replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
          case 1 -> pick(List.of("0", "-1", "1e400", "99999999999999999999", "0.1", "-"));
          case 2 -> pick(List.of("null", "true", "false", "\"\\u0000\"", "\"\\ud800\""));
          case 3 -> "\"" + "x".repeat(random.nextInt(6000)) + "\"";
          case 4 -> "[" + json(depth - 1) + "," + json(depth - 1) + "]";
          default ->
              "{\""
                  + pick(KEYS)
                  + "\":"
                  + json(depth - 1)
                  + ",\""
                  + pick(KEYS)
                  + "\":"
                  + json(depth - 1)
                  + "}";
        };
    return chance(10) ? json.substring(0, random.nextInt(json.length() + 1)) : json;
  }

  private String multipart() {
    return "--b\r\nContent-Disposition: form-data; name=\""
        + pick(PARAMETERS)
        + "\"; filename=\""
        + pick(TEXTS)
        + "\"\r\n\r\n"
        + pick(TEXTS)
        + (chance(60) ? "\r\n--b--\r\n" : "");
  }

  private <T> T pick(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }
}
