package br.gov.sp.prefeitura.redeinfo.training.web;

import br.gov.sp.prefeitura.redeinfo.identity.Groups;
import br.gov.sp.prefeitura.redeinfo.shared.web.HomeContribution;
import br.gov.sp.prefeitura.redeinfo.shared.web.PageSection;
import br.gov.sp.prefeitura.redeinfo.shared.web.Viewer;
import br.gov.sp.prefeitura.redeinfo.training.domain.RiskQueries;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Tells the coordination on its start page that people are about to be lost. */
@Component
class RiskOnHome implements HomeContribution {

  private static final int COUNTED = 1000;

  private final RiskQueries risk;

  RiskOnHome(RiskQueries risk) {
    this.risk = risk;
  }

  @Override
  public List<PageSection> sectionsFor(Optional<Viewer> viewer) {
    if (viewer.filter(v -> v.isInAny(Groups.COORDINATION, Groups.AUDITOR)).isEmpty()) {
      return List.of();
    }
    int several = risk.countOfSeveral(COUNTED);
    return several == 0
        ? List.of()
        : List.of(new PageSection(12, "training-record/risk-card", several));
  }
}
