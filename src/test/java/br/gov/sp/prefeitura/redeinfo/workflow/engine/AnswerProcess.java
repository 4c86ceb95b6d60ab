package br.gov.sp.prefeitura.redeinfo.workflow.engine;

import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.workflow.Submission;
import br.gov.sp.prefeitura.redeinfo.workflow.TaskFormData;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.springframework.stereotype.Component;

/**
 * A process of the engine's tests: one task with a form that shows something and asks for an
 * answer, and a listener that keeps what was submitted outside of the engine.
 */
@Component("answerListener")
public class AnswerProcess implements TaskListener, TaskFormData {

  static final String KEY = "test-answer";

  static final String FORM =
      TestModels.form(
          KEY,
          """
          {"type": "text", "text": "Sobre {{about}}"}""",
          """
          {"type": "table", "label": "Linhas", "dataSource": "=rows"}""",
          """
          {"type": "radio", "key": "choice", "label": "Decisão",
           "values": [{"label": "Sim", "value": "yes"}, {"label": "Não", "value": "no"}],
           "validate": {"required": true}}""",
          """
          {"type": "textarea", "key": "reason", "label": "Motivo",
           "conditional": {"hide": "=choice != \\"no\\""},
           "validate": {"required": true, "maxLength": 20}}""",
          """
          {"type": "textfield", "key": "fixed", "label": "Fixo", "readonly": true}""",
          """
          {"type": "textfield", "key": "note", "label": "Nota"}""");

  /** How often somebody's expression reached this bean. */
  final AtomicInteger reached = new AtomicInteger();

  /** What the listener read, by business key. */
  final Map<String, Submission> submissions = new ConcurrentHashMap<>();

  /** Deploys the process unless a test before did. */
  static void deploy(RepositoryService repository) {
    if (repository.createProcessDefinitionQuery().processDefinitionKey(KEY).count() > 0) {
      return;
    }
    BpmnModelInstance model =
        TestModels.process(KEY)
            .startEvent()
            .userTask("userTask_Answer")
            .name("Responder")
            .camundaCandidateGroups("${office}")
            .camundaFormRef(KEY)
            .camundaFormRefBinding("deployment")
            .camundaTaskListenerDelegateExpression("complete", "${answerListener}")
            .userTask("userTask_Read")
            .name("Ler")
            .camundaCandidateGroups("coordination")
            .camundaFormRef(KEY)
            .camundaFormRefBinding("deployment")
            .endEvent()
            .done();
    TestModels.deploy(repository, KEY, model, Map.of(KEY, FORM));
  }

  /** What an expression in a query must never be able to call. */
  public String reach() {
    reached.incrementAndGet();
    return "x";
  }

  @Override
  public void notify(DelegateTask task) {
    Submission submission = Submission.of(task);
    if ("refuse me".equals(submission.text("note"))) {
      throw Refusal.invalidField("note", "form.pattern", "Nota");
    }
    submissions.put(task.getExecution().getBusinessKey(), submission);
    task.getExecution().setVariable("decision", submission.text("choice"));
  }

  @Override
  public String processKey() {
    return KEY;
  }

  @Override
  public Map<String, Object> dataFor(TaskFormRequest request) {
    return Map.of(
        "about",
        "instance " + request.businessKey() + " for " + request.userId(),
        "rows",
        List.of(Map.of("name", "linha 1")),
        "secret",
        "not on the form");
  }
}
