package br.gov.sp.prefeitura.redeinfo.statute.domain;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Opens the tasks that a new version asks for, on every node at once: each takes rows that no other
 * one has. What a killed node had begun is rolled back and taken by the next.
 */
@Component
@ConditionalOnProperty(
    name = "rede-info.statute.acceptance.ask",
    havingValue = "true",
    matchIfMissing = true)
class AcceptanceBackground {

  private static final Logger log = LoggerFactory.getLogger(AcceptanceBackground.class);

  private final AcceptanceRequests requests;
  private final StatuteProperties settings;

  AcceptanceBackground(AcceptanceRequests requests, StatuteProperties settings) {
    this.requests = requests;
    this.settings = settings;
  }

  @Scheduled(initialDelayString = "PT10S", fixedDelayString = "PT3S")
  void openTasks() {
    int dealtWith;
    do {
      dealtWith = requests.startBatch();
    } while (dealtWith == settings.batchSize());
  }

  /** Who became a member without accepting (from a list, by an appointment) is asked as well. */
  @Scheduled(cron = "0 12 * * * *", zone = "America/Sao_Paulo")
  void askNewMembers() {
    int asked = requests.makeMissing();
    if (asked > 0) {
      log.info("{} members are asked to accept the statute in force", asked);
    }
  }
}
