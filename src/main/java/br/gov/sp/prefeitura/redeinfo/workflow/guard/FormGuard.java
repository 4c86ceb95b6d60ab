package br.gov.sp.prefeitura.redeinfo.workflow.guard;

import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import br.gov.sp.prefeitura.redeinfo.workflow.form.FormModel;
import br.gov.sp.prefeitura.redeinfo.workflow.form.FormParser;
import br.gov.sp.prefeitura.redeinfo.workflow.form.FormValidator;
import br.gov.sp.prefeitura.redeinfo.workflow.form.Surroundings;
import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;

/**
 * Stands between a person and a task's variables, in both directions: what is submitted passes only
 * as the task's form allows, and what the form shows comes from the module's own tables. Works
 * inside a command of the engine; who may do it is checked before.
 */
@Component
public class FormGuard {

  private final DeployedForms forms;
  private final ShownValues shownValues;
  private final Clock clock;

  FormGuard(DeployedForms forms, ShownValues shownValues, Clock clock) {
    this.forms = forms;
    this.shownValues = shownValues;
    this.clock = clock;
  }

  /**
   * Completes the person's task with what they submitted. The accepted values exist as transient
   * variables of the task while its {@code complete} listeners run; the engine stores none of them.
   *
   * @throws br.gov.sp.prefeitura.redeinfo.shared.error.Refusal with all violations of the form
   */
  public void complete(
      CommandContext context, TaskEntity task, Map<String, Object> submitted, String userId) {
    FormModel form = forms.of(context, task);
    Map<String, Object> accepted =
        FormValidator.check(
            form,
            SubmittedValues.plain(submitted),
            new Surroundings(
                () -> ShownValues.plain(shownValues.of(context, task, userId)),
                () -> SaoPaulo.today(clock)));
    VariableMap values = Variables.createVariables();
    accepted.forEach(
        (key, value) -> values.putValueTyped(key, Variables.untypedValue(value, true)));
    task.setVariablesLocal(values);
    new CompleteTaskCmd(task.getId(), null).execute(context);
  }

  /**
   * What the task's form shows: of the values the module gives, those that the form mentions.
   *
   * @param keys only these, or {@code null} for all
   */
  public VariableMap shown(
      CommandContext context, TaskEntity task, String userId, Collection<String> keys) {
    FormModel form = forms.of(context, task);
    VariableMap shown = Variables.createVariables();
    shownValues
        .of(context, task, userId)
        .forEach(
            (key, value) -> {
              if (form.names().contains(key) && (keys == null || keys.contains(key))) {
                shown.putValueTyped(key, ShownValues.typed(value));
              }
            });
    return shown;
  }

  /**
   * @throws IllegalArgumentException if the server could not check submissions of this form
   */
  public static void requireSupported(byte[] form) {
    FormParser.parse(form);
  }
}
