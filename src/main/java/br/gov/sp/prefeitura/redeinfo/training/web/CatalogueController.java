package br.gov.sp.prefeitura.redeinfo.training.web;

import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.shared.web.RefusalTexts;
import br.gov.sp.prefeitura.redeinfo.training.domain.Attempts;
import br.gov.sp.prefeitura.redeinfo.training.domain.EnrollmentService;
import br.gov.sp.prefeitura.redeinfo.training.domain.EnrollmentService.Enrolled;
import br.gov.sp.prefeitura.redeinfo.training.domain.TrainingCatalogue;
import br.gov.sp.prefeitura.redeinfo.training.domain.TrainingCatalogue.Details;
import br.gov.sp.prefeitura.redeinfo.training.domain.TrainingCatalogue.Line;
import br.gov.sp.prefeitura.redeinfo.training.domain.TrainingCatalogue.View;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The catalogue of trainings, one edition, and how one enrols in it. */
@Controller
class CatalogueController {

  private static final int LINES_PER_PAGE = 20;

  private final TrainingCatalogue catalogue;
  private final EnrollmentService enrollments;
  private final Attempts attempts;
  private final CurrentPerson currentPerson;
  private final RefusalTexts refusals;
  private final EnrollmentWords words;

  CatalogueController(
      TrainingCatalogue catalogue,
      EnrollmentService enrollments,
      Attempts attempts,
      CurrentPerson currentPerson,
      RefusalTexts refusals,
      EnrollmentWords words) {
    this.catalogue = catalogue;
    this.enrollments = enrollments;
    this.attempts = attempts;
    this.currentPerson = currentPerson;
    this.refusals = refusals;
    this.words = words;
  }

  @GetMapping("/trainings")
  String list(
      @RequestParam(defaultValue = "OPEN") View view,
      @RequestParam(required = false) Long before,
      Model model) {
    List<Line> found =
        catalogue.page(view, before, currentPerson.require().personId(), LINES_PER_PAGE + 1);
    List<Line> page = found.subList(0, Math.min(LINES_PER_PAGE, found.size()));
    String address = "/trainings?view=" + view;
    model.addAttribute("view", view);
    model.addAttribute("views", View.values());
    model.addAttribute("lines", page);
    model.addAttribute("first", before == null ? null : address);
    model.addAttribute(
        "next",
        found.size() > LINES_PER_PAGE
            ? address + "&before=" + page.get(LINES_PER_PAGE - 1).edition().id()
            : null);
    return "training/catalogue";
  }

  @GetMapping("/trainings/{id:[0-9]+}")
  String edition(@PathVariable long id, Model model) {
    return page(id, List.of(), model);
  }

  /** Asking twice, by a double click or from two tabs, leads to the page that says one is in. */
  @PostMapping("/trainings/{id:[0-9]+}/enrollments")
  String enroll(
      @PathVariable long id,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    long personId = currentPerson.require().personId();
    Enrolled enrolled;
    try {
      enrolled = attempts.of(() -> enrollments.enroll(id, personId));
    } catch (Refusal refusal) {
      if (refusal.kind() != Refusal.Kind.INVALID) {
        throw refusal;
      }
      response.setStatus(HttpStatus.BAD_REQUEST.value());
      return page(id, refusals.texts(refusal), model);
    }
    Details details = catalogue.details(id, personId);
    redirect.addFlashAttribute(
        enrolled.isNew() ? "done" : "warned",
        words.text(
            (enrolled.isNew() ? "enrollment-page.done." : "enrollment-page.already.")
                + details.own().state()));
    return "redirect:/trainings/" + id;
  }

  private String page(long id, List<String> refused, Model model) {
    long personId = currentPerson.require().personId();
    Details details = catalogue.details(id, personId);
    model.addAttribute("details", details);
    model.addAttribute("edition", details.edition());
    model.addAttribute("refused", refused);
    model.addAttribute(
        "against",
        details.own() == null && details.isEnrolling() && refused.isEmpty()
            ? enrollments.against(details.edition(), personId)
            : List.of());
    return "training/offer";
  }
}
