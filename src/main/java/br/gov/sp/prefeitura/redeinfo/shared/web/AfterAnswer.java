package br.gov.sp.prefeitura.redeinfo.shared.web;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does what a public form asks for after the answer was given, so that the answer's time tells
 * nothing. One at a time; a full queue drops what comes, and whoever asked asks again.
 */
public final class AfterAnswer implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(AfterAnswer.class);
  private static final int MOST_WAITING = 200;
  private static final long PATIENCE_SECONDS = 5;

  private final String name;
  private final ThreadPoolExecutor worker;

  /**
   * @param name of the thread, for the log
   */
  public AfterAnswer(String name) {
    this.name = name;
    this.worker =
        new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(MOST_WAITING),
            work -> new Thread(work, name));
  }

  /** Does the work soon; what goes wrong with it is logged. */
  public void run(Runnable work) {
    try {
      worker.execute(() -> attempt(work));
    } catch (RejectedExecutionException e) {
      log.warn("Too many requests at a time for {}; one was dropped", name);
    }
  }

  private void attempt(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) {
      log.error("A request for {} failed", name, e);
    }
  }

  /** Lets what is under way end. */
  @Override
  public void close() {
    worker.shutdown();
    try {
      worker.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
