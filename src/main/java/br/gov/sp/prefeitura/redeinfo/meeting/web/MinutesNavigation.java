package br.gov.sp.prefeitura.redeinfo.meeting.web;

import br.gov.sp.prefeitura.redeinfo.shared.web.NavigationLink;
import br.gov.sp.prefeitura.redeinfo.shared.web.NavigationSource;
import br.gov.sp.prefeitura.redeinfo.shared.web.Viewer;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What anybody may read of meetings: their minutes, and the initiatives they lead to. */
@Component
class MinutesNavigation implements NavigationSource {

  @Override
  public List<NavigationLink> linksFor(Optional<Viewer> viewer) {
    return List.of(
        NavigationLink.programme(44, "/minutes", "navigation.minutes"),
        NavigationLink.programme(46, "/initiatives", "navigation.initiatives"));
  }
}
