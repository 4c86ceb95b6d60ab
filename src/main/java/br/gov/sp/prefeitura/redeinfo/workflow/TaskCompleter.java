package br.gov.sp.prefeitura.redeinfo.workflow;

import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.workflow.CoverRules.TaskFacts;
import br.gov.sp.prefeitura.redeinfo.workflow.TaskCovers.Cover;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.task.IdentityLink;
import org.springframework.stereotype.Component;

/**
 * Who completes a task: the person who has taken it on, and who still belongs to one of the groups
 * it is offered to. A task claimed before an appointment ended is not theirs any more.
 */
@Component
public class TaskCompleter {

  private final EngineDirectory directory;
  private final CoverRules covers;

  TaskCompleter(EngineDirectory directory, CoverRules covers) {
    this.directory = directory;
    this.covers = covers;
  }

  /**
   * The person's user name.
   *
   * @throws Refusal (forbidden) if nobody has taken the task on, or their appointment has ended
   */
  public String of(DelegateTask task) {
    return by(task).username();
  }

  /**
   * The person, and in whose place they act.
   *
   * @throws Refusal (forbidden) as {@link #of}
   */
  public Completer by(DelegateTask task) {
    String username = Submission.of(task).person();
    if (username == null) {
      throw Refusal.forbidden("task.not-claimed");
    }
    List<String> offeredTo =
        task.getCandidates().stream()
            .map(IdentityLink::getGroupId)
            .filter(Objects::nonNull)
            .toList();
    if (offeredTo.isEmpty()) {
      return new Completer(username, null, Set.of());
    }
    Set<String> groups = directory.groupsOf(username);
    Optional<Cover> cover = cover(task, username, offeredTo);
    if (cover.isEmpty() && offeredTo.stream().noneMatch(groups::contains)) {
      throw Refusal.forbidden("task.no-longer-yours");
    }
    return new Completer(
        username,
        cover.map(Cover::absentId).orElse(null),
        cover.map(running -> reached(running, offeredTo)).orElse(Set.of()));
  }

  /** Only a task that was taken on in somebody's place has an owner. */
  private Optional<Cover> cover(DelegateTask task, String username, List<String> offeredTo) {
    return task.getOwner() == null
        ? Optional.empty()
        : covers.find(
            username,
            new TaskFacts(
                task.getProcessDefinitionId().replaceFirst(":.*", ""),
                task.getTaskDefinitionKey(),
                task.getExecution().getProcessBusinessKey(),
                offeredTo,
                username,
                task.getOwner()));
  }

  private static Set<String> reached(Cover cover, List<String> offeredTo) {
    return offeredTo.stream().filter(cover.groups()::contains).collect(Collectors.toSet());
  }

  /**
   * Who completes a task.
   *
   * @param inPlaceOf user name of the absent person, or {@code null}
   * @param reached groups of the absent person by which they may; empty in their own right
   */
  public record Completer(String username, String inPlaceOf, Set<String> reached) {

    public Completer {
      reached = Set.copyOf(reached);
    }
  }
}
