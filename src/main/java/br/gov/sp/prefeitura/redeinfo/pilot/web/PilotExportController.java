package br.gov.sp.prefeitura.redeinfo.pilot.web;

import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson;
import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson.SignedIn;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.PilotExports;
import br.gov.sp.prefeitura.redeinfo.pilot.web.OpenProject.Field;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Projects for spreadsheets and programs: what the person may see, and what anybody may. */
@Controller
class PilotExportController {

  private final PilotExports exports;
  private final ProjectExport writer;
  private final CurrentPerson currentPerson;

  PilotExportController(PilotExports exports, ProjectExport writer, CurrentPerson currentPerson) {
    this.exports = exports;
    this.writer = writer;
    this.currentPerson = currentPerson;
  }

  @GetMapping("/pilots.csv")
  void csv(HttpServletResponse response) throws IOException {
    SignedIn person = currentPerson.require();
    writer.csv(
        response, "projetos-piloto", Field.values(), reader -> exports.visibleTo(person, reader));
  }

  @GetMapping("/pilots.json")
  void json(HttpServletResponse response) throws IOException {
    SignedIn person = currentPerson.require();
    writer.json(response, Field.values(), reader -> exports.visibleTo(person, reader));
  }

  @GetMapping("/projects.csv")
  void publicCsv(HttpServletResponse response) throws IOException {
    writer.csv(response, "projetos-publicados", OpenProject.published(), exports::published);
  }

  @GetMapping("/projects.json")
  void publicJson(HttpServletResponse response) throws IOException {
    writer.json(response, OpenProject.published(), exports::published);
  }
}
