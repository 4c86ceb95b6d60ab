package br.gov.sp.prefeitura.redeinfo.identity.web;

import static br.gov.sp.prefeitura.redeinfo.identity.Groups.ADMINISTRATION;
import static br.gov.sp.prefeitura.redeinfo.identity.Groups.AUDITOR;
import static br.gov.sp.prefeitura.redeinfo.identity.Groups.COORDINATION;
import static br.gov.sp.prefeitura.redeinfo.identity.Groups.EMASP;

import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson;
import jakarta.servlet.DispatcherType;
import java.util.Arrays;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestHeaderRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Who may ask for which address. Nothing is open that is not listed here; what only some may see is
 * decided by the groups of the moment. Rules about single records (a body's nomination, a task)
 * stay with the services that know them.
 *
 * <p>All matchers are path patterns: Spring's string matchers miss the web applications' servlets.
 */
final class Routes {

  static final String SIGN_IN = "/login";

  private static final PathPatternRequestMatcher.Builder PATH =
      PathPatternRequestMatcher.withDefaults();

  static final RequestMatcher WEBAPP_API = PATH.matcher("/camunda/api/**");

  /** Our button, and the web applications' own. */
  static final RequestMatcher SIGN_OUT =
      any(
          PATH.matcher(HttpMethod.POST, "/logout"),
          PATH.matcher(HttpMethod.POST, "/camunda/api/admin/auth/user/{engine}/logout"));

  /** Requests of scripts: they get a status, not a page to sign in, and are not come back to. */
  static final RequestMatcher SCRIPTS =
      any(
          WEBAPP_API,
          new RequestHeaderRequestMatcher("HX-Request"),
          new RequestHeaderRequestMatcher("X-Requested-With"),
          request -> request.getRequestURI().endsWith(".json"),
          request -> wantsJsonAlone(request.getHeader(HttpHeaders.ACCEPT)));

  /** What pages bring along, the same for everybody. */
  static final RequestMatcher FILES =
      any(
          read("/css/**"),
          read("/js/**"),
          read("/img/**"),
          read("/webjars/**"),
          read("/favicon.ico"));

  /** Pages that are worth coming back to after the sign-in. */
  static final RequestMatcher PAGES =
      new AndRequestMatcher(
          PATH.matcher(HttpMethod.GET, "/**"), new NegatedRequestMatcher(SCRIPTS));

  /** Everybody may read these. */
  private static final RequestMatcher PUBLIC =
      any(
          read("/"),
          read(SIGN_IN),
          read("/privacy-notice"),
          read("/password/**"),
          read("/directory/**"),
          // What the city tries out is everybody's business once it is approved.
          read("/projects"),
          read("/projects.csv"),
          read("/projects.json"),
          read("/projects/**"),
          read("/demonstration/**"),
          // What meetings discussed and decided, once their minutes are approved, and what comes of
          // it.
          read("/minutes"),
          read("/minutes.csv"),
          read("/minutes.json"),
          read("/minutes/{id:[0-9]+}"),
          read("/minutes/{id:[0-9]+}.pdf"),
          read("/initiatives"),
          read("/initiatives/{id:[0-9]+}"),
          // The network's rules, and what it plans for the year.
          read("/statute"),
          read("/statute/versions"),
          read("/statute/{number:[0-9]+}"),
          read("/statute/{number:[0-9]+}/changes"),
          read("/plan"),
          read("/plan/{year:[0-9]+}"),
          read("/plan/{year:[0-9]+}.csv"),
          read("/plan/{year:[0-9]+}.json"),
          // Whoever holds a certificate, or its code, may know whether it is good.
          read("/certificates"),
          read("/certificates/{code:[0-9A-Za-z-]+}"),
          // The address is the key: calendar programs cannot sign in.
          read("/calendar/feed/*"),
          read("/check-in/{event}/{code}"),
          // Who may join has no account yet.
          read("/join/**"),
          // Whoever holds a letter's link may take its address off the list.
          read("/opt-out/{token}"),
          read("/actuator/health/**"),
          // What the body of a published pilot opened.
          read("/projects/{id}/evidence/{evidence}/{name}"),
          FILES);

  /** The forms for people who are not signed in. */
  private static final RequestMatcher PUBLIC_FORMS =
      any(
          PATH.matcher(HttpMethod.POST, SIGN_IN),
          PATH.matcher(HttpMethod.POST, "/password/**"),
          PATH.matcher(HttpMethod.POST, "/certificates"),
          PATH.matcher(HttpMethod.POST, "/join/**"),
          PATH.matcher(HttpMethod.POST, "/opt-out/{token}"));

  /**
   * Forms that need no token against forgery: the address is a secret that only the letter's reader
   * holds, and mail programs post to it without cookies (RFC 8058).
   */
  static final RequestMatcher WITHOUT_TOKEN = PATH.matcher(HttpMethod.POST, "/opt-out/{token}");

  /** Never: it would make an administrator of whoever comes first. */
  private static final RequestMatcher ADMINISTRATOR_SET_UP =
      any(
          PATH.matcher("/camunda/api/admin/setup/**"),
          PATH.matcher("/camunda/app/admin/setup/**"),
          PATH.matcher("/camunda/app/admin/{engine}/setup/**"));

  /** What Tasklist needs of the applications that are otherwise the administrators'. */
  private static final RequestMatcher SESSION_OF_WEBAPPS =
      any(PATH.matcher("/camunda/api/admin/auth/**"), PATH.matcher("/camunda/app/tasklist/**"));

  private static final RequestMatcher ADMINISTRATORS =
      any(
          PATH.matcher("/admin/**"),
          PATH.matcher("/camunda/app/admin/**"),
          PATH.matcher("/camunda/app/cockpit/**"),
          PATH.matcher("/camunda/app/welcome/**"),
          PATH.matcher("/camunda/api/admin/**"),
          PATH.matcher("/camunda/api/cockpit/**"));

  /** Who did what is for them alone: not for those whose deeds are on record. */
  private static final RequestMatcher AUDITORS = PATH.matcher("/audit/**");

  /** Whole lists of persons, with numbers and addresses: for those who work with them. */
  private static final RequestMatcher LISTS_TO_TAKE_OVER = PATH.matcher("/imports/**");

  /** How long personal data is kept: for those who answer for it, and those who look on. */
  private static final RequestMatcher PRIVACY =
      any(PATH.matcher("/privacy"), PATH.matcher("/privacy/**"));

  /** The coordination works here, the auditors look on. */
  private static final RequestMatcher COORDINATION_PAGES =
      any(
          PATH.matcher("/rounds/**"),
          PATH.matcher("/outreach/**"),
          PATH.matcher("/network/**"),
          PATH.matcher("/people/**"),
          PATH.matcher("/bodies/{slug}/appointments/**"),
          PATH.matcher("/trainings/risk/**"),
          PATH.matcher("/trainings/risk.csv"),
          PATH.matcher("/trainings/hours.csv"));

  /** The coordination plans trainings; the school and the auditors look on. */
  private static final RequestMatcher TRAINING_PLANNING = PATH.matcher("/trainings/planning/**");

  private Routes() {}

  /** The rules, from the narrowest to "signed in". */
  static void authorize(
      AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry
          rules,
      CurrentPerson people) {
    rules
        .dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
        .permitAll()
        .requestMatchers(ADMINISTRATOR_SET_UP)
        .denyAll()
        .requestMatchers(PUBLIC, PUBLIC_FORMS)
        .permitAll()
        .requestMatchers(SESSION_OF_WEBAPPS)
        .authenticated()
        .requestMatchers(AUDITORS)
        .access(anyOf(people, AUDITOR))
        .requestMatchers(ADMINISTRATORS)
        .access(anyOf(people, ADMINISTRATION))
        .requestMatchers(LISTS_TO_TAKE_OVER)
        .access(anyOf(people, COORDINATION))
        .requestMatchers(new AndRequestMatcher(PRIVACY, read("/**")))
        .access(anyOf(people, COORDINATION, ADMINISTRATION, AUDITOR))
        .requestMatchers(PRIVACY)
        .access(anyOf(people, COORDINATION, ADMINISTRATION))
        .requestMatchers(new AndRequestMatcher(TRAINING_PLANNING, read("/**")))
        .access(anyOf(people, COORDINATION, EMASP, AUDITOR))
        .requestMatchers(TRAINING_PLANNING)
        .access(anyOf(people, COORDINATION))
        .requestMatchers(new AndRequestMatcher(COORDINATION_PAGES, read("/**")))
        .access(anyOf(people, COORDINATION, AUDITOR))
        .requestMatchers(COORDINATION_PAGES)
        .access(anyOf(people, COORDINATION))
        .anyRequest()
        .authenticated();
  }

  static RequestMatcher any(RequestMatcher... matchers) {
    return new OrRequestMatcher(matchers);
  }

  private static RequestMatcher read(String pattern) {
    return any(PATH.matcher(HttpMethod.GET, pattern), PATH.matcher(HttpMethod.HEAD, pattern));
  }

  private static boolean wantsJsonAlone(String accept) {
    return accept != null && accept.contains("json") && !accept.contains("text/html");
  }

  private static AuthorizationManager<RequestAuthorizationContext> anyOf(
      CurrentPerson people, String... groups) {
    return (authentication, context) ->
        new AuthorizationDecision(
            people
                .find()
                .filter(person -> Arrays.stream(groups).anyMatch(person::isIn))
                .isPresent());
  }
}
