package br.gov.sp.prefeitura.redeinfo.identity.web;

import java.time.Duration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.header.writers.ContentSecurityPolicyHeaderWriter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;

/**
 * What every answer tells the browser to keep from doing. The start pages of the web applications
 * say a policy of their own, the only one with {@code unsafe-eval}; a policy that an answer brings
 * is left as it is.
 */
final class ResponseHeaders {

  /** Our pages bring their own files and nothing else. */
  static final String PAGES =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
          + " font-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self';"
          + " base-uri 'none'; frame-ancestors 'none'";

  /** Answers to scripts, and what people uploaded: never a page. */
  static final String DATA = "default-src 'none'; frame-ancestors 'none'; sandbox";

  private static final String NO_DEVICES =
      "camera=(), microphone=(), geolocation=(), payment=(), usb=()";

  private ResponseHeaders() {}

  static void set(HeadersConfigurer<HttpSecurity> headers) {
    headers
        .httpStrictTransportSecurity(
            // Not for names below ours, which are other systems'.
            hsts -> hsts.includeSubDomains(false).maxAgeInSeconds(Duration.ofDays(365).toSeconds()))
        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
        .crossOriginOpenerPolicy(policy -> policy.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
        .crossOriginResourcePolicy(policy -> policy.policy(CrossOriginResourcePolicy.SAME_ORIGIN))
        .permissionsPolicyHeader(policy -> policy.policy(NO_DEVICES))
        .addHeaderWriter(
            new DelegatingRequestMatcherHeaderWriter(
                Routes.WEBAPP_API, new ContentSecurityPolicyHeaderWriter(DATA)))
        .addHeaderWriter(
            new DelegatingRequestMatcherHeaderWriter(
                new NegatedRequestMatcher(Routes.WEBAPP_API),
                new ContentSecurityPolicyHeaderWriter(PAGES)));
  }
}
