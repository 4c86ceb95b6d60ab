package br.gov.sp.prefeitura.redeinfo.workflow.web;

import br.gov.sp.prefeitura.redeinfo.shared.web.NavigationLink;
import br.gov.sp.prefeitura.redeinfo.shared.web.NavigationSource;
import br.gov.sp.prefeitura.redeinfo.shared.web.Viewer;
import br.gov.sp.prefeitura.redeinfo.workflow.webapp.PersonGroups;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

@Component
class WorkflowLinks implements NavigationSource {

  private static final NavigationLink FILTERS =
      NavigationLink.administration(95, "/admin/filters", "workflow.filters.title");

  @Override
  public List<NavigationLink> linksFor(Optional<Viewer> viewer) {
    return viewer.filter(person -> person.isInAny(PersonGroups.ADMINISTRATION)).isPresent()
        ? List.of(FILTERS)
        : List.of();
  }
}
