package br.gov.sp.prefeitura.redeinfo.meeting.process;

import br.gov.sp.prefeitura.redeinfo.meeting.domain.Meeting;
import br.gov.sp.prefeitura.redeinfo.workflow.TaskFormData.TaskFormRequest;
import java.util.Map;
import java.util.Set;

/** What the forms of some of the model's user tasks show beyond what all of them do. */
interface MeetingTaskForm {

  /** The ids of the user tasks it serves. */
  Set<String> taskKeys();

  Map<String, Object> dataFor(Meeting meeting, TaskFormRequest request);
}
