package br.gov.sp.prefeitura.redeinfo.nomination.domain;

import br.gov.sp.prefeitura.redeinfo.network.Body;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One nomination with all that is on record about it.
 *
 * @param round empty for a nomination caused by a vacancy
 * @param history oldest first
 * @param findings what the rules said when they were last asked
 * @param personNames names of everybody mentioned, by person id
 */
public record NominationDetails(
    Nomination nomination,
    Body body,
    Optional<Round> round,
    List<Decision> history,
    List<Finding> findings,
    Optional<Publication> publication,
    Map<Long, String> personNames) {

  public NominationDetails {
    history = List.copyOf(history);
    findings = List.copyOf(findings);
    personNames = Map.copyOf(personNames);
  }

  /** The person's name, or an empty text when a rule or a deadline acted. */
  public String nameOf(Long personId) {
    return personId == null ? "" : personNames.getOrDefault(personId, "");
  }
}
