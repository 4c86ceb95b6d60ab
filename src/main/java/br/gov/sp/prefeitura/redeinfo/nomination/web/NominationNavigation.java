package br.gov.sp.prefeitura.redeinfo.nomination.web;

import br.gov.sp.prefeitura.redeinfo.identity.Groups;
import br.gov.sp.prefeitura.redeinfo.shared.web.NavigationLink;
import br.gov.sp.prefeitura.redeinfo.shared.web.NavigationSource;
import br.gov.sp.prefeitura.redeinfo.shared.web.Viewer;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

@Component
class NominationNavigation implements NavigationSource {

  @Override
  public List<NavigationLink> linksFor(Optional<Viewer> viewer) {
    return viewer.filter(person -> person.isInAny(Groups.COORDINATION, Groups.AUDITOR)).isPresent()
        ? List.of(NavigationLink.network(20, "/rounds", "navigation.rounds"))
        : List.of();
  }
}
