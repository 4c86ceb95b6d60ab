package br.gov.sp.prefeitura.redeinfo.pilot.web;

import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson;
import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson.SignedIn;
import br.gov.sp.prefeitura.redeinfo.network.Bodies;
import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.DraftService;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.PilotAccess;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.SimilarPilots;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.SimilarPilots.SimilarPilot;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.shared.web.RefusalTexts;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Comparator;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Begins a project, and shows who does something alike already. */
@Controller
class PilotBeginController {

  private final DraftService drafts;
  private final SimilarPilots similar;
  private final PilotAccess access;
  private final Bodies bodies;
  private final RefusalTexts refusals;
  private final CurrentPerson currentPerson;

  PilotBeginController(
      DraftService drafts,
      SimilarPilots similar,
      PilotAccess access,
      Bodies bodies,
      RefusalTexts refusals,
      CurrentPerson currentPerson) {
    this.drafts = drafts;
    this.similar = similar;
    this.access = access;
    this.bodies = bodies;
    this.refusals = refusals;
    this.currentPerson = currentPerson;
  }

  @GetMapping("/pilots/new")
  String start(Model model) {
    List<Body> own = requireWriting();
    PilotBeginForm form = new PilotBeginForm();
    form.setBody(own.size() == 1 ? own.get(0).id() : null);
    model.addAttribute("form", form);
    model.addAttribute("bodies", own);
    return "pilot/new";
  }

  @PostMapping("/pilots/new")
  String begin(
      @ModelAttribute("form") PilotBeginForm form,
      BindingResult binding,
      Model model,
      HttpServletResponse response) {
    List<Body> own = requireWriting();
    if (!binding.hasErrors()) {
      try {
        if (form.getBody() == null) {
          throw Refusal.invalidField("body", "pilot.choose");
        }
        long id = drafts.begin(form.getBody(), form.getTitle(), currentPerson.require());
        return "redirect:/pilots/" + id + "/proposal";
      } catch (Refusal refusal) {
        if (refusal.kind() != Refusal.Kind.INVALID) {
          throw refusal;
        }
        refusals.bind(refusal, binding);
      }
    }
    response.setStatus(HttpStatus.BAD_REQUEST.value());
    model.addAttribute("bodies", own);
    return "pilot/new";
  }

  /** A fragment for the page on which a title is typed. */
  @GetMapping("/pilots/similar")
  String similar(
      @RequestParam(defaultValue = "") String title,
      @RequestParam(defaultValue = "0") long pilot,
      Model model) {
    List<SimilarPilot> found = similar.to(title, pilot, currentPerson.require());
    model.addAttribute("similar", found);
    model.addAttribute("bodies", bodies.byId(found.stream().map(SimilarPilot::bodyId).toList()));
    return "pilot/similar :: similar";
  }

  /** The bodies for which the person writes, by acronym. */
  private List<Body> requireWriting() {
    SignedIn person = currentPerson.require();
    List<Body> own =
        access.ownBodies(person).stream()
            .map(bodies::get)
            .filter(body -> PilotAccess.writes(person, body))
            .sorted(Comparator.comparing(Body::acronym))
            .toList();
    if (own.isEmpty()) {
      throw Refusal.forbidden("pilot.no-body-to-write-for");
    }
    return own;
  }
}
