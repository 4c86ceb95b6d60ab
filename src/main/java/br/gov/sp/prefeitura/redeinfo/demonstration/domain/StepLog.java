package br.gov.sp.prefeitura.redeinfo.demonstration.domain;

import br.gov.sp.prefeitura.redeinfo.workflow.EngineClock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Does each step once, whatever interrupts in between: the step's row commits with what the step
 * did.
 */
@Component
@ConditionalOnDemonstration
class StepLog {

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final EngineClock clock;
  private final Map<String, Long> results = new ConcurrentHashMap<>();

  StepLog(JdbcClient jdbc, TransactionTemplate transaction, EngineClock clock) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** Reads what earlier starts did; called before the first step. */
  void recall() {
    results.clear();
    jdbc.sql("SELECT key, result FROM demonstration_step")
        .query(
            row -> {
              results.put(row.getString(1), row.getLong(2));
            });
  }

  boolean isDone(String key) {
    return results.containsKey(key);
  }

  /**
   * Does the work in one transaction at the given time of the calling thread, unless it is done.
   */
  void once(String key, Instant at, Runnable work) {
    result(
        key,
        at,
        () -> {
          work.run();
          return 0;
        });
  }

  /**
   * Like {@link #once}, for work that gives a number which later steps need: it is kept with the
   * step.
   */
  long result(String key, Instant at, LongSupplier work) {
    Long known = results.get(key);
    if (known != null) {
      return known;
    }
    Long result =
        clock.callAt(
            at,
            () ->
                transaction.execute(
                    status -> {
                      long made = work.getAsLong();
                      jdbc.sql(
                              "INSERT INTO demonstration_step (key, result) VALUES (:key, :result)")
                          .param("key", key)
                          .param("result", made)
                          .update();
                      return made;
                    }));
    results.put(key, result);
    return result;
  }
}
