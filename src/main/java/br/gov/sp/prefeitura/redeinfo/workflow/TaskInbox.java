package br.gov.sp.prefeitura.redeinfo.workflow;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Open tasks as other modules see them. Reads commit nothing; writes join the caller's transaction.
 */
public interface TaskInbox {

  /**
   * Open tasks that are assigned to the person, or unassigned and offered to the person or to one
   * of the groups; the earliest due date first.
   *
   * @param limit at most this many
   */
  List<OpenTask> waitingFor(String userId, Collection<String> groupIds, int limit);

  /** How many {@link #waitingFor} would list without a limit. */
  long countWaitingFor(String userId, Collection<String> groupIds);

  /**
   * The least priority of a task list that shows only what a person may do in absent persons'
   * places. The condition holds for every task; a filter has no property of its own for that.
   */
  int IN_PLACE_OF_OTHERS = Integer.MIN_VALUE;

  /**
   * Open tasks that the person may do in absent persons' places and not in their own right, taken
   * on or not; the earliest due date first.
   */
  List<CoveredTask> inPlaceOfOthers(String userId, Collection<String> groupIds);

  /**
   * Offers again what a substitute had taken on in an absent person's place.
   *
   * @return how many tasks
   */
  int putBackCovered(String absentId, String substituteId);

  Optional<OpenTask> findOpen(String taskId);

  /** A task that is over, as far as history still knows it. */
  Optional<FinishedTask> findFinished(String taskId);

  /** Open tasks of the process instances with these business keys. */
  List<OpenTask> openTasks(String processKey, Collection<String> businessKeys);

  /**
   * The person takes the task on, if it is unassigned and offered to them, or theirs already.
   *
   * @throws br.gov.sp.prefeitura.redeinfo.shared.error.Refusal if it is not offered to the person
   *     or somebody else has taken it
   */
  void claim(String taskId, String userId);

  /**
   * Gives the task to somebody, in the name of a person of the coordination.
   *
   * @param userId who gets it: somebody to whom it is offered now
   * @param byUserId who decides so
   * @throws br.gov.sp.prefeitura.redeinfo.shared.error.Refusal if the task is over, is made for one
   *     person alone, is not offered to the user, or the other person does not coordinate
   */
  void assign(String taskId, String userId, String byUserId);

  /** Open tasks that the user has taken on, of any process, earliest due date first. */
  List<OpenTask> takenOn(String userId);

  /**
   * Offers a task to its groups again, for the application: who had it does not answer for it any
   * more. Does nothing if nobody has it.
   */
  void putBack(String taskId);

  /**
   * Gives a task to somebody, for the application: by a plan that was made before. The caller has
   * made sure that it is offered to them.
   */
  void give(String taskId, String userId);

  /**
   * Completes a task for the application, within the caller's transaction and whatever step runs in
   * it: somebody for whom alone it was made will not answer it any more.
   *
   * @param values what counts as their answer; codes and texts of ours, not what anybody typed
   */
  void completeInstead(String taskId, Map<String, Object> values);

  /** The task is due at another moment, for the application. Does nothing if it is over. */
  void postpone(String taskId, Instant dueAt);

  /** Offers a task to one more group, for the application. Safe to repeat. */
  void offerTo(String taskId, String groupId);

  /** Everybody who has an open task. */
  List<String> assignees();

  /**
   * Open tasks that nobody can do, the oldest first: taken on by somebody else than these users, or
   * by nobody and offered to none of these groups and users.
   */
  List<OpenTask> outOfReach(Collection<String> groupIds, Collection<String> userIds, int limit);

  /** Open tasks that are offered to one of the groups, taken on or not; earliest due date first. */
  List<OpenTask> offeredTo(Collection<String> groupIds);

  /**
   * Completes a task in the person's name, checked against the task's form like a submission from
   * Tasklist.
   *
   * @param values the form's inputs
   */
  void complete(String taskId, String userId, Map<String, Object> values);

  /**
   * @param name what is asked, in pt-BR
   * @param assignee user name, or {@code null}
   * @param subject what the task is about in a few words (process variable {@code subject})
   */
  record OpenTask(
      String id,
      String key,
      String name,
      String processKey,
      String businessKey,
      String subject,
      String assignee,
      List<String> candidateGroups,
      Instant createdAt,
      Instant dueAt) {

    public OpenTask {
      candidateGroups = List.copyOf(candidateGroups);
    }
  }

  /**
   * @param absentId user name of the person in whose place it is done
   */
  record CoveredTask(OpenTask task, String absentId) {}

  record FinishedTask(
      String id,
      String name,
      String processKey,
      String businessKey,
      String assignee,
      Instant endedAt) {}
}
