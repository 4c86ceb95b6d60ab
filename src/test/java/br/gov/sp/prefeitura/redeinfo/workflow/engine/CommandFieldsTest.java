package br.gov.sp.prefeitura.redeinfo.workflow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.impl.GetDeployedTaskFormCmd;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.cmd.AddCommentCmd;
import org.camunda.bpm.engine.impl.cmd.AssignTaskCmd;
import org.camunda.bpm.engine.impl.cmd.ClaimTaskCmd;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.cmd.ExecuteFilterCountCmd;
import org.camunda.bpm.engine.impl.cmd.GetSubTasksCmd;
import org.camunda.bpm.engine.impl.cmd.GetTaskFormVariablesCmd;
import org.camunda.bpm.engine.impl.cmd.GetTaskVariableCmd;
import org.camunda.bpm.engine.impl.cmd.SaveFilterCmd;
import org.camunda.bpm.engine.impl.cmd.SaveTaskCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.persistence.entity.FilterEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The fields of the engine's commands that the rules read")
class CommandFieldsTest {

  @Test
  @DisplayName("are there in this version of the engine")
  void exist() {
    read(new GetDeployedTaskFormCmd("t"), "taskId");
    read(new GetSubTasksCmd("t"), "parentTaskId");
    read(new GetTaskFormVariablesCmd("t", List.of(), false), "resourceId", "formVariableNames");
    read(new GetTaskVariableCmd("t", "v", false), "taskId", "variableName");
    read(new SubmitTaskFormCmd("t", Map.of(), false, false), "taskId", "properties");
    read(new CompleteTaskCmd("t", Map.of()), "taskId", "variables");
    read(new ClaimTaskCmd("t", "u"), "taskId", "userId");
    read(new AssignTaskCmd("t", "u"), "taskId", "userId");
    read(new AddCommentCmd("t", null, "m"), "taskId", "message");
    read(new SaveTaskCmd(new TaskEntity("t")), "task");
    read(new SaveFilterCmd(new FilterEntity("Task")), "filter");
    read(new ExecuteFilterCountCmd("f", new TaskQueryImpl()), "filterId", "extendingQuery");
  }

  private static void read(Command<?> command, String... fields) {
    for (String field : fields) {
      Object value = CommandFields.read(command, field);
      assertThat(value).as("%s.%s", command.getClass().getSimpleName(), field).isNotNull();
    }
  }
}
