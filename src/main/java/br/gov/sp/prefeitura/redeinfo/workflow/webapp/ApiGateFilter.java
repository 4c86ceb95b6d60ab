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

  /** A group that nobody's function makes up and no task is offered to. */
  private static final String NO_GROUP = "none";

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
    if (!ApiCalls.areOpenTo(groupsNow, request)) {
      errors.write(EngineFailure.FORBIDDEN, request, response);
      return;
    }
    identityService.setAuthentication(person.getName(), asked(groupsNow), List.of());
    try {
      chain.doFilter(request, response);
    } finally {
      identityService.clearAuthentication();
    }
  }

  /** The engine fails when it is asked for the tasks of no group at all. */
  private static List<String> asked(Set<String> groups) {
    return groups.isEmpty() ? List.of(NO_GROUP) : List.copyOf(groups);
  }
}
