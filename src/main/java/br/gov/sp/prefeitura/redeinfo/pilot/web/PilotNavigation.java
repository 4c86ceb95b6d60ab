package br.gov.sp.prefeitura.redeinfo.pilot.web;

import br.gov.sp.prefeitura.redeinfo.shared.web.NavigationLink;
import br.gov.sp.prefeitura.redeinfo.shared.web.NavigationSource;
import br.gov.sp.prefeitura.redeinfo.shared.web.Viewer;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The board for those who have signed in, the published projects for everybody else. */
@Component
class PilotNavigation implements NavigationSource {

  @Override
  public List<NavigationLink> linksFor(Optional<Viewer> viewer) {
    return List.of(
        viewer.isPresent()
            ? NavigationLink.programme(33, "/pilots", "navigation.pilots")
            : NavigationLink.programme(33, "/projects", "navigation.projects"));
  }
}
