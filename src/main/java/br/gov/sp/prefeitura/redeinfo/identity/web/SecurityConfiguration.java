package br.gov.sp.prefeitura.redeinfo.identity.web;

import static br.gov.sp.prefeitura.redeinfo.identity.Groups.ADMINISTRATION;
import static br.gov.sp.prefeitura.redeinfo.identity.Groups.AUDITOR;
import static br.gov.sp.prefeitura.redeinfo.identity.Groups.COORDINATION;

import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson;
import br.gov.sp.prefeitura.redeinfo.identity.IdentityProperties;
import br.gov.sp.prefeitura.redeinfo.identity.domain.AccountRepository;
import br.gov.sp.prefeitura.redeinfo.identity.domain.SignInRecord;
import br.gov.sp.prefeitura.redeinfo.workflow.WebappAnswers;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.WebAttributes;
import org.springframework.security.web.access.RequestMatcherDelegatingAccessDeniedHandler;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.logout.HttpStatusReturningLogoutSuccessHandler;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.writers.ContentSecurityPolicyHeaderWriter;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestHeaderRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * One sign-in for our pages and the web applications. Nothing is open that is not listed here; what
 * only some may see is decided by the groups of the moment. Rules about single records (a body's
 * nomination, a task) stay with the services that know them.
 */
@Configuration
class SecurityConfiguration {

  static final String SIGN_IN = "/login";

  /**
   * Our pages bring their own files and nothing else; the web applications set a policy of theirs.
   */
  private static final String PAGE_POLICY =
      "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'self';"
          + " form-action 'self'; frame-ancestors 'none'";

  private static final PathPatternRequestMatcher.Builder PATH =
      PathPatternRequestMatcher.withDefaults();

  /** What pages bring along, the same for everybody. */
  static final RequestMatcher FILES =
      new OrRequestMatcher(
          get("/css/**"), get("/js/**"), get("/img/**"), get("/webjars/**"), get("/favicon.ico"));

  /** Everybody may read these. */
  private static final RequestMatcher PUBLIC =
      new OrRequestMatcher(
          get("/"),
          get(SIGN_IN),
          get("/password/**"),
          get("/directory/**"),
          get("/demonstration/**"),
          get("/actuator/health/**"),
          FILES);

  /** The forms for people who are not signed in. */
  private static final RequestMatcher PUBLIC_FORMS =
      new OrRequestMatcher(
          PATH.matcher(HttpMethod.POST, SIGN_IN), PATH.matcher(HttpMethod.POST, "/password/**"));

  private static final RequestMatcher WEBAPP_API = PATH.matcher("/camunda/api/**");

  /** Our button, and the web applications' own. */
  private static final RequestMatcher SIGN_OUT =
      new OrRequestMatcher(
          PATH.matcher(HttpMethod.POST, "/logout"),
          PATH.matcher(HttpMethod.POST, "/camunda/api/admin/auth/user/{engine}/logout"));

  /** Requests of scripts: they get a status, not a page to sign in, and are not come back to. */
  private static final RequestMatcher SCRIPTS =
      new OrRequestMatcher(
          WEBAPP_API,
          new RequestHeaderRequestMatcher("HX-Request"),
          new RequestHeaderRequestMatcher("X-Requested-With"));

  /** Never: it would make an administrator of whoever comes first. */
  private static final RequestMatcher ADMINISTRATOR_SET_UP =
      new OrRequestMatcher(
          PATH.matcher("/camunda/api/admin/setup/**"),
          PATH.matcher("/camunda/app/admin/setup/**"),
          PATH.matcher("/camunda/app/admin/{engine}/setup/**"));

  /** What Tasklist needs of the applications that are otherwise the administrators'. */
  private static final RequestMatcher SESSION_OF_WEBAPPS =
      new OrRequestMatcher(
          PATH.matcher("/camunda/api/admin/auth/**"), PATH.matcher("/camunda/app/tasklist/**"));

  private static final RequestMatcher ADMINISTRATORS =
      new OrRequestMatcher(
          PATH.matcher("/admin/**"),
          PATH.matcher("/camunda/app/admin/**"),
          PATH.matcher("/camunda/app/cockpit/**"),
          PATH.matcher("/camunda/app/welcome/**"),
          PATH.matcher("/camunda/api/admin/**"),
          PATH.matcher("/camunda/api/cockpit/**"));

  /** Who did what is for them alone: not for those whose deeds are on record. */
  private static final RequestMatcher AUDITORS = PATH.matcher("/audit/**");

  /** The coordination works here, the auditors look on. */
  private static final RequestMatcher COORDINATION_PAGES =
      new OrRequestMatcher(
          PATH.matcher("/rounds/**"),
          PATH.matcher("/network/**"),
          PATH.matcher("/people/**"),
          PATH.matcher("/bodies/{slug}/appointments/**"));

