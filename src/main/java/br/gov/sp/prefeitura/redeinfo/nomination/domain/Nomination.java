package br.gov.sp.prefeitura.redeinfo.nomination.domain;

import br.gov.sp.prefeitura.redeinfo.nomination.NominationState;
import br.gov.sp.prefeitura.redeinfo.nomination.domain.NominatedSeat.Answer;
import br.gov.sp.prefeitura.redeinfo.nomination.domain.NominatedSeat.Change;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One nomination of one body. Its state changes only through the methods here; each refuses with a
 * conflict when the nomination has moved on, so that a late second click changes nothing.
 */
public final class Nomination {

  private final long id;
  private final Long roundId;
  private final Long vacatedAppointmentId;
  private final long bodyId;
  private final int version;
  private final Map<SeatKey, NominatedSeat> loaded;
  private final Map<SeatKey, NominatedSeat> seats = new LinkedHashMap<>();
  private NominationState state;
  private CloseReason closeReason;
  private Instant stateSince;
  private Instant deadline;
  private Approver approver;
  private Instant startedAt;
  private Long submittedBy;
  private Instant submittedAt;

  Nomination(NominationRow row, Collection<NominatedSeat> seats) {
    this.id = row.id();
    this.roundId = row.roundId();
    this.vacatedAppointmentId = row.vacatedAppointmentId();
    this.bodyId = row.bodyId();
    this.version = row.version();
    this.state = row.state();
    this.closeReason = row.closeReason();
    this.stateSince = row.stateSince();
    this.deadline = row.deadline();
    this.approver = row.approver();
    this.startedAt = row.startedAt();
    this.submittedBy = row.submittedBy();
    this.submittedAt = row.submittedAt();
    seats.forEach(seat -> this.seats.put(seat.key(), seat));
    this.loaded = Map.copyOf(this.seats);
  }

  /** Seats that differ from what was loaded. */
  List<NominatedSeat> changedSeats() {
    return seats.values().stream().filter(seat -> !seat.equals(loaded.get(seat.key()))).toList();
  }

  /** Whether somebody is now in another seat than when the nomination was loaded. */
  boolean movesPeople() {
    return changedSeats().stream()
        .filter(NominatedSeat::isFilled)
        .anyMatch(
            seat ->
                loaded.values().stream()
                    .anyMatch(
                        before ->
                            !before.key().equals(seat.key())
                                && seat.nominee().isSamePersonAs(before.nominee())));
  }

  NominationRow row() {
    return new NominationRow(
        id,
        roundId,
        vacatedAppointmentId,
        bodyId,
        state,
        closeReason,
        stateSince,
        deadline,
        approver,
        startedAt,
        submittedBy,
        submittedAt,
        version);
  }

  /** The instance runs; safe to repeat. */
  void started(Instant now) {
    if (startedAt == null) {
      startedAt = now;
    }
  }

  /** The office has filled in the open seats; a key without a nominee leaves the seat empty. */
  void submitted(Map<SeatKey, Nominee> indicated, long by, Instant now) {
    moveTo(NominationState.SUBMITTED, now, NominationState.DRAFT, NominationState.RETURNED);
    for (NominatedSeat seat : List.copyOf(seats.values())) {
      if (seat.isOpenForChange()) {
        Nominee nominee = indicated.get(seat.key());
        seats.put(
            seat.key(),
            nominee == null
                ? seat.emptied()
                : nominee.equals(seat.nominee()) && seat.answer() == Answer.ACCEPTED
                    ? seat.openedFor(null)
                    : seat.filled(nominee, by, now));
      }
    }
    submittedBy = by;
    submittedAt = now;
    approver = null;
  }

  /** The rules allow the set. */
  void passedRules(Instant now) {
    moveTo(NominationState.AWAITING_ACCEPTANCE, now, NominationState.SUBMITTED);
  }

  /** Back to the office; {@code opened} says which seats it may change and why. */
  void returned(Map<SeatKey, Change> opened, Instant now) {
    moveTo(
        NominationState.RETURNED,
        now,
        NominationState.SUBMITTED,
        NominationState.AWAITING_ACCEPTANCE,
        NominationState.IN_APPROVAL,
        NominationState.IN_VALIDATION);
    opened.forEach((key, change) -> update(key, seat -> seat.openedFor(change)));
  }

  void invited(SeatKey key, long personId) {
    requireState(NominationState.AWAITING_ACCEPTANCE);
    update(key, seat -> seat.invited(personId));
  }

