package br.gov.sp.prefeitura.redeinfo.nomination;

import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson.SignedIn;
import br.gov.sp.prefeitura.redeinfo.network.Track;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Opens nomination rounds. */
public interface NominationRounds {

  /**
   * Writes the round with one nomination per body and starts its process in the same transaction;
   * the bodies' own instances start in the background. A body of which an open nomination covers a
   * seat already is left out and named in the result.
   *
   * @throws br.gov.sp.prefeitura.redeinfo.shared.error.Refusal if the input breaks a rule, no body
   *     is left, or {@code by} is not of the coordination
   */
  RoundOpened open(NewRound round, SignedIn by);

  /**
   * Says what {@link #open} would say about what was typed; opens nothing.
   *
   * @throws br.gov.sp.prefeitura.redeinfo.shared.error.Refusal if the input breaks a rule
   */
  void check(NewRound round);

  /** Ids of the round's nominations by body. */
  Map<Long, Long> nominationsOf(long roundId);

  /** The nomination that seeks a successor for the ended appointment. */
  Optional<Long> nominationOfVacancy(long appointmentId);

  /**
   * @param bodyIds the bodies that are asked
   * @param deadline last day on which an office may indicate; a working day after today
   * @param note what the coordination wants to say, or {@code null}
   */
  record NewRound(
      String name, Set<Track> tracks, List<Long> bodyIds, LocalDate deadline, String note) {

    public NewRound {
      tracks = Set.copyOf(tracks);
      bodyIds = List.copyOf(bodyIds);
    }
  }

  /**
   * @param asked how many bodies were asked
   * @param skippedBodyIds bodies left out because an open nomination covers their seats
   */
  record RoundOpened(long roundId, int asked, List<Long> skippedBodyIds) {}
}
