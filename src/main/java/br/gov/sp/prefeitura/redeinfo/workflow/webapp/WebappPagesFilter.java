package br.gov.sp.prefeitura.redeinfo.workflow.webapp;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.admin.Admin;
import org.camunda.bpm.cockpit.Cockpit;
import org.camunda.bpm.tasklist.Tasklist;
import org.camunda.bpm.webapp.plugin.spi.AppPlugin;
import org.camunda.bpm.welcome.Welcome;
import org.springframework.core.io.ResourceLoader;
import org.springframework.http.HttpHeaders;
import org.springframework.web.util.HtmlUtils;

/**
 * Serves the start pages of the web applications, each with a content security policy and a nonce
 * of its own. Camunda's filter keeps the nonce in the servlet context, where parallel requests
 * overwrite it and pages stay blank. The page that makes a first administrator is never served.
 */
class WebappPagesFilter extends HttpFilter {

  private static final Map<String, Supplier<List<? extends AppPlugin>>> PLUGINS =
      Map.of(
          "tasklist", () -> Tasklist.getRuntimeDelegate().getAppPluginRegistry().getPlugins(),
          "cockpit", () -> Cockpit.getRuntimeDelegate().getAppPluginRegistry().getPlugins(),
          "admin", () -> Admin.getRuntimeDelegate().getAppPluginRegistry().getPlugins(),
          "welcome", () -> Welcome.getRuntimeDelegate().getAppPluginRegistry().getPlugins());

  private static final Pattern PAGE =
      Pattern.compile("/app(?:/(tasklist|cockpit|admin|welcome)(?:/default)?)?/?");
  private static final Pattern SETUP = Pattern.compile("/app/admin/.*setup.*");

  /** {@code unsafe-eval} is what AngularJS templates need; it is confined to these pages. */
  private static final String POLICY =
      "default-src 'self'; base-uri 'self'; script-src 'nonce-%s' 'strict-dynamic' 'unsafe-eval';"
          + " style-src 'self' 'unsafe-inline'; img-src 'self' data:; form-action 'self';"
          + " frame-ancestors 'none'; object-src 'none'";

  private static final SecureRandom RANDOM = new SecureRandom();

  private final transient ResourceLoader resourceLoader;
  private final String resources;
  private final transient WebappLanguage language;
  private final transient PersonGroups groups;

  WebappPagesFilter(
      ResourceLoader resourceLoader,
      String resources,
      WebappLanguage language,
      PersonGroups groups) {
    this.resourceLoader = resourceLoader;
    this.resources = resources;
    this.language = language;
    this.groups = groups;
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String path = request.getServletPath().substring(WebappConfiguration.PATH.length());
    Matcher page = PAGE.matcher(path);
    if (SETUP.matcher(path).matches()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    } else if (!page.matches()) {
      chain.doFilter(request, response);
    } else {
      String app = page.group(1) == null ? "tasklist" : page.group(1);
      String address = "/app/" + app + "/" + WebappConfiguration.ENGINE + "/";
      if (path.equals(address)) {
        servePage(app, request, response);
      } else {
        response.sendRedirect(request.getContextPath() + WebappConfiguration.PATH + address);
      }
    }
  }

  private void servePage(String app, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String nonce = newNonce();
    String root = request.getContextPath() + WebappConfiguration.PATH;
    byte[] page =
        resourceLoader
            .getResource(resources + "/app/" + app + "/index.html")
            .getContentAsString(StandardCharsets.UTF_8)
            .replace("$APP_ROOT", root)
            .replace("$BASE", root + "/app/" + app + "/" + WebappConfiguration.ENGINE + "/")
            .replace("$PLUGIN_PACKAGES", pluginPackages(app, root))
            .replace("$PLUGIN_DEPENDENCIES", pluginDependencies(app))
            .replace("$CSP_NONCE", "nonce=\"" + nonce + "\"")
            .replace("$PERSON", HtmlUtils.htmlEscape(personOf(request)))
            .replace("$HANDS_OVER", String.valueOf(handsOver(request)))
            .replace("$HOME", request.getContextPath() + "/")
            .replace("$LANG", language.of(request).toLanguageTag())
            .getBytes(StandardCharsets.UTF_8);
    response.setContentType("text/html;charset=UTF-8");
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    response.setHeader("Content-Security-Policy", POLICY.formatted(nonce));
    response.setContentLength(page.length);
    response.getOutputStream().write(page);
  }

  private static String personOf(HttpServletRequest request) {
    Principal person = request.getUserPrincipal();
    return person == null ? "" : person.getName();
  }

  /** What the page offers only; the engine asks again when it is used. */
  private boolean handsOver(HttpServletRequest request) {
    String person = personOf(request);
    return !person.isEmpty() && groups.of(person, request).contains(PersonGroups.COORDINATION);
  }

  private static String pluginPackages(String app, String root) {
    return plugins(
        app,
        id ->
            "{ name: '%1$s-plugin-%2$s', location: '%3$s/api/%1$s/plugin/%2$s/static/app', main: 'plugin.js' }"
                .formatted(app, id, root));
  }

  private static String pluginDependencies(String app) {
    return plugins(
        app,
        id ->
            "{ ngModuleName: '%1$s.plugin.%2$s', requirePackageName: '%1$s-plugin-%2$s' }"
                .formatted(app, id));
  }

  private static String plugins(String app, UnaryOperator<String> entry) {
    return PLUGINS.get(app).get().stream()
        .map(plugin -> entry.apply(plugin.getId()))
        .collect(Collectors.joining(", ", "[", "]"));
  }

  private static String newNonce() {
    byte[] bytes = new byte[20];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
