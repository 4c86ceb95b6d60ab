package br.gov.sp.prefeitura.redeinfo.identity.web;

import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson;
import br.gov.sp.prefeitura.redeinfo.shared.web.Viewer;
import br.gov.sp.prefeitura.redeinfo.shared.web.ViewerSource;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Tells the layout who is looking. */
@Component
class PersonAsViewer implements ViewerSource {

  private final CurrentPerson people;

  PersonAsViewer(CurrentPerson people) {
    this.people = people;
  }

  @Override
  public Optional<Viewer> find() {
    return people.find().map(p -> new Viewer(p.username(), p.name(), p.groups()));
  }
}
