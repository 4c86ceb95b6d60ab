package br.gov.sp.prefeitura.redeinfo.home.web;

import br.gov.sp.prefeitura.redeinfo.identity.Groups;
import br.gov.sp.prefeitura.redeinfo.shared.web.NavigationLink;
import br.gov.sp.prefeitura.redeinfo.shared.web.NavigationSource;
import br.gov.sp.prefeitura.redeinfo.shared.web.Viewer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The entries that belong to no module of the programme: start page and Camunda's applications. */
@Component
class HomeNavigation implements NavigationSource {

  static final String TASKLIST = "/camunda/app/tasklist/default/";
  private static final String COCKPIT = "/camunda/app/cockpit/default/";

  @Override
  public List<NavigationLink> linksFor(Optional<Viewer> viewer) {
    List<NavigationLink> links = new ArrayList<>();
    links.add(new NavigationLink(0, "/", "layout.home"));
    if (viewer.isPresent()) {
      links.add(new NavigationLink(10, TASKLIST, "layout.tasks"));
      if (viewer.get().isInAny(Groups.ADMINISTRATION)) {
        links.add(NavigationLink.administration(90, COCKPIT, "layout.cockpit"));
      }
    }
    return links;
  }
}
