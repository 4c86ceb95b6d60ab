package br.gov.sp.prefeitura.redeinfo.pilot.process;

import br.gov.sp.prefeitura.redeinfo.pilot.domain.Pilot;
import br.gov.sp.prefeitura.redeinfo.workflow.TaskFormData.TaskFormRequest;
import java.util.Map;
import java.util.Set;

/** What the forms of some of the model's user tasks show beyond what all of them do. */
interface PilotTaskForm {

  /** The ids of the user tasks it serves. */
  Set<String> taskKeys();

  Map<String, Object> dataFor(Pilot pilot, TaskFormRequest request);
}
