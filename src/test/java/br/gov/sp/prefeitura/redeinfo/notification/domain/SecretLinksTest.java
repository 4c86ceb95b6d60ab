package br.gov.sp.prefeitura.redeinfo.notification.domain;

import static org.assertj.core.api.Assertions.assertThat;

import br.gov.sp.prefeitura.redeinfo.identity.Accounts.PasswordLinkIssued;
import br.gov.sp.prefeitura.redeinfo.notification.Notices;
import br.gov.sp.prefeitura.redeinfo.notification.domain.StoredNotice.State;
import br.gov.sp.prefeitura.redeinfo.support.IntegrationTest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

@IntegrationTest
@DisplayName("A link to choose a password")
class SecretLinksTest {

  @Autowired ApplicationContext context;
  @Autowired ApplicationEventPublisher events;
  @Autowired TransactionTemplate transaction;
  @Autowired Notices notices;
  @Autowired ExpiredSecrets expiredSecrets;

  private final String path = "/password/" + UUID.randomUUID();
  private MailBench bench;

  @BeforeEach
  void prepare() {
    bench = new MailBench(context);
  }

  @AfterEach
  void stopServer() {
    bench.close();
  }

  @Test
  @DisplayName("is mailed to its owner, and then gone from the outbox")
  void isMailedAndForgotten() throws Exception {
    StoredNotice waiting = issue(false, Instant.now().plus(1, ChronoUnit.DAYS));
    assertThat(waiting.path()).isEqualTo(path);
    assertThat(waiting.eventKey()).doesNotContain(path);

    bench.dispatcher().dispatchDue();

    assertThat(bench.onlyMail().getSubject()).isEqualTo("Seu acesso à Rede INFO Aberta");
    assertThat(new String(bench.onlyMail().getInputStream().readAllBytes())).contains(path);
    StoredNotice sent = bench.stored(waiting.id());
    assertThat(sent.state()).isEqualTo(State.SENT);
    assertThat(sent.path()).isNull();
    assertThat(sent.toString()).doesNotContain(path);
  }

  @Test
  @DisplayName("is no notice in the application")
  void isNoNoticeInTheApplication() {
    issue(true, Instant.now().plus(1, ChronoUnit.DAYS));

    assertThat(notices.recent(bench.recipient().id(), 10)).isEmpty();
  }

  @Test
  @DisplayName("that is issued once is mailed once")
  void isMailedOnce() {
    Instant validUntil = Instant.now().plus(1, ChronoUnit.DAYS);
    issue(true, validUntil);
    issue(true, validUntil);

    bench.dispatcher().dispatchDue();

    assertThat(bench.mails()).hasSize(1);
  }

  @Test
  @DisplayName("that works no more is not mailed, and gone")
  void isNotMailedWhenExpired() {
    StoredNotice expired = issue(true, Instant.now().minusSeconds(1));

    bench.dispatcher().dispatchDue();

    assertThat(bench.mails()).isEmpty();
    assertThat(bench.stored(expired.id()).lastError()).isEqualTo(DeliveryError.EXPIRED);
    assertThat(bench.stored(expired.id()).path()).isNull();
    assertThat(bench.outbox().queue().retry(expired.id())).isFalse();
  }

  @Test
  @DisplayName("vanishes when it has expired, also without a mail server")
  void vanishesWithoutServer() {
    StoredNotice expired = issue(true, Instant.now().minusSeconds(1));
    StoredNotice valid = issueAnother();

    expiredSecrets.remove();

    assertThat(bench.stored(expired.id()).path()).isNull();
    assertThat(bench.stored(valid.id()).path()).isNotNull();
  }

  private StoredNotice issueAnother() {
    return issue("/password/" + UUID.randomUUID(), true, Instant.now().plusSeconds(3600));
  }

  private StoredNotice issue(boolean reset, Instant validUntil) {
    return issue(path, reset, validUntil);
  }

  private StoredNotice issue(String path, boolean reset, Instant validUntil) {
    transaction.executeWithoutResult(
        status ->
            events.publishEvent(
                new PasswordLinkIssued(bench.recipient().id(), path, reset, validUntil)));
    return bench.latest();
  }
}
