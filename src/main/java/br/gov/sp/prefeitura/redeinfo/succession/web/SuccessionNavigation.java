package br.gov.sp.prefeitura.redeinfo.succession.web;

import br.gov.sp.prefeitura.redeinfo.identity.Groups;
import br.gov.sp.prefeitura.redeinfo.shared.web.NavigationLink;
import br.gov.sp.prefeitura.redeinfo.shared.web.NavigationSource;
import br.gov.sp.prefeitura.redeinfo.shared.web.Viewer;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Who runs a body or the network finds departures among the pages, others under their name. */
@Component
class SuccessionNavigation implements NavigationSource {

  @Override
  public List<NavigationLink> linksFor(Optional<Viewer> viewer) {
    return viewer.filter(one -> !one.groups().isEmpty()).stream()
        .map(
            one ->
                runs(one)
                    ? NavigationLink.network(38, "/successions", "navigation.successions")
                    : NavigationLink.own(38, "/successions", "navigation.my-departure"))
        .toList();
  }

  private static boolean runs(Viewer viewer) {
    return viewer.isInAny(Groups.COORDINATION, Groups.AUDITOR)
        || Groups.bodySlugs(viewer.groups()).stream()
            .anyMatch(slug -> viewer.isInAny(Groups.head(slug), Groups.office(slug)));
  }
}
