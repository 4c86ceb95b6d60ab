package br.gov.sp.prefeitura.redeinfo.workflow;

import br.gov.sp.prefeitura.redeinfo.workflow.TaskCovers.Cover;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Whether somebody may do a task in an absent person's place, now. */
@Component
public class CoverRules {

  /** Looked up late: the modules' implementations need the engine themselves. */
  private final ObjectProvider<TaskCovers> covers;

  private final ObjectProvider<TaskStakes> stakes;

  CoverRules(ObjectProvider<TaskCovers> covers, ObjectProvider<TaskStakes> stakes) {
    this.covers = covers;
    this.stakes = stakes;
  }

  /** The covers in which the user stands in for somebody now. */
  public List<Cover> runningFor(String substituteId) {
    return covers.stream().flatMap(known -> known.runningFor(substituteId).stream()).toList();
  }

  /**
   * The cover by which the user may do the task, if there is one. The task is unclaimed, claimed by
   * the absent person, or claimed by the user in that person's place.
   */
  public Optional<Cover> find(String substituteId, TaskFacts task) {
    return runningFor(substituteId).stream()
        .filter(cover -> cover.isFor(task.processKey()) && cover.reaches(task.offeredTo()))
        .filter(cover -> task.isFreeFor(substituteId, cover.absentId()))
        .filter(cover -> !hasStake(substituteId, cover, task))
        .findFirst();
  }

  private boolean hasStake(String substituteId, Cover cover, TaskFacts task) {
    return !staked(
            task.processKey(), task.taskKey(), Set.of(task.businessKey()), substituteId, cover)
        .isEmpty();
  }

  /** Of these instances those in which the substitute or the absent person has a stake. */
  public Set<String> staked(
      String processKey,
      String taskKey,
      Collection<String> businessKeys,
      String substituteId,
      Cover cover) {
    return stakes.stream()
        .filter(known -> known.processKey().equals(processKey))
        .findFirst()
        .map(known -> known.staked(taskKey, businessKeys, List.of(substituteId, cover.absentId())))
        .orElse(Set.of());
  }

  /**
   * What decides whether a task is within a cover.
   *
   * @param offeredTo ids of its candidate groups
   * @param assignee user name, or {@code null}
   * @param owner in whose place the assignee took it on, or {@code null}
   */
  public record TaskFacts(
      String processKey,
      String taskKey,
      String businessKey,
      Collection<String> offeredTo,
      String assignee,
      String owner) {

    boolean isFreeFor(String substituteId, String absentId) {
      return assignee == null
          || assignee.equals(absentId)
          || assignee.equals(substituteId) && absentId.equals(owner);
    }
  }
}
