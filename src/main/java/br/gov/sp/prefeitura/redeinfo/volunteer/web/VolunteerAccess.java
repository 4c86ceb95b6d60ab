package br.gov.sp.prefeitura.redeinfo.volunteer.web;

import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson;
import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson.SignedIn;
import br.gov.sp.prefeitura.redeinfo.identity.Groups;
import br.gov.sp.prefeitura.redeinfo.network.Bodies;
import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.shared.web.Viewer;
import java.util.List;
import org.springframework.stereotype.Component;

/** Who sees which volunteers and enlistments, by the groups of the moment. */
@Component
class VolunteerAccess {

  private final CurrentPerson currentPerson;
  private final Bodies bodies;

  VolunteerAccess(CurrentPerson currentPerson, Bodies bodies) {
    this.currentPerson = currentPerson;
    this.bodies = bodies;
  }

  SignedIn person() {
    return currentPerson.require();
  }

  /** The coordination and auditors. */
  boolean readsAll() {
    return person().isCoordination() || person().isAuditor();
  }

  /** The bodies the person heads, or whose office they belong to. */
  List<Body> own() {
    SignedIn person = person();
    return Groups.bodySlugs(person.groups()).stream()
        .filter(slug -> person.isIn(Groups.head(slug)) || person.isIn(Groups.office(slug)))
        .flatMap(slug -> bodies.findBySlug(slug).stream())
        .toList();
  }

  /**
   * The bodies whose volunteers the person sees; {@code null} for all.
   *
   * @throws Refusal (forbidden) if there is none
   */
  List<Long> readable() {
    if (readsAll()) {
      return null;
    }
    List<Long> own = own().stream().map(Body::id).toList();
    if (own.isEmpty()) {
      throw Refusal.forbidden("volunteer.not-yours");
    }
    return own;
  }

  /** Whether the link to the list concerns somebody. */
  static boolean concerns(Viewer viewer) {
    return viewer.isInAny(Groups.COORDINATION, Groups.AUDITOR)
        || Groups.bodySlugs(viewer.groups()).stream()
            .anyMatch(slug -> viewer.isInAny(Groups.head(slug), Groups.office(slug)));
  }
}
