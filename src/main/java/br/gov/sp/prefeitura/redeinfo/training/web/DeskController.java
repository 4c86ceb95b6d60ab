package br.gov.sp.prefeitura.redeinfo.training.web;

import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.shared.web.RefusalTexts;
import br.gov.sp.prefeitura.redeinfo.training.EditionState;
import br.gov.sp.prefeitura.redeinfo.training.EnrollmentState;
import br.gov.sp.prefeitura.redeinfo.training.domain.Edition;
import br.gov.sp.prefeitura.redeinfo.training.domain.EditionDesk;
import br.gov.sp.prefeitura.redeinfo.training.domain.EditionDesk.Overview;
import br.gov.sp.prefeitura.redeinfo.training.domain.EditionService;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** An edition's page for those who plan and certify, and what is done to it as a whole. */
@Controller
class DeskController {

  private static final String ADDRESS = "/trainings/planning/{id:[0-9]+}";

  private final EditionDesk desk;
  private final EditionService editions;
  private final EditionAccess access;
  private final RefusalTexts refusals;
  private final PlanningWords words;

  DeskController(
      EditionDesk desk,
      EditionService editions,
      EditionAccess access,
      RefusalTexts refusals,
      PlanningWords words) {
    this.desk = desk;
    this.editions = editions;
    this.access = access;
    this.refusals = refusals;
    this.words = words;
  }

  @GetMapping(ADDRESS)
  String edition(@PathVariable long id, Model model) {
    overview(id, model);
    return "training/edition-desk";
  }

  /** The part of the page that follows the background; the page reloads when that is done. */
  @GetMapping(ADDRESS + "/progress")
  String progress(
      @PathVariable long id,
      @RequestHeader(name = "HX-Request", defaultValue = "false") boolean fragment,
      Model model,
      HttpServletResponse response) {
    Overview overview = overview(id, model);
    if (!fragment) {
      return "redirect:/trainings/planning/" + id;
    }
    if (!overview.isMoving()) {
      response.setHeader("HX-Refresh", "true");
    }
    return "training/edition-desk :: progress";
  }

  /** What publishing would do. */
  @GetMapping(ADDRESS + "/publish")
  String confirm(@PathVariable long id, Model model) {
    draft(id, model);
    return "training/publish";
  }

  @PostMapping(ADDRESS + "/publish")
  String publish(
      @PathVariable long id,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    draft(id, model);
    try {
      editions.publish(id, access.person());
    } catch (Refusal refusal) {
      if (refusal.kind() != Refusal.Kind.INVALID) {
        throw refusal;
      }
      response.setStatus(HttpStatus.BAD_REQUEST.value());
      model.addAttribute("problems", refusals.texts(refusal));
      return "training/publish";
    }
    redirect.addFlashAttribute("done", words.text("planning.published"));
    return "redirect:/trainings/planning/" + id;
  }

  @PostMapping(ADDRESS + "/discard")
  String discard(@PathVariable long id, RedirectAttributes redirect) {
    editions.discard(id, access.person());
    redirect.addFlashAttribute("done", words.text("planning.discarded"));
    return "redirect:/trainings/planning";
  }

  /** Gives what stands still after a technical failure another try. */
  @PostMapping(ADDRESS + "/retry")
  String retry(@PathVariable long id, RedirectAttributes redirect) {
    editions.retry(id, access.person());
    redirect.addFlashAttribute("done", words.text("planning.retried"));
    return "redirect:/trainings/planning/" + id;
  }

  private void draft(long id, Model model) {
    access.requirePlanner();
    Edition edition = desk.get(id);
    if (edition.state() != EditionState.DRAFT) {
      throw Refusal.conflict("training.not-a-draft");
    }
    model.addAttribute("edition", edition);
    model.addAttribute("sessions", desk.sessions(id));
    model.addAttribute("trainers", desk.trainers(id));
  }

  private Overview overview(long id, Model model) {
    Overview overview = desk.overview(access.requireRead(desk.get(id)));
    model.addAttribute("overview", overview);
    model.addAttribute("edition", overview.edition());
    model.addAttribute("enrolmentStates", EnrollmentState.values());
    model.addAttribute("plans", access.mayPlan());
    return overview;
  }
}
