package br.gov.sp.prefeitura.redeinfo.privacy.web;

import br.gov.sp.prefeitura.redeinfo.identity.Groups;
import br.gov.sp.prefeitura.redeinfo.shared.web.NavigationLink;
import br.gov.sp.prefeitura.redeinfo.shared.web.NavigationSource;
import br.gov.sp.prefeitura.redeinfo.shared.web.Viewer;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

@Component
class PrivacyNavigation implements NavigationSource {

  private static final NavigationLink OWN =
      NavigationLink.own(90, "/me/data", "privacy.my-data.title");
  private static final NavigationLink KINDS =
      NavigationLink.administration(70, "/privacy", "privacy.title");

  @Override
  public List<NavigationLink> linksFor(Optional<Viewer> viewer) {
    return viewer
        .map(
            person ->
                person.isInAny(Groups.COORDINATION, Groups.ADMINISTRATION, Groups.AUDITOR)
                    ? List.of(OWN, KINDS)
                    : List.of(OWN))
        .orElse(List.of());
  }
}
