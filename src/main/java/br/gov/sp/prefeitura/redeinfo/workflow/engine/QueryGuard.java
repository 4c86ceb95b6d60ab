package br.gov.sp.prefeitura.redeinfo.workflow.engine;

import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.TaskQueryImpl;

/**
 * Refuses expressions in queries. The engine evaluates them with access to every bean and class,
 * and its own switch against them does not look into nested {@code orQueries} nor into queries that
 * extend a filter: whoever may list tasks could run code. The three that stored filters need are
 * let through, wherever they stand.
 */
final class QueryGuard {

  private static final Set<String> HARMLESS =
      Set.of("${currentUser()}", "${currentUserGroups()}", "${now()}");

  private QueryGuard() {}

  /**
   * @throws Refusal if the query or one nested in it holds any other expression
   */
  static void check(Object query) {
    check(query, Collections.newSetFromMap(new IdentityHashMap<>()));
  }

  /** A query lists itself among its nested ones, and these may list it again. */
  private static void check(Object query, Set<Object> seen) {
    if (!seen.add(query)) {
      return;
    }
    if (query instanceof AbstractQuery<?, ?> any) {
      any.getExpressions().values().forEach(QueryGuard::checkExpression);
    }
    if (query instanceof TaskQueryImpl tasks) {
      tasks.getQueries().forEach(nested -> check(nested, seen));
    }
  }

  private static void checkExpression(String expression) {
    if (expression == null || !HARMLESS.contains(expression.replace(" ", ""))) {
      throw Refusal.invalid("query.expression");
    }
  }
}
