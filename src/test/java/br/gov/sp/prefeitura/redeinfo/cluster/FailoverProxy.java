package br.gov.sp.prefeitura.redeinfo.cluster;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * The proxy of the container file in small, with its rules: asks each node whether it is ready,
 * sends a request to any that is, to another one if no connection is made, and nowhere a second
 * time once a node has begun to read it.
 */
final class FailoverProxy implements AutoCloseable {

  private static final Duration INTERVAL = Duration.ofMillis(200);

  /** About one connection, or not the client's to set. */
  private static final Set<String> NOT_PASSED_ON =
      Set.of(
          "host",
          "connection",
          "content-length",
          "transfer-encoding",
          "upgrade",
          "http2-settings",
          "expect");

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(2))
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();
  private final List<Integer> nodes = new CopyOnWriteArrayList<>();
  private final Set<Integer> ready = ConcurrentHashMap.newKeySet();
  private final ScheduledExecutorService checks = Executors.newSingleThreadScheduledExecutor();
  private final ExecutorService requests = Executors.newCachedThreadPool();
  private final HttpServer server;

  FailoverProxy() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(requests);
    server.createContext("/", this::answer);
    server.start();
    checks.scheduleWithFixedDelay(
        () -> nodes.forEach(this::check), 0, INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
  }

  int port() {
    return server.getAddress().getPort();
  }

  void add(int node) {
    nodes.add(node);
  }

  void remove(int node) {
    nodes.remove((Integer) node);
    ready.remove(node);
  }

  int readyNodes() {
    return ready.size();
  }

  private void check(int node) {
    HttpRequest question =
        HttpRequest.newBuilder(address(node, "/actuator/health/readiness"))
            .timeout(Duration.ofSeconds(2))
            .build();
    try {
      if (client.send(question, BodyHandlers.discarding()).statusCode() == 200) {
        ready.add(node);
      } else {
        ready.remove(node);
      }
    } catch (IOException e) {
      ready.remove(node);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    List<Integer> candidates = new ArrayList<>(ready);
    Collections.shuffle(candidates);
    try (exchange) {
      for (int node : candidates) {
        try {
          pass(client.send(request(exchange, node, body), BodyHandlers.ofByteArray()), exchange);
          return;
        } catch (ConnectException e) {
          ready.remove(node);
        } catch (IOException e) {
          exchange.sendResponseHeaders(502, -1);
          return;
        }
      }
      exchange.sendResponseHeaders(503, -1);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static HttpRequest request(HttpExchange exchange, int node, byte[] body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address(node, exchange.getRequestURI().toString()))
            .timeout(Duration.ofSeconds(60))
            .method(exchange.getRequestMethod(), BodyPublishers.ofByteArray(body));
    exchange
        .getRequestHeaders()
        .forEach(
            (name, values) -> {
              if (!NOT_PASSED_ON.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
              }
            });
    return request.build();
  }

  private static void pass(HttpResponse<byte[]> answer, HttpExchange exchange) throws IOException {
    answer
        .headers()
        .map()
        .forEach(
            (name, values) -> {
              if (!NOT_PASSED_ON.contains(name.toLowerCase(Locale.ROOT))) {
                exchange.getResponseHeaders().put(name, values);
              }
            });
    byte[] body = answer.body();
    exchange.sendResponseHeaders(answer.statusCode(), body.length == 0 ? -1 : body.length);
    if (body.length > 0) {
      exchange.getResponseBody().write(body);
    }
  }

  private static URI address(int node, String path) {
    return URI.create("http://localhost:" + node + path);
  }

  @Override
  public void close() {
    checks.shutdownNow();
    server.stop(0);
    requests.shutdownNow();
  }
}
