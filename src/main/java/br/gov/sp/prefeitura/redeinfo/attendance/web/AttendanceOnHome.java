package br.gov.sp.prefeitura.redeinfo.attendance.web;

import br.gov.sp.prefeitura.redeinfo.attendance.domain.AttendanceEvent;
import br.gov.sp.prefeitura.redeinfo.attendance.domain.OpenSheets;
import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson;
import br.gov.sp.prefeitura.redeinfo.shared.web.HomeContribution;
import br.gov.sp.prefeitura.redeinfo.shared.web.PageSection;
import br.gov.sp.prefeitura.redeinfo.shared.web.Viewer;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** On the start page of who keeps sheets: those of these days. */
@Component
class AttendanceOnHome implements HomeContribution {

  private static final int SHOWN = 8;

  private final OpenSheets sheets;
  private final CurrentPerson currentPerson;

  AttendanceOnHome(OpenSheets sheets, CurrentPerson currentPerson) {
    this.sheets = sheets;
    this.currentPerson = currentPerson;
  }

  @Override
  public List<PageSection> sectionsFor(Optional<Viewer> viewer) {
    if (viewer.isEmpty()) {
      return List.of();
    }
    List<AttendanceEvent> open = sheets.of(currentPerson.require());
    return open.isEmpty()
        ? List.of()
        : List.of(
            new PageSection(
                5, "attendance/on-home", open.subList(0, Math.min(SHOWN, open.size()))));
  }
}
