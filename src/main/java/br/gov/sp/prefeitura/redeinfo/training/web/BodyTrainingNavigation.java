package br.gov.sp.prefeitura.redeinfo.training.web;

import br.gov.sp.prefeitura.redeinfo.identity.Groups;
import br.gov.sp.prefeitura.redeinfo.shared.web.NavigationLink;
import br.gov.sp.prefeitura.redeinfo.shared.web.NavigationSource;
import br.gov.sp.prefeitura.redeinfo.shared.web.Viewer;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

@Component
class BodyTrainingNavigation implements NavigationSource {

  @Override
  public List<NavigationLink> linksFor(Optional<Viewer> viewer) {
    return viewer.filter(BodyTrainingNavigation::concerns).isPresent()
        ? List.of(NavigationLink.programme(27, "/body-trainings", "navigation.body-trainings"))
        : List.of();
  }

  /** Who belongs to a body, and who reads those of all. */
  private static boolean concerns(Viewer viewer) {
    return viewer.isInAny(Groups.COORDINATION, Groups.AUDITOR)
        || !Groups.bodySlugs(viewer.groups()).isEmpty();
  }
}
