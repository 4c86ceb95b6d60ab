package br.gov.sp.prefeitura.redeinfo.volunteer.web;

import br.gov.sp.prefeitura.redeinfo.shared.web.NavigationLink;
import br.gov.sp.prefeitura.redeinfo.shared.web.NavigationSource;
import br.gov.sp.prefeitura.redeinfo.shared.web.Viewer;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

@Component
class VolunteerNavigation implements NavigationSource {

  @Override
  public List<NavigationLink> linksFor(Optional<Viewer> viewer) {
    if (viewer.isEmpty()) {
      return List.of(NavigationLink.network(10, "/join", "navigation.join"));
    }
    return VolunteerAccess.concerns(viewer.get())
        ? List.of(NavigationLink.network(28, "/volunteers", "navigation.volunteers"))
        : List.of();
  }
}
