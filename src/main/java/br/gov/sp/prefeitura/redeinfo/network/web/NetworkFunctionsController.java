package br.gov.sp.prefeitura.redeinfo.network.web;

import br.gov.sp.prefeitura.redeinfo.network.web.AppointmentQueries.ListedAppointment;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Who exercises the functions that belong to no body, and by whom they are given. */
@Controller
class NetworkFunctionsController {

  private final BodyAccess access;
  private final AppointmentQueries queries;
  private final Clock clock;

  NetworkFunctionsController(BodyAccess access, AppointmentQueries queries, Clock clock) {
    this.access = access;
    this.queries = queries;
    this.clock = clock;
  }

  /** The coordination's functions, and for reading those that administrators give. */
  @GetMapping("/network/appointments")
  String ofNetwork(Model model) {
    model.addAttribute("people", people(false));
    model.addAttribute("administrative", people(true));
    model.addAttribute("writes", access.writes());
    return new AppointmentPlace(null, false).describeTo(model, "network/functions");
  }

  @GetMapping("/admin/appointments")
  String ofAdministration(Model model) {
    access.requireWrite(true);
    model.addAttribute("people", people(true));
    model.addAttribute("administrative", List.of());
    model.addAttribute("writes", true);
    return new AppointmentPlace(null, true).describeTo(model, "network/functions");
  }

  private List<ListedAppointment> people(boolean administrative) {
    return queries.ofNetwork(SaoPaulo.today(clock)).stream()
        .filter(listed -> listed.function().isAdministrative() == administrative)
        .toList();
  }
}
