package br.gov.sp.prefeitura.redeinfo.workflow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import br.gov.sp.prefeitura.redeinfo.support.IntegrationTest;
import br.gov.sp.prefeitura.redeinfo.support.StatementCounter;
import br.gov.sp.prefeitura.redeinfo.support.StatementCounter.Count;
import br.gov.sp.prefeitura.redeinfo.workflow.form.FormModel;
import br.gov.sp.prefeitura.redeinfo.workflow.form.FormParser;
import br.gov.sp.prefeitura.redeinfo.workflow.form.FormValidator;
import br.gov.sp.prefeitura.redeinfo.workflow.form.Surroundings;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** One completion in a person's name, and the same without asking who and what, turn by turn. */
@Tag("benchmark")
@IntegrationTest
@DisplayName("What the form guard costs")
class GuardBenchmarkTest {

  private static final Logger LOG = LoggerFactory.getLogger(GuardBenchmarkTest.class);
  private static final int WARM_UP = 200;
  private static final int ROUNDS = 500;
  private static final Map<String, Object> ANSWER =
      Map.of("choice", "no", "reason", "Falta gente", "note", "Volta em maio");

  @Autowired RepositoryService repository;
  @Autowired RuntimeService runtime;
  @Autowired TaskService tasks;
  @Autowired FormService forms;
  @Autowired IdentityService identity;
  @Autowired ProcessEngineConfigurationImpl engine;

  private final String person = "bench" + UUID.randomUUID().toString().substring(0, 6);

  @Test
  @DisplayName("per completion, in time and statements")
  void perCompletion() {
    AnswerProcess.deploy(repository);
    List<Long> guarded = new ArrayList<>();
    List<Long> unguarded = new ArrayList<>();
    for (int i = 0; i < WARM_UP + ROUNDS; i++) {
      long with = nanos(i % 2 == 0 ? this::complete : this::completeUnguarded);
      long without = nanos(i % 2 == 0 ? this::completeUnguarded : this::complete);
      if (i >= WARM_UP) {
        guarded.add(i % 2 == 0 ? with : without);
        unguarded.add(i % 2 == 0 ? without : with);
      }
    }
    String first = claimed();
    Count statementsWith = StatementCounter.count(() -> complete(first));
    String second = claimed();
    Count statementsWithout = StatementCounter.count(() -> completeUnguarded(second));
    LOG.info("with the guard: median {} µs, {}", median(guarded), statementsWith);
    LOG.info("without it:     median {} µs, {}", median(unguarded), statementsWithout);
    assertThat(statementsWith.rowsWritten()).isEqualTo(statementsWithout.rowsWritten());
  }

  @Test
  @DisplayName("for the check of the values alone")
  void checkAlone() {
    FormModel form = FormParser.parse(AnswerProcess.FORM.getBytes(StandardCharsets.UTF_8));
    int times = 50_000;
    check(form, times);
    long start = System.nanoTime();
    check(form, times);
    LOG.info("the check alone: {} ns", (System.nanoTime() - start) / times);
  }

  private static void check(FormModel form, int times) {
    for (int i = 0; i < times; i++) {
      Surroundings nothing = new Surroundings(Map::of, () -> LocalDate.EPOCH);
      assertThat(FormValidator.check(form, ANSWER, nothing).size()).isEqualTo(3);
    }
  }

  private long nanos(Consumer<String> way) {
    String task = claimed();
    long start = System.nanoTime();
    way.accept(task);
    return System.nanoTime() - start;
  }

  private String claimed() {
    String instance =
        runtime
            .startProcessInstanceByKey(
                AnswerProcess.KEY, UUID.randomUUID().toString(), Map.of("office", "svma.office"))
            .getId();
    String task = tasks.createTaskQuery().processInstanceId(instance).singleResult().getId();
    tasks.setAssignee(task, person);
    return task;
  }

  private void complete(String task) {
    identity.setAuthentication(person, List.of("svma.office"));
    try {
      forms.submitTaskForm(task, ANSWER);
    } finally {
      identity.clearAuthentication();
    }
  }

  /** The same values to the same listener, as the guard hands them over. */
  private void completeUnguarded(String task) {
    engine
        .getCommandExecutorTxRequired()
        .execute(
            context -> {
              VariableMap values = Variables.createVariables();
              ANSWER.forEach((k, v) -> values.putValueTyped(k, Variables.untypedValue(v, true)));
              context.getTaskManager().findTaskById(task).setVariablesLocal(values);
              return new CompleteTaskCmd(task, null).execute(context);
            });
  }

  private static long median(List<Long> nanos) {
    Collections.sort(nanos);
    return nanos.get(nanos.size() / 2) / 1_000;
  }
}
