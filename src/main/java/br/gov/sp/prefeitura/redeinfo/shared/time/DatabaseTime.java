package br.gov.sp.prefeitura.redeinfo.shared.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The database's time, which all nodes share: the machine's clock, corrected by how far the
 * database's is ahead of it. Locks of jobs and due dates hold between nodes because of it. Measured
 * at start and once a minute; while the database is away, the last correction holds.
 */
@Component
class DatabaseTime {

  private static final Logger log = LoggerFactory.getLogger(DatabaseTime.class);

  /** Differences below are those of the measure itself; the time does not jump for them. */
  private static final Duration PRECISION = Duration.ofMillis(250);

  /** Nobody's machine is that wrong with time synchronisation on. */
  private static final Duration SUSPICIOUS = Duration.ofSeconds(5);

  private static final int MEASURES = 3;

  private final Clock machine;
  private final Supplier<Instant> database;
  private volatile Duration ahead = Duration.ZERO;
  private volatile boolean warned;

  @Autowired
  DatabaseTime(JdbcClient jdbc) {
    this(
        Clock.system(SaoPaulo.ZONE),
        () ->
            jdbc.sql("SELECT clock_timestamp()").query(OffsetDateTime.class).single().toInstant());
  }

  /** Measures at once: nothing of the application is to live in the wrong time. */
  DatabaseTime(Clock machine, Supplier<Instant> database) {
    this.machine = machine;
    this.database = database;
    correct();
  }

  @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT1M")
  void check() {
    try {
      correct();
    } catch (DataAccessException e) {
      log.debug("The database does not tell the time now", e);
    }
  }

  private void correct() {
    Duration measured = measure();
    if (measured.minus(ahead).abs().compareTo(PRECISION) > 0) {
      ahead = measured;
    }
    boolean suspicious = ahead.abs().compareTo(SUSPICIOUS) > 0;
    if (suspicious && !warned) {
      log.warn(
          "This machine's clock and the database's differ by {}; the application goes by the"
              + " database's. Look at the time synchronisation of both.",
          ahead);
    }
    warned = suspicious;
  }

  /** The quickest answer tells best. */
  private Duration measure() {
    Duration best = null;
    Duration quickest = null;
    for (int i = 0; i < MEASURES; i++) {
      Instant asked = machine.instant();
      Instant told = database.get();
      Duration took = Duration.between(asked, machine.instant());
      if (quickest == null || took.compareTo(quickest) < 0) {
        quickest = took;
        best = Duration.between(asked.plus(took.dividedBy(2)), told);
      }
    }
    return best;
  }

  /** Tells the database's time. */
  Clock clock() {
    return new Corrected(machine.getZone());
  }

  private final class Corrected extends Clock {

    private final ZoneId zone;

    Corrected(ZoneId zone) {
      this.zone = zone;
    }

    @Override
    public ZoneId getZone() {
      return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
      return new Corrected(other);
    }

    @Override
    public Instant instant() {
      return machine.instant().plus(ahead);
    }
  }
}
