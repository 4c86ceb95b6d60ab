package br.gov.sp.prefeitura.redeinfo.network.web;

import br.gov.sp.prefeitura.redeinfo.network.Appointment;
import br.gov.sp.prefeitura.redeinfo.network.Appointment.EndReason;
import br.gov.sp.prefeitura.redeinfo.network.Bodies;
import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.network.Bond;
import br.gov.sp.prefeitura.redeinfo.network.Function;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.network.Persons;
import br.gov.sp.prefeitura.redeinfo.network.Seat;
import br.gov.sp.prefeitura.redeinfo.network.Track;
import br.gov.sp.prefeitura.redeinfo.network.domain.AppointmentDesk;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.shared.error.Violation;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import br.gov.sp.prefeitura.redeinfo.shared.web.Dates;
import br.gov.sp.prefeitura.redeinfo.shared.web.RefusalTexts;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
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

/** The coordination's desk: who exercises which function, in a body or for the whole network. */
@Controller
class AppointmentController {

  private static final String OF_BODY = "/bodies/{slug:[a-z0-9-]+}/appointments";
  private static final String OF_NETWORK = "/network/appointments";
  private static final int PERSONS_SHOWN = 20;

  private final BodyAccess access;
  private final AppointmentDesk desk;
  private final AppointmentQueries queries;
  private final Bodies bodies;
  private final Persons persons;
  private final RefusalTexts refusals;
  private final MessageSource messages;
  private final Dates dates;
  private final Clock clock;

  AppointmentController(
      BodyAccess access,
      AppointmentDesk desk,
      AppointmentQueries queries,
      Bodies bodies,
      Persons persons,
      RefusalTexts refusals,
      MessageSource messages,
      Dates dates,
      Clock clock) {
    this.access = access;
    this.desk = desk;
    this.queries = queries;
    this.bodies = bodies;
    this.persons = persons;
    this.refusals = refusals;
    this.messages = messages;
    this.dates = dates;
    this.clock = clock;
  }

  @GetMapping(OF_NETWORK)
  String ofNetwork(Model model) {
    model.addAttribute("writes", access.writes());
    model.addAttribute("people", queries.ofNetwork(SaoPaulo.today(clock)));
    return "network/functions";
  }

  /** First who, then as what: without a person this page searches for one. */
  @GetMapping({OF_BODY + "/new", OF_NETWORK + "/new"})
  String start(
      @PathVariable(required = false) String slug,
      @RequestParam(name = "q", required = false) String query,
      @RequestParam(required = false) Long person,
      @RequestParam(name = "new", required = false) String newPerson,
      Model model) {
    access.requireWrite();
    Body body = bodyOf(slug);
    if (person == null && newPerson == null) {
      model.addAttribute("query", query);
      model.addAttribute(
          "found",
          query == null || query.isBlank()
              ? null
              : queries.findPersons(query, SaoPaulo.today(clock), PERSONS_SHOWN));
      return page("network/appoint-whom", body, model);
    }
    AppointmentForm form = new AppointmentForm();
    form.setPerson(person);
    form.setFrom(SaoPaulo.today(clock));
    model.addAttribute("form", form);
    return appointPage(body, form, model);
  }

  @PostMapping({OF_BODY, OF_NETWORK})
  String appoint(
      @PathVariable(required = false) String slug,
      @ModelAttribute("form") AppointmentForm form,
      BindingResult binding,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    access.requireWrite();
    Body body = bodyOf(slug);
    if (!binding.hasErrors()) {
      try {
        Person person = appoint(body, form);
        redirect.addFlashAttribute(
            "done", text("appoint.done", person.name(), text("function." + form.getFunction())));
        return "redirect:" + backTo(body);
      } catch (Refusal refusal) {
        refusals.bind(refusal, binding);
      }
    }
    response.setStatus(HttpStatus.BAD_REQUEST.value());
    return appointPage(body, form, model);
  }

  private Person appoint(Body body, AppointmentForm form) {
    checkFunction(body, form);
    Long bodyId = body == null ? null : body.id();
    if (form.getPerson() != null) {
      return desk.appoint(form.appointment(bodyId), access.person());
    }
    Long worksIn = body == null ? form.getWorksIn() : bodyId;
    if (worksIn == null) {
      throw Refusal.invalidField("worksIn", "network-web.body-missing");
    }
    return desk.registerAndAppoint(
        form.details(worksIn), form.appointment(bodyId), access.person());
  }

