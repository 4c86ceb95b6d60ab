package br.gov.sp.prefeitura.redeinfo.workflow.webapp;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/**
 * Tells the web applications who is signed in and which of them the person may open. Stands in for
 * Camunda's resource of the same address, which would also sign people in.
 */
@Path("/auth/user")
public class SignedInPersonResource {

  private final PersonGroups groups;

  public SignedInPersonResource(PersonGroups groups) {
    this.groups = groups;
  }

  @GET
  @Path("/{engine}")
  @Produces(MediaType.APPLICATION_JSON)
  public SignedIn signedIn(@Context HttpServletRequest request) {
    String userId = request.getUserPrincipal().getName();
    boolean administrator = groups.of(userId, request).contains(PersonGroups.ADMINISTRATION);
    return new SignedIn(
        userId,
        administrator ? List.of("tasklist", "cockpit", "admin", "welcome") : List.of("tasklist"));
  }

  /** The field names are those the web applications read. */
  public record SignedIn(String userId, List<String> authorizedApps) {}
}
