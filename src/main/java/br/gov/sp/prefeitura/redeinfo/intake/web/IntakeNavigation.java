package br.gov.sp.prefeitura.redeinfo.intake.web;

import br.gov.sp.prefeitura.redeinfo.identity.Groups;
import br.gov.sp.prefeitura.redeinfo.shared.web.NavigationLink;
import br.gov.sp.prefeitura.redeinfo.shared.web.NavigationSource;
import br.gov.sp.prefeitura.redeinfo.shared.web.Viewer;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

@Component
class IntakeNavigation implements NavigationSource {

  @Override
  public List<NavigationLink> linksFor(Optional<Viewer> viewer) {
    return viewer.filter(person -> person.isInAny(Groups.COORDINATION)).isPresent()
        ? List.of(NavigationLink.network(45, "/imports", "navigation.imports"))
        : List.of();
  }
}
