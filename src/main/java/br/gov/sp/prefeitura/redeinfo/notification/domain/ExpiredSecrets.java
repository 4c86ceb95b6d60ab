package br.gov.sp.prefeitura.redeinfo.notification.domain;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Removes links to choose a password that work no more, whether their mail went out or not. */
@Component
class ExpiredSecrets {

  private final Outbox outbox;

  ExpiredSecrets(Outbox outbox) {
    this.outbox = outbox;
  }

  @Scheduled(initialDelayString = "PT10M", fixedDelayString = "PT1H")
  void remove() {
    outbox.removeExpiredSecrets();
  }
}
