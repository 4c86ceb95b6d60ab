package br.gov.sp.prefeitura.redeinfo.training.web;

import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson;
import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson.SignedIn;
import br.gov.sp.prefeitura.redeinfo.identity.Groups;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.training.domain.Edition;
import org.springframework.stereotype.Component;

/** Who may see and plan which edition, by the groups of the moment. */
@Component
class EditionAccess {

  private final CurrentPerson currentPerson;

  EditionAccess(CurrentPerson currentPerson) {
    this.currentPerson = currentPerson;
  }

  SignedIn person() {
    return currentPerson.require();
  }

  boolean mayPlan() {
    return person().isCoordination();
  }

  /** Pages that ask for something only the coordination does. */
  void requirePlanner() {
    if (!mayPlan()) {
      throw Refusal.forbidden("training.coordination-only");
    }
  }

  /** Whether the person sees only what the school validates. */
  boolean seesSchoolOnly() {
    return !seesAll(person());
  }

  /**
   * The coordination and the auditors all editions, the school those that it validates.
   *
   * @throws Refusal (not found) so that nobody learns which editions there are
   */
  Edition requireRead(Edition edition) {
    SignedIn person = person();
    if (seesAll(person) || edition.schoolValidates() && person.isIn(Groups.EMASP)) {
      return edition;
    }
    throw Refusal.notFound("training.not-found");
  }

  private static boolean seesAll(SignedIn person) {
    return person.isCoordination() || person.isAuditor();
  }
}
