package br.gov.sp.prefeitura.redeinfo.pilot.domain;

import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson.SignedIn;
import br.gov.sp.prefeitura.redeinfo.identity.Groups;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The rules of {@link PilotAccess} as conditions of SQL on the table {@code pilot p}, for lists.
 * Both are held against each other by a test.
 *
 * @param inside whether the person sees more than what is published
 * @param visible whether the person sees it at all
 * @param params what the conditions name
 */
record PilotSight(String inside, String visible, Map<String, Object> params) {

  static final String PUBLISHED = "p.published_at IS NOT NULL";

  /** Nobody in particular: what is published. */
  static final PilotSight OF_ANYBODY = new PilotSight("FALSE", PUBLISHED, Map.of());

  /**
   * @param own ids of the bodies to which the person belongs
   */
  static PilotSight of(SignedIn person, Set<Long> own) {
    if (person.isCoordination() || person.isAuditor()) {
      return new PilotSight("TRUE", "TRUE", Map.of());
    }
    List<String> ways = new ArrayList<>();
    Map<String, Object> params = new HashMap<>();
    if (!own.isEmpty()) {
      ways.add("p.body_id = ANY (:own)");
      ways.add(
          """
          (p.submission > 0 AND p.id IN (SELECT partner.pilot_id FROM pilot_partner partner
                                          WHERE partner.body_id = ANY (:own)))
          """);
      params.put("own", own.toArray(Long[]::new));
    }
    if (person.isIn(Groups.CIGA)) {
      ways.add(
          """
          (p.state <> ALL (:beforeVote) AND EXISTS (SELECT 1 FROM pilot_ballot ballot
                                                     WHERE ballot.pilot_id = p.id))
          """);
      params.put(
          "beforeVote", PilotAccess.BEFORE_VOTE.stream().map(Enum::name).toArray(String[]::new));
    }
    if (ways.isEmpty()) {
      return OF_ANYBODY;
    }
    String inside = "(" + String.join(" OR ", ways) + ")";
    return new PilotSight(inside, "(" + inside + " OR " + PUBLISHED + ")", params);
  }
}
