package br.gov.sp.prefeitura.redeinfo.network.web;

import br.gov.sp.prefeitura.redeinfo.identity.Groups;
import br.gov.sp.prefeitura.redeinfo.shared.web.NavigationLink;
import br.gov.sp.prefeitura.redeinfo.shared.web.NavigationSource;
import br.gov.sp.prefeitura.redeinfo.shared.web.Viewer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

@Component
class NetworkNavigation implements NavigationSource {

  @Override
  public List<NavigationLink> linksFor(Optional<Viewer> viewer) {
    List<NavigationLink> links = new ArrayList<>();
    links.add(NavigationLink.network(50, "/directory", "navigation.directory"));
    viewer.ifPresent(person -> addFor(person, links));
    return links;
  }

  private static void addFor(Viewer person, List<NavigationLink> links) {
    if (person.isInAny(Groups.COORDINATION, Groups.AUDITOR, Groups.ADMINISTRATION)) {
      links.add(NavigationLink.network(30, "/bodies", "navigation.bodies"));
    } else {
      Set<String> own = Groups.bodySlugs(person.groups());
      if (own.size() == 1) {
        links.add(
            NavigationLink.network(30, "/bodies/" + own.iterator().next(), "navigation.my-body"));
      } else if (!own.isEmpty()) {
        links.add(NavigationLink.network(30, "/bodies", "navigation.bodies"));
      }
    }
    if (person.isInAny(Groups.COORDINATION, Groups.AUDITOR)) {
      links.add(
          NavigationLink.network(40, "/network/appointments", "navigation.network-functions"));
    }
    if (person.isInAny(Groups.ADMINISTRATION)) {
      links.add(
          NavigationLink.administration(41, "/admin/appointments", "navigation.administration"));
    }
  }
}
