package br.gov.sp.prefeitura.redeinfo.confirmation.domain;

import br.gov.sp.prefeitura.redeinfo.audit.AuditEntry;
import br.gov.sp.prefeitura.redeinfo.audit.AuditLog;
import br.gov.sp.prefeitura.redeinfo.confirmation.ConfirmationRounds;
import br.gov.sp.prefeitura.redeinfo.network.Appointment;
import br.gov.sp.prefeitura.redeinfo.network.Appointments;
import br.gov.sp.prefeitura.redeinfo.network.Bodies;
import br.gov.sp.prefeitura.redeinfo.network.Body;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Begins rounds. Nodes share the work by taking rows that no other node has locked. */
@Service
class ConfirmationRoundService implements ConfirmationRounds {

  private static final Logger log = LoggerFactory.getLogger(ConfirmationRoundService.class);

  private final ConfirmationRepository confirmations;
  private final ConfirmationInstances instances;
  private final ConfirmationDeadlines deadlines;
  private final Appointments appointments;
  private final Bodies bodies;
  private final AuditLog audit;
  private final TransactionTemplate transaction;
  private final Clock clock;

  ConfirmationRoundService(
      ConfirmationRepository confirmations,
      ConfirmationInstances instances,
      ConfirmationDeadlines deadlines,
      Appointments appointments,
      Bodies bodies,
      AuditLog audit,
      TransactionTemplate transaction,
      Clock clock) {
    this.confirmations = confirmations;
    this.instances = instances;
    this.deadlines = deadlines;
    this.appointments = appointments;
    this.bodies = bodies;
    this.audit = audit;
    this.transaction = transaction;
    this.clock = clock;
  }

  @Override
  @Transactional
  public Optional<Long> begin(LocalDate day, Long by) {
    List<Body> asked = asked(day);
    if (asked.isEmpty()) {
      return Optional.empty();
    }
    Optional<Long> round = confirmations.insertRound(day.withDayOfMonth(1), by, clock.instant());
    round.ifPresent(
        id -> {
          confirmations.insertPending(id, asked);
          AuditEntry entry =
              AuditEntry.of(ConfirmationAction.ROUND_BEGUN, id)
                  .with("month", day.withDayOfMonth(1))
                  .with("bodies", asked.size());
          audit.record(by == null ? entry : entry.by(by));
        });
    return round;
  }

  /** Who never had a focal point has nobody to confirm: rounds of nomination ask them. */
  private List<Body> asked(LocalDate day) {
    List<Body> existing = bodies.existingOn(day);
    Set<Long> represented =
        appointments.focalPointsOf(existing.stream().map(Body::id).toList()).stream()
            .filter(appointment -> !appointment.from().isAfter(day))
            .map(Appointment::bodyId)
            .collect(Collectors.toSet());
    return existing.stream().filter(body -> represented.contains(body.id())).toList();
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<Long> find(LocalDate day) {
    return confirmations.findRound(day.withDayOfMonth(1));
  }

  @Override
  @Transactional(readOnly = true)
  public Map<Long, Long> confirmationsOf(long roundId) {
    return confirmations.idsByBody(roundId);
  }

  @Override
  @Transactional(propagation = Propagation.NEVER)
  public int startPending() {
    AtomicLong last = new AtomicLong();
    int started = 0;
    Boolean next;
    while ((next = startNext(last)) != null) {
      started += next ? 1 : 0;
    }
    return started;
  }

  /**
   * One body that cannot be asked must not keep the others waiting; the next run tries again.
   *
   * @param last id of the last one looked at
   * @return whether it was started; {@code null} if nothing is left
   */
  private Boolean startNext(AtomicLong last) {
    try {
      return transaction.execute(
          status ->
              confirmations
                  .takePending(last.get())
                  .map(
                      pending -> {
                        last.set(pending.id());
                        ask(pending);
                        return true;
                      })
                  .orElse(null));
    } catch (RuntimeException e) {
      log.error("Confirmation {} could not be started now", last.get(), e);
      return false;
    }
  }

  private void ask(Confirmation pending) {
    for (Confirmation older : confirmations.lockOlder(pending)) {
      confirmations.replace(older.id());
      instances.replace(older.id());
      audit.record(AuditEntry.of(ConfirmationAction.REPLACED, older.id()).in(older.bodyId()));
    }
    confirmations.open(pending.id(), deadlines.answer());
    instances.start(pending.id(), bodies.get(pending.bodyId()), pending.month());
  }
}
