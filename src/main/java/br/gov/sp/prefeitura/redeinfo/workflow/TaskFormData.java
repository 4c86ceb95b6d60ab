package br.gov.sp.prefeitura.redeinfo.workflow;

import java.util.Map;

/**
 * Gives a task's form what it shows, read from the module's own tables at the moment the form is
 * opened, so that nothing a person typed has to live in process variables. One implementation per
 * process, in its {@code process} package.
 */
public interface TaskFormData {

  /** Key of the process whose tasks this implementation serves. */
  String processKey();

  /**
   * What the form of this task shows, by input key. Values are strings, numbers, booleans, lists of
   * maps (tables) and {@code null}.
   */
  Map<String, Object> dataFor(TaskFormRequest request);

  /**
   * @param taskKey id of the user task in the model
   * @param businessKey business key of the process instance
   * @param userId who opens the form
   */
  record TaskFormRequest(String taskId, String taskKey, String businessKey, String userId) {}
}
