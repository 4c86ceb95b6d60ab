package br.gov.sp.prefeitura.redeinfo.nomination.web;

import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson;
import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson.SignedIn;
import br.gov.sp.prefeitura.redeinfo.identity.Groups;
import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.nomination.NominationState;
import br.gov.sp.prefeitura.redeinfo.nomination.domain.Nomination;
import br.gov.sp.prefeitura.redeinfo.nomination.domain.NominationDetails;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Who may see and do what with a nomination, by the groups of the moment. */
@Component
class NominationAccess {

  private final CurrentPerson currentPerson;

  NominationAccess(CurrentPerson currentPerson) {
    this.currentPerson = currentPerson;
  }

  SignedIn person() {
    return currentPerson.require();
  }

  /**
   * The coordination and the auditors, the body's people, and who is nominated.
   *
   * @throws Refusal (not found) so that nobody learns which nominations there are
   */
  void requireRead(NominationDetails details) {
    SignedIn person = person();
    Body body = details.body();
    boolean concerned =
        isOverseer(person)
            || isDecider(person, body)
            || person.isIn(Groups.members(body.slug()))
            || details.nomination().filledSeats().stream()
                .anyMatch(seat -> Objects.equals(seat.personId(), person.personId()));
    if (!concerned) {
      throw Refusal.notFound("nomination.not-found");
    }
  }

  /** E-mails, numbers and justifications are for those who decide. */
  boolean seesDetails(Body body) {
    SignedIn person = person();
    return isOverseer(person) || isDecider(person, body);
  }

  boolean isCoordination() {
    return person().isCoordination();
  }

  boolean mayWithdraw(NominationDetails details) {
    return details.nomination().state().isOpen()
        && details.publication().isEmpty()
        && (person().isCoordination() || isOffice(details.body()));
  }

  boolean mayCorrect(NominationDetails details) {
    Nomination nomination = details.nomination();
    boolean beingDecided =
        nomination.state() == NominationState.AWAITING_ACCEPTANCE
            || nomination.state() == NominationState.IN_APPROVAL
            || nomination.state() == NominationState.IN_VALIDATION;
    return beingDecided && isOffice(details.body());
  }

  private boolean isOffice(Body body) {
    return person().isIn(Groups.office(body.slug()));
  }

  private static boolean isOverseer(SignedIn person) {
    return person.isCoordination() || person.isAuditor() || person.isAdministrator();
  }

  private static boolean isDecider(SignedIn person, Body body) {
    return person.isIn(Groups.head(body.slug())) || person.isIn(Groups.office(body.slug()));
  }
}
