package br.gov.sp.prefeitura.redeinfo.identity.web;

import br.gov.sp.prefeitura.redeinfo.identity.web.PasswordSignIn.TooManyAttempts;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.stereotype.Component;

/**
 * After the sign-in people get the page they came for; after a failed one the form again, with what
 * they typed but the password.
 */
@Component
class SignInOutcome implements AuthenticationSuccessHandler, AuthenticationFailureHandler {

  static final String REFUSED_PAGE = "/login/refused";
  static final String DELAY = SignInOutcome.class.getName() + ".delay";

  private final DeviceCookie device;

  SignInOutcome(DeviceCookie device) {
    this.device = device;
  }

  @Override
  public void onAuthenticationSuccess(
      HttpServletRequest request, HttpServletResponse response, Authentication authentication)
      throws IOException {
    SignedInAccount account = (SignedInAccount) authentication.getPrincipal();
    device.remember(request, response, account.personId());
    PageAskedFor.forget(request, response);
    response.setStatus(HttpStatus.FOUND.value());
    response.setHeader(
        HttpHeaders.LOCATION,
        PageAskedFor.of(request).orElseGet(() -> request.getContextPath() + "/"));
  }

  @Override
  public void onAuthenticationFailure(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
      throws IOException, ServletException {
    if (failure instanceof TooManyAttempts tooMany) {
      response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
      response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(tooMany.delay().toSeconds() + 1));
      request.setAttribute(DELAY, tooMany.delay());
    } else {
      response.setStatus(HttpStatus.UNAUTHORIZED.value());
    }
    request.getRequestDispatcher(REFUSED_PAGE).forward(request, response);
  }
}
