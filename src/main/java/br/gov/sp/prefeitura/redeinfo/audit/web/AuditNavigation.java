package br.gov.sp.prefeitura.redeinfo.audit.web;

import br.gov.sp.prefeitura.redeinfo.shared.web.NavigationLink;
import br.gov.sp.prefeitura.redeinfo.shared.web.NavigationSource;
import br.gov.sp.prefeitura.redeinfo.shared.web.Viewer;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The way to the log, for auditors. */
@Component
class AuditNavigation implements NavigationSource {

  /** The group's id; this module knows no other that could tell it. */
  static final String AUDITOR = "auditor";

  @Override
  public List<NavigationLink> linksFor(Optional<Viewer> viewer) {
    return viewer.filter(person -> person.isInAny(AUDITOR)).isPresent()
        ? List.of(NavigationLink.administration(60, "/audit", "navigation.audit"))
        : List.of();
  }
}
