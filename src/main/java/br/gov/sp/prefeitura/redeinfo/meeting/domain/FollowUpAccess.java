package br.gov.sp.prefeitura.redeinfo.meeting.domain;

import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson.SignedIn;
import br.gov.sp.prefeitura.redeinfo.identity.Groups;
import br.gov.sp.prefeitura.redeinfo.network.Bodies;
import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who sees which follow-ups, by the groups of the moment: a body its own, those who answer for the
 * network all of them.
 */
@Component
public class FollowUpAccess {

  private final FollowUpService followUps;
  private final Bodies bodies;

  FollowUpAccess(FollowUpService followUps, Bodies bodies) {
    this.followUps = followUps;
    this.bodies = bodies;
  }

  /** Whether the person reads those of every body. */
  public static boolean readsAll(SignedIn person) {
    return person.isCoordination()
        || person.isAuditor()
        || person.isIn(Groups.CIGA)
        || person.isIn(Groups.SAO_PAULO_ABERTA);
  }

  /** The bodies whose follow-ups the person reads because they belong to them. */
  public List<Body> own(SignedIn person) {
    return Groups.bodySlugs(person.groups()).stream()
        .flatMap(slug -> bodies.findBySlug(slug).stream())
        .toList();
  }

  /**
   * @throws Refusal (not found) so that nobody learns which there are
   */
  @Transactional(readOnly = true)
  public FollowUp require(long id, SignedIn person) {
    FollowUp followUp = followUps.get(id);
    if (!readsAll(person)
        && own(person).stream().noneMatch(body -> body.id() == followUp.bodyId())) {
      throw Refusal.notFound("follow-up.not-found");
    }
    return followUp;
  }
}
