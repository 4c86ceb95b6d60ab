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

  private final RiskQueries risk;

  RiskOnHome(RiskQueries risk) {
    this.risk = risk;
  }

  @Override
  public List<PageSection> sectionsFor(Optional<Viewer> viewer) {
    boolean looksAfterThem =
        viewer.filter(one -> one.isInAny(Groups.COORDINATION, Groups.AUDITOR)).isPresent();
    return looksAfterThem && risk.isAnybody()
        ? List.of(new PageSection(12, "training-record/risk-card", true))
        : List.of();
  }
}
