package br.gov.sp.prefeitura.redeinfo.confirmation.web;

import br.gov.sp.prefeitura.redeinfo.identity.Groups;
import br.gov.sp.prefeitura.redeinfo.shared.web.NavigationLink;
import br.gov.sp.prefeitura.redeinfo.shared.web.NavigationSource;
import br.gov.sp.prefeitura.redeinfo.shared.web.Viewer;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

@Component
class ConfirmationNavigation implements NavigationSource {

  @Override
  public List<NavigationLink> linksFor(Optional<Viewer> viewer) {
    return viewer.filter(person -> person.isInAny(Groups.COORDINATION, Groups.AUDITOR)).isPresent()
        ? List.of(NavigationLink.network(22, "/confirmations", "navigation.confirmations"))
        : List.of();
  }
}
