package br.gov.sp.prefeitura.redeinfo.notification.web;

import br.gov.sp.prefeitura.redeinfo.identity.Groups;
import br.gov.sp.prefeitura.redeinfo.shared.web.NavigationLink;
import br.gov.sp.prefeitura.redeinfo.shared.web.NavigationSource;
import br.gov.sp.prefeitura.redeinfo.shared.web.Viewer;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

@Component
class NoticeLinks implements NavigationSource {

  private static final NavigationLink OWN =
      NavigationLink.own(70, "/notices", "notification.notices.title");
  private static final NavigationLink OUTBOX =
      NavigationLink.administration(90, "/admin/outbox", "notification.outbox.title");

  @Override
  public List<NavigationLink> linksFor(Optional<Viewer> viewer) {
    return viewer
        .map(person -> person.isInAny(Groups.ADMINISTRATION) ? List.of(OWN, OUTBOX) : List.of(OWN))
        .orElse(List.of());
  }
}
