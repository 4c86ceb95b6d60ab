package br.gov.sp.prefeitura.redeinfo.training.web;

import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.shared.web.RefusalTexts;
import br.gov.sp.prefeitura.redeinfo.training.domain.EditionDesk;
import br.gov.sp.prefeitura.redeinfo.training.domain.Session;
import br.gov.sp.prefeitura.redeinfo.training.domain.SessionService;
import br.gov.sp.prefeitura.redeinfo.training.domain.SessionService.NewTime;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDateTime;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Moves and cancels sessions of published editions, and gives them their material. */
@Controller
class SessionController {

  private static final String ADDRESS =
      "/trainings/planning/{id:[0-9]+}/sessions/{session:[0-9]+}/{change:move|cancel|material}";
  private static final String PAGE = "training/session-change";

  private final SessionService sessions;
  private final EditionDesk desk;
  private final EditionAccess access;
  private final RefusalTexts refusals;
  private final PlanningWords words;

  SessionController(
      SessionService sessions,
      EditionDesk desk,
      EditionAccess access,
      RefusalTexts refusals,
      PlanningWords words) {
    this.sessions = sessions;
    this.desk = desk;
    this.access = access;
    this.refusals = refusals;
    this.words = words;
  }

  @GetMapping(ADDRESS)
  String ask(
      @PathVariable long id,
      @PathVariable("session") long sessionId,
      @PathVariable String change,
      Model model) {
    Session session = planned(id, sessionId, change, model);
    if (session.state() != Session.State.PLANNED && !change.equals("material")) {
      throw Refusal.conflict("training.session-over");
    }
    Form form = new Form();
    form.startsAt = Moments.local(session.startsAt());
    form.endsAt = Moments.local(session.endsAt());
    form.place = session.place();
    form.link = session.link();
    form.material = session.material();
    model.addAttribute("form", form);
    return PAGE;
  }

  /** The command itself checks whether it is too late. */
  @PostMapping(ADDRESS)
  String carryOut(
      @PathVariable long id,
      @PathVariable("session") long sessionId,
      @PathVariable String change,
      @ModelAttribute("form") Form form,
      BindingResult binding,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    planned(id, sessionId, change, model);
    if (binding.hasErrors()) {
      response.setStatus(HttpStatus.BAD_REQUEST.value());
      return PAGE;
    }
    try {
      switch (change) {
        case "move" -> sessions.move(id, sessionId, form.newTime(), access.person());
        case "cancel" -> sessions.cancel(id, sessionId, form.reason, access.person());
        default -> sessions.setMaterial(id, sessionId, form.material, access.person());
      }
    } catch (Refusal refusal) {
      if (refusal.kind() != Refusal.Kind.INVALID) {
        throw refusal;
      }
      response.setStatus(refusals.bind(refusal, binding).value());
      return PAGE;
    }
    redirect.addFlashAttribute("done", words.text("planning.session." + change + ".done"));
    return "redirect:/trainings/planning/" + id;
  }

  private Session planned(long id, long sessionId, String change, Model model) {
    access.requirePlanner();
    Session session = desk.session(id, sessionId);
    model.addAttribute("edition", desk.get(id));
    model.addAttribute("meeting", session);
    model.addAttribute("change", change);
    return session;
  }

  /** What is typed for one of the changes. */
  static class Form {

    @DateTimeFormat(pattern = Moments.FORM, fallbackPatterns = Moments.WITH_SECONDS)
    private LocalDateTime startsAt;

    @DateTimeFormat(pattern = Moments.FORM, fallbackPatterns = Moments.WITH_SECONDS)
    private LocalDateTime endsAt;

    private String place;
    private String link;
    private String material;
    private String reason;

    private NewTime newTime() {
      return new NewTime(startsAt, endsAt, place, link, reason);
    }

    public LocalDateTime getStartsAt() {
      return startsAt;
    }

    public void setStartsAt(LocalDateTime startsAt) {
      this.startsAt = startsAt;
    }

    public LocalDateTime getEndsAt() {
      return endsAt;
    }

    public void setEndsAt(LocalDateTime endsAt) {
      this.endsAt = endsAt;
    }

    public String getPlace() {
      return place;
    }

    public void setPlace(String place) {
      this.place = place;
    }

    public String getLink() {
      return link;
    }

    public void setLink(String link) {
      this.link = link;
    }

    public String getMaterial() {
      return material;
    }

    public void setMaterial(String material) {
      this.material = material;
    }

    public String getReason() {
      return reason;
    }

    public void setReason(String reason) {
      this.reason = reason;
    }
  }
}
