package br.gov.sp.prefeitura.redeinfo.identity.web;

import br.gov.sp.prefeitura.redeinfo.identity.domain.SessionStore;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.annotation.Order;
import org.springframework.session.web.http.SessionRepositoryFilter;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Around Spring Session's filter, which asks for the session once more at the end of every request
 * to see whether it still exists: a request reads its session from the database once.
 */
@Component
@Order(SessionRepositoryFilter.DEFAULT_ORDER - 1)
class OneSessionReadFilter extends OncePerRequestFilter {

  private final SessionStore sessions;

  OneSessionReadFilter(SessionStore sessions) {
    this.sessions = sessions;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    sessions.remember();
    try {
      chain.doFilter(request, response);
    } finally {
      sessions.forget();
    }
  }
}
