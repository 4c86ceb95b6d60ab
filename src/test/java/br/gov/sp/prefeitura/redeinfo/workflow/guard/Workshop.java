package br.gov.sp.prefeitura.redeinfo.workflow.guard;

import br.gov.sp.prefeitura.redeinfo.workflow.Submission;
import br.gov.sp.prefeitura.redeinfo.workflow.TaskFormData;
import br.gov.sp.prefeitura.redeinfo.workflow.engine.TestModels;
import br.gov.sp.prefeitura.redeinfo.workflow.form.ConditionCases;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/**
 * A process of the guard's tests: one task whose form has every input that forms may use, one with
 * the table of conditions, both offered to a group.
 */
@Component("workshopListener")
public class Workshop implements TaskListener, TaskFormData {

  public static final String KEY = "test-workshop";
  public static final String EVERY_INPUT = "userTask_EveryInput";
  public static final String CONDITIONS = "userTask_Conditions";

  private static final String EVERY_INPUT_FORM =
      TestModels.form(
          "test-every-input",
          input("textfield", "line", "Linha", "\"validate\": {\"maxLength\": 20}"),
          input("textarea", "prose", "Texto", "\"validate\": {\"required\": true}"),
          input("number", "quantity", "Quantidade", "\"decimalDigits\": 0"),
          input("number", "exact", "Valor exato", "\"serializeToString\": true"),
          input("checkbox", "box", "Caixa", "\"validate\": {\"required\": true}"),
          input("checkbox", "unchecked", "Outra caixa", "\"disabled\": false"),
          input("radio", "pick", "Escolha", options("values")),
          input("select", "fixed", "Lista fixa", options("values")),
          input("select", "body", "Lista dada", "\"valuesKey\": \"bodies\""),
          input("checklist", "some", "Algumas", options("values")),
          input("taglist", "tags", "Etiquetas", "\"valuesExpression\": \"=bodies\""),
          moment("day", "Dia", "date", "\"disallowPassedDates\": true"),
          moment(
              "hour",
              "Hora",
              "time",
              "\"timeSerializingFormat\": \"utc_offset\", \"use24h\": true"),
          moment(
              "instant",
              "Momento",
              "datetime",
              "\"timeSerializingFormat\": \"utc_normalized\", \"use24h\": true"),
          input("textfield", "locked", "Fixo", "\"readonly\": true"),
          input("textfield", "off", "Desligado", "\"disabled\": true"),
          input(
              "textfield",
              "hidden",
              "Escondido",
              "\"conditional\": {\"hide\": \"=box\"}, \"validate\": {\"required\": true}"),
          """
          {"type": "expression", "key": "computed", "id": "Field_computed", "expression": "=1 + 1"}""");

  private final RepositoryService repository;
  private final RuntimeService runtime;
  private final TaskService tasks;
  private final ConditionCases table = ConditionCases.read();

  /** What the listener read, by business key. */
  private final Map<String, Submission> submissions = new ConcurrentHashMap<>();

  Workshop(RepositoryService repository, RuntimeService runtime, TaskService tasks) {
    this.repository = repository;
    this.runtime = runtime;
    this.tasks = tasks;
  }

  /** Starts an instance whose tasks are offered to the group. */
  public void start(String businessKey, String group) {
    deploy();
    runtime.startProcessInstanceByKey(KEY, businessKey, Map.of("office", group));
  }

  public String taskId(String businessKey, String taskKey) {
    return tasks
        .createTaskQuery()
        .processInstanceBusinessKey(businessKey)
        .taskDefinitionKey(taskKey)
        .singleResult()
        .getId();
  }

  public Submission submission(String businessKey) {
    return submissions.get(businessKey);
  }

  private void deploy() {
    if (repository.createProcessDefinitionQuery().processDefinitionKey(KEY).count() > 0) {
      return;
    }
    TestModels.deploy(
        repository,
        KEY,
        TestModels.process(KEY)
            .startEvent()
            .parallelGateway("gateway_Both")
            .userTask(EVERY_INPUT)
            .name("Preencher tudo")
            .camundaCandidateGroups("${office}")
            .camundaFormRef("test-every-input")
            .camundaFormRefBinding("deployment")
            .camundaTaskListenerDelegateExpression("complete", "${workshopListener}")
            .endEvent()
            .moveToNode("gateway_Both")
            .userTask(CONDITIONS)
            .name("Ver condições")
            .camundaCandidateGroups("${office}")
            .camundaFormRef("test-conditions")
            .camundaFormRefBinding("deployment")
            .endEvent()
            .done(),
        Map.of(
            "test-every-input",
            EVERY_INPUT_FORM,
            "test-conditions",
            table.form("test-conditions")));
  }

  @Override
  public void notify(DelegateTask task) {
    submissions.put(task.getExecution().getBusinessKey(), Submission.of(task));
  }

  @Override
  public String processKey() {
    return KEY;
  }

  @Override
  public Map<String, Object> dataFor(TaskFormRequest request) {
    return request.taskKey().equals(CONDITIONS)
        ? table.values()
        : Map.of(
            "bodies",
            List.of(
                Map.of("label", "Saúde", "value", "sms"),
                Map.of("label", "Verde", "value", "svma")),
            "locked",
            "como está",
            "secret",
            "not on the form");
  }

  private static String input(String type, String key, String label, String more) {
    return """
        {"type": "%s", "key": "%s", "id": "Field_%s", "label": "%s", %s}"""
        .formatted(type, key, key, label, more);
  }

  private static String moment(String key, String label, String subtype, String more) {
    return """
        {"type": "datetime", "key": "%s", "id": "Field_%s", "subtype": "%s", "dateLabel": "%s",
         "timeLabel": "%s às", "timeInterval": 15, %s}"""
        .formatted(key, key, subtype, label, label, more);
  }

  private static String options(String property) {
    return """
        "%s": [{"label": "Primeira", "value": "first"}, {"label": "Segunda", "value": "second"}]"""
        .formatted(property);
  }
}
