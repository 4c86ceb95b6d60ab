package br.gov.sp.prefeitura.redeinfo.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Somebody with a browser: keeps cookies, sends forms with the hidden token of the page seen last,
 * follows no redirect by itself.
 */
final class FormBrowser {

  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

  private final CookieManager cookies = new CookieManager();
  private final HttpClient http =
      HttpClient.newBuilder()
          .cookieHandler(cookies)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();
  private final String address;
  private String token;

  FormBrowser(int port) {
    this.address = "http://localhost:" + port;
  }

  public HttpResponse<String> get(String path) {
    return send(request(path).GET());
  }

  /** With headers given as name, value, name, value … */
  public HttpResponse<String> get(String path, String... headers) {
    return send(request(path).headers(headers).GET());
  }

  /** Sends a form with the token of the page seen last. */
  public HttpResponse<String> submit(String path, Map<String, String> fields) {
    Map<String, String> all = new LinkedHashMap<>(fields);
    if (token != null) {
      all.put("_csrf", token);
    }
    return submitAsIs(path, all);
  }

  /** Sends a form with these fields and nothing else. */
  public HttpResponse<String> submitAsIs(String path, Map<String, String> fields) {
    return send(
        request(path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(encoded(fields))));
  }

  /** Sends JSON like the web applications do: the token in a header, taken from the cookie. */
  public HttpResponse<String> sendJson(String method, String path, String json) {
    HttpRequest.Builder request =
        request(path)
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(json));
    cookie("XSRF-TOKEN").ifPresent(value -> request.header("X-XSRF-TOKEN", value));
    return send(request);
  }

  /** Opens the page to sign in and sends the form. */
  public HttpResponse<String> signIn(String username, String password) {
    get("/login");
    return submit("/login", Map.of("username", username, "password", password));
  }

  public HttpResponse<String> signOut() {
    get("/");
    return submit("/logout", Map.of());
  }

  public Optional<String> cookie(String name) {
    return cookies.getCookieStore().getCookies().stream()
        .filter(cookie -> cookie.getName().equals(name))
        .map(HttpCookie::getValue)
        .findFirst();
  }

  /** As somebody who edits the browser's cookies. */
  public void putCookie(String name, String value) {
    HttpCookie cookie = new HttpCookie(name, value);
    cookie.setPath("/");
    cookie.setVersion(0);
    cookies.getCookieStore().add(URI.create(address), cookie);
  }

  public void forgetCookie(String name) {
    cookies.getCookieStore().getCookies().stream()
        .filter(cookie -> cookie.getName().equals(name))
        .toList()
        .forEach(cookie -> cookies.getCookieStore().remove(null, cookie));
  }

  /** Where a redirect leads, relative to the application. */
  public static String target(HttpResponse<?> response) {
    URI location = URI.create(response.headers().firstValue("Location").orElseThrow());
    return location.getRawQuery() == null
        ? location.getRawPath()
        : location.getRawPath() + '?' + location.getRawQuery();
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(address + path))
        .header("Accept", "text/html,application/json;q=0.9,*/*;q=0.8");
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> response =
          http.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
      Matcher found = TOKEN.matcher(response.body());
      if (found.find()) {
        token = found.group(1);
      }
      return response;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String encoded(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(
            field ->
                URLEncoder.encode(field.getKey(), StandardCharsets.UTF_8)
                    + '='
                    + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }
}
