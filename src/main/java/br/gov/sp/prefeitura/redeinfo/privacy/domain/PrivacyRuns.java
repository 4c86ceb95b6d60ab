package br.gov.sp.prefeitura.redeinfo.privacy.domain;

import br.gov.sp.prefeitura.redeinfo.audit.AuditEntry;
import br.gov.sp.prefeitura.redeinfo.audit.AuditLog;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.network.Persons;
import br.gov.sp.prefeitura.redeinfo.privacy.domain.RunRepository.OpenKind;
import br.gov.sp.prefeitura.redeinfo.privacy.domain.RunRepository.Run;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Runs that make anonymous what has lapsed: a row says that a run is wanted, and any node goes on
 * with it, batch by batch, each in a transaction of its own in which the count grows with what was
 * done. A run that was interrupted goes on where it stopped; one node at a time works at it.
 */
@Service
public class PrivacyRuns {

  private static final Logger log = LoggerFactory.getLogger(PrivacyRuns.class);
  private static final int SHOWN = 10;

  private final RunRepository runs;
  private final Kinds kinds;
  private final PrivacyProperties properties;
  private final Persons persons;
  private final AuditLog audit;
  private final TransactionTemplate transaction;
  private final Clock clock;

  PrivacyRuns(
      RunRepository runs,
      Kinds kinds,
      PrivacyProperties properties,
      Persons persons,
      AuditLog audit,
      TransactionTemplate transaction,
      Clock clock) {
    this.runs = runs;
    this.kinds = kinds;
    this.properties = properties;
    this.persons = persons;
    this.audit = audit;
    this.transaction = transaction;
    this.clock = clock;
  }

  /**
   * Wants a run; it begins in the background.
   *
   * @throws Refusal (conflict) if one goes on
   */
  public long start(long personId) {
    return transaction.execute(
        status -> begin(personId).orElseThrow(() -> Refusal.conflict("privacy.run-goes-on")));
  }

  /** Wants the yearly run if its day has come and nobody has started one since. */
  void startIfDue() {
    MonthDay day = properties.yearly();
    if (day != null) {
      Instant due = lastOf(day).atStartOfDay(SaoPaulo.ZONE).toInstant();
      transaction.executeWithoutResult(
          status -> {
            if (!runs.isStartedSince(due)) {
              begin(null);
            }
          });
    }
  }

  private LocalDate lastOf(MonthDay day) {
    LocalDate today = SaoPaulo.today(clock);
    LocalDate thisYear = day.atYear(today.getYear());
    return thisYear.isAfter(today) ? day.atYear(today.getYear() - 1) : thisYear;
  }

  private Optional<Long> begin(Long personId) {
    Optional<Long> run = runs.insert(clock.instant(), personId);
    run.ifPresent(
        id -> {
          runs.insertKinds(id, kinds.lapseBefore(clock.instant()));
          audit.record(AuditEntry.of(PrivacyAction.RUN_STARTED, id));
        });
    return run;
  }

  /** Goes on with whatever is not done, to its end. Several nodes may do it. */
  void work() {
    while (Boolean.TRUE.equals(transaction.execute(status -> step()))) {
      log.debug("A batch of lapsed records was made anonymous");
    }
    transaction.executeWithoutResult(status -> finish());
  }

  boolean isGoingOn() {
    return runs.isGoingOn();
  }

  /** One batch of one kind; returns whether there was anything to do. */
  private boolean step() {
    Optional<OpenKind> next = runs.lockNext();
    next.ifPresent(
        kind -> {
          int limit = properties.batchSize();
          int done =
              kinds
                  .find(kind.kind())
                  .map(retention -> retention.anonymise(kind.lapsedBefore(), limit))
                  .orElse(0);
          // Until nothing is found: who writes to a row meanwhile only keeps it for the next batch.
          boolean last = done == 0;
          runs.add(kind, done, last ? clock.instant() : null);
          if (last) {
            audit.record(
                AuditEntry.of(PrivacyAction.KIND_DONE, kind.run())
                    .with("kind", kind.kind())
                    .with("count", kind.anonymised() + done));
          }
        });
    return next.isPresent();
  }

  private void finish() {
    runs.finish(clock.instant())
        .forEach(
            (run, count) ->
                audit.record(AuditEntry.of(PrivacyAction.RUN_FINISHED, run).with("count", count)));
  }

  /** The latest runs, newest first, with who started them. */
  public List<ShownRun> latest() {
    List<Run> latest = runs.latest(SHOWN);
    Map<Long, Person> people =
        persons.byId(
            latest.stream()
                .map(Run::startedBy)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
    return latest.stream()
        .map(
            run -> {
              Person by = run.startedBy() == null ? null : people.get(run.startedBy());
              return new ShownRun(run, by == null ? null : by.name());
            })
        .toList();
  }

  /**
   * @param startedBy name; {@code null}: the calendar
   */
  public record ShownRun(Run run, String startedBy) {}
}
