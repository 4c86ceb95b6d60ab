package br.gov.sp.prefeitura.redeinfo.demonstration.domain;

import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.network.Bond;
import br.gov.sp.prefeitura.redeinfo.network.IdentifierKind;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.network.Persons;
import br.gov.sp.prefeitura.redeinfo.network.Persons.PersonDetails;
import org.springframework.stereotype.Component;

/** Invents people. The same user name gives the same person at every start. */
@Component
@ConditionalOnDemonstration
class Cast {

  /** Said wherever a person's unit is shown. */
  private static final String FICTITIOUS = " (pessoa fictícia)";

  private final Persons persons;

  Cast(Persons persons) {
    this.persons = persons;
  }

  /** What an office writes about somebody it indicates, or an account is made of. */
  static PersonDetails details(String username, Body body, Bond bond, String unit) {
    return new PersonDetails(
        InventedNames.of(username),
        username + "@" + body.mailDomains().get(0),
        bond,
        body.id(),
        unit + FICTITIOUS,
        InventedNames.registration(username));
  }

  Person register(String username, Body body, Bond bond, String unit) {
    return persons.registerAs(username, details(username, body, bond, unit));
  }

  /** Companies hire employees; everybody else has servants. */
  static Bond permanentBond(Body body) {
    return body.identifierKind() == IdentifierKind.COMPANY ? Bond.EMPREGADO_PUBLICO : Bond.EFETIVO;
  }

  static Bond freeBond(Body body) {
    return body.identifierKind() == IdentifierKind.COMPANY ? Bond.CONTRATADO : Bond.COMISSIONADO;
  }
}
