package br.gov.sp.prefeitura.redeinfo.network.web;

import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import br.gov.sp.prefeitura.redeinfo.shared.web.HomeContribution;
import br.gov.sp.prefeitura.redeinfo.shared.web.PageSection;
import br.gov.sp.prefeitura.redeinfo.shared.web.Viewer;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** On the start page: the network in figures for the public, their functions for its people. */
@Component
class NetworkOnHome implements HomeContribution {

  private final CurrentPerson currentPerson;
  private final DirectoryQueries directory;
  private final AppointmentQueries appointments;
  private final Clock clock;

  NetworkOnHome(
      CurrentPerson currentPerson,
      DirectoryQueries directory,
      AppointmentQueries appointments,
      Clock clock) {
    this.currentPerson = currentPerson;
    this.directory = directory;
    this.appointments = appointments;
    this.clock = clock;
  }

  @Override
  public List<PageSection> sectionsFor(Optional<Viewer> viewer) {
    LocalDate today = SaoPaulo.today(clock);
    if (viewer.isEmpty()) {
      return List.of(
          new PageSection(
              10,
              "directory/parts",
              directory.figures(new DirectoryFilter("", null, null, today))));
    }
    var functions = appointments.ofPerson(currentPerson.require().personId(), today);
    return functions.isEmpty()
        ? List.of()
        : List.of(new PageSection(20, "network/mandate", functions));
  }
}