  private static RequestMatcher get(String pattern) {
    return new OrRequestMatcher(
        PATH.matcher(HttpMethod.GET, pattern), PATH.matcher(HttpMethod.HEAD, pattern));
  }

  @Bean
  SecurityFilterChain pages(
      HttpSecurity http,
      PasswordSignIn passwordSignIn,
      SignInOutcome outcome,
      CurrentPerson people,
      AccountRepository accounts,
      SignInRecord record,
      WebappAnswers webappAnswers)
      throws Exception {
    RequestCache pageAskedFor =
        new PageAskedFor(
            new AndRequestMatcher(
                PATH.matcher(HttpMethod.GET, "/**"), new NegatedRequestMatcher(SCRIPTS)));
    // Alone: with a manager behind it each wrong password would be tried, and counted, twice.
    http.authenticationManager(new ProviderManager(passwordSignIn))
        .authorizeHttpRequests(
            rules ->
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
                    .requestMatchers(
                        new AndRequestMatcher(
                            COORDINATION_PAGES,
                            new OrRequestMatcher(
                                PATH.matcher(HttpMethod.GET, "/**"),
                                PATH.matcher(HttpMethod.HEAD, "/**"))))
                    .access(anyOf(people, COORDINATION, AUDITOR))
                    .requestMatchers(COORDINATION_PAGES)
                    .access(anyOf(people, COORDINATION))
                    .anyRequest()
                    .authenticated())
        .formLogin(
            form ->
                form.loginPage(SIGN_IN)
                    .authenticationDetailsSource(SignInSource::of)
                    .successHandler(outcome)
                    .failureHandler(outcome))
        .logout(
            sessions ->
                sessions
                    .logoutRequestMatcher(SIGN_OUT)
                    .addLogoutHandler((request, response, who) -> recordSignOut(record, who))
                    .defaultLogoutSuccessHandlerFor(
                        new HttpStatusReturningLogoutSuccessHandler(), SCRIPTS)
                    .logoutSuccessUrl(SIGN_IN + "?signed-out"))
        .exceptionHandling(
            errors ->
                errors
                    .defaultAuthenticationEntryPointFor(webappAnswers, WEBAPP_API)
                    .accessDeniedHandler(
                        new RequestMatcherDelegatingAccessDeniedHandler(
                            new LinkedHashMap<>(Map.of(WEBAPP_API, webappAnswers)),
                            SecurityConfiguration::sayForbidden))
                    .defaultAuthenticationEntryPointFor(
                        new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED), SCRIPTS)
                    .defaultAuthenticationEntryPointFor(
                        signInPage(), new NegatedRequestMatcher(SCRIPTS)))
        .requestCache(cache -> cache.requestCache(pageAskedFor))
        .csrf(
            csrf ->
                csrf.csrfTokenRepository(CookieCsrfTokenRepository.withHttpOnlyFalse())
                    .csrfTokenRequestHandler(new CsrfHandling()))
        .addFilterAfter(new CsrfHandling.CookieFilter(), CsrfFilter.class)
        .addFilterAfter(new EndedSessionFilter(accounts), SecurityContextHolderFilter.class)
        .headers(
            headers ->
                headers
                    .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                    .addHeaderWriter(
                        new DelegatingRequestMatcherHeaderWriter(
                            new NegatedRequestMatcher(PATH.matcher("/camunda/**")),
                            new ContentSecurityPolicyHeaderWriter(PAGE_POLICY))));
    return http.build();
  }

  private static void recordSignOut(SignInRecord record, Authentication who) {
    if (who != null && who.getPrincipal() instanceof SignedInAccount account) {
      record.signedOut(account.personId());
    }
  }

  /**
   * Leaves the reason for the error page, which says a lost token differently from a lacking role.
   */
  private static void sayForbidden(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException reason)
      throws IOException {
    request.setAttribute(WebAttributes.ACCESS_DENIED_403, reason);
    response.sendError(HttpStatus.FORBIDDEN.value());
  }

  /** Relative, so that no header of the request decides where people type their passwords. */
  private static LoginUrlAuthenticationEntryPoint signInPage() {
    LoginUrlAuthenticationEntryPoint entryPoint = new LoginUrlAuthenticationEntryPoint(SIGN_IN);
    entryPoint.setFavorRelativeUris(true);
    return entryPoint;
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

  /** Hashes say how they were made, so that another method can take over one day. */
  @Bean
  PasswordEncoder passwordEncoder(IdentityProperties properties) {
    return new DelegatingPasswordEncoder(
        "bcrypt", Map.of("bcrypt", new BCryptPasswordEncoder(properties.hashStrength())));
  }
}
