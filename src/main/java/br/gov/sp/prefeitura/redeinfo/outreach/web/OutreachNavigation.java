package br.gov.sp.prefeitura.redeinfo.outreach.web;

import br.gov.sp.prefeitura.redeinfo.identity.Groups;
import br.gov.sp.prefeitura.redeinfo.shared.web.NavigationLink;
import br.gov.sp.prefeitura.redeinfo.shared.web.NavigationSource;
import br.gov.sp.prefeitura.redeinfo.shared.web.Viewer;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

@Component
class OutreachNavigation implements NavigationSource {

  @Override
  public List<NavigationLink> linksFor(Optional<Viewer> viewer) {
    return viewer.filter(person -> person.isInAny(Groups.COORDINATION, Groups.AUDITOR)).isPresent()
        ? List.of(NavigationLink.network(26, "/outreach", "navigation.outreach"))
        : List.of();
  }
}
