package br.gov.sp.prefeitura.redeinfo.intake.web;

import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson;
import br.gov.sp.prefeitura.redeinfo.intake.domain.ImportDesk;
import br.gov.sp.prefeitura.redeinfo.intake.domain.ListKind;
import br.gov.sp.prefeitura.redeinfo.shared.documents.ListFile;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.shared.web.RefusalTexts;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Lists to take over: send one, see line by line what it would do, confirm or throw away. */
@Controller
@RequestMapping("/imports")
class ImportController {

  private final ImportDesk desk;
  private final PreviewPage previews;
  private final ListTemplates templates;
  private final LineWords words;
  private final CurrentPerson currentPerson;
  private final RefusalTexts refusals;
  private final ListFile limit;

  ImportController(
      ImportDesk desk,
      PreviewPage previews,
      ListTemplates templates,
      LineWords words,
      CurrentPerson currentPerson,
      RefusalTexts refusals,
      ListFile limit) {
    this.desk = desk;
    this.previews = previews;
    this.templates = templates;
    this.words = words;
    this.currentPerson = currentPerson;
    this.refusals = refusals;
    this.limit = limit;
  }

  @GetMapping
  String start(Model model) {
    model.addAttribute("form", new UploadForm());
    return page(model);
  }

  @PostMapping
  String send(
      @ModelAttribute("form") UploadForm form,
      BindingResult binding,
      Model model,
      HttpServletResponse response) {
    int status = 400;
    if (form.getKind() == null && !binding.hasFieldErrors("kind")) {
      refusals.bind(Refusal.invalidField("kind", "intake.kind-missing"), binding);
    }
    if (form.getFile() == null
        || form.getFile().getOriginalFilename() == null
        || form.getFile().getOriginalFilename().isBlank()) {
      refusals.bind(Refusal.invalidField("file", "intake.file-missing"), binding);
    }
    if (!binding.hasErrors()) {
      try {
        return "redirect:/imports/" + keep(form);
      } catch (Refusal refusal) {
        refusals.bind(refusal, binding);
        status = statusOf(refusal);
      }
    }
    response.setStatus(status);
    return page(model);
  }

  private long keep(UploadForm form) {
    MultipartFile file = form.getFile();
    limit.requireSize(file.getSize());
    try {
      return desk.send(
          form.getKind(),
          file.getOriginalFilename(),
          file.getBytes(),
          form.getReplaces(),
          currentPerson.require());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String page(Model model) {
    Map<ListKind, List<ListTemplates.ExplainedColumn>> columns = new LinkedHashMap<>();
    Arrays.stream(ListKind.values()).forEach(kind -> columns.put(kind, templates.explain(kind)));
    model.addAttribute("columns", columns);
    model.addAttribute("maxMegabytes", limit.maxMegabytes());
    model.addAttribute("maxBytes", limit.maxBytes());
    model.addAttribute("uploads", desk.newest(currentPerson.require()));
    return "intake/imports";
  }

  @GetMapping("/{id:[0-9]+}")
  String show(
      @PathVariable long id,
      @RequestParam(required = false) String show,
      @RequestParam(defaultValue = "0") int after,
      Model model) {
    return previews.show(desk.preview(id, currentPerson.require()), show, after, model);
  }

  @PostMapping("/{id:[0-9]+}/apply")
  String apply(
      @PathVariable long id,
      @RequestParam(defaultValue = "") String fingerprint,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    String why;
    try {
      if (desk.apply(id, fingerprint, currentPerson.require())) {
        redirect.addFlashAttribute("done", words.text("intake.done"));
        return "redirect:/imports/" + id;
      }
      why = words.text("intake.changed-meanwhile");
    } catch (Refusal refusal) {
      if (refusal.kind() != Refusal.Kind.CONFLICT && refusal.kind() != Refusal.Kind.INVALID) {
        throw refusal;
      }
      why = String.join(" ", refusals.texts(refusal));
    }
    response.setStatus(409);
    model.addAttribute("why", why);
    return previews.show(desk.preview(id, currentPerson.require()), null, 0, model);
  }

  @PostMapping("/{id:[0-9]+}/discard")
  String discard(@PathVariable long id, RedirectAttributes redirect) {
    desk.discard(id, currentPerson.require());
    redirect.addFlashAttribute("done", words.text("intake.discarded"));
    return "redirect:/imports";
  }

  private static int statusOf(Refusal refusal) {
    return switch (refusal.kind()) {
      case TOO_LARGE -> 413;
      case UNSUPPORTED -> 415;
      case CONFLICT -> 409;
      case INVALID -> 400;
      case FORBIDDEN, NOT_FOUND, TOO_MANY -> throw refusal;
    };
  }
}
