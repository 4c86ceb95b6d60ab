package br.gov.sp.prefeitura.redeinfo.pilot.web;

import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson.SignedIn;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.PilotAccess.Seen;
import br.gov.sp.prefeitura.redeinfo.shared.web.PageSection;
import java.util.List;

/**
 * Contributes a part to a project's page: fragments {@code contributed(model)}. That the reader may
 * see the project has been checked; how much of it says {@link Seen#view()}.
 */
interface PilotPagePart {

  /** What the person can do with it now, beside the page: cards. */
  default List<PageSection> commandsFor(Seen seen, SignedIn person) {
    return List.of();
  }

  /**
   * Sections of the page: 10 proposal, 20 milestones, 30 reports, 40 evidence, 50 decisions, 60
   * versions, 70 history.
   */
  default List<PageSection> sectionsFor(Seen seen, SignedIn person) {
    return List.of();
  }

  /** Sections of the public page, for anybody. */
  default List<PageSection> publicSectionsFor(Seen seen) {
    return List.of();
  }
}
