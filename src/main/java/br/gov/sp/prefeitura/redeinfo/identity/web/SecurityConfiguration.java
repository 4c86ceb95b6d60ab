package br.gov.sp.prefeitura.redeinfo.identity.web;

import static br.gov.sp.prefeitura.redeinfo.identity.web.Routes.SCRIPTS;
import static br.gov.sp.prefeitura.redeinfo.identity.web.Routes.SIGN_IN;
import static br.gov.sp.prefeitura.redeinfo.identity.web.Routes.SIGN_OUT;
import static br.gov.sp.prefeitura.redeinfo.identity.web.Routes.WEBAPP_API;

import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson;
import br.gov.sp.prefeitura.redeinfo.identity.IdentityProperties;
import br.gov.sp.prefeitura.redeinfo.identity.domain.AccountRepository;
import br.gov.sp.prefeitura.redeinfo.identity.domain.SignInRecord;
import br.gov.sp.prefeitura.redeinfo.workflow.WebappAnswers;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.ExceptionHandlingConfigurer;
import org.springframework.security.config.annotation.web.configurers.LogoutConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.WebAttributes;
import org.springframework.security.web.access.RequestMatcherDelegatingAccessDeniedHandler;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.logout.HeaderWriterLogoutHandler;
import org.springframework.security.web.authentication.logout.HttpStatusReturningLogoutSuccessHandler;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.writers.ClearSiteDataHeaderWriter;
import org.springframework.security.web.header.writers.ClearSiteDataHeaderWriter.Directive;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;

/**
 * One sign-in for our pages and the web applications. {@link Routes} says who may ask for what,
 * {@link ResponseHeaders} what browsers must keep from doing.
 */
@Configuration
class SecurityConfiguration {

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
    // Alone: with a manager behind it each wrong password would be tried, and counted, twice.
    http.authenticationManager(new ProviderManager(passwordSignIn))
        .authorizeHttpRequests(rules -> Routes.authorize(rules, people))
        .formLogin(
            form ->
                form.loginPage(SIGN_IN)
                    .authenticationDetailsSource(SignInSource::of)
                    .successHandler(outcome)
                    .failureHandler(outcome))
        .logout(sessions -> signOut(sessions, record))
        .exceptionHandling(errors -> refuse(errors, webappAnswers))
        .requestCache(cache -> cache.requestCache(new PageAskedFor(Routes.PAGES)))
        .csrf(
            csrf ->
                csrf.csrfTokenRepository(tokens())
                    .csrfTokenRequestHandler(new CsrfHandling())
                    .ignoringRequestMatchers(Routes.WITHOUT_TOKEN))
        .addFilterAfter(new CsrfHandling.CookieFilter(), CsrfFilter.class)
        .addFilterAfter(new EndedSessionFilter(accounts), SecurityContextHolderFilter.class)
        .headers(ResponseHeaders::set);
    return http.build();
  }

  /** Scripts of the web applications read the cookie; it is secure where the request was. */
  private static CookieCsrfTokenRepository tokens() {
    CookieCsrfTokenRepository tokens = CookieCsrfTokenRepository.withHttpOnlyFalse();
    tokens.setCookieCustomizer(cookie -> cookie.sameSite("Lax"));
    return tokens;
  }

  /** Leaves nothing half filled in the browser's storage, see {@code kept-forms.js} as well. */
  private static void signOut(LogoutConfigurer<HttpSecurity> sessions, SignInRecord record) {
    sessions
        .logoutRequestMatcher(SIGN_OUT)
        .addLogoutHandler((request, response, who) -> recordSignOut(record, who))
        .addLogoutHandler(
            new HeaderWriterLogoutHandler(new ClearSiteDataHeaderWriter(Directive.STORAGE)))
        .defaultLogoutSuccessHandlerFor(new HttpStatusReturningLogoutSuccessHandler(), SCRIPTS)
        .logoutSuccessUrl(SIGN_IN + "?signed-out");
  }

  private static void recordSignOut(SignInRecord record, Authentication who) {
    if (who != null && who.getPrincipal() instanceof SignedInAccount account) {
      record.signedOut(account.personId());
    }
  }

  /** Pages lead to the sign-in, scripts read a status and words. */
  private static void refuse(
      ExceptionHandlingConfigurer<HttpSecurity> errors, WebappAnswers webappAnswers) {
    errors
        .defaultAuthenticationEntryPointFor(webappAnswers, WEBAPP_API)
        .defaultAuthenticationEntryPointFor(
            (request, response, reason) -> response.sendError(HttpStatus.UNAUTHORIZED.value()),
            SCRIPTS)
        .defaultAuthenticationEntryPointFor(signInPage(), new NegatedRequestMatcher(SCRIPTS))
        .accessDeniedHandler(
            new RequestMatcherDelegatingAccessDeniedHandler(
                new LinkedHashMap<>(Map.of(WEBAPP_API, webappAnswers)),
                SecurityConfiguration::sayForbidden));
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

  /** Hashes say how they were made, so that another method can take over one day. */
  @Bean
  PasswordEncoder passwordEncoder(IdentityProperties properties) {
    return new DelegatingPasswordEncoder(
        "bcrypt", Map.of("bcrypt", new BCryptPasswordEncoder(properties.hashStrength())));
  }
}
