package br.gov.sp.prefeitura.redeinfo.meeting.domain;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

/**
 * Which follow-ups a list shows, by due date.
 *
 * @param ownerId only those of this person, or {@code null}
 * @param bodyIds only those of these bodies, or {@code null} for all
 * @param states only those in these states
 * @param late only those that are late
 * @param after the place after which the list goes on, or {@code null} for its beginning
 */
public record FollowUpFilter(
    Long ownerId,
    Collection<Long> bodyIds,
    Collection<FollowUp.State> states,
    boolean late,
    Place after) {

  public FollowUpFilter {
    bodyIds = bodyIds == null ? null : List.copyOf(bodyIds);
    states = List.copyOf(states);
  }

  /** A place in the list. */
  public record Place(LocalDate dueOn, long id) {

    public static Place of(FollowUp followUp) {
      return new Place(followUp.dueOn(), followUp.id());
    }
  }
}
