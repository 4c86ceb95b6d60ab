package br.gov.sp.prefeitura.redeinfo.shared.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.dao.TransientDataAccessResourceException;

@DisplayName("The database's time")
class DatabaseTimeTest {

  private static final Instant NOON = Instant.parse("2026-08-03T15:00:00Z");

  private final AtomicReference<Instant> database = new AtomicReference<>(NOON);

  @Test
  @DisplayName("is that of every node, however wrong its machine's clock is")
  void nodesAgree() {
    for (Duration wrong :
        new Duration[] {
          Duration.ofSeconds(90), Duration.ofSeconds(-90), Duration.ofDays(-300), Duration.ZERO
        }) {
      DatabaseTime node = node(NOON.plus(wrong));
      assertThat(node.clock().instant()).isEqualTo(NOON);
      assertThat(node.clock().withZone(ZoneOffset.UTC).instant()).isEqualTo(NOON);
    }
  }

  @Test
  @DisplayName("does not jump for what the measure itself may be wrong by")
  void doesNotTremble() {
    assertThat(node(NOON.plusMillis(200)).clock().instant()).isEqualTo(NOON.plusMillis(200));
  }

  @Test
  @DisplayName("is looked at again, and when the database does not answer the last word holds")
  void isLookedAtAgain() {
    DatabaseTime node = node(NOON.plusSeconds(30));
    database.set(NOON.plusSeconds(3));
    node.check();
    assertThat(node.clock().instant()).isEqualTo(NOON.plusSeconds(3));

    database.set(null);
    node.check();
    assertThat(node.clock().instant()).isEqualTo(NOON.plusSeconds(3));
  }

  private DatabaseTime node(Instant machine) {
    return new DatabaseTime(Clock.fixed(machine, SaoPaulo.ZONE), this::ask);
  }

  private Instant ask() {
    if (database.get() == null) {
      throw new TransientDataAccessResourceException("away");
    }
    return database.get();
  }
}
