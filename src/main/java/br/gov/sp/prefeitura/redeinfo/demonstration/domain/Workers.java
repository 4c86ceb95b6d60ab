package br.gov.sp.prefeitura.redeinfo.demonstration.domain;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Does the same for many bodies, a few at a time. */
@Component
@ConditionalOnDemonstration
class Workers {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final int threads;

  Workers(DemonstrationProperties properties) {
    this.threads = properties.threads();
  }

  /**
   * Returns when all is done or one has failed; what has not begun by then is left out.
   *
   * @throws RuntimeException what the first one failed with
   */
  <T> void forEach(List<T> items, Consumer<T> work) {
    ExecutorService pool =
        Executors.newFixedThreadPool(
            threads,
            task -> {
              Thread thread = new Thread(task, "demonstration");
              thread.setDaemon(true);
              return thread;
            });
    try {
      List<Future<?>> results = new ArrayList<>();
      items.forEach(item -> results.add(pool.submit(() -> work.accept(item))));
      for (Future<?> result : results) {
        result.get();
      }
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("the preparation was interrupted", e);
    } finally {
      end(pool);
    }
  }

  /** Nobody may go on behind the caller's back: the next attempt would meet them. */
  private static void end(ExecutorService pool) {
    pool.shutdownNow();
    try {
      pool.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
