package br.gov.sp.prefeitura.redeinfo.workflow;

import java.util.Collection;
import java.util.Set;

/**
 * Who has a stake in what a task decides. A cover reaches no task in which the substitute or the
 * absent person has one, so that nobody decides on their own matter by way of somebody else's
 * absence. One implementation per process that knows stakes; the process's own rules hold besides.
 */
public interface TaskStakes {

  /** Key of the process whose tasks this implementation knows. */
  String processKey();

  /**
   * In a bounded number of statements.
   *
   * @param taskKey id of the user task in the model
   * @param businessKeys of the instances in question
   * @param userIds the substitute and the absent person
   * @return those of the business keys in which one of them has a stake
   */
  Set<String> staked(String taskKey, Collection<String> businessKeys, Collection<String> userIds);
}