  void nobodyAnswered(SeatKey key, Instant now) {
    requireState(NominationState.AWAITING_ACCEPTANCE);
    update(key, seat -> seat.answered(Answer.NO_ANSWER, now));
  }

  void acceptedByAll(Approver decides, Instant now) {
    moveTo(NominationState.IN_APPROVAL, now, NominationState.AWAITING_ACCEPTANCE);
    approver = decides;
  }

  void approved(Instant now) {
    moveTo(NominationState.IN_VALIDATION, now, NominationState.IN_APPROVAL);
  }

  void refused(Instant now) {
    moveTo(NominationState.REFUSED, now, NominationState.IN_APPROVAL);
  }

  void validated(Instant now) {
    moveTo(NominationState.AWAITING_PUBLICATION, now, NominationState.IN_VALIDATION);
  }

  void granted(SeatKey key, long appointmentId) {
    requireState(NominationState.AWAITING_PUBLICATION);
    update(key, seat -> seat.granted(appointmentId));
  }

  void inForce(Instant now) {
    moveTo(NominationState.IN_FORCE, now, NominationState.AWAITING_PUBLICATION);
  }

  void mandatesEnded(Instant now) {
    moveTo(NominationState.CLOSED, now, NominationState.IN_FORCE);
    closeReason = CloseReason.MANDATES_ENDED;
  }

  void lapsed(Instant now) {
    moveTo(NominationState.CLOSED, now, NominationState.DRAFT, NominationState.RETURNED);
    closeReason = CloseReason.LAPSED;
  }

  void withdrawn(Instant now) {
    Set<NominationState> open = EnumSet.allOf(NominationState.class);
    open.removeIf(candidate -> !candidate.isOpen());
    moveTo(NominationState.CLOSED, now, open.toArray(NominationState[]::new));
    closeReason = CloseReason.WITHDRAWN;
  }

  /** Never earlier than it was. */
  void extendDeadlineTo(Instant later) {
    if (later.isAfter(deadline)) {
      deadline = later;
    }
  }

  /**
   * @throws Refusal (conflict) if the nomination is in none of these states
   */
  void requireState(NominationState... allowed) {
    if (Stream.of(allowed).noneMatch(state::equals)) {
      throw Refusal.conflict("nomination.moved-on");
    }
  }

  private void moveTo(NominationState next, Instant now, NominationState... from) {
    requireState(from);
    state = next;
    stateSince = now;
  }

  private void update(SeatKey key, UnaryOperator<NominatedSeat> change) {
    if (!seats.containsKey(key)) {
      throw Refusal.invalid("nomination.seat-not-asked");
    }
    seats.computeIfPresent(key, (k, seat) -> change.apply(seat));
  }

  /** Persons who have a stake in the set: nominees and who wrote them down. */
  Set<Long> interestedPersons() {
    return filledSeats().stream()
        .flatMap(seat -> Stream.of(seat.personId(), seat.filledBy()))
        .filter(Objects::nonNull)
        .collect(Collectors.toSet());
  }

  public long id() {
    return id;
  }

  public Optional<Long> roundId() {
    return Optional.ofNullable(roundId);
  }

  /** The ended appointment whose seat is to be filled, for a nomination caused by a vacancy. */
  public Optional<Long> vacatedAppointmentId() {
    return Optional.ofNullable(vacatedAppointmentId);
  }

  public long bodyId() {
    return bodyId;
  }

  public NominationState state() {
    return state;
  }

  public Instant stateSince() {
    return stateSince;
  }

  public Optional<CloseReason> closeReason() {
    return Optional.ofNullable(closeReason);
  }

  /** When it lapses if the office has indicated nobody. */
  public Instant deadline() {
    return deadline;
  }

  public Optional<Approver> approver() {
    return Optional.ofNullable(approver);
  }

  public Optional<Long> submittedBy() {
    return Optional.ofNullable(submittedBy);
  }

  public Optional<Instant> submittedAt() {
    return Optional.ofNullable(submittedAt);
  }

  /** All seats that are asked for, in their usual order. */
  public List<NominatedSeat> seats() {
    return List.copyOf(seats.values());
  }

  public Optional<NominatedSeat> seat(SeatKey key) {
    return Optional.ofNullable(seats.get(key));
  }

  public List<NominatedSeat> filledSeats() {
    return seats.values().stream().filter(NominatedSeat::isFilled).toList();
  }
}
