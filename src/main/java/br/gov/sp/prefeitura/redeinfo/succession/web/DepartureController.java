package br.gov.sp.prefeitura.redeinfo.succession.web;

import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson;
import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson.SignedIn;
import br.gov.sp.prefeitura.redeinfo.network.Appointment;
import br.gov.sp.prefeitura.redeinfo.network.Appointments;
import br.gov.sp.prefeitura.redeinfo.network.Bodies;
import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.network.Function;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.network.Persons;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import br.gov.sp.prefeitura.redeinfo.shared.web.RefusalTexts;
import br.gov.sp.prefeitura.redeinfo.succession.domain.HeldThings;
import br.gov.sp.prefeitura.redeinfo.succession.domain.Succession;
import br.gov.sp.prefeitura.redeinfo.succession.domain.SuccessionAccess;
import br.gov.sp.prefeitura.redeinfo.succession.domain.SuccessionReading;
import br.gov.sp.prefeitura.redeinfo.succession.domain.SuccessionService;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** States a departure: first who, then why, when and who gets what. */
@Controller
@RequestMapping("/successions/new")
class DepartureController {

  private final SuccessionService service;
  private final SuccessionAccess access;
  private final SuccessionReading successions;
  private final HeldThings things;
  private final CurrentPerson currentPerson;
  private final Appointments appointments;
  private final Bodies bodies;
  private final Persons persons;
  private final RefusalTexts refusals;
  private final MessageSource messages;
  private final Clock clock;

  DepartureController(
      SuccessionService service,
      SuccessionAccess access,
      SuccessionReading successions,
      HeldThings things,
      CurrentPerson currentPerson,
      Appointments appointments,
      Bodies bodies,
      Persons persons,
      RefusalTexts refusals,
      MessageSource messages,
      Clock clock) {
    this.service = service;
    this.access = access;
    this.successions = successions;
    this.things = things;
    this.currentPerson = currentPerson;
    this.appointments = appointments;
    this.bodies = bodies;
    this.persons = persons;
    this.refusals = refusals;
    this.messages = messages;
    this.clock = clock;
  }

  @GetMapping
  String start(
      @RequestParam(required = false) Long person,
      @RequestParam(required = false) String body,
      Model model) {
    SignedIn by = currentPerson.require();
    if (person == null) {
      return whom(body, by, model);
    }
    List<Appointment> endable = endable(person, by);
    DepartureForm form = new DepartureForm();
    form.setAppointments(endable.stream().map(Appointment::id).collect(Collectors.toSet()));
    model.addAttribute("form", form);
    return page(person, endable, new LinkedMultiValueMap<>(), by, model);
  }

  @PostMapping
  String begin(
      @RequestParam long person,
      @RequestParam MultiValueMap<String, String> typed,
      @ModelAttribute("form") DepartureForm form,
      BindingResult binding,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    SignedIn by = currentPerson.require();
    List<Appointment> endable = endable(person, by);
    response.setStatus(HttpStatus.BAD_REQUEST.value());
    if (!binding.hasErrors()) {
      try {
        if (form.getAppointments() == null || form.getAppointments().isEmpty()) {
          throw Refusal.invalidField("appointments", "succession.appointments-missing");
        }
        long id = service.begin(form.of(person, typed), by);
        redirect.addFlashAttribute(
            "done",
            messages.getMessage("succession.begun.done", null, LocaleContextHolder.getLocale()));
        return by.personId() == person && form.isAtOnce()
            ? "redirect:/successions"
            : "redirect:/successions/" + id;
      } catch (Refusal refusal) {
        response.setStatus(refusals.bind(refusal, binding).value());
      }
    }
    return page(person, endable, typed, by, model);
  }

  private List<Appointment> endable(long personId, SignedIn by) {
    List<Appointment> endable = access.endable(personId, by);
    if (endable.isEmpty()) {
      throw Refusal.notFound("succession.not-yours");
    }
    return endable;
  }

  private String page(
      long personId,
      List<Appointment> endable,
      MultiValueMap<String, String> typed,
      SignedIn by,
      Model model) {
    model.addAttribute("person", persons.get(personId));
    model.addAttribute("own", personId == by.personId());
    model.addAttribute("open", successions.openOf(personId).orElse(null));
    model.addAttribute("endable", endable);
    model.addAttribute(
        "bodies",
        bodies.byId(
            endable.stream()
                .map(Appointment::bodyId)
                .filter(Objects::nonNull)
                .distinct()
                .toList()));
    model.addAttribute("things", things.of(endable, Map.of()));
    model.addAttribute("typed", typed.toSingleValueMap());
    model.addAttribute("reasons", Succession.reasons(personId == by.personId()));
    model.addAttribute("allBodies", bodies.existingOn(today()));
    return "succession/new";
  }

  /** The people whom the one who asks may let go. */
  private String whom(String slug, SignedIn by, Model model) {
    List<Body> led = access.ledBy(by);
    Body body =
        slug == null || slug.isBlank()
            ? led.size() == 1 && !by.isCoordination() ? led.get(0) : null
            : bodies
                .findBySlug(slug)
                .filter(one -> by.isCoordination() || led.contains(one))
                .orElseThrow(() -> Refusal.notFound("succession.not-yours"));
    Set<Long> ids = new HashSet<>();
    if (body != null) {
      appointments.ofBody(body.id(), today()).forEach(one -> ids.add(one.personId()));
    } else if (by.isCoordination() || by.isAdministrator()) {
      Arrays.stream(Function.values())
          .filter(function -> !function.isOfBody())
          .filter(
              function -> function.isAdministrative() ? by.isAdministrator() : by.isCoordination())
          .forEach(function -> ids.addAll(appointments.holders(null, function, today())));
    }
    model.addAttribute("body", body);
    model.addAttribute("bodies", by.isCoordination() ? bodies.existingOn(today()) : led);
    model.addAttribute(
        "people",
        persons.byId(ids).values().stream()
            .filter(person -> !access.endable(person.id(), by).isEmpty())
            .sorted(Comparator.comparing(Person::name))
            .toList());
    model.addAttribute("mine", !access.endable(by.personId(), by).isEmpty() ? by.personId() : null);
    return "succession/whom";
  }

  private LocalDate today() {
    return SaoPaulo.today(clock);
  }
}
