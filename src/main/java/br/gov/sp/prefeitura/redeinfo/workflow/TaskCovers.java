package br.gov.sp.prefeitura.redeinfo.workflow;

import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * Who stands in for whom at present. Implemented by the module that keeps covers; like {@link
 * EngineDirectory} it answers for the moment and keeps no copy.
 */
public interface TaskCovers {

  /**
   * The covers in which the user stands in for somebody now; none for almost everybody, at the cost
   * of one indexed read.
   */
  List<Cover> runningFor(String substituteId);

  /**
   * Somebody's tasks in somebody else's hands.
   *
   * @param absentId user name of who is away
   * @param groups groups of the absent person whose tasks the substitute may do now
   * @param processKeys keys of the processes it is for; empty for all
   */
  record Cover(String absentId, Set<String> groups, Set<String> processKeys) {

    public Cover {
      groups = Set.copyOf(groups);
      processKeys = Set.copyOf(processKeys);
    }

    public boolean isFor(String processKey) {
      return processKeys.isEmpty() || processKeys.contains(processKey);
    }

    /**
     * Whether a task that is offered to these groups is within the cover. A task that is offered to
     * no group was made for one person, and is nobody else's: an answer, a vote.
     */
    public boolean reaches(Collection<String> offeredTo) {
      return offeredTo.stream().anyMatch(groups::contains);
    }
  }
}
