package br.gov.sp.prefeitura.redeinfo.training.web;

import br.gov.sp.prefeitura.redeinfo.identity.Groups;
import br.gov.sp.prefeitura.redeinfo.shared.web.NavigationLink;
import br.gov.sp.prefeitura.redeinfo.shared.web.NavigationSource;
import br.gov.sp.prefeitura.redeinfo.shared.web.Viewer;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

@Component
class PlanningNavigation implements NavigationSource {

  @Override
  public List<NavigationLink> linksFor(Optional<Viewer> viewer) {
    return viewer
            .filter(p -> p.isInAny(Groups.COORDINATION, Groups.EMASP, Groups.AUDITOR))
            .isPresent()
        ? List.of(
            NavigationLink.programme(26, "/trainings/planning", "navigation.training-planning"))
        : List.of();
  }
}
