package br.gov.sp.prefeitura.redeinfo.demonstration.domain;

import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson.SignedIn;
import br.gov.sp.prefeitura.redeinfo.identity.Groups;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.network.Persons;
import br.gov.sp.prefeitura.redeinfo.statute.StatuteProgramme;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Who writes the statute in the demonstration, and what it can be measured by. */
@Component
@ConditionalOnDemonstration
class StatuteCast {

  private final Persons persons;
  private final StatuteProgramme statute;

  StatuteCast(Persons persons, StatuteProgramme statute) {
    this.persons = persons;
    this.statute = statute;
  }

  SignedIn coordinator(String username) {
    Person person = persons.findByUsername(username).orElseThrow();
    return new SignedIn(person.id(), person.username(), person.name(), Set.of(Groups.COORDINATION));
  }

  boolean measures(String code) {
    return statute.measures().contains(code);
  }
}
