package br.gov.sp.prefeitura.redeinfo.network.web;

import br.gov.sp.prefeitura.redeinfo.network.Bodies;
import br.gov.sp.prefeitura.redeinfo.network.Bond;
import br.gov.sp.prefeitura.redeinfo.network.Function;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.network.Persons;
import br.gov.sp.prefeitura.redeinfo.network.Seat;
import br.gov.sp.prefeitura.redeinfo.network.Track;
import br.gov.sp.prefeitura.redeinfo.network.domain.AppointmentDesk;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import br.gov.sp.prefeitura.redeinfo.shared.web.RefusalTexts;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Appoints people: first who, then as what. */
@Controller
class AppointmentController {

  private static final int PERSONS_SHOWN = 20;

  private final AppointmentPlaces places;
  private final BodyAccess access;
  private final AppointmentDesk desk;
  private final AppointmentQueries queries;
  private final Bodies bodies;
  private final Persons persons;
  private final RefusalTexts refusals;
  private final MessageSource messages;
  private final Clock clock;

  AppointmentController(
      AppointmentPlaces places,
      BodyAccess access,
      AppointmentDesk desk,
      AppointmentQueries queries,
      Bodies bodies,
      Persons persons,
      RefusalTexts refusals,
      MessageSource messages,
      Clock clock) {
    this.places = places;
    this.access = access;
    this.desk = desk;
    this.queries = queries;
    this.bodies = bodies;
    this.persons = persons;
    this.refusals = refusals;
    this.messages = messages;
    this.clock = clock;
  }

  /** Without a person this page searches for one. */
  @GetMapping({AppointmentPlace.OF_BODY + "/new", AppointmentPlace.OF_NETWORK + "/new"})
  String start(
      @PathVariable(required = false) String slug,
      @PathVariable(name = "desk", required = false) String deskName,
      @RequestParam(name = "q", required = false) String query,
      @RequestParam(required = false) Long person,
      @RequestParam(name = "new", required = false) String newPerson,
      Model model) {
    AppointmentPlace place = places.forWriting(slug, deskName);
    if (person == null && newPerson == null) {
      model.addAttribute("query", query);
      model.addAttribute(
          "found",
          query == null || query.isBlank()
              ? null
              : queries.findPersons(query, today(), PERSONS_SHOWN));
      return place.describeTo(model, "network/appoint-whom");
    }
    AppointmentForm form = new AppointmentForm();
    form.setPerson(person);
    form.setFrom(today());
    model.addAttribute("form", form);
    return page(place, form, model);
  }

  @PostMapping({AppointmentPlace.OF_BODY, AppointmentPlace.OF_NETWORK})
  String appoint(
      @PathVariable(required = false) String slug,
      @PathVariable(name = "desk", required = false) String deskName,
      @ModelAttribute("form") AppointmentForm form,
      BindingResult binding,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    AppointmentPlace place = places.forWriting(slug, deskName);
    response.setStatus(HttpStatus.BAD_REQUEST.value());
    if (!binding.hasErrors()) {
      try {
        Person person = appoint(place, form);
        redirect.addFlashAttribute(
            "done", text("appoint.done", person.name(), text("function." + form.getFunction())));
        return "redirect:" + place.home();
      } catch (Refusal refusal) {
        response.setStatus(refusals.bind(refusal, binding).value());
      }
    }
    return page(place, form, model);
  }

  private Person appoint(AppointmentPlace place, AppointmentForm form) {
    checkFunction(place, form);
    if (form.getPerson() != null) {
      return desk.appoint(form.appointment(place.bodyId()), access.person());
    }
    Long worksIn = place.body() == null ? form.getWorksIn() : place.bodyId();
    if (worksIn == null) {
      throw Refusal.invalidField("worksIn", "network-web.body-missing");
    }
    return desk.registerAndAppoint(
        form.details(worksIn), form.appointment(place.bodyId()), access.person());
  }

  private static void checkFunction(AppointmentPlace place, AppointmentForm form) {
    Function function = form.getFunction();
    if (function == null) {
      throw Refusal.invalidField("function", "network-web.function-missing");
    }
    if (!place.offers(function)) {
      throw Refusal.invalidField("function", whyNot(place, function));
    }
    if (function != Function.FOCAL_POINT) {
      // The fields stand on the form for focal points; for others they mean nothing.
      form.setTrack(null);
      form.setSeat(null);
    }
  }

  private static String whyNot(AppointmentPlace place, Function function) {
    if (function.isOfBody() != (place.body() != null)) {
      return function.isOfBody()
          ? "network-web.function-of-body"
          : "network-web.function-not-of-body";
    }
    return function.isAdministrative()
        ? "network-web.administrator-only"
        : "network-web.coordination-only";
  }

  private String page(AppointmentPlace place, AppointmentForm form, Model model) {
    model.addAttribute("person", form.getPerson() == null ? null : persons.get(form.getPerson()));
    model.addAttribute("functions", place.functions());
    model.addAttribute("bonds", Bond.values());
    model.addAttribute("tracks", Track.values());
    model.addAttribute("seats", Seat.values());
    model.addAttribute("bodies", place.body() == null ? bodies.existingOn(today()) : List.of());
    return place.describeTo(model, "network/appoint");
  }

  private LocalDate today() {
    return SaoPaulo.today(clock);
  }

  private String text(String key, Object... args) {
    return messages.getMessage(key, args, LocaleContextHolder.getLocale());
  }
}
