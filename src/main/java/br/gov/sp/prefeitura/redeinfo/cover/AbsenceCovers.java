package br.gov.sp.prefeitura.redeinfo.cover;

import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson.SignedIn;
import java.time.LocalDateTime;
import java.util.Set;

/** Names substitutes for people who are away, and ends covers. Joins the caller's transaction. */
public interface AbsenceCovers {

  /**
   * The substitute is told, and may refuse.
   *
   * @return the cover's id
   * @throws br.gov.sp.prefeitura.redeinfo.shared.error.Refusal (invalid) with the fields that break
   *     a rule; (not found) if the absent person is not the one who asks and the coordination does
   *     not ask; (conflict) if there is the same cover already
   */
  long name(NewCover cover, SignedIn by);

  /**
   * Ends it now, or before it begins: by the absent person, the coordination, or the substitute,
   * who so refuses. What the substitute had taken on goes back to its groups.
   *
   * @throws br.gov.sp.prefeitura.redeinfo.shared.error.Refusal (not found) for others; (conflict)
   *     if it is over
   */
  void end(long coverId, SignedIn by);

  /** Closes the covers whose last moment has passed. Safe to repeat, on any number of nodes. */
  int closeLapsed();

  /**
   * @param startsAt in the city's time, as {@code endsAt}, the first moment after the cover
   * @param processKeys empty for all processes
   * @param reason required when the coordination names somebody for another person
   */
  record NewCover(
      Long absentId,
      Long substituteId,
      LocalDateTime startsAt,
      LocalDateTime endsAt,
      Set<String> processKeys,
      String reason) {

    public NewCover {
      processKeys = Set.copyOf(processKeys);
    }
  }
}
