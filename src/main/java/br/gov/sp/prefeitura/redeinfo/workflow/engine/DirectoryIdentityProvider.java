package br.gov.sp.prefeitura.redeinfo.workflow.engine;

import br.gov.sp.prefeitura.redeinfo.workflow.EngineDirectory;
import br.gov.sp.prefeitura.redeinfo.workflow.EngineDirectory.EngineGroup;
import br.gov.sp.prefeitura.redeinfo.workflow.EngineDirectory.EngineUser;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.GroupQuery;
import org.camunda.bpm.engine.identity.NativeUserQuery;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.identity.TenantQuery;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.identity.UserQuery;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.ReadOnlyIdentityProvider;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.springframework.beans.factory.ObjectProvider;

/**
 * The engine's view of people and groups: read-only, answered by {@link EngineDirectory} at each
 * question. Passwords are none of the engine's business; signing in is Spring Security's.
 */
class DirectoryIdentityProvider implements ReadOnlyIdentityProvider {

  private final EngineDirectory directory;

  DirectoryIdentityProvider(EngineDirectory directory) {
    this.directory = directory;
  }

  @Override
  public User findUserById(String userId) {
    return createUserQuery(Context.getCommandContext()).userId(userId).singleResult();
  }

  @Override
  public UserQuery createUserQuery() {
    return new DirectoryUserQuery(directory, commandExecutor());
  }

  @Override
  public UserQuery createUserQuery(CommandContext commandContext) {
    return new DirectoryUserQuery(directory, null);
  }

  @Override
  public NativeUserQuery createNativeUserQuery() {
    throw new BadUserRequestException("Native user queries are not supported.");
  }

  @Override
  public boolean checkPassword(String userId, String password) {
    return false;
  }

  @Override
  public Group findGroupById(String groupId) {
    return createGroupQuery(Context.getCommandContext()).groupId(groupId).singleResult();
  }

  @Override
  public GroupQuery createGroupQuery() {
    return new DirectoryGroupQuery(directory, commandExecutor());
  }

  @Override
  public GroupQuery createGroupQuery(CommandContext commandContext) {
    return new DirectoryGroupQuery(directory, null);
  }

  @Override
  public Tenant findTenantById(String tenantId) {
    return null;
  }

  @Override
  public TenantQuery createTenantQuery() {
    return new NoTenantQuery(commandExecutor());
  }

  @Override
  public TenantQuery createTenantQuery(CommandContext commandContext) {
    return new NoTenantQuery(null);
  }

  @Override
  public void flush() {
    // nothing is ever changed here
  }

  @Override
  public void close() {
    // nothing is held
  }

  private static CommandExecutor commandExecutor() {
    return Context.getProcessEngineConfiguration().getCommandExecutorTxRequired();
  }

  /** Opens one provider per command; the directory itself is looked up when it is first needed. */
  static class Factory implements SessionFactory {

    private final ObjectProvider<EngineDirectory> directory;

    Factory(ObjectProvider<EngineDirectory> directory) {
      this.directory = directory;
    }

    @Override
    public Class<?> getSessionType() {
      return ReadOnlyIdentityProvider.class;
    }

    @Override
    public Session openSession() {
      return new DirectoryIdentityProvider(directory.getIfAvailable(Nobody::new));
    }
  }

  /** The directory of an application in which no module knows people. */
  private static class Nobody implements EngineDirectory {

    @Override
    public Optional<EngineUser> findUser(String userId) {
      return Optional.empty();
    }

    @Override
    public List<EngineUser> findUsers(Collection<String> userIds) {
      return List.of();
    }

    @Override
    public Set<String> groupsOf(String userId) {
      return Set.of();
    }

    @Override
    public List<EngineUser> membersOf(String groupId) {
      return List.of();
    }

    @Override
    public Optional<EngineGroup> findGroup(String groupId) {
      return Optional.empty();
    }
  }
}
