package br.gov.sp.prefeitura.redeinfo.notification.domain;

import br.gov.sp.prefeitura.redeinfo.network.Person;
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

  private final Outbox outbox;
  private final Recipients recipients;
  private final MailComposer composer;
  private final MailServer server;
  private final NotificationProperties properties;
  private final Clock clock;
  private final Pace pace;

  /** After a start nobody knows how long the mail server was away. */
  private volatile boolean serverWasAway = true;

  /** A flag, no interruption: that could hit the mark of a mail that is out already. */
  private volatile boolean stopping;

  MailDispatcher(
      Outbox outbox,
      Recipients recipients,
      MailComposer composer,
      MailServer server,
      NotificationProperties properties,
      Clock clock) {
    this.outbox = outbox;
    this.recipients = recipients;
    this.composer = composer;
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
      List<StoredNotice> batch = outbox.take(properties.batchSize(), properties.lease());
      if (batch.isEmpty()) {
        break;
      }
      int taken = send(batch);
      if (taken < 0) {
        break;
      }
      sent += taken;
    }
    return sent;
  }

  /** The mail under way is finished, the others are given back. */
  void stop() {
    stopping = true;
  }

  void resume() {
    stopping = false;
  }

  /** Returns how many mails went out, or -1 if the mail server cannot be used. */
  private int send(List<StoredNotice> batch) {
    long leaseEndsSoon = System.nanoTime() + properties.lease().toNanos() / 2;
    try (MailServer.Connection connection = server.connect()) {
      if (serverWasAway) {
        outbox.hurryUnreachable();
        serverWasAway = false;
      }
      int sent = 0;
      for (StoredNotice notice : batch) {
        if (System.nanoTime() - leaseEndsSoon > 0 || stopping || connection.isLost()) {
          outbox.release(notice);
        } else if (deliver(notice, connection)) {
          sent++;
        }
      }
      return sent;
    } catch (MessagingException e) {
      DeliveryError error = DeliveryErrors.of(e);
      log.warn("The mail server cannot be used ({}); {} mails wait", error, batch.size());
      serverWasAway = true;
      batch.forEach(notice -> outbox.postpone(notice, error, pauseAfter(notice.attempts())));
      return -1;
    }
  }

  private boolean deliver(StoredNotice notice, MailServer.Connection connection) {
    Optional<Person> recipient = recipients.find(notice.recipientId());
    if (recipient.isEmpty()) {
      fail(notice, DeliveryError.NO_ADDRESS);
      return false;
    }
    if (notice.expiresAt() != null && !notice.expiresAt().isAfter(clock.instant())) {
      fail(notice, DeliveryError.EXPIRED);
      return false;
    }
    try {
      MimeMessage message = composer.compose(notice, recipient.get(), connection.session());
      pace.await(() -> stopping);
      connection.send(message);
    } catch (UnusableAddress e) {
      fail(notice, DeliveryError.NO_ADDRESS);
      return false;
    } catch (MessagingException e) {
      fail(notice, DeliveryErrors.of(e));
      return false;
    } catch (RuntimeException e) {
      log.error("Mail {} of template {} cannot be written", notice.id(), notice.template(), e);
      fail(notice, DeliveryError.UNREADABLE);
      return false;
    }
    outbox.markSent(notice.id());
    return true;
  }

  private void fail(StoredNotice notice, DeliveryError error) {
    log.warn("Mail {} was not sent: {}, attempt {}", notice.id(), error, notice.attempts());
    if (error.isPermanent()) {
      outbox.markFailed(notice, error);
    } else {
      outbox.postpone(notice, error, pauseAfter(notice.attempts()));
    }
  }

  private Duration pauseAfter(int attempts) {
    Duration pause = properties.firstBackOff();
    for (int i = 1; i < attempts && pause.compareTo(properties.maxBackOff()) < 0; i++) {
      pause = pause.multipliedBy(2);
    }
    return pause.compareTo(properties.maxBackOff()) < 0 ? pause : properties.maxBackOff();
  }
}
