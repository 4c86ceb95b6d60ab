package br.gov.sp.prefeitura.redeinfo.identity;

import java.util.Optional;
import java.util.Set;

/**
 * Who is asking, with the groups they belong to now (read once per request, never from the
 * session).
 */
public interface CurrentPerson {

  Optional<SignedIn> find();

  /**
   * @throws org.springframework.security.access.AccessDeniedException if nobody is signed in
   */
  SignedIn require();

  record SignedIn(long personId, String username, String name, Set<String> groups) {

    public SignedIn {
      groups = Set.copyOf(groups);
    }

    public boolean isIn(String groupId) {
      return groups.contains(groupId);
    }

    public boolean isCoordination() {
      return isIn(Groups.COORDINATION);
    }

    public boolean isAuditor() {
      return isIn(Groups.AUDITOR);
    }

    public boolean isAdministrator() {
      return isIn(Groups.ADMINISTRATION);
    }
  }
}
