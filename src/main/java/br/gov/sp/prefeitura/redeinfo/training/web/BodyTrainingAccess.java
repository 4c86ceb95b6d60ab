package br.gov.sp.prefeitura.redeinfo.training.web;

import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson;
import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson.SignedIn;
import br.gov.sp.prefeitura.redeinfo.identity.Groups;
import br.gov.sp.prefeitura.redeinfo.network.Bodies;
import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.training.domain.BodyTrainingService;
import java.util.List;
import org.springframework.stereotype.Component;

/** Who sees and does what with bodies' trainings, by the groups of the moment. */
@Component
class BodyTrainingAccess {

  private final CurrentPerson currentPerson;
  private final Bodies bodies;

  BodyTrainingAccess(CurrentPerson currentPerson, Bodies bodies) {
    this.currentPerson = currentPerson;
    this.bodies = bodies;
  }

  SignedIn person() {
    return currentPerson.require();
  }

  /** The coordination, auditors and administrators read those of every body. */
  boolean readsAll() {
    SignedIn person = person();
    return person.isCoordination() || person.isAuditor() || person.isAdministrator();
  }

  /** The bodies whose trainings the person reads, because they belong to them. */
  List<Body> own() {
    return Groups.bodySlugs(person().groups()).stream()
        .flatMap(slug -> bodies.findBySlug(slug).stream())
        .toList();
  }

  /** The bodies for which the person may announce a training. */
  List<Body> announcing() {
    SignedIn person = person();
    return own().stream().filter(body -> BodyTrainingService.speaksFor(person, body)).toList();
  }

  /**
   * @throws Refusal (not found) so that nobody learns which trainings there are
   */
  void requireRead(Body body) {
    SignedIn person = person();
    boolean ofBody =
        BodyTrainingService.speaksFor(person, body) || person.isIn(Groups.head(body.slug()));
    if (!ofBody && !readsAll()) {
      throw Refusal.notFound("body-training.not-found");
    }
  }

  /**
   * @throws Refusal (forbidden) for who reads only
   */
  void requireSteering(Body body) {
    requireRead(body);
    if (!steers(body)) {
      throw Refusal.forbidden("body-training.not-your-body");
    }
  }

  boolean steers(Body body) {
    return BodyTrainingService.steers(person(), body);
  }
}
