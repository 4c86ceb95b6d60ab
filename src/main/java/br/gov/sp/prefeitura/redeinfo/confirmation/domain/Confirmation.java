package br.gov.sp.prefeitura.redeinfo.confirmation.domain;

import br.gov.sp.prefeitura.redeinfo.network.Seat;
import br.gov.sp.prefeitura.redeinfo.network.Track;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * What one body is asked, and answered, in one round.
 *
 * @param month first day of the round's month
 * @param acronym the one that the body bore when the round began
 * @param dueAt {@code null} until the body is asked
 * @param answeredBy person's id, or {@code null}
 * @param changedSeats whose holder is not the right one any more
 * @param note what changed in the office's words, or {@code null}
 */
public record Confirmation(
    long id,
    LocalDate month,
    long bodyId,
    String acronym,
    State state,
    Instant dueAt,
    Long answeredBy,
    Instant answeredAt,
    List<SeatName> changedSeats,
    String note) {

  public Confirmation {
    changedSeats = List.copyOf(changedSeats);
  }

  public boolean isLate(Instant now) {
    return state == State.OPEN && dueAt.isBefore(now);
  }

  /** Where a confirmation stands. */
  public enum State {
    /** The round has begun, the body's process not yet. */
    PENDING,
    OPEN,
    /** Confirmed: nothing has changed. */
    UNCHANGED,
    /** Confirmed with changes. */
    CHANGED,
    /** A newer round asked again before there was an answer. */
    REPLACED;

    public boolean isAnswered() {
      return this == UNCHANGED || this == CHANGED;
    }
  }

  /** A seat of a body by track and place, as {@code TRACK/SEAT} in forms and in the database. */
  public record SeatName(Track track, Seat seat) {

    /** Key of the seat's name in the bundle. */
    public String messageKey() {
      return "confirmation.seat." + track + "." + seat;
    }

    @Override
    public String toString() {
      return track + "/" + seat;
    }

    /**
     * @throws IllegalArgumentException if it names no seat
     */
    public static SeatName parse(String text) {
      int slash = text.indexOf('/');
      if (slash < 0) {
        throw new IllegalArgumentException("no seat");
      }
      return new SeatName(
          Track.valueOf(text.substring(0, slash)), Seat.valueOf(text.substring(slash + 1)));
    }
  }
}
