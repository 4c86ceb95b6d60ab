package br.gov.sp.prefeitura.redeinfo.identity.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.security.web.savedrequest.SimpleSavedRequest;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.util.WebUtils;

/**
 * The page somebody asked for before signing in, kept in a cookie: people who are not signed in
 * have no session, so robots fill no table. Path and query alone, whatever the cookie says: nothing
 * decides that people are led to another site.
 */
final class PageAskedFor implements RequestCache {

  static final String COOKIE = "REDE_INFO_PAGE";

  private static final int LONGEST = 2_000;

  private final RequestMatcher pages;

  /**
   * @param pages the requests worth coming back to
   */
  PageAskedFor(RequestMatcher pages) {
    this.pages = pages;
  }

  @Override
  public void saveRequest(HttpServletRequest request, HttpServletResponse response) {
    String query = request.getQueryString();
    String page = request.getRequestURI() + (query == null ? "" : "?" + query);
    if (pages.matches(request) && page.length() <= LONGEST) {
      String value =
          Base64.getUrlEncoder()
              .withoutPadding()
              .encodeToString(page.getBytes(StandardCharsets.UTF_8));
      // Gone with the browser's session.
      response.addHeader(HttpHeaders.SET_COOKIE, cookie(request, value, Duration.ofSeconds(-1)));
    }
  }

  /** Where to go on after the sign-in; empty if nothing was asked for that can be trusted. */
  static Optional<String> of(HttpServletRequest request) {
    Cookie cookie = WebUtils.getCookie(request, COOKIE);
    if (cookie == null) {
      return Optional.empty();
    }
    try {
      byte[] value = Base64.getUrlDecoder().decode(cookie.getValue());
      URI page = URI.create(new String(value, StandardCharsets.UTF_8));
      if (page.getRawPath() == null || !page.getRawPath().startsWith("/")) {
        return Optional.empty();
      }
      // Browsers take two slashes for the name of a host.
      String path = "/" + page.getRawPath().replaceFirst("^/+", "");
      String query = page.getRawQuery();
      return Optional.of(query == null ? path : path + '?' + query);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  static void forget(HttpServletRequest request, HttpServletResponse response) {
    if (WebUtils.getCookie(request, COOKIE) != null) {
      response.addHeader(HttpHeaders.SET_COOKIE, cookie(request, "", Duration.ZERO));
    }
  }

  private static String cookie(HttpServletRequest request, String value, Duration age) {
    return ResponseCookie.from(COOKIE, value)
        .path(request.getContextPath() + "/")
        .maxAge(age)
        .httpOnly(true)
        .secure(request.isSecure())
        .sameSite("Lax")
        .build()
        .toString();
  }

  @Override
  public SavedRequest getRequest(HttpServletRequest request, HttpServletResponse response) {
    return of(request).map(SimpleSavedRequest::new).orElse(null);
  }

  /** Nothing to put back: only pages are kept, and their address says it all. */
  @Override
  public HttpServletRequest getMatchingRequest(
      HttpServletRequest request, HttpServletResponse response) {
    return null;
  }

  @Override
  public void removeRequest(HttpServletRequest request, HttpServletResponse response) {
    forget(request, response);
  }
}
