package br.gov.sp.prefeitura.redeinfo.demonstration.domain;

import java.util.List;
import java.util.Map;

/**
 * How far each body of today is in the round of last week, so that every role finds work and the
 * coordination's page shows every state.
 */
enum CurrentStage {
  IN_FORCE,
  TO_PUBLISH,
  TO_VALIDATE,
  TO_APPROVE,
  /** The head had returned the first set; the second one waits for the head. */
  TO_APPROVE_AGAIN,
  TO_ACCEPT,
  TO_INDICATE,
  /** The head returned the set; the office has to indicate again. */
  RETURNED,
  REFUSED;

  /** The bodies that the sign-in page names, and those of which there is one only. */
  private static final Map<String, CurrentStage> NAMED =
      Map.of(
          "svma", TO_ACCEPT,
          "sme", TO_APPROVE_AGAIN,
          "sub-la", RETURNED,
          "spturis", REFUSED,
          "spsec", TO_INDICATE);

  /** The others, in turns. */
  private static final List<CurrentStage> IN_TURNS =
      List.of(
          TO_APPROVE,
          IN_FORCE,
          TO_ACCEPT,
          TO_VALIDATE,
          IN_FORCE,
          TO_INDICATE,
          TO_PUBLISH,
          TO_ACCEPT,
          TO_APPROVE,
          IN_FORCE,
          TO_INDICATE,
          TO_VALIDATE);

  /**
   * @param position the body's place among all bodies of today
   */
  static CurrentStage of(String slug, int position) {
    return NAMED.getOrDefault(slug, IN_TURNS.get(position % IN_TURNS.size()));
  }
}
