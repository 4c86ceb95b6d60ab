package br.gov.sp.prefeitura.redeinfo.workflow.engine;

import br.gov.sp.prefeitura.redeinfo.workflow.EngineDirectory;
import br.gov.sp.prefeitura.redeinfo.workflow.EngineDirectory.EngineUser;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.Page;
import org.camunda.bpm.engine.impl.UserQueryImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;

/**
 * Answers questions that name a user or a group, which is all the web applications need to show who
 * a task belongs to. A question that names neither finds nobody: the engine's API is no directory
 * of people.
 */
class DirectoryUserQuery extends UserQueryImpl {

  private final transient EngineDirectory directory;

  DirectoryUserQuery(EngineDirectory directory, CommandExecutor commandExecutor) {
    super(commandExecutor);
    this.directory = directory;
  }

  @Override
  public long executeCount(CommandContext commandContext) {
    return find().size();
  }

  @Override
  public List<User> executeList(CommandContext commandContext, Page page) {
    return PartOfList.of(find(), firstResult, maxResults);
  }

  private List<User> find() {
    return named().stream()
        .filter(user -> id == null || id.equals(user.id()))
        .filter(user -> ids == null || Arrays.asList(ids).contains(user.id()))
        .filter(user -> groupId == null || directory.groupsOf(user.id()).contains(groupId))
        .filter(user -> firstName == null || firstName.equals(user.firstName()))
        .filter(user -> lastName == null || lastName.equals(user.lastName()))
        .filter(user -> email == null || email.equals(user.email()))
        .filter(user -> tenantId == null)
        .sorted(Comparator.comparing(EngineUser::id))
        .map(DirectoryUserQuery::toEngine)
        .toList();
  }

  private List<EngineUser> named() {
    if (id != null) {
      return directory.findUser(id).stream().toList();
    }
    if (ids != null) {
      return directory.findUsers(Set.copyOf(Arrays.asList(ids)));
    }
    return groupId == null ? List.of() : directory.membersOf(groupId);
  }

  /** People see each other's names; addresses are theirs and the administration's. */
  private static boolean mayMail(Person asking, EngineUser user) {
    return asking.readsEverything() || asking.userId().equals(user.id());
  }

  private static User toEngine(EngineUser user) {
    UserEntity entity = new UserEntity(user.id());
    entity.setFirstName(user.firstName());
    entity.setLastName(user.lastName());
    if (Person.checkedNow().map(asking -> mayMail(asking, user)).orElse(true)) {
      entity.setEmail(user.email());
    }
    return entity;
  }
}
