package br.gov.sp.prefeitura.redeinfo.notification.domain;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Runs the dispatcher on a thread of its own: at once when a step of this node has committed a
 * notice, and every now and then for what other nodes left or what failed before. Sleeps for good
 * when there is no mail server.
 */
@Component
class DispatcherLoop implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(DispatcherLoop.class);
  private static final Duration PATIENCE_AT_STOP = Duration.ofSeconds(20);

  private final MailDispatcher dispatcher;
  private final MailServer server;
  private final NotificationProperties properties;
  private final Semaphore nudges = new Semaphore(0);
  private volatile boolean running;
  private Thread thread;

  DispatcherLoop(MailDispatcher dispatcher, MailServer server, NotificationProperties properties) {
    this.dispatcher = dispatcher;
    this.server = server;
    this.properties = properties;
  }

  @TransactionalEventListener
  void afterCommit(NoticeService.MailWaiting waiting) {
    nudges.release();
  }

  @Override
  public synchronized void start() {
    if (!properties.dispatch()) {
      return;
    }
    if (!server.isConfigured()) {
      log.info("No mail server is configured: notices wait and are shown in the application");
      return;
    }
    dispatcher.resume();
    running = true;
    thread = new Thread(this::run, "mail-dispatcher");
    thread.start();
  }

  private void run() {
    while (running) {
      try {
        dispatcher.dispatchDue();
      } catch (RuntimeException e) {
        log.warn("The outbox cannot be read now", e);
      }
      try {
        nudges.tryAcquire(properties.pollInterval().toMillis(), TimeUnit.MILLISECONDS);
        nudges.drainPermits();
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  /** Lets the mail that is on its way arrive, then leaves the others to whoever comes next. */
  @Override
  public synchronized void stop() {
    if (thread == null) {
      return;
    }
    running = false;
    dispatcher.stop();
    nudges.release();
    try {
      thread.join(PATIENCE_AT_STOP.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    thread = null;
  }

  @Override
  public synchronized boolean isRunning() {
    return thread != null;
  }
}
