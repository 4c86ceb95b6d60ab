package br.gov.sp.prefeitura.redeinfo.identity.web;

import br.gov.sp.prefeitura.redeinfo.identity.domain.AccountRepository;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends a session whose account was disabled or got another password meanwhile; the request goes on
 * as nobody's.
 */
class EndedSessionFilter extends OncePerRequestFilter {

  private final AccountRepository accounts;
  private final SecurityContextLogoutHandler logout = new SecurityContextLogoutHandler();

  EndedSessionFilter(AccountRepository accounts) {
    this.accounts = accounts;
  }

  /** Files that everybody may read need nobody's session, which is read from the database. */
  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return Routes.FILES.matches(request);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
    if (authentication != null
        && authentication.getPrincipal() instanceof SignedInAccount account
        && !isOpen(account)) {
      logout.logout(request, response, authentication);
    }
    chain.doFilter(request, response);
  }

  private boolean isOpen(SignedInAccount signedIn) {
    return accounts
        .find(signedIn.personId())
        .filter(account -> !account.disabled())
        .filter(account -> account.credential() == signedIn.credential())
        .isPresent();
  }
}
