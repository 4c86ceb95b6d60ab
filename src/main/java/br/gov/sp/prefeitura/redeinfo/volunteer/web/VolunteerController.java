package br.gov.sp.prefeitura.redeinfo.volunteer.web;

import br.gov.sp.prefeitura.redeinfo.network.Bodies;
import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.shared.web.RefusalTexts;
import br.gov.sp.prefeitura.redeinfo.volunteer.domain.Volunteer;
import br.gov.sp.prefeitura.redeinfo.volunteer.domain.VolunteerQueries;
import br.gov.sp.prefeitura.redeinfo.volunteer.domain.VolunteerService;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
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
import org.springframework.web.util.UriComponentsBuilder;

/** Who takes part without a seat, and the end of it. */
@Controller
@RequestMapping("/volunteers")
class VolunteerController {

  private static final int PER_PAGE = 25;
  private static final String END = "volunteer/end";

  private final VolunteerQueries volunteers;
  private final VolunteerService service;
  private final VolunteerAccess access;
  private final Bodies bodies;
  private final RefusalTexts refusals;
  private final MessageSource messages;

  VolunteerController(
      VolunteerQueries volunteers,
      VolunteerService service,
      VolunteerAccess access,
      Bodies bodies,
      RefusalTexts refusals,
      MessageSource messages) {
    this.volunteers = volunteers;
    this.service = service;
    this.access = access;
    this.bodies = bodies;
    this.refusals = refusals;
    this.messages = messages;
  }

  @GetMapping
  String list(
      @RequestParam(required = false) String body,
      @RequestParam(required = false) Long before,
      Model model) {
    List<Long> readable = access.readable();
    Optional<Body> chosen = Optional.ofNullable(body).flatMap(bodies::findBySlug);
    List<Long> of =
        chosen
            .map(Body::id)
            .filter(id -> readable == null || readable.contains(id))
            .map(List::of)
            .orElse(readable);
    List<Volunteer> found = volunteers.volunteers(of, before, PER_PAGE + 1);
    List<Volunteer> page = found.subList(0, Math.min(PER_PAGE, found.size()));
    model.addAttribute("volunteers", page);
    model.addAttribute("of", bodies.byId(page.stream().map(Volunteer::bodyId).distinct().toList()));
    model.addAttribute("all", readable == null);
    model.addAttribute("bodies", readable == null ? bodies.all() : List.of());
    model.addAttribute("chosen", chosen.map(Body::slug).orElse(null));
    model.addAttribute("ends", access.person().isCoordination());
    model.addAttribute("first", before == null ? null : address(chosen, null));
    model.addAttribute(
        "next",
        found.size() > PER_PAGE ? address(chosen, page.get(PER_PAGE - 1).appointmentId()) : null);
    return "volunteer/list";
  }

  @GetMapping("/{id:[0-9]+}/end")
  String askEnd(@PathVariable long id, @ModelAttribute("form") EndForm form, Model model) {
    return page(id, model);
  }

  @PostMapping("/{id:[0-9]+}/end")
  String end(
      @PathVariable long id,
      @ModelAttribute("form") EndForm form,
      BindingResult binding,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    String page = page(id, model);
    try {
      service.end(id, form.getReason(), access.person());
    } catch (Refusal refusal) {
      response.setStatus(refusals.bind(refusal, binding).value());
      return page;
    }
    redirect.addFlashAttribute(
        "done", messages.getMessage("volunteer.end.done", null, LocaleContextHolder.getLocale()));
    return access.person().isCoordination() ? "redirect:/volunteers" : "redirect:/";
  }

  private String page(long id, Model model) {
    Volunteer volunteer = service.requireEndable(id, access.person());
    model.addAttribute("volunteer", volunteer);
    model.addAttribute("body", bodies.get(volunteer.bodyId()));
    model.addAttribute("own", access.person().personId() == volunteer.personId());
    return END;
  }

  private static String address(Optional<Body> body, Long before) {
    return UriComponentsBuilder.fromPath("/volunteers")
        .queryParamIfPresent("body", body.map(Body::slug))
        .queryParamIfPresent("before", Optional.ofNullable(before))
        .toUriString();
  }

  /** Why a participation ends. */
  static final class EndForm {

    private String reason;

    public String getReason() {
      return reason;
    }

    public void setReason(String reason) {
      this.reason = reason;
    }
  }
}
