package br.gov.sp.prefeitura.redeinfo.pilot.domain;

import br.gov.sp.prefeitura.redeinfo.network.Bodies;
import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.notification.Notices;
import br.gov.sp.prefeitura.redeinfo.notification.Notices.Notice;
import br.gov.sp.prefeitura.redeinfo.shared.links.LinkProbe;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Looks after the links among the evidence, a few at a time, outside every transaction. Who takes a
 * link marks it first, so that several nodes share the work. A link that failed is asked again a
 * day later; when it fails twice in a row it counts as dead, and the sponsor is told, once.
 */
@Component
class LinkCheck implements DisposableBean {

  private static final Logger log = LoggerFactory.getLogger(LinkCheck.class);
  private static final int AT_A_TIME = 5;
  private static final int PER_RUN = 200;
  private static final Duration AGAIN = Duration.ofDays(1);

  private final LinkProbe probe;
  private final EvidenceProperties properties;
  private final PilotRepository pilots;
  private final Bodies bodies;
  private final Notices notices;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final Clock clock;
  private final AtomicBoolean running = new AtomicBoolean();

  /** Of its own: slow servers of others must keep nothing else waiting. */
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread made = new Thread(task, "link-check");
            made.setDaemon(true);
            return made;
          });

  LinkCheck(
      LinkProbe probe,
      EvidenceProperties properties,
      PilotRepository pilots,
      Bodies bodies,
      Notices notices,
      JdbcClient jdbc,
      TransactionTemplate transaction,
      Clock clock) {
    this.probe = probe;
    this.properties = properties;
    this.pilots = pilots;
    this.bodies = bodies;
    this.notices = notices;
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.clock = clock;
  }

  @Scheduled(cron = "0 15 * * * *", zone = "America/Sao_Paulo")
  void start() {
    if (properties.checkLinks() && running.compareAndSet(false, true)) {
      thread.execute(
          () -> {
            try {
              run();
            } catch (RuntimeException e) {
              log.error("Links could not be looked after now; the next run goes on", e);
            } finally {
              running.set(false);
            }
          });
    }
  }

  /** What is due, up to a number. */
  void run() {
    for (int done = 0; done < PER_RUN; done += AT_A_TIME) {
      List<Evidence> due = take();
      due.forEach(this::check);
      if (due.size() < AT_A_TIME) {
        return;
      }
    }
  }

  private List<Evidence> take() {
    Instant now = clock.instant();
    return jdbc.sql(
            """
            UPDATE pilot_evidence SET link_checked_at = :now
             WHERE id IN (SELECT id FROM pilot_evidence
                           WHERE kind = 'LINK' AND removed_at IS NULL
                             AND (link_checked_at IS NULL OR link_checked_at <= :before
                                  OR link_failures = 1 AND link_checked_at <= :failedBefore)
                           ORDER BY link_checked_at NULLS FIRST LIMIT :few
                           FOR UPDATE SKIP LOCKED)
            RETURNING *
            """)
        .param("now", Timestamp.from(now))
        .param("before", Timestamp.from(now.minus(properties.checkLinksEvery())))
        .param("failedBefore", Timestamp.from(now.minus(AGAIN)))
        .param("few", AT_A_TIME)
        .query((rs, n) -> EvidenceRepository.evidence(rs))
        .list();
  }

  private void check(Evidence item) {
    boolean alive = probe.isAlive(item.link());
    transaction.executeWithoutResult(status -> record(item, alive));
  }

  private void record(Evidence item, boolean alive) {
    boolean tell =
        jdbc.sql(
                """
                UPDATE pilot_evidence
                   SET link_failures = CASE WHEN :alive THEN 0 ELSE link_failures + 1 END,
                       link_told_at = CASE WHEN :alive THEN NULL
                                           WHEN link_failures + 1 >= :dead
                                           THEN coalesce(link_told_at, :now) END
                 WHERE id = :id AND removed_at IS NULL
                RETURNING coalesce(link_told_at = :now, FALSE)
                """)
            .param("alive", alive)
            .param("dead", Evidence.DEAD_AFTER)
            .param("now", Timestamp.from(clock.instant()))
            .param("id", item.id())
            .query(Boolean.class)
            .optional()
            .orElse(false);
    if (tell) {
      tell(item);
    }
  }

  private void tell(Evidence item) {
    Pilot pilot = pilots.find(item.pilotId()).orElseThrow();
    Body body = bodies.get(pilot.bodyId());
    if (pilot.sponsorId() == null) {
      return;
    }
    notices.send(
        Notice.toPersons(
            "pilot-evidence:" + item.id() + ":dead:" + clock.instant().toEpochMilli(),
            "pilot-evidence-dead",
            Map.of(
                "title", pilot.title(),
                "evidence", item.title(),
                "bodyAcronym", body.acronym()),
            "/pilots/" + pilot.id() + "/evidence",
            List.of(pilot.sponsorId())));
  }

  @Override
  public void destroy() {
    thread.shutdownNow();
  }
}
