package br.gov.sp.prefeitura.redeinfo.shared.web;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Between saying "not ready", which Spring Boot does first of all, and closing the web server's
 * door: a proxy that asks every second needs a moment to send people to another node.
 */
@Component
class PauseBeforeShutdown implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(PauseBeforeShutdown.class);

  private final ShutdownProperties properties;
  private volatile boolean running;

  PauseBeforeShutdown(ShutdownProperties properties) {
    this.properties = properties;
  }

  @Override
  public void start() {
    running = true;
  }

  @Override
  public void stop() {
    running = false;
    if (properties.pause().compareTo(Duration.ZERO) > 0) {
      log.info("This node takes no new requests from the proxy; it ends in {}", properties.pause());
      try {
        Thread.sleep(properties.pause().toMillis());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** Stopped before everything else, the web server's graceful end included. */
  @Override
  public int getPhase() {
    return Integer.MAX_VALUE;
  }
}
