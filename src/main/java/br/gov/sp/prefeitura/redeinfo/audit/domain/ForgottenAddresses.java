package br.gov.sp.prefeitura.redeinfo.audit.domain;

import br.gov.sp.prefeitura.redeinfo.audit.AuditEntry;
import br.gov.sp.prefeitura.redeinfo.audit.AuditLog;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Removes the network addresses of old entries, by night and in small transactions: the one change
 * that the table allows. Several nodes may do it.
 */
@Component
class ForgottenAddresses {

  private static final int BATCH = 5000;

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final AuditLog audit;
  private final AuditProperties properties;
  private final Clock clock;

  ForgottenAddresses(
      JdbcClient jdbc,
      TransactionTemplate transaction,
      AuditLog audit,
      AuditProperties properties,
      Clock clock) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.audit = audit;
    this.properties = properties;
    this.clock = clock;
  }

  @Scheduled(cron = "0 20 3 * * *", zone = "America/Sao_Paulo")
  void run() {
    Instant oldest = clock.instant().minus(properties.addressRetention());
    int forgotten;
    do {
      forgotten = transaction.execute(status -> forget(oldest));
    } while (forgotten == BATCH);
  }

  private int forget(Instant oldest) {
    int forgotten =
        jdbc.sql("SELECT forget_audit_addresses(:oldest, :most)")
            .param("oldest", oldest.atOffset(ZoneOffset.UTC))
            .param("most", BATCH)
            .query(Integer.class)
            .single();
    if (forgotten > 0) {
      audit.record(
          AuditEntry.of(ArchiveAction.ADDRESSES_FORGOTTEN, "log").with("entries", forgotten));
    }
    return forgotten;
  }
}
