package br.gov.sp.prefeitura.redeinfo.training.web;

import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.shared.web.RefusalTexts;
import br.gov.sp.prefeitura.redeinfo.training.domain.Edition;
import br.gov.sp.prefeitura.redeinfo.training.domain.EditionDesk;
import br.gov.sp.prefeitura.redeinfo.training.domain.EditionService;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDateTime;
import java.util.stream.Collectors;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the coordination changes in a published edition, one thing at a time. */
@Controller
@RequestMapping("/trainings/planning/{id:[0-9]+}")
class EditionChangeController {

  private static final String PAGE = "training/edition-change";

  private final EditionService editions;
  private final EditionDesk desk;
  private final EditionAccess access;
  private final RefusalTexts refusals;
  private final PlanningWords words;

  EditionChangeController(
      EditionService editions,
      EditionDesk desk,
      EditionAccess access,
      RefusalTexts refusals,
      PlanningWords words) {
    this.editions = editions;
    this.desk = desk;
    this.access = access;
    this.refusals = refusals;
    this.words = words;
  }

  @GetMapping("/enrolment-period")
  String period(@PathVariable long id, Model model) {
    Edition edition = planned(id, "enrolment-period", model);
    Form form = new Form();
    form.enrolmentFrom = Moments.local(edition.enrolmentFrom());
    form.enrolmentUntil = Moments.local(edition.enrolmentUntil());
    model.addAttribute("form", form);
    return PAGE;
  }

  @PostMapping("/enrolment-period")
  String changePeriod(
      @PathVariable long id,
      @ModelAttribute("form") Form form,
      BindingResult binding,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    planned(id, "enrolment-period", model);
    return carryOut(
        id,
        binding,
        response,
        redirect,
        "enrolment-period",
        () ->
            editions.changeEnrolmentPeriod(
                id, form.enrolmentFrom, form.enrolmentUntil, access.person()));
  }

  @GetMapping("/trainers")
  String trainers(@PathVariable long id, Model model) {
    planned(id, "trainers", model);
    Form form = new Form();
    form.keepers = desk.trainers(id).stream().map(Person::email).collect(Collectors.joining("\n"));
    model.addAttribute("form", form);
    return PAGE;
  }

  @PostMapping("/trainers")
  String changeTrainers(
      @PathVariable long id,
      @ModelAttribute("form") Form form,
      BindingResult binding,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    planned(id, "trainers", model);
    return carryOut(
        id,
        binding,
        response,
        redirect,
        "trainers",
        () -> editions.changeTrainers(id, EditionForm.lines(form.keepers), access.person()));
  }

  @GetMapping("/cancel")
  String cancel(@PathVariable long id, Model model) {
    planned(id, "cancel", model);
    model.addAttribute("form", new Form());
    return PAGE;
  }

  @PostMapping("/cancel")
  String carryOutCancel(
      @PathVariable long id,
      @ModelAttribute("form") Form form,
      BindingResult binding,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    planned(id, "cancel", model);
    return carryOut(
        id,
        binding,
        response,
        redirect,
        "cancel",
        () -> editions.cancel(id, form.reason, access.person()));
  }

  private Edition planned(long id, String change, Model model) {
    access.requirePlanner();
    Edition edition = desk.get(id);
    model.addAttribute("edition", edition);
    model.addAttribute("change", change);
    return edition;
  }

  /** The command itself checks whether it is too late. */
  private String carryOut(
      long id,
      BindingResult binding,
      HttpServletResponse response,
      RedirectAttributes redirect,
      String change,
      Runnable command) {
    if (binding.hasErrors()) {
      response.setStatus(HttpStatus.BAD_REQUEST.value());
      return PAGE;
    }
    try {
      command.run();
    } catch (Refusal refusal) {
      if (refusal.kind() != Refusal.Kind.INVALID) {
        throw refusal;
      }
      response.setStatus(refusals.bind(refusal, binding).value());
      return PAGE;
    }
    redirect.addFlashAttribute("done", words.text("planning.change." + change + ".done"));
    return "redirect:/trainings/planning/" + id;
  }

  /** What is typed for one of the changes. */
  static class Form {

    @DateTimeFormat(pattern = Moments.FORM, fallbackPatterns = Moments.WITH_SECONDS)
    private LocalDateTime enrolmentFrom;

    @DateTimeFormat(pattern = Moments.FORM, fallbackPatterns = Moments.WITH_SECONDS)
    private LocalDateTime enrolmentUntil;

    private String keepers;
    private String reason;

    public LocalDateTime getEnrolmentFrom() {
      return enrolmentFrom;
    }

    public void setEnrolmentFrom(LocalDateTime enrolmentFrom) {
      this.enrolmentFrom = enrolmentFrom;
    }

    public LocalDateTime getEnrolmentUntil() {
      return enrolmentUntil;
    }

    public void setEnrolmentUntil(LocalDateTime enrolmentUntil) {
      this.enrolmentUntil = enrolmentUntil;
    }

    public String getKeepers() {
      return keepers;
    }

    public void setKeepers(String keepers) {
      this.keepers = keepers;
    }

    public String getReason() {
      return reason;
    }

    public void setReason(String reason) {
      this.reason = reason;
    }
  }
}
