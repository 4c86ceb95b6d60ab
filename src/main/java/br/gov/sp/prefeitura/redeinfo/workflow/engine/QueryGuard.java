package br.gov.sp.prefeitura.redeinfo.workflow.engine;

import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
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
    if (!refusedExpressions(query).isEmpty()) {
      throw Refusal.invalid("query.expression");
    }
  }

  /** The expressions in the query and in those nested in it that are not let through. */
  static List<String> refusedExpressions(Object query) {
    List<String> refused = new ArrayList<>();
    collect(query, refused, Collections.newSetFromMap(new IdentityHashMap<>()));
    return refused;
  }

  /** A query lists itself among its nested ones, and these may list it again. */
  private static void collect(Object query, List<String> refused, Set<Object> seen) {
    if (!seen.add(query)) {
      return;
    }
    if (query instanceof AbstractQuery<?, ?> any) {
      any.getExpressions().values().stream()
          .map(String::valueOf)
          .filter(expression -> !HARMLESS.contains(expression.replace(" ", "")))
          .forEach(refused::add);
    }
    if (query instanceof TaskQueryImpl tasks) {
      tasks.getQueries().forEach(nested -> collect(nested, refused, seen));
    }
  }
}
