package br.gov.sp.prefeitura.redeinfo.pilot.web;

import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson.SignedIn;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.Evidence;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.EvidenceQueries;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.PilotAccess.Seen;
import br.gov.sp.prefeitura.redeinfo.shared.web.PageSection;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Evidence as a section of a project's page, and of its public one. */
@Component
class EvidenceOnPilotPage implements PilotPagePart {

  private static final int ORDER = 40;

  private final EvidenceQueries queries;

  EvidenceOnPilotPage(EvidenceQueries queries) {
    this.queries = queries;
  }

  @Override
  public List<PageSection> sectionsFor(Seen seen, SignedIn person) {
    return seen.view().seesInside()
        ? List.of(
            new PageSection(
                ORDER, "pilot/evidence-section", queries.list(seen.pilot().id(), person)))
        : publicSectionsFor(seen);
  }

  @Override
  public List<PageSection> publicSectionsFor(Seen seen) {
    List<Evidence> items = queries.published(seen.pilot().id());
    return items.isEmpty()
        ? List.of()
        : List.of(
            new PageSection(
                ORDER,
                "pilot/evidence-public",
                Map.of("pilotId", seen.pilot().id(), "items", items)));
  }
}
