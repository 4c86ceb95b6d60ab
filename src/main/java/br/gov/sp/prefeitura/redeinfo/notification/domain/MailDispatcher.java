package br.gov.sp.prefeitura.redeinfo.notification.domain;

import br.gov.sp.prefeitura.redeinfo.notification.domain.MailComposer.UnusableAddress;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Hands waiting mails to the mail server. Any number of nodes may do so at the same time: each mail
 * is leased to one of them. No mail is lost; one is sent twice, with the same Message-ID, only if a
 * node dies between the mail server's answer and the mark in the outbox.
 */
@Component
public class MailDispatcher {

  private static final Logger log = LoggerFactory.getLogger(MailDispatcher.class);

  private final List<MailBox<?>> boxes;
  private final MailServer server;
  private final NotificationProperties properties;
  private final Clock clock;
  private final Pace pace;

  /** After a start nobody knows how long the mail server was away. */
  private volatile boolean serverWasAway = true;

  /** A flag, no interruption: that could hit the mark of a mail that is out already. */
  private volatile boolean stopping;

  MailDispatcher(
      List<MailBox<?>> boxes, MailServer server, NotificationProperties properties, Clock clock) {
    this.boxes = List.copyOf(boxes);
    this.server = server;
    this.properties = properties;
    this.clock = clock;
    this.pace = new Pace(properties.maxPerMinute());
  }

  /**
   * Sends what is due, until nothing is left, the mail server does not answer, or it is to stop.
   * Never inside a transaction: none is held while a mail server takes its time.
   *
   * @return how many mails the server took
   */
  @Transactional(propagation = Propagation.NEVER)
  public synchronized int dispatchDue() {
    int sent = 0;
    while (server.isConfigured() && !stopping) {
      Optional<Batch<?>> batch = takeBatch();
      if (batch.isEmpty()) {
        break;
      }
      int taken = send(batch.get());
      if (taken < 0) {
        break;
      }
      sent += taken;
    }
    return sent;
  }

  private Optional<Batch<?>> takeBatch() {
    for (MailBox<?> box : boxes) {
      Batch<?> batch = take(box);
      if (!batch.mails().isEmpty()) {
        return Optional.of(batch);
      }
    }
    return Optional.empty();
  }

  private <M extends OutgoingMail> Batch<M> take(MailBox<M> box) {
    return new Batch<>(box, box.take(properties.batchSize(), properties.lease()));
  }

  /** The mail under way is finished, the others are given back. */
  void stop() {
    stopping = true;
  }

  void resume() {
    stopping = false;
  }

  /** Returns how many mails went out, or -1 if the mail server cannot be used. */
  private <M extends OutgoingMail> int send(Batch<M> batch) {
    MailBox<M> box = batch.box();
    long leaseEndsSoon = System.nanoTime() + properties.lease().toNanos() / 2;
    try (MailServer.Connection connection = server.connect()) {
      if (serverWasAway) {
        boxes.forEach(any -> any.queue().hurryUnreachable());
        serverWasAway = false;
      }
      int sent = 0;
      for (M mail : batch.mails()) {
        if (System.nanoTime() - leaseEndsSoon > 0 || stopping || connection.isLost()) {
          box.queue().release(mail);
        } else if (deliver(mail, box, connection)) {
          sent++;
        }
      }
      return sent;
    } catch (MessagingException e) {
      DeliveryError error = DeliveryErrors.of(e);
      log.warn("The mail server cannot be used ({}); {} mails wait", error, batch.mails().size());
      serverWasAway = true;
      batch.mails().forEach(mail -> box.queue().postpone(mail, error, pauseAfter(mail.attempts())));
      return -1;
    }
  }

  private <M extends OutgoingMail> boolean deliver(
      M mail, MailBox<M> box, MailServer.Connection connection) {
    if (mail.expiresAt() != null && !mail.expiresAt().isAfter(clock.instant())) {
      fail(mail, box, DeliveryError.EXPIRED);
      return false;
    }
    try {
      MimeMessage message = box.compose(mail, connection.session());
      pace.await(() -> stopping);
      connection.send(message);
    } catch (UnusableAddress e) {
      fail(mail, box, DeliveryError.NO_ADDRESS);
      return false;
    } catch (MessagingException e) {
      fail(mail, box, DeliveryErrors.of(e));
      return false;
    } catch (RuntimeException e) {
      log.error("Mail {} of template {} cannot be written", mail.id(), mail.template(), e);
      fail(mail, box, DeliveryError.UNREADABLE);
      return false;
    }
    box.queue().markSent(mail.id());
    return true;
  }

  private void fail(OutgoingMail mail, MailBox<?> box, DeliveryError error) {
    log.warn("Mail {} was not sent: {}, attempt {}", mail.id(), error, mail.attempts());
    if (error.isPermanent()) {
      box.queue().markFailed(mail, error);
    } else {
      box.queue().postpone(mail, error, pauseAfter(mail.attempts()));
    }
  }

  private Duration pauseAfter(int attempts) {
    Duration pause = properties.firstBackOff();
    for (int i = 1; i < attempts && pause.compareTo(properties.maxBackOff()) < 0; i++) {
      pause = pause.multipliedBy(2);
    }
    return pause.compareTo(properties.maxBackOff()) < 0 ? pause : properties.maxBackOff();
  }

  private record Batch<M extends OutgoingMail>(MailBox<M> box, List<M> mails) {}
}
