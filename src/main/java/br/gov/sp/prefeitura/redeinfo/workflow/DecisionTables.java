package br.gov.sp.prefeitura.redeinfo.workflow;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/**
 * Decision tables asked by delegates. A process names the tables that belong to it in its extension
 * property {@code decisions}; they are deployed with it.
 */
public interface DecisionTables {

  /**
   * Asks the table of the same deployment as the running process, so that an instance keeps the
   * rules it started with.
   *
   * @return the outputs of the rules that matched, in the table's order
   */
  List<Map<String, Object>> evaluate(
      DelegateExecution execution, String decisionKey, Map<String, Object> inputs);

  /** Asks the table's latest version. */
  List<Map<String, Object>> evaluateLatest(String decisionKey, Map<String, Object> inputs);
}
