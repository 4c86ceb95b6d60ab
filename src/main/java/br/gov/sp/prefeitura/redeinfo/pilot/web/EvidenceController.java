package br.gov.sp.prefeitura.redeinfo.pilot.web;

import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson;
import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson.SignedIn;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.EvidenceQueries;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.EvidenceService;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.shared.web.RefusalTexts;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The evidence of a pilot: everything that is there, and two forms to add to it. */
@Controller
@RequestMapping("/pilots/{id:[0-9]+}/evidence")
class EvidenceController {

  private final EvidenceService service;
  private final EvidenceQueries queries;
  private final CurrentPerson currentPerson;
  private final RefusalTexts refusals;
  private final MessageSource messages;

  EvidenceController(
      EvidenceService service,
      EvidenceQueries queries,
      CurrentPerson currentPerson,
      RefusalTexts refusals,
      MessageSource messages) {
    this.service = service;
    this.queries = queries;
    this.currentPerson = currentPerson;
    this.refusals = refusals;
    this.messages = messages;
  }

  @GetMapping
  String page(@PathVariable long id, Model model) {
    return show(id, "fileForm", null, model);
  }

  @PostMapping("/files")
  String addFile(
      @PathVariable long id,
      @ModelAttribute("fileForm") EvidenceForm form,
      BindingResult binding,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    MultipartFile file = form.getFile();
    return add(
        id,
        form,
        binding,
        model,
        response,
        redirect,
        by ->
            service.addFile(
                id, form.typed(), file == null ? null : file.getOriginalFilename(), file, by));
  }

  @PostMapping("/links")
  String addLink(
      @PathVariable long id,
      @ModelAttribute("linkForm") EvidenceForm form,
      BindingResult binding,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    return add(
        id,
        form,
        binding,
        model,
        response,
        redirect,
        by -> service.addLink(id, form.typed(), form.getLink(), by));
  }

  private String add(
      long id,
      EvidenceForm form,
      BindingResult binding,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect,
      Consumer<SignedIn> add) {
    SignedIn by = currentPerson.require();
    int status = HttpServletResponse.SC_BAD_REQUEST;
    if (!binding.hasErrors()) {
      try {
        add.accept(by);
        redirect.addFlashAttribute("done", text("pilot.evidence.added"));
        return "redirect:/pilots/" + id + (form.isFromReport() ? "/report" : "/evidence");
      } catch (Refusal refusal) {
        status = status(refusal);
        refusals.bind(refusal, binding);
      }
    }
    response.setStatus(status);
    return show(id, binding.getObjectName(), binding, model);
  }

  @PostMapping("/{evidence:[0-9]+}/publication")
  String publish(
      @PathVariable long id,
      @PathVariable long evidence,
      @RequestParam(defaultValue = "false") boolean open,
      RedirectAttributes redirect) {
    service.publish(id, evidence, open, currentPerson.require());
    redirect.addFlashAttribute(
        "done", text(open ? "pilot.evidence.opened" : "pilot.evidence.closed-again"));
    return "redirect:/pilots/" + id + "/evidence";
  }

  @GetMapping("/{evidence:[0-9]+}/removal")
  String askToRemove(@PathVariable long id, @PathVariable long evidence, Model model) {
    model.addAttribute("pilotId", id);
    model.addAttribute("item", queries.removable(id, evidence, currentPerson.require()));
    return "pilot/evidence-removal";
  }

  @PostMapping("/{evidence:[0-9]+}/removal")
  String remove(@PathVariable long id, @PathVariable long evidence, RedirectAttributes redirect) {
    service.remove(id, evidence, currentPerson.require());
    redirect.addFlashAttribute("done", text("pilot.evidence.removed"));
    return "redirect:/pilots/" + id + "/evidence";
  }

  /**
   * @param sent the form that was sent, its refusals in {@code binding}
   * @param binding {@code null} if none was
   */
  private String show(long id, String sent, BindingResult binding, Model model) {
    for (String kind : List.of("file", "link")) {
      boolean refused = binding != null && sent.equals(kind + "Form");
      model.addAttribute(kind + "Errors", refused ? texts(binding) : Map.of());
      if (!refused) {
        model.addAttribute(kind + "Form", new EvidenceForm());
      }
    }
    model.addAttribute("shelf", queries.list(id, currentPerson.require()));
    return "pilot/evidence-page";
  }

  /** By field, the empty one for what concerns none; a value that is none counts as not chosen. */
  private Map<String, String> texts(BindingResult binding) {
    Map<String, String> texts = new LinkedHashMap<>();
    for (ObjectError error : binding.getAllErrors()) {
      String field = error instanceof FieldError of ? of.getField() : "";
      texts.merge(field, words(error), (one, other) -> one + " " + other);
    }
    return texts;
  }

  private String words(ObjectError error) {
    boolean unreadable = error instanceof FieldError of && of.isBindingFailure();
    if (!unreadable) {
      return messages.getMessage(error, LocaleContextHolder.getLocale());
    }
    String field = ((FieldError) error).getField();
    return text(field.equals("file") ? "refusal.file.missing" : "refusal.pilot.choose");
  }

  /** What concerns a field is said there; who may not, or what is not there, gets a page. */
  private static int status(Refusal refusal) {
    return switch (refusal.kind()) {
      case INVALID -> HttpServletResponse.SC_BAD_REQUEST;
      case TOO_LARGE -> HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE;
      case UNSUPPORTED -> HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE;
      case CONFLICT -> HttpServletResponse.SC_CONFLICT;
      case FORBIDDEN, NOT_FOUND, TOO_MANY -> throw refusal;
    };
  }

  private String text(String key) {
    return messages.getMessage(key, null, LocaleContextHolder.getLocale());
  }
}
