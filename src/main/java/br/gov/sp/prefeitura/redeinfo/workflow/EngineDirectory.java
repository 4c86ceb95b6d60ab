package br.gov.sp.prefeitura.redeinfo.workflow;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Who the engine may know. The engine asks at every request, so that a change of appointment takes
 * effect at once; implementations answer for the present moment and keep no copy.
 */
public interface EngineDirectory {

  Optional<EngineUser> findUser(String userId);

  List<EngineUser> findUsers(Collection<String> userIds);

  /** Ids of the groups the person belongs to now. */
  Set<String> groupsOf(String userId);

  /** The people who belong to the group now. */
  List<EngineUser> membersOf(String groupId);

  /** The group's name for people, in pt-BR; empty for an id that names no group. */
  Optional<EngineGroup> findGroup(String groupId);

  /**
   * A person as the engine shows them.
   *
   * @param id the immutable user name
   */
  record EngineUser(String id, String firstName, String lastName, String email) {}

  record EngineGroup(String id, String name) {}
}
