package br.gov.sp.prefeitura.redeinfo.training.web;

import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.network.BodyPageSection;
import br.gov.sp.prefeitura.redeinfo.shared.web.PageSection;
import br.gov.sp.prefeitura.redeinfo.training.domain.BodyTraining;
import br.gov.sp.prefeitura.redeinfo.training.domain.BodyTrainingQueries;
import br.gov.sp.prefeitura.redeinfo.training.domain.BodyTrainingQueries.Totals;
import java.util.List;
import org.springframework.stereotype.Component;

/** A body's own trainings on its page, and what counts of them in the public directory. */
@Component
class BodyTrainingsOnPages implements BodyPageSection {

  private static final int SHOWN = 5;

  private final BodyTrainingQueries trainings;

  BodyTrainingsOnPages(BodyTrainingQueries trainings) {
    this.trainings = trainings;
  }

  @Override
  public List<PageSection> sectionsFor(Body body) {
    List<BodyTraining> newest = trainings.ofBodies(List.of(body.id()), null, null, SHOWN);
    return newest.isEmpty()
        ? List.of()
        : List.of(
            new PageSection(
                30, "body-training/of-body", new OfBody(trainings.totals(body.id()), newest)));
  }

  @Override
  public List<PageSection> publicSectionsFor(Body body) {
    Totals totals = trainings.totals(body.id());
    return totals.trainings() == 0
        ? List.of()
        : List.of(new PageSection(30, "body-training/public", totals));
  }

  /** What counts, and the newest, whether they count or not. */
  record OfBody(Totals totals, List<BodyTraining> newest) {}
}
