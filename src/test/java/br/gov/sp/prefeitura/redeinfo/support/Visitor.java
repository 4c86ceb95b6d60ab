package br.gov.sp.prefeitura.redeinfo.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Somebody with a browser of their own: cookies, session, token against forged requests. Redirects
 * are answers like others, nothing follows them by itself.
 */
public final class Visitor {

  private static final String TOKEN_COOKIE = "XSRF-TOKEN";
  private static final String TOKEN_HEADER = "X-XSRF-TOKEN";

  private final CookieManager cookies = new CookieManager();
  private final HttpClient client =
      HttpClient.newBuilder()
          .cookieHandler(cookies)
          .followRedirects(HttpClient.Redirect.NEVER)
          .connectTimeout(Duration.ofSeconds(10))
          .build();
  private final String address;
  private String username;

  private Visitor(int port) {
    this.address = "http://localhost:" + port;
  }

  /** Nobody in particular, at the application's port. */
  public static Visitor at(int port) {
    return new Visitor(port);
  }

  /** Signs in by the form, as people do. */
  public Visitor signIn(String username, String password) {
    HttpResponse<String> answer =
        post("/login", Map.of("username", username, "password", password));
    assertThat(answer.statusCode()).as("signing in as %s", username).isEqualTo(302);
    assertThat(answer.headers().firstValue("Location").orElse(""))
        .as("where %s arrives", username)
        .doesNotContain("/login");
    this.username = username;
    return this;
  }

  /** Signs in at Camunda's own web applications, where they do not know our form. */
  public Visitor signInByCamunda(String engine, String username, String password) {
    get("/camunda/app/tasklist/" + engine + "/");
    HttpResponse<String> answer =
        post(
            "/camunda/api/admin/auth/user/" + engine + "/login/tasklist",
            Map.of("username", username, "password", password));
    assertThat(answer.statusCode()).as("signing in as %s", username).isEqualTo(200);
    get("/camunda/app/tasklist/" + engine + "/");
    this.username = username;
    return this;
  }

  public HttpResponse<String> get(String path) {
    return send(path, request -> request.GET());
  }

  /** A file, byte by byte. */
  public HttpResponse<byte[]> download(String path) {
    return send(path, request -> request.GET(), BodyHandlers.ofByteArray());
  }

  /** Like {@link #get}, with what a script asks for. */
  public HttpResponse<String> getJson(String path) {
    return send(path, request -> request.header("Accept", "application/json").GET());
  }

  /** Submits a form of ours. */
  public HttpResponse<String> post(String path, Map<String, String> fields) {
    return postForm(
        path,
        fields.entrySet().stream()
            .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
            .collect(Collectors.joining("&")));
  }

  /** Submits a form whose body is encoded already. */
  public HttpResponse<String> postForm(String path, String body) {
    return write("POST", path, "application/x-www-form-urlencoded", BodyPublishers.ofString(body));
  }

  /** Submits a form of ours with a file in the field {@code file}, as browsers do. */
  public HttpResponse<String> postFile(
      String path, Map<String, String> fields, String fileName, byte[] content) {
    String boundary = "----boundary-of-the-tests";
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    fields.forEach(
        (name, value) ->
            body.writeBytes(
                ("--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                        .formatted(boundary, name, value))
                    .getBytes(StandardCharsets.UTF_8)));
    body.writeBytes(
        ("--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n"
                    .formatted(boundary, fileName)
                + "Content-Type: application/octet-stream\r\n\r\n")
            .getBytes(StandardCharsets.UTF_8));
    body.writeBytes(content);
    body.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
    return write(
        "POST",
        path,
        "multipart/form-data; boundary=" + boundary,
        BodyPublishers.ofByteArray(body.toByteArray()));
  }

  public HttpResponse<String> postJson(String path, String json) {
    return write("POST", path, "application/json", BodyPublishers.ofString(json));
  }

  /** Any request that needs the token. */
  public HttpResponse<String> write(
      String method, String path, String contentType, BodyPublisher body) {
    String token = token();
    return send(
        path,
        request ->
            request
                .header("Content-Type", contentType)
                .header(TOKEN_HEADER, token)
                .method(method, body));
  }

  /** A request as it comes, without the token. */
  public HttpResponse<String> send(String path, UnaryOperator<HttpRequest.Builder> how) {
    return send(path, how, BodyHandlers.ofString(StandardCharsets.UTF_8));
  }

  private <T> HttpResponse<T> send(
      String path, UnaryOperator<HttpRequest.Builder> how, BodyHandler<T> body) {
    HttpRequest request =
        how.apply(HttpRequest.newBuilder(URI.create(address + path)).timeout(Duration.ofMinutes(1)))
            .build();
    try {
      return client.send(request, body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Who has signed in, or {@code null}. */
  public String username() {
    return username;
  }

  public String address() {
    return address;
  }

  /** The value of a cookie, for a real browser that goes on with this session. */
  public Optional<String> cookie(String name) {
    return cookies.getCookieStore().getCookies().stream()
        .filter(cookie -> cookie.getName().equals(name))
        .map(HttpCookie::getValue)
        .filter(value -> !value.isEmpty())
        .findFirst();
  }

  private String token() {
    return cookie(TOKEN_COOKIE)
        .orElseGet(
            () -> {
              // Pages with a form bring the cookie: the one to sign in, or that to sign out.
              get("/login");
              if (cookie(TOKEN_COOKIE).isEmpty()) {
                get("/notices");
              }
              return cookie(TOKEN_COOKIE).orElseThrow();
            });
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
