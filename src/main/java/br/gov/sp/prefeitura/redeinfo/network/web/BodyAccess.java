package br.gov.sp.prefeitura.redeinfo.network.web;

import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson;
import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson.SignedIn;
import br.gov.sp.prefeitura.redeinfo.identity.Groups;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Who may see and change what of the bodies. Asked at each request, by the groups of the moment.
 */
@Component
class BodyAccess {

  private final CurrentPerson currentPerson;

  BodyAccess(CurrentPerson currentPerson) {
    this.currentPerson = currentPerson;
  }

  SignedIn person() {
    return currentPerson.require();
  }

  /** The coordination, auditors and administrators read every body's page. */
  boolean readsAll() {
    SignedIn person = person();
    return person.isCoordination() || person.isAuditor() || person.isAdministrator();
  }

  boolean writes() {
    return person().isCoordination();
  }

  /** Slugs of the bodies in which the person exercises a function now. */
  Set<String> ownBodies() {
    return Groups.bodySlugs(person().groups());
  }

  /**
   * @throws Refusal (forbidden)
   */
  void requireRead(String slug) {
    if (!readsAll() && !ownBodies().contains(slug)) {
      throw Refusal.forbidden("network-web.body-not-yours");
    }
  }

  /**
   * Whether the person makes and ends appointments there.
   *
   * @throws Refusal (forbidden)
   */
  void requireWrite(boolean administrative) {
    if (administrative && !person().isAdministrator()) {
      throw Refusal.forbidden("network-web.administrator-only");
    }
    if (!administrative && !writes()) {
      throw Refusal.forbidden("network-web.coordination-only");
    }
  }
}
