package br.gov.sp.prefeitura.redeinfo.training.web;

import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson;
import br.gov.sp.prefeitura.redeinfo.shared.web.HomeContribution;
import br.gov.sp.prefeitura.redeinfo.shared.web.NavigationLink;
import br.gov.sp.prefeitura.redeinfo.shared.web.NavigationSource;
import br.gov.sp.prefeitura.redeinfo.shared.web.PageSection;
import br.gov.sp.prefeitura.redeinfo.shared.web.Viewer;
import br.gov.sp.prefeitura.redeinfo.training.domain.MyTrainings;
import br.gov.sp.prefeitura.redeinfo.training.domain.MyTrainings.Mine;
import br.gov.sp.prefeitura.redeinfo.training.domain.TrainingCatalogue;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What enrolments contribute to other pages: an entry of the navigation, a card at the start. */
@Component
class EnrollmentsOnPages implements NavigationSource, HomeContribution {

  private static final int SHOWN = 3;

  private final MyTrainings trainings;
  private final TrainingCatalogue catalogue;
  private final CurrentPerson currentPerson;

  EnrollmentsOnPages(
      MyTrainings trainings, TrainingCatalogue catalogue, CurrentPerson currentPerson) {
    this.trainings = trainings;
    this.catalogue = catalogue;
    this.currentPerson = currentPerson;
  }

  @Override
  public List<NavigationLink> linksFor(Optional<Viewer> viewer) {
    return viewer.isPresent()
        ? List.of(NavigationLink.programme(25, "/trainings", "navigation.trainings"))
        : List.of();
  }

  @Override
  public List<PageSection> sectionsFor(Optional<Viewer> viewer) {
    if (viewer.isEmpty()) {
      return List.of();
    }
    List<Mine> open = trainings.open(currentPerson.require().personId(), SHOWN);
    int enrolling = catalogue.countEnrolling();
    return open.isEmpty() && enrolling == 0
        ? List.of()
        : List.of(
            new PageSection(20, "training/enrollments-card", new OwnTrainings(open, enrolling)));
  }

  /**
   * @param enrolling how many editions take enrolments
   */
  record OwnTrainings(List<Mine> open, int enrolling) {}
}
