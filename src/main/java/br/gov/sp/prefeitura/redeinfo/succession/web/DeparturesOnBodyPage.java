package br.gov.sp.prefeitura.redeinfo.succession.web;

import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson;
import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson.SignedIn;
import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.network.BodyPageSection;
import br.gov.sp.prefeitura.redeinfo.shared.web.PageSection;
import br.gov.sp.prefeitura.redeinfo.succession.domain.SuccessionAccess;
import java.util.List;
import org.springframework.stereotype.Component;

/** Leads who lets people of a body go from its page to the page of departures. */
@Component
class DeparturesOnBodyPage implements BodyPageSection {

  private final SuccessionAccess access;
  private final CurrentPerson currentPerson;

  DeparturesOnBodyPage(SuccessionAccess access, CurrentPerson currentPerson) {
    this.access = access;
    this.currentPerson = currentPerson;
  }

  @Override
  public List<PageSection> sectionsFor(Body body) {
    return currentPerson.find().filter(person -> letsGo(person, body)).isPresent()
        ? List.of(new PageSection(90, "succession/of-body", body))
        : List.of();
  }

  private boolean letsGo(SignedIn person, Body body) {
    return person.isCoordination()
        || access.ledBy(person).stream().anyMatch(led -> led.id() == body.id());
  }
}
