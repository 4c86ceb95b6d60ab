package br.gov.sp.prefeitura.redeinfo.demonstration.web;

import br.gov.sp.prefeitura.redeinfo.demonstration.domain.ConditionalOnDemonstration;
import br.gov.sp.prefeitura.redeinfo.demonstration.domain.Preparation;
import br.gov.sp.prefeitura.redeinfo.demonstration.domain.Preparation.Phase;
import br.gov.sp.prefeitura.redeinfo.shared.web.LayoutStrip;
import br.gov.sp.prefeitura.redeinfo.shared.web.PageSection;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Says on every page how far the demonstration's data are, as long as they are not complete. */
@Controller
@ConditionalOnDemonstration
class PreparationStrip implements LayoutStrip {

  private static final String TEMPLATE = "demonstration/preparation";

  private final Preparation preparation;

  PreparationStrip(Preparation preparation) {
    this.preparation = preparation;
  }

  @Override
  public Optional<PageSection> strip() {
    Preparation.Progress progress = preparation.progress();
    return progress.phase() == Phase.READY
        ? Optional.empty()
        : Optional.of(new PageSection(0, TEMPLATE, progress));
  }

  /** The strip alone; a page that shows it asks again until the data are complete. */
  @GetMapping("/demonstration/preparation")
  String progress(Model model) {
    model.addAttribute("progress", preparation.progress());
    return TEMPLATE + " :: section(progress=${progress})";
  }
}
