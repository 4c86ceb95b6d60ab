package br.gov.sp.prefeitura.redeinfo.workflow.webapp;

import br.gov.sp.prefeitura.redeinfo.workflow.WebappAnswers;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;

@Component
class ChainAnswers implements WebappAnswers {

  private final ApiErrors errors;

  ChainAnswers(ApiErrors errors) {
    this.errors = errors;
  }

  @Override
  public void commence(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException exception)
      throws IOException {
    errors.write(EngineFailure.UNAUTHENTICATED, request, response);
  }

  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException exception)
      throws IOException {
    errors.write(
        exception instanceof CsrfException ? EngineFailure.FORGED : EngineFailure.FORBIDDEN,
        request,
        response);
  }
}
