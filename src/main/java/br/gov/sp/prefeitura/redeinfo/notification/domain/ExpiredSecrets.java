package br.gov.sp.prefeitura.redeinfo.notification.domain;

import java.util.List;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Removes links that give access and work no more, whether their mail went out or not. */
@Component
class ExpiredSecrets {

  private final List<MailBox<?>> boxes;

  ExpiredSecrets(List<MailBox<?>> boxes) {
    this.boxes = boxes;
  }

  @Scheduled(initialDelayString = "PT10M", fixedDelayString = "PT1H")
  void remove() {
    boxes.forEach(box -> box.queue().removeExpiredSecrets());
  }
}
