package br.gov.sp.prefeitura.redeinfo.holes;

import br.gov.sp.prefeitura.redeinfo.support.Visitor;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What 7.24.0 does to sessions, cookies and pages. */
final class SessionAttacks {

  private static final Pattern NONCE = Pattern.compile("nonce=\"([^\"]+)\"");

  private SessionAttacks() {}

  static List<Attack> all() {
    return List.of(
        new Attack("ends a session by a request without the token", SessionAttacks::endsSession),
        new Attack(
            "reads a cookie that goes over plain HTTP after TLS",
            target ->
                Stream.of(target.tasklist(), target.publicPage())
                    .map(page -> overTls(target, page).headers().allValues("Set-Cookie"))
                    .flatMap(List::stream)
                    .anyMatch(cookie -> !cookie.toLowerCase().contains("secure"))),
        new Attack(
            "leads people back to plain HTTP after TLS",
            target ->
                overTls(target, target.tasklist())
                    .headers()
                    .firstValue("Strict-Transport-Security")
                    .isEmpty()),
        new Attack(
            "runs text as script in a page outside the web applications",
            target -> {
              String policy =
                  target
                      .nobody()
                      .get(target.publicPage())
                      .headers()
                      .firstValue("Content-Security-Policy")
                      .orElse("");
              return policy.isEmpty() || policy.contains("unsafe-");
            }),
        new Attack(
            "runs text as script in an answer of the API",
            target -> {
              String policy =
                  target
                      .ana()
                      .getJson(target.api("/filter/count"))
                      .headers()
                      .firstValue("Content-Security-Policy")
                      .orElse("");
              return policy.isEmpty() || policy.contains("unsafe-");
            }),
        new Attack(
            "guesses a stolen password hash at the speed of SHA-512",
            target -> target.storedPassword().startsWith("{SHA-512}")));
  }

  private static boolean endsSession(Target target) {
    Visitor ana = target.anaAnew();
    if (!Attacks.accepted(ana.getJson(target.api("/filter/count")))) {
      throw new AssertionError("not signed in");
    }
    ana.send(
        target.api("/task"),
        request ->
            request
                .header("Content-Type", "application/json")
                .header("X-XSRF-TOKEN", "stale")
                .POST(BodyPublishers.ofString("{}")));
    return ana.getJson(target.api("/filter/count")).statusCode() == 401;
  }

  /** The request as a proxy on this machine passes it on that has ended TLS. */
  private static HttpResponse<String> overTls(Target target, String path) {
    return target
        .nobody()
        .send(path, request -> request.header("X-Forwarded-Proto", "https").GET());
  }

  /**
   * Loads Tasklist over six connections and counts the pages whose scripts carry another nonce than
   * their policy: their browsers stay blank.
   */
  static long pagesWithWrongNonce(Target target, int loads) throws Exception {
    ExecutorService browsers = Executors.newFixedThreadPool(6);
    try {
      List<Future<Boolean>> pages =
          IntStream.range(0, loads)
              .mapToObj(load -> browsers.submit(() -> wrongNonce(target)))
              .toList();
      long wrong = 0;
      for (Future<Boolean> page : pages) {
        wrong += Boolean.TRUE.equals(page.get()) ? 1 : 0;
      }
      return wrong;
    } finally {
      browsers.shutdownNow();
    }
  }

  private static boolean wrongNonce(Target target) {
    HttpResponse<String> page = target.ana().get(target.tasklist());
    String policy = page.headers().firstValue("Content-Security-Policy").orElse("");
    Matcher nonce = NONCE.matcher(page.body());
    if (!nonce.find()) {
      throw new AssertionError("a page without a nonce: " + page.statusCode());
    }
    do {
      if (!policy.contains("'nonce-" + nonce.group(1) + "'")) {
        return true;
      }
    } while (nonce.find());
    return false;
  }
}
