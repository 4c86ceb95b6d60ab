package br.gov.sp.prefeitura.redeinfo.workflow.guard;

import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.workflow.form.FormModel;
import br.gov.sp.prefeitura.redeinfo.workflow.form.FormParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.form.CamundaFormRef;
import org.camunda.bpm.engine.form.TaskFormData;
import org.camunda.bpm.engine.impl.GetDeployedTaskFormCmd;
import org.camunda.bpm.engine.impl.cmd.GetTaskFormCmd;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.springframework.stereotype.Component;

/**
 * The forms of tasks, parsed once: every form is bound to its process's deployment, and what is
 * deployed never changes.
 */
@Component
class DeployedForms {

  private final Map<List<String>, FormModel> parsed = new ConcurrentHashMap<>();

  /**
   * @throws Refusal if the task has no form: there is nothing a person could be asked to fill in
   */
  FormModel of(CommandContext context, TaskEntity task) {
    TaskFormData data = context.runWithoutAuthorization(new GetTaskFormCmd(task.getId()));
    CamundaFormRef form = data == null ? null : data.getCamundaFormRef();
    if (form == null || form.getKey() == null) {
      throw Refusal.forbidden("form.none");
    }
    return parsed.computeIfAbsent(
        List.of(data.getDeploymentId(), form.getKey()), key -> load(context, task));
  }

  private static FormModel load(CommandContext context, TaskEntity task) {
    try (InputStream form =
        context.runWithoutAuthorization(new GetDeployedTaskFormCmd(task.getId()))) {
      return FormParser.parse(form.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the form of task " + task.getId(), e);
    }
  }
}
