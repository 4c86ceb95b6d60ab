package br.gov.sp.prefeitura.redeinfo.attendance.web;

import br.gov.sp.prefeitura.redeinfo.attendance.domain.AttendanceDesk;
import br.gov.sp.prefeitura.redeinfo.attendance.domain.AttendanceDesk.Sheet;
import br.gov.sp.prefeitura.redeinfo.attendance.domain.PlannedEntry;
import br.gov.sp.prefeitura.redeinfo.attendance.domain.SheetImport;
import br.gov.sp.prefeitura.redeinfo.attendance.domain.SheetImport.Plan;
import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson;
import br.gov.sp.prefeitura.redeinfo.shared.documents.ListFile;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.shared.web.RefusalTexts;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A list from a file: send it, see line by line what it would do, confirm or throw away. */
@Controller
@RequestMapping("/attendance/{event:[0-9]+}/import")
class SheetImportController {

  private static final int PAGE_SIZE = 100;

  private final AttendanceDesk desk;
  private final SheetImport lists;
  private final CurrentPerson currentPerson;
  private final RefusalTexts refusals;
  private final MessageSource messages;
  private final ListFile limit;

  SheetImportController(
      AttendanceDesk desk,
      SheetImport lists,
      CurrentPerson currentPerson,
      RefusalTexts refusals,
      MessageSource messages,
      ListFile limit) {
    this.desk = desk;
    this.lists = lists;
    this.currentPerson = currentPerson;
    this.refusals = refusals;
    this.messages = messages;
    this.limit = limit;
  }

  /**
   * @param problems whether the lines that keep it from being taken over are shown alone
   * @param after the line behind which the page begins
   */
  @GetMapping
  String show(
      @PathVariable long event,
      @RequestParam(defaultValue = "false") boolean problems,
      @RequestParam(defaultValue = "0") int after,
      Model model) {
    Plan plan = lists.preview(event, currentPerson.require()).orElse(null);
    Sheet sheet = desk.open(event, currentPerson.require());
    model.addAttribute("event", sheet.event());
    model.addAttribute("maxMegabytes", limit.maxMegabytes());
    model.addAttribute("maxBytes", limit.maxBytes());
    model.addAttribute("plan", plan);
    model.addAttribute("problems", problems);
    if (plan != null) {
      addLines(event, plan, problems, after, model);
    }
    return "attendance/import";
  }

  private static void addLines(long event, Plan plan, boolean problems, int after, Model model) {
    List<PlannedEntry> found =
        plan.entries().stream()
            .filter(entry -> !problems || entry.verdict().isProblem())
            .filter(entry -> entry.line() > after)
            .limit(PAGE_SIZE + 1L)
            .toList();
    List<PlannedEntry> page = found.subList(0, Math.min(PAGE_SIZE, found.size()));
    String base = "/attendance/" + event + "/import?problems=" + problems;
    model.addAttribute("lines", page);
    model.addAttribute("first", after > 0 ? base : null);
    model.addAttribute(
        "next",
        found.size() > PAGE_SIZE ? base + "&after=" + page.get(PAGE_SIZE - 1).line() : null);
  }

  @PostMapping
  String send(
      @PathVariable long event,
      @RequestParam(required = false) MultipartFile file,
      Model model,
      HttpServletResponse response) {
    try {
      keep(event, file);
      return "redirect:/attendance/" + event + "/import";
    } catch (Refusal refusal) {
      int status =
          switch (refusal.kind()) {
            case TOO_LARGE -> HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE;
            case UNSUPPORTED -> HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE;
            case INVALID -> HttpServletResponse.SC_BAD_REQUEST;
            default -> throw refusal;
          };
      response.setStatus(status);
      model.addAttribute("wrong", String.join(" ", refusals.texts(refusal)));
      return show(event, false, 0, model);
    }
  }

  private void keep(long event, MultipartFile file) {
    boolean none =
        file == null || file.getOriginalFilename() == null || file.getOriginalFilename().isBlank();
    try {
      if (none) {
        // Who may not is told that first.
        lists.preview(event, currentPerson.require());
        throw Refusal.invalidField("file", "attendance.list.file-missing");
      }
      limit.requireSize(file.getSize());
      lists.send(event, file.getOriginalFilename(), file.getBytes(), currentPerson.require());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @PostMapping("/apply")
  String apply(
      @PathVariable long event,
      @RequestParam(defaultValue = "") String fingerprint,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    String why;
    try {
      if (lists.apply(event, fingerprint, currentPerson.require())) {
        redirect.addFlashAttribute("done", text("attendance.list.done"));
        return "redirect:/attendance/" + event;
      }
      why = text("attendance.list.changed-meanwhile");
    } catch (Refusal refusal) {
      if (refusal.kind() != Refusal.Kind.CONFLICT && refusal.kind() != Refusal.Kind.INVALID) {
        throw refusal;
      }
      why = String.join(" ", refusals.texts(refusal));
    }
    response.setStatus(HttpServletResponse.SC_CONFLICT);
    model.addAttribute("why", why);
    return show(event, false, 0, model);
  }

  @PostMapping("/discard")
  String discard(@PathVariable long event, RedirectAttributes redirect) {
    lists.discard(event, currentPerson.require());
    redirect.addFlashAttribute("done", text("attendance.list.discarded"));
    return "redirect:/attendance/" + event + "/import";
  }

  private String text(String key) {
    return messages.getMessage(key, null, LocaleContextHolder.getLocale());
  }
}
