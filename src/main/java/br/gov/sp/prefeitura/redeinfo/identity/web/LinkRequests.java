package br.gov.sp.prefeitura.redeinfo.identity.web;

import br.gov.sp.prefeitura.redeinfo.audit.AuditChannel;
import br.gov.sp.prefeitura.redeinfo.audit.AuditLog;
import br.gov.sp.prefeitura.redeinfo.identity.domain.PasswordLinks;
import jakarta.annotation.PreDestroy;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Looks up who forgot a password after the answer was given, so that its time tells nothing. A full
 * queue drops requests: the person asks again.
 */
@Component
class LinkRequests {

  private static final Logger log = LoggerFactory.getLogger(LinkRequests.class);

  private static final int MOST_CHARACTERS = 254;
  private static final int MOST_WAITING = 200;

  private final PasswordLinks links;
  private final AuditLog audit;
  private final ThreadPoolExecutor worker =
      new ThreadPoolExecutor(
          1,
          1,
          0,
          TimeUnit.SECONDS,
          new ArrayBlockingQueue<>(MOST_WAITING),
          work -> new Thread(work, "password-links"));

  LinkRequests(PasswordLinks links, AuditLog audit) {
    this.links = links;
    this.audit = audit;
  }

  void request(String login) {
    String name = login.strip();
    if (name.length() > MOST_CHARACTERS || name.indexOf('\0') >= 0) {
      return;
    }
    try {
      worker.execute(() -> issue(name));
    } catch (RejectedExecutionException e) {
      log.warn("Too many requests for password links at a time; one was dropped");
    }
  }

  private void issue(String login) {
    try {
      audit.through(
          AuditChannel.PAGE,
          () -> {
            links.requestFor(login);
            return null;
          });
    } catch (RuntimeException e) {
      log.error("A password link could not be issued", e);
    }
  }

  @PreDestroy
  void stop() throws InterruptedException {
    worker.shutdown();
    worker.awaitTermination(5, TimeUnit.SECONDS);
  }
}
