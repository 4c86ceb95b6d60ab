package br.gov.sp.prefeitura.redeinfo.shared.web;

import java.util.Set;

/**
 * The signed-in person as the layout shows them.
 *
 * @param groups ids of the groups the person belongs to now
 */
public record Viewer(String username, String name, Set<String> groups) {

  public Viewer {
    groups = Set.copyOf(groups);
  }

  public boolean isInAny(String... groupIds) {
    for (String groupId : groupIds) {
      if (groups.contains(groupId)) {
        return true;
      }
    }
    return false;
  }
}
