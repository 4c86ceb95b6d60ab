package br.gov.sp.prefeitura.redeinfo.training.web;

import br.gov.sp.prefeitura.redeinfo.network.Track;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import br.gov.sp.prefeitura.redeinfo.shared.web.RefusalTexts;
import br.gov.sp.prefeitura.redeinfo.training.EditionAudience;
import br.gov.sp.prefeitura.redeinfo.training.EditionKind;
import br.gov.sp.prefeitura.redeinfo.training.EditionState;
import br.gov.sp.prefeitura.redeinfo.training.ReleasePolicy;
import br.gov.sp.prefeitura.redeinfo.training.domain.Edition;
import br.gov.sp.prefeitura.redeinfo.training.domain.EditionDesk;
import br.gov.sp.prefeitura.redeinfo.training.domain.EditionProperties;
import br.gov.sp.prefeitura.redeinfo.training.domain.EditionService;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Writes drafts down. Rows for sessions come and go by submitting the form, so that it works
 * without scripts; nothing is kept on the server in between.
 */
@Controller
class EditionFormController {

  private static final String NEW = "/trainings/planning/new";
  private static final String EDIT = "/trainings/planning/{id:[0-9]+}/edit";
  private static final int MOST_SESSIONS = 60;

  private final EditionService editions;
  private final EditionDesk desk;
  private final EditionAccess access;
  private final EditionProperties parameters;
  private final RefusalTexts refusals;
  private final PlanningWords words;
  private final Clock clock;

  EditionFormController(
      EditionService editions,
      EditionDesk desk,
      EditionAccess access,
      EditionProperties parameters,
      RefusalTexts refusals,
      PlanningWords words,
      Clock clock) {
    this.editions = editions;
    this.desk = desk;
    this.access = access;
    this.parameters = parameters;
    this.refusals = refusals;
    this.words = words;
    this.clock = clock;
  }

  @InitBinder("form")
  void limitRows(WebDataBinder binder) {
    binder.setAutoGrowCollectionLimit(MOST_SESSIONS);
  }

  /** What is done with the form; taking a row away says which. */
  enum Action {
    SAVE,
    ADD_SESSION
  }

  @GetMapping(NEW)
  String start(Model model) {
    access.requirePlanner();
    EditionForm form = new EditionForm();
    LocalDate today = SaoPaulo.today(clock);
    form.setEnrolmentFrom(today.plusDays(1).atTime(LocalTime.of(9, 0)));
    form.setEnrolmentUntil(today.plusDays(15).atTime(LocalTime.of(18, 0)));
    form.setMinimumAttendance(parameters.minimumAttendance());
    form.getSessions().add(new SessionForm());
    model.addAttribute("form", form);
    return page(null, model);
  }

  @PostMapping(NEW)
  String plan(
      @ModelAttribute("form") EditionForm form,
      BindingResult binding,
      @RequestParam(defaultValue = "SAVE") Action action,
      @RequestParam(required = false) Integer remove,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    access.requirePlanner();
    if (changesRows(form, action, remove, model)) {
      return page(null, model);
    }
    Long id = save(form, binding, response, () -> editions.plan(form.plan(), access.person()));
    return id == null ? page(null, model) : saved(id, redirect);
  }

  @GetMapping(EDIT)
  String edit(@PathVariable long id, Model model) {
    Edition edition = draft(id);
    model.addAttribute("form", EditionForm.of(edition, desk.trainers(id), desk.sessions(id)));
    return page(id, model);
  }

  @PostMapping(EDIT)
  String change(
      @PathVariable long id,
      @ModelAttribute("form") EditionForm form,
      BindingResult binding,
      @RequestParam(defaultValue = "SAVE") Action action,
      @RequestParam(required = false) Integer remove,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    draft(id);
    if (changesRows(form, action, remove, model)) {
      return page(id, model);
    }
    Long saved =
        save(
            form,
            binding,
            response,
            () -> {
              editions.change(id, form.getVersion(), form.plan(), access.person());
              return id;
            });
    return saved == null ? page(id, model) : saved(id, redirect);
  }

  private Edition draft(long id) {
    access.requirePlanner();
    Edition edition = desk.get(id);
    if (edition.state() != EditionState.DRAFT) {
      throw Refusal.conflict("training.not-a-draft");
    }
    return edition;
  }

  private static boolean changesRows(EditionForm form, Action action, Integer remove, Model model) {
    if (action == Action.ADD_SESSION) {
      if (form.getSessions().size() < MOST_SESSIONS) {
        form.getSessions().add(new SessionForm());
        model.addAttribute("added", form.getSessions().size() - 1);
      }
      return true;
    }
    if (remove != null) {
      if (remove >= 0 && remove < form.getSessions().size()) {
        form.getSessions().remove(remove.intValue());
        // What was said of rows by their number is no longer said of the right ones.
        model.asMap().remove(BindingResult.MODEL_KEY_PREFIX + "form");
      }
      return true;
    }
    return false;
  }

  /** Saves, or puts what is wrong next to the fields and gives {@code null}. */
  private Long save(
      EditionForm form, BindingResult binding, HttpServletResponse response, Saving saving) {
    if (binding.hasErrors()) {
      response.setStatus(HttpStatus.BAD_REQUEST.value());
      return null;
    }
    form.dropBlankSessions();
    try {
      return saving.save();
    } catch (Refusal refusal) {
      response.setStatus(refusals.bind(refusal, binding).value());
      return null;
    }
  }

  private interface Saving {
    long save();
  }

  private String saved(long id, RedirectAttributes redirect) {
    redirect.addFlashAttribute("done", words.text("planning.saved"));
    return "redirect:/trainings/planning/" + id;
  }

  private static String page(Long id, Model model) {
    model.addAttribute("id", id);
    model.addAttribute("kinds", EditionKind.values());
    model.addAttribute("tracks", Track.values());
    model.addAttribute("audiences", EditionAudience.values());
    model.addAttribute("policies", ReleasePolicy.values());
    return "training/edition-form";
  }
}
