package br.gov.sp.prefeitura.redeinfo.workflow.webapp;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;

/**
 * The way into the web applications' API: lets through what the person may call at all, and tells
 * the engine who is asking, with the groups of this moment. Nothing is copied into the session.
 */
class ApiGateFilter extends HttpFilter {

  private final transient IdentityService identityService;
  private final transient PersonGroups groups;
  private final transient ApiErrors errors;

  ApiGateFilter(IdentityService identityService, PersonGroups groups, ApiErrors errors) {
    this.identityService = identityService;
    this.groups = groups;
    this.errors = errors;
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    Principal person = request.getUserPrincipal();
    if (person == null) {
      // The security chain lets nobody unknown come here; without a person the engine checks
      // nothing, so this must not depend on the chain alone.
      errors.write(EngineFailure.UNAUTHENTICATED, request, response);
      return;
    }
    Set<String> groupsNow = groups.of(person.getName(), request);
    boolean administrator = groupsNow.contains(PersonGroups.ADMINISTRATION);
    if (ApiCalls.areForNobody(request) || !(administrator || ApiCalls.areTasklists(request))) {
      errors.write(EngineFailure.FORBIDDEN, request, response);
      return;
    }
    identityService.setAuthentication(person.getName(), List.copyOf(groupsNow), List.of());
    try {
      chain.doFilter(request, response);
    } finally {
      identityService.clearAuthentication();
    }
  }
}
