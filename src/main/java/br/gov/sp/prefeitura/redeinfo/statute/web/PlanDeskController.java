package br.gov.sp.prefeitura.redeinfo.statute.web;

import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson;
import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson.SignedIn;
import br.gov.sp.prefeitura.redeinfo.network.Bodies;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import br.gov.sp.prefeitura.redeinfo.shared.web.RefusalTexts;
import br.gov.sp.prefeitura.redeinfo.statute.domain.Measures;
import br.gov.sp.prefeitura.redeinfo.statute.domain.PlanDesk;
import br.gov.sp.prefeitura.redeinfo.statute.domain.PlanQueries;
import br.gov.sp.prefeitura.redeinfo.statute.domain.Target;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.function.Consumer;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The coordination writes the year's plan. */
@Controller
@RequestMapping("/plan")
class PlanDeskController {

  private static final String YEAR = "/{year:[0-9]+}";
  private static final String NEW = YEAR + "/targets/new";
  private static final String TARGET = YEAR + "/targets/{id:[0-9]+}";

  private final PlanDesk desk;
  private final PlanQueries plans;
  private final Measures measures;
  private final Bodies bodies;
  private final StatuteWords words;
  private final RefusalTexts refusals;
  private final CurrentPerson currentPerson;
  private final Clock clock;

  PlanDeskController(
      PlanDesk desk,
      PlanQueries plans,
      Measures measures,
      Bodies bodies,
      StatuteWords words,
      RefusalTexts refusals,
      CurrentPerson currentPerson,
      Clock clock) {
    this.desk = desk;
    this.plans = plans;
    this.measures = measures;
    this.bodies = bodies;
    this.words = words;
    this.refusals = refusals;
    this.currentPerson = currentPerson;
    this.clock = clock;
  }

  @PostMapping
  String begin(@RequestParam(required = false) Integer year, RedirectAttributes redirect) {
    desk.begin(year, requireCoordination());
    return done(redirect, "plan.begun", year);
  }

  @PostMapping(YEAR + "/publication")
  String publish(@PathVariable int year, RedirectAttributes redirect) {
    desk.publish(year, requireCoordination());
    return done(redirect, "plan.published", year);
  }

  @GetMapping(NEW)
  String start(@PathVariable int year, Model model) {
    model.addAttribute("form", TargetForm.of(year));
    return page(year, null, model);
  }

  @PostMapping(NEW)
  String add(
      @PathVariable int year,
      @ModelAttribute("form") TargetForm form,
      BindingResult binding,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    page(year, null, model);
    return write(binding, response, person -> desk.add(year, form.typed(), person))
        ? done(redirect, "plan.added", year)
        : "statute/target";
  }

  @GetMapping(TARGET)
  String target(@PathVariable int year, @PathVariable long id, Model model) {
    requireCoordination();
    Target target = plans.target(year, id);
    model.addAttribute("form", TargetForm.of(target));
    return page(year, target, model);
  }

  @PostMapping(TARGET)
  String change(
      @PathVariable int year,
      @PathVariable long id,
      @ModelAttribute("form") TargetForm form,
      BindingResult binding,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    requireCoordination();
    page(year, plans.target(year, id), model);
    return write(
            binding,
            response,
            person -> desk.change(year, id, form.getVersion(), form.typed(), person))
        ? done(redirect, "plan.saved", year)
        : "statute/target";
  }

  @PostMapping(TARGET + "/removal")
  String remove(
      @PathVariable int year,
      @PathVariable long id,
      @RequestParam int version,
      RedirectAttributes redirect) {
    desk.remove(year, id, version, requireCoordination());
    return done(redirect, "plan.removed", year);
  }

  /**
   * Does it, or puts what is wrong next to the fields.
   *
   * @return whether it is done
   */
  private boolean write(
      BindingResult binding, HttpServletResponse response, Consumer<SignedIn> writing) {
    HttpStatus status = HttpStatus.BAD_REQUEST;
    if (!binding.hasErrors()) {
      try {
        writing.accept(requireCoordination());
        return true;
      } catch (Refusal refusal) {
        status = refusals.bind(refusal, binding);
      }
    }
    response.setStatus(status.value());
    return false;
  }

  /**
   * @param target {@code null} for a new one
   */
  private String page(int year, Target target, Model model) {
    requireCoordination();
    plans.requirePlan(year);
    model.addAttribute("year", year);
    model.addAttribute("target", target);
    model.addAttribute("measures", measures.codes());
    model.addAttribute("bodies", bodies.existingOn(SaoPaulo.today(clock)));
    return "statute/target";
  }

  private String done(RedirectAttributes redirect, String key, int year) {
    redirect.addFlashAttribute("done", words.text(key));
    return "redirect:/plan/" + year;
  }

  private SignedIn requireCoordination() {
    SignedIn person = currentPerson.require();
    if (!person.isCoordination()) {
      throw Refusal.forbidden("plan.coordination-only");
    }
    return person;
  }
}
