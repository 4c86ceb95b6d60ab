package br.gov.sp.prefeitura.redeinfo.demonstration.web;

import br.gov.sp.prefeitura.redeinfo.demonstration.domain.ConditionalOnDemonstration;
import br.gov.sp.prefeitura.redeinfo.demonstration.domain.Preparation;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Until the accounts and the current round are complete pages may be read, but nothing may be sent:
 * nobody signs in, so nobody meets or disturbs what is half made.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 100)
@ConditionalOnDemonstration
class NoSubmissionsYet extends OncePerRequestFilter {

  private static final Set<String> READING =
      Set.of(HttpMethod.GET.name(), HttpMethod.HEAD.name(), HttpMethod.OPTIONS.name());

  private static final String RETRY_SECONDS = "10";

  private final Preparation preparation;

  NoSubmissionsYet(Preparation preparation) {
    this.preparation = preparation;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (READING.contains(request.getMethod()) || preparation.progress().letsPeopleIn()) {
      chain.doFilter(request, response);
      return;
    }
    response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
    response.sendError(HttpStatus.SERVICE_UNAVAILABLE.value());
  }
}
