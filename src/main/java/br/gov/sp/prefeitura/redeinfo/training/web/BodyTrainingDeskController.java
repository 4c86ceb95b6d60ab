package br.gov.sp.prefeitura.redeinfo.training.web;

import br.gov.sp.prefeitura.redeinfo.network.Bodies;
import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.shared.web.RefusalTexts;
import br.gov.sp.prefeitura.redeinfo.training.domain.BodyTraining;
import br.gov.sp.prefeitura.redeinfo.training.domain.BodyTrainingQueries;
import br.gov.sp.prefeitura.redeinfo.training.domain.BodyTrainingService;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
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

/** Announces a training of a body, moves it to another day, calls it off. */
@Controller
@RequestMapping("/body-trainings")
class BodyTrainingDeskController {

  private static final String ID = "/{id:[0-9]+}";

  private final BodyTrainingService service;
  private final BodyTrainingQueries trainings;
  private final BodyTrainingAccess access;
  private final Bodies bodies;
  private final RefusalTexts refusals;
  private final BodyTrainingWords words;

  BodyTrainingDeskController(
      BodyTrainingService service,
      BodyTrainingQueries trainings,
      BodyTrainingAccess access,
      Bodies bodies,
      RefusalTexts refusals,
      BodyTrainingWords words) {
    this.service = service;
    this.trainings = trainings;
    this.access = access;
    this.bodies = bodies;
    this.refusals = refusals;
    this.words = words;
  }

  @GetMapping("/new")
  String start(Model model) {
    List<Body> own = requireAnnouncing();
    BodyTrainingForm form = new BodyTrainingForm();
    form.setBodyId(own.size() == 1 ? own.get(0).id() : null);
    model.addAttribute("form", form);
    model.addAttribute("bodies", own);
    return "body-training/announce";
  }

  @PostMapping("/new")
  String announce(
      @ModelAttribute("form") BodyTrainingForm form,
      BindingResult binding,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    List<Body> own = requireAnnouncing();
    if (!binding.hasErrors()) {
      try {
        long id = service.announce(form.announcement(), access.person());
        redirect.addFlashAttribute("done", words.text("body-training.announced"));
        return "redirect:/body-trainings/" + id;
      } catch (Refusal refusal) {
        if (refusal.kind() != Refusal.Kind.INVALID) {
          throw refusal;
        }
        refusals.bind(refusal, binding);
      }
    }
    response.setStatus(HttpStatus.BAD_REQUEST.value());
    model.addAttribute("bodies", own);
    return "body-training/announce";
  }

  @GetMapping(ID + "/{action:day|cancellation}")
  String change(@PathVariable long id, @PathVariable String action, Model model) {
    BodyTraining training = page(id, action, model);
    BodyTrainingChangeForm form = new BodyTrainingChangeForm();
    form.setDay(training.day());
    model.addAttribute("form", form);
    return "body-training/change";
  }

  @PostMapping(ID + "/{action:day|cancellation}")
  String change(
      @PathVariable long id,
      @PathVariable String action,
      @ModelAttribute("form") BodyTrainingChangeForm form,
      BindingResult binding,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    page(id, action, model);
    HttpStatus status = HttpStatus.BAD_REQUEST;
    if (!binding.hasErrors()) {
      try {
        if (action.equals("day")) {
          service.move(id, form.getDay(), access.person());
        } else {
          service.cancel(id, form.getReason(), access.person());
        }
        redirect.addFlashAttribute("done", words.text("body-training." + action + ".done"));
        return "redirect:/body-trainings/" + id;
      } catch (Refusal refusal) {
        status = refusals.bind(refusal, binding);
      }
    }
    response.setStatus(status.value());
    return "body-training/change";
  }

  private BodyTraining page(long id, String action, Model model) {
    BodyTraining training = trainings.get(id);
    Body body = bodies.get(training.bodyId());
    access.requireSteering(body);
    model.addAttribute("training", training);
    model.addAttribute("body", body);
    model.addAttribute("action", action);
    return training;
  }

  private List<Body> requireAnnouncing() {
    List<Body> own = access.announcing();
    if (own.isEmpty()) {
      throw Refusal.forbidden("body-training.not-your-body");
    }
    return own;
  }
}
