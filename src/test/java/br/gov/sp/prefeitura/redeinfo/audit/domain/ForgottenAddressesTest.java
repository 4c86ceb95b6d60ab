package br.gov.sp.prefeitura.redeinfo.audit.domain;

import static org.assertj.core.api.Assertions.assertThat;

import br.gov.sp.prefeitura.redeinfo.support.IntegrationTest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@IntegrationTest
@DisplayName("The nightly job that forgets addresses")
class ForgottenAddressesTest {

  private static final Duration KEPT = Duration.ofDays(180);

  @Autowired ForgottenAddresses job;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transaction;
  @Autowired Clock clock;

  private final String id = UUID.randomUUID().toString();

  @Test
  @DisplayName("removes those older than 180 days, keeps the rest, and puts itself on record once")
  void forgets() {
    Instant now = clock.instant();
    insert(now.minus(KEPT).minusSeconds(60), 2);
    insert(now.minus(KEPT).plusSeconds(600), 1);
    long before = lastEntry();

    job.run();

    assertThat(addresses()).containsExactly(null, null, "2001:db8::1");
    assertThat(recordedSince(before))
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry)
                  .containsEntry("action", ArchiveAction.ADDRESSES_FORGOTTEN.code())
                  .containsEntry("actor_id", null)
                  .containsEntry("channel", "job");
              assertThat((int) entry.get("entries")).isGreaterThanOrEqualTo(2);
            });

    job.run();
    assertThat(recordedSince(before)).as("with nothing left to forget").hasSize(1);
  }

  @Test
  @DisplayName("goes on until nothing is left, a batch at a time")
  void inBatches() {
    transaction.executeWithoutResult(
        status -> {
          // Thrown away: nobody can delete them later.
          status.setRollbackOnly();
          insert(clock.instant().minus(KEPT).minusSeconds(60), 5001);
          long before = lastEntry();

          job.run();

          assertThat(addresses()).hasSize(5001).containsOnlyNulls();
          assertThat(recordedSince(before)).hasSize(2);
        });
    assertThat(addresses()).isEmpty();
  }

  private void insert(Instant at, int entries) {
    jdbc.sql(
            """
            INSERT INTO audit_entry
                   (recorded_at, action, subject_type, subject_id, channel, address, details)
            SELECT :at, 'thing.tried', 'thing', :id, 'page', '2001:db8::1', '{}'
              FROM generate_series(1, :entries)
            """)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("id", id)
        .param("entries", entries)
        .update();
  }

  private List<String> addresses() {
    return jdbc.sql("SELECT host(address) FROM audit_entry WHERE subject_id = ? ORDER BY id")
        .param(id)
        .query((row, number) -> row.getString(1))
        .list();
  }

  private long lastEntry() {
    return jdbc.sql("SELECT coalesce(max(id), 0) FROM audit_entry").query(Long.class).single();
  }

  private List<Map<String, Object>> recordedSince(long before) {
    return jdbc.sql(
            """
            SELECT action, actor_id, channel, (details ->> 'entries')::int AS entries
              FROM audit_entry WHERE id > ? ORDER BY id
            """)
        .param(before)
        .query()
        .listOfRows();
  }
}
