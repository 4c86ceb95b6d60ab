package br.gov.sp.prefeitura.redeinfo.network.web;

import br.gov.sp.prefeitura.redeinfo.network.Appointment;
import br.gov.sp.prefeitura.redeinfo.network.Appointment.EndReason;
import br.gov.sp.prefeitura.redeinfo.network.Persons;
import br.gov.sp.prefeitura.redeinfo.network.domain.AppointmentDesk;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.shared.error.Violation;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import br.gov.sp.prefeitura.redeinfo.shared.web.Dates;
import br.gov.sp.prefeitura.redeinfo.shared.web.RefusalTexts;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Ends appointments, after showing what the person holds through them. */
@Controller
class AppointmentEndController {

  private final AppointmentPlaces places;
  private final BodyAccess access;
  private final AppointmentDesk desk;
  private final Persons persons;
  private final RefusalTexts refusals;
  private final MessageSource messages;
  private final Dates dates;
  private final Clock clock;

  AppointmentEndController(
      AppointmentPlaces places,
      BodyAccess access,
      AppointmentDesk desk,
      Persons persons,
      RefusalTexts refusals,
      MessageSource messages,
      Dates dates,
      Clock clock) {
    this.places = places;
    this.access = access;
    this.desk = desk;
    this.persons = persons;
    this.refusals = refusals;
    this.messages = messages;
    this.dates = dates;
    this.clock = clock;
  }

  @GetMapping({AppointmentPlace.OF_BODY + "/{id}/end", AppointmentPlace.OF_NETWORK + "/{id}/end"})
  String confirm(
      @PathVariable(required = false) String slug,
      @PathVariable(name = "desk", required = false) String deskName,
      @PathVariable long id,
      Model model) {
    AppointmentPlace place = places.forWriting(slug, deskName);
    EndForm form = new EndForm();
    form.setLastDay(SaoPaulo.today(clock));
    model.addAttribute("form", form);
    return page(place, appointment(place, id), model);
  }

  @PostMapping({AppointmentPlace.OF_BODY + "/{id}/end", AppointmentPlace.OF_NETWORK + "/{id}/end"})
  String end(
      @PathVariable(required = false) String slug,
      @PathVariable(name = "desk", required = false) String deskName,
      @PathVariable long id,
      @ModelAttribute("form") EndForm form,
      BindingResult binding,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    AppointmentPlace place = places.forWriting(slug, deskName);
    Appointment appointment = appointment(place, id);
    response.setStatus(HttpStatus.BAD_REQUEST.value());
    if (!binding.hasErrors()) {
      try {
        Appointment ended = end(appointment, form);
        redirect.addFlashAttribute(
            "done", text("end.done", persons.get(ended.personId()).name(), dates.day(ended.to())));
        return "redirect:" + place.home();
      } catch (Refusal refusal) {
        response.setStatus(refusals.bind(refusal, binding).value());
      }
    }
    return page(place, appointment, model);
  }

  private Appointment end(Appointment appointment, EndForm form) {
    List<Violation> violations = new ArrayList<>();
    if (form.getLastDay() == null) {
      violations.add(Violation.at("lastDay", "network-web.last-day-missing"));
    }
    if (form.getReason() == null) {
      violations.add(Violation.at("reason", "network-web.reason-missing"));
    }
    if (!violations.isEmpty()) {
      throw Refusal.invalid(violations);
    }
    return desk.end(
        appointment.id(),
        form.getLastDay(),
        form.getReason(),
        AppointmentForm.blankToNull(form.getAct()),
        access.person());
  }

  private Appointment appointment(AppointmentPlace place, long id) {
    Appointment appointment = desk.get(id);
    if (!place.holds(appointment)) {
      throw Refusal.notFound("network-web.not-of-this-body");
    }
    return appointment;
  }

  private String page(AppointmentPlace place, Appointment appointment, Model model) {
    model.addAttribute("appointment", appointment);
    model.addAttribute("person", persons.get(appointment.personId()));
    model.addAttribute("holdings", desk.heldThrough(appointment));
    model.addAttribute("reasons", EndReason.values());
    return place.describeTo(model, "network/end");
  }

  private String text(String key, Object... args) {
    return messages.getMessage(key, args, LocaleContextHolder.getLocale());
  }
}
