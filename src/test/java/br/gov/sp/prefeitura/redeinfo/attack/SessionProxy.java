package br.gov.sp.prefeitura.redeinfo.attack;

import br.gov.sp.prefeitura.redeinfo.support.Visitor;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A way to the application, on loopback, that puts the session of somebody who has signed in into
 * each request but those to sign out: a scanner follows every form it meets.
 */
final class SessionProxy implements AutoCloseable {

  private static final String SIGN_OUT = "/logout";

  private static final Set<String> NOT_PASSED_ON =
      Set.of(
          "connection",
          "content-length",
          "cookie",
          "expect",
          "host",
          "keep-alive",
          "transfer-encoding",
          "upgrade");

  private final HttpServer server;
  private final ExecutorService workers = Executors.newFixedThreadPool(8);
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final String application;
  private final String cookies;
  private final String withoutSession;

  /**
   * @param visitor signed in, or nobody in particular
   */
  SessionProxy(Visitor visitor) throws IOException {
    application = visitor.address();
    cookies = cookiesOf(visitor);
    withoutSession = "XSRF-TOKEN=" + visitor.cookie("XSRF-TOKEN").orElse("");
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::passOn);
    server.setExecutor(workers);
    server.start();
  }

  /** The cookies of a browser, whether somebody has signed in or not, as one header. */
  static String cookiesOf(Visitor visitor) {
    visitor.get(visitor.username() == null ? "/login" : "/notices");
    List<String> cookies = new ArrayList<>();
    for (String name : List.of("REDE_INFO_SESSION", "XSRF-TOKEN")) {
      visitor.cookie(name).ifPresent(value -> cookies.add(name + "=" + value));
    }
    return String.join("; ", cookies);
  }

  String address() {
    return "http://localhost:" + server.getAddress().getPort() + "/";
  }

  private void passOn(HttpExchange exchange) throws IOException {
    try (exchange) {
      URI asked = exchange.getRequestURI();
      HttpResponse<byte[]> answer = ask(exchange, asked);
      answer.headers().map().forEach((name, values) -> passOn(exchange, name, values));
      byte[] body = answer.body();
      exchange.sendResponseHeaders(answer.statusCode(), body.length == 0 ? -1 : body.length);
      if (body.length > 0) {
        exchange.getResponseBody().write(body);
      }
    }
  }

  private HttpResponse<byte[]> ask(HttpExchange exchange, URI asked) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(application + asked.getRawPath() + query(asked)))
            .method(exchange.getRequestMethod(), BodyPublishers.ofByteArray(body))
            .header("Cookie", isSignOut(asked) ? withoutSession : cookies);
    exchange
        .getRequestHeaders()
        .forEach(
            (name, values) -> {
              if (isPassedOn(name)) {
                values.forEach(value -> request.header(name, value));
              }
            });
    try {
      return client.send(request.build(), BodyHandlers.ofByteArray());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  private static boolean isSignOut(URI asked) {
    return asked.getPath() != null && asked.getPath().contains(SIGN_OUT);
  }

  private static String query(URI asked) {
    return asked.getRawQuery() == null ? "" : "?" + asked.getRawQuery();
  }

  private static void passOn(HttpExchange exchange, String name, List<String> values) {
    if (isPassedOn(name)) {
      values.forEach(value -> exchange.getResponseHeaders().add(name, value));
    }
  }

  private static boolean isPassedOn(String name) {
    return !name.startsWith(":") && !NOT_PASSED_ON.contains(name.toLowerCase(Locale.ROOT));
  }

  @Override
  public void close() {
    server.stop(0);
    workers.shutdownNow();
  }
}
