package br.gov.sp.prefeitura.redeinfo.workflow.webapp;

import br.gov.sp.prefeitura.redeinfo.workflow.EngineDirectory;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;

/**
 * The groups a signed-in person belongs to now: asked from the directory once per request and kept
 * for that request alone, never in the session.
 */
public class PersonGroups {

  /** Who may open Cockpit and Admin. */
  public static final String ADMINISTRATION = "camunda-admin";

  /** Who may put back tasks that others have claimed, and hand them over. */
  public static final String COORDINATION = "coordination";

  private static final String ATTRIBUTE = PersonGroups.class.getName();

  // Looked up late: the servlets are registered before most beans exist.
  private final ObjectProvider<EngineDirectory> directory;

  PersonGroups(ObjectProvider<EngineDirectory> directory) {
    this.directory = directory;
  }

  public Set<String> of(String userId, HttpServletRequest request) {
    if (request.getAttribute(ATTRIBUTE) instanceof Asked asked && asked.userId().equals(userId)) {
      return asked.groups();
    }
    Set<String> groups = Set.copyOf(directory.getObject().groupsOf(userId));
    request.setAttribute(ATTRIBUTE, new Asked(userId, groups));
    return groups;
  }

  private record Asked(String userId, Set<String> groups) {}
}
