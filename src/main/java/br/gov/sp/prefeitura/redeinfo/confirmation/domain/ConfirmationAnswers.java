package br.gov.sp.prefeitura.redeinfo.confirmation.domain;

import br.gov.sp.prefeitura.redeinfo.audit.AuditEntry;
import br.gov.sp.prefeitura.redeinfo.audit.AuditLog;
import br.gov.sp.prefeitura.redeinfo.confirmation.domain.Confirmation.SeatName;
import br.gov.sp.prefeitura.redeinfo.confirmation.domain.Confirmation.State;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What bodies answer, in the engine's transaction. */
@Service
@Transactional
public class ConfirmationAnswers {

  private final ConfirmationRepository confirmations;
  private final AuditLog audit;
  private final Clock clock;

  ConfirmationAnswers(ConfirmationRepository confirmations, AuditLog audit, Clock clock) {
    this.confirmations = confirmations;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * @throws Refusal (not found)
   */
  @Transactional(readOnly = true)
  public Confirmation get(long id) {
    return confirmations.find(id).orElseThrow(() -> Refusal.notFound("confirmation.not-found"));
  }

  /** Nothing has changed. */
  public void confirm(long id, long by) {
    answer(id, State.UNCHANGED, List.of(), null, by);
  }

  /**
   * Something has changed: which seats, or what else in words.
   *
   * @throws Refusal (invalid) if it says neither
   */
  public void confirmWithChanges(long id, Collection<SeatName> seats, String note, long by) {
    if (seats.isEmpty() && note == null) {
      throw Refusal.invalidField("note", "confirmation.say-what");
    }
    answer(id, State.CHANGED, seats, note, by);
  }

  private void answer(long id, State state, Collection<SeatName> seats, String note, long by) {
    Confirmation confirmation =
        confirmations.lock(id).orElseThrow(() -> Refusal.notFound("confirmation.not-found"));
    if (confirmation.state() != State.OPEN) {
      throw Refusal.conflict("confirmation.moved-on");
    }
    confirmations.answer(id, state, seats, note, by, clock.instant());
    ConfirmationAction action =
        state == State.CHANGED ? ConfirmationAction.CHANGED : ConfirmationAction.UNCHANGED;
    audit.record(
        AuditEntry.of(action, id)
            .by(by)
            .in(confirmation.bodyId())
            .with(
                "seats", seats.isEmpty() ? null : seats.stream().map(SeatName::toString).toList()));
  }
}
