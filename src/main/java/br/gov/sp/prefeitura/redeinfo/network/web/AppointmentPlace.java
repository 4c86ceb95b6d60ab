package br.gov.sp.prefeitura.redeinfo.network.web;

import br.gov.sp.prefeitura.redeinfo.network.Appointment;
import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.network.Function;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.springframework.ui.Model;

/**
 * Where appointments are made and ended: the page of a body, of the network's functions, or of the
 * administrators.
 *
 * @param body {@code null} for functions of the whole network
 * @param administrative whether it is the administrators' page
 */
record AppointmentPlace(Body body, boolean administrative) {

  static final String OF_BODY = "/bodies/{slug:[a-z0-9-]+}/appointments";

  /** {@code admin} is the administrators' page: the addresses below it are for them alone. */
  static final String OF_NETWORK = "/{desk:network|admin}/appointments";

  /** The page from which one comes and to which one returns. */
  String home() {
    if (body != null) {
      return "/bodies/" + body.slug();
    }
    return administrative ? "/admin/appointments" : "/network/appointments";
  }

  /** Id of the body, or {@code null}. */
  Long bodyId() {
    return body == null ? null : body.id();
  }

  boolean offers(Function function) {
    return function.isOfBody() == (body != null) && function.isAdministrative() == administrative;
  }

  List<Function> functions() {
    return Arrays.stream(Function.values()).filter(this::offers).toList();
  }

  boolean holds(Appointment appointment) {
    return Objects.equals(appointment.bodyId(), bodyId()) && offers(appointment.function());
  }

  /** What the templates need to know of the place; returns the template. */
  String describeTo(Model model, String template) {
    model.addAttribute("body", body);
    model.addAttribute("base", body == null ? home() : home() + "/appointments");
    model.addAttribute("back", home());
    model.addAttribute("place", administrative ? "administration" : "network-functions");
    return template;
  }
}