  private static void checkFunction(Body body, AppointmentForm form) {
    List<Violation> violations = new ArrayList<>();
    if (form.getFunction() == null) {
      violations.add(Violation.at("function", "network-web.function-missing"));
    } else if (form.getFunction().isOfBody() != (body != null)) {
      violations.add(
          Violation.at(
              "function",
              body == null ? "network-web.function-of-body" : "network-web.function-not-of-body"));
    } else if (form.getFunction() != Function.FOCAL_POINT) {
      // The fields stand on the form for focal points; for others they mean nothing.
      form.setTrack(null);
      form.setSeat(null);
    }
    if (!violations.isEmpty()) {
      throw Refusal.invalid(violations);
    }
  }

  @GetMapping({OF_BODY + "/{id}/end", OF_NETWORK + "/{id}/end"})
  String confirmEnd(
      @PathVariable(required = false) String slug, @PathVariable long id, Model model) {
    access.requireWrite();
    Body body = bodyOf(slug);
    EndForm form = new EndForm();
    form.setLastDay(SaoPaulo.today(clock));
    model.addAttribute("form", form);
    return endPage(body, ofThisPage(body, id), model);
  }

  @PostMapping({OF_BODY + "/{id}/end", OF_NETWORK + "/{id}/end"})
  String end(
      @PathVariable(required = false) String slug,
      @PathVariable long id,
      @ModelAttribute("form") EndForm form,
      BindingResult binding,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    access.requireWrite();
    Body body = bodyOf(slug);
    Appointment appointment = ofThisPage(body, id);
    if (!binding.hasErrors()) {
      try {
        Appointment ended = end(appointment, form);
        redirect.addFlashAttribute(
            "done", text("end.done", persons.get(ended.personId()).name(), dates.day(ended.to())));
        return "redirect:" + backTo(body);
      } catch (Refusal refusal) {
        refusals.bind(refusal, binding);
        response.setStatus(
            refusal.kind() == Refusal.Kind.CONFLICT
                ? HttpStatus.CONFLICT.value()
                : HttpStatus.BAD_REQUEST.value());
        return endPage(body, appointment, model);
      }
    }
    response.setStatus(HttpStatus.BAD_REQUEST.value());
    return endPage(body, appointment, model);
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

  private Appointment ofThisPage(Body body, long id) {
    Appointment appointment = desk.get(id);
    boolean here =
        body == null
            ? appointment.bodyId() == null
            : appointment.bodyId() != null && appointment.bodyId() == body.id();
    if (!here) {
      throw Refusal.notFound("network-web.not-of-this-body");
    }
    return appointment;
  }

  private String appointPage(Body body, AppointmentForm form, Model model) {
    model.addAttribute("person", form.getPerson() == null ? null : persons.get(form.getPerson()));
    model.addAttribute(
        "functions",
        Arrays.stream(Function.values())
            .filter(function -> function.isOfBody() == (body != null))
            .filter(
                function -> function != Function.ADMINISTRATOR || access.person().isAdministrator())
            .toList());
    model.addAttribute("bonds", Bond.values());
    model.addAttribute("tracks", Track.values());
    model.addAttribute("seats", Seat.values());
    model.addAttribute(
        "bodies", body == null ? bodies.existingOn(SaoPaulo.today(clock)) : List.of());
    return page("network/appoint", body, model);
  }

  private String endPage(Body body, Appointment appointment, Model model) {
    model.addAttribute("appointment", appointment);
    model.addAttribute("person", persons.get(appointment.personId()));
    model.addAttribute("holdings", desk.heldThrough(appointment));
    model.addAttribute("reasons", EndReason.values());
    return page("network/end", body, model);
  }

  private String page(String template, Body body, Model model) {
    model.addAttribute("body", body);
    model.addAttribute("base", backTo(body) + (body == null ? "" : "/appointments"));
    model.addAttribute("back", backTo(body));
    return template;
  }

  private static String backTo(Body body) {
    return body == null ? OF_NETWORK : "/bodies/" + body.slug();
  }

  private Body bodyOf(String slug) {
    return slug == null
        ? null
        : bodies.findBySlug(slug).orElseThrow(() -> Refusal.notFound("network.body-unknown"));
  }

  private String text(String key, Object... args) {
    return messages.getMessage(key, args, LocaleContextHolder.getLocale());
  }
}
