package br.gov.sp.prefeitura.redeinfo.cover.web;

import br.gov.sp.prefeitura.redeinfo.cover.AbsenceCovers;
import br.gov.sp.prefeitura.redeinfo.cover.domain.CoverQueries;
import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson;
import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson.SignedIn;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.network.Persons;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.shared.web.RefusalTexts;
import br.gov.sp.prefeitura.redeinfo.workflow.OfferedProcesses;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Names a substitute: for oneself, or, by the coordination, for somebody who is away. */
@Controller
@RequestMapping("/cover/new")
class NewCoverController {

  private final AbsenceCovers desk;
  private final CoverQueries covers;
  private final CurrentPerson currentPerson;
  private final Persons persons;
  private final OfferedProcesses processes;
  private final RefusalTexts refusals;
  private final CoverWords words;

  NewCoverController(
      AbsenceCovers desk,
      CoverQueries covers,
      CurrentPerson currentPerson,
      Persons persons,
      OfferedProcesses processes,
      RefusalTexts refusals,
      CoverWords words) {
    this.desk = desk;
    this.covers = covers;
    this.currentPerson = currentPerson;
    this.persons = persons;
    this.processes = processes;
    this.refusals = refusals;
    this.words = words;
  }

  /**
   * @param email whose absence it is, for the coordination; otherwise one's own
   */
  @GetMapping
  String start(@RequestParam(required = false) String email, Model model) {
    SignedIn person = currentPerson.require();
    Person absent =
        email == null || email.isBlank() ? persons.get(person.personId()) : other(email, person);
    CoverForm form = new CoverForm();
    form.setAbsentId(absent.id());
    return page(form, absent, person, model);
  }

  private Person other(String email, SignedIn person) {
    return persons
        .findByEmail(email.strip())
        .filter(found -> found.id() == person.personId() || person.isCoordination())
        .orElseThrow(() -> Refusal.notFound("cover.person-unknown"));
  }

  @PostMapping
  String name(
      @ModelAttribute("form") CoverForm form,
      BindingResult binding,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    SignedIn person = currentPerson.require();
    Person absent = absent(form, person);
    HttpStatus status = HttpStatus.BAD_REQUEST;
    if (form.choosesNothing()) {
      refusals.bind(Refusal.invalidField("processes", "cover.choose-processes"), binding);
    }
    if (!binding.hasErrors()) {
      try {
        desk.name(form.cover(), person);
        redirect.addFlashAttribute("done", words.text("cover.named"));
        return "redirect:" + (absent.id() == person.personId() ? "/cover" : "/cover/all");
      } catch (Refusal refusal) {
        status = refusals.bind(refusal, binding);
      }
    }
    response.setStatus(status.value());
    return page(form, absent, person, model);
  }

  /** Others' ids exist for the coordination only. */
  private Person absent(CoverForm form, SignedIn person) {
    Long id = Objects.requireNonNullElse(form.getAbsentId(), person.personId());
    form.setAbsentId(id);
    if (id != person.personId() && !person.isCoordination()) {
      throw Refusal.notFound("cover.person-unknown");
    }
    return persons.get(id);
  }

  private String page(CoverForm form, Person absent, SignedIn person, Model model) {
    model.addAttribute("form", form);
    model.addAttribute("absent", absent);
    model.addAttribute("own", absent.id() == person.personId());
    model.addAttribute(
        "substitutes",
        covers.substitutesFor(absent).stream()
            .filter(candidate -> candidate.id() != person.personId())
            .toList());
    model.addAttribute("processes", processes.all());
    return "cover/new";
  }
}
