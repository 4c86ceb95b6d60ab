package br.gov.sp.prefeitura.redeinfo.workflow.engine;

import br.gov.sp.prefeitura.redeinfo.workflow.EngineDirectory;
import br.gov.sp.prefeitura.redeinfo.workflow.EngineDirectory.EngineGroup;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.impl.GroupQueryImpl;
import org.camunda.bpm.engine.impl.Page;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.persistence.entity.GroupEntity;

/**
 * Answers questions that name a group or a member. Groups are those of the appointments valid at
 * the moment of the question.
 */
class DirectoryGroupQuery extends GroupQueryImpl {

  private final transient EngineDirectory directory;

  DirectoryGroupQuery(EngineDirectory directory, CommandExecutor commandExecutor) {
    super(commandExecutor);
    this.directory = directory;
  }

  @Override
  public long executeCount(CommandContext commandContext) {
    return find().size();
  }

  @Override
  public List<Group> executeList(CommandContext commandContext, Page page) {
    return PartOfList.of(find(), firstResult, maxResults);
  }

  private List<Group> find() {
    Set<String> memberOf = userId == null ? null : directory.groupsOf(userId);
    return named(memberOf).stream()
        .filter(groupId -> id == null || id.equals(groupId))
        .filter(groupId -> ids == null || Arrays.asList(ids).contains(groupId))
        .filter(groupId -> memberOf == null || memberOf.contains(groupId))
        .filter(groupId -> tenantId == null)
        .sorted()
        .map(this::toEngine)
        .filter(group -> name == null || name.equals(group.getName()))
        .filter(group -> type == null || type.equals(group.getType()))
        .toList();
  }

  private Collection<String> named(Set<String> memberOf) {
    if (memberOf != null) {
      return memberOf;
    }
    Set<String> named =
        id != null ? Set.of(id) : ids != null ? Set.copyOf(Arrays.asList(ids)) : Set.of();
    return named.stream().filter(groupId -> directory.findGroup(groupId).isPresent()).toList();
  }

  private Group toEngine(String groupId) {
    GroupEntity entity = new GroupEntity(groupId);
    entity.setName(directory.findGroup(groupId).map(EngineGroup::name).orElse(groupId));
    entity.setType("WORKFLOW");
    return entity;
  }
}
