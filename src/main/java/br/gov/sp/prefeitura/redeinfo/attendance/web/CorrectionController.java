package br.gov.sp.prefeitura.redeinfo.attendance.web;

import br.gov.sp.prefeitura.redeinfo.attendance.AttendanceStatus;
import br.gov.sp.prefeitura.redeinfo.attendance.domain.AttendanceDesk;
import br.gov.sp.prefeitura.redeinfo.attendance.domain.AttendanceDesk.Sheet;
import br.gov.sp.prefeitura.redeinfo.attendance.domain.Corrections;
import br.gov.sp.prefeitura.redeinfo.attendance.domain.SheetPages;
import br.gov.sp.prefeitura.redeinfo.attendance.domain.SheetPages.Correction;
import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.shared.web.RefusalTexts;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
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

/** What was corrected on a complete sheet, and correcting one person's entry. */
@Controller
@RequestMapping("/attendance/{event:[0-9]+}")
class CorrectionController {

  private static final int PAGE_SIZE = 50;
  private static final List<AttendanceStatus> STATUSES =
      List.of(AttendanceStatus.PRESENT, AttendanceStatus.ABSENT, AttendanceStatus.JUSTIFIED);

  private final AttendanceDesk desk;
  private final Corrections corrections;
  private final SheetPages pages;
  private final CurrentPerson currentPerson;
  private final RefusalTexts refusals;
  private final MessageSource messages;

  CorrectionController(
      AttendanceDesk desk,
      Corrections corrections,
      SheetPages pages,
      CurrentPerson currentPerson,
      RefusalTexts refusals,
      MessageSource messages) {
    this.desk = desk;
    this.corrections = corrections;
    this.pages = pages;
    this.currentPerson = currentPerson;
    this.refusals = refusals;
    this.messages = messages;
  }

  @GetMapping("/corrections")
  String list(@PathVariable long event, @RequestParam(required = false) Long before, Model model) {
    Sheet sheet = desk.open(event, currentPerson.require());
    List<Correction> found = pages.findCorrections(event, null, before, PAGE_SIZE + 1);
    List<Correction> page = found.subList(0, Math.min(PAGE_SIZE, found.size()));
    String path = "/attendance/" + event + "/corrections";
    model.addAttribute("event", sheet.event());
    model.addAttribute("corrections", page);
    model.addAttribute("first", before == null ? null : path);
    model.addAttribute(
        "next", found.size() > PAGE_SIZE ? path + "?before=" + page.get(PAGE_SIZE - 1).id() : null);
    return "attendance/corrections";
  }

  @GetMapping("/people/{person:[0-9]+}")
  String ask(@PathVariable long event, @PathVariable long person, Model model) {
    CorrectionForm form = new CorrectionForm();
    model.addAttribute("form", form);
    return page(event, person, form, model);
  }

  @PostMapping("/people/{person:[0-9]+}")
  String correct(
      @PathVariable long event,
      @PathVariable long person,
      @ModelAttribute("form") CorrectionForm form,
      BindingResult binding,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
    if (!binding.hasErrors()) {
      try {
        corrections.correct(
            event,
            person,
            form.getStatus(),
            form.getReason(),
            form.getSeen() == null ? -1 : form.getSeen(),
            currentPerson.require());
        redirect.addFlashAttribute(
            "done",
            messages.getMessage("attendance.correct.done", null, LocaleContextHolder.getLocale()));
        return "redirect:/attendance/" + event + "/people/" + person;
      } catch (Refusal refusal) {
        boolean ofForm =
            refusal.kind() == Refusal.Kind.INVALID || refusal.kind() == Refusal.Kind.CONFLICT;
        if (!ofForm || !desk.open(event, currentPerson.require()).event().isClosed()) {
          throw refusal;
        }
        response.setStatus(refusals.bind(refusal, binding).value());
      }
    }
    return page(event, person, form, model);
  }

  private String page(long event, long person, CorrectionForm form, Model model) {
    Sheet sheet = desk.open(event, currentPerson.require());
    SheetPages.Line line =
        pages
            .findPerson(event, person)
            .orElseThrow(() -> Refusal.notFound("attendance.not-on-sheet"));
    // Whoever sees the page again has seen what it says now.
    form.setSeen(line.version());
    model.addAttribute("sheet", sheet);
    model.addAttribute("event", sheet.event());
    model.addAttribute("line", line);
    model.addAttribute("statuses", STATUSES);
    model.addAttribute("corrections", pages.findCorrections(event, person, null, PAGE_SIZE));
    return "attendance/person";
  }
}
