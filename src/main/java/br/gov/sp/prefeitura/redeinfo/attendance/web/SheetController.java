package br.gov.sp.prefeitura.redeinfo.attendance.web;

import br.gov.sp.prefeitura.redeinfo.attendance.AttendanceStatus;
import br.gov.sp.prefeitura.redeinfo.attendance.domain.AttendanceDesk;
import br.gov.sp.prefeitura.redeinfo.attendance.domain.AttendanceDesk.Sheet;
import br.gov.sp.prefeitura.redeinfo.attendance.domain.Mark;
import br.gov.sp.prefeitura.redeinfo.attendance.domain.MarkResult;
import br.gov.sp.prefeitura.redeinfo.attendance.domain.SheetPages;
import br.gov.sp.prefeitura.redeinfo.attendance.domain.SheetPages.Line;
import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The sheet on one screen: who is expected, a page at a time, and marking them by plain forms.
 * {@link MarkController} answers the page's script, which marks without leaving the page.
 */
@Controller
@RequestMapping("/attendance/{event:[0-9]+}")
class SheetController {

  static final int PAGE_SIZE = 100;

  private final AttendanceDesk desk;
  private final SheetPages pages;
  private final CurrentPerson currentPerson;
  private final MessageSource messages;
  private final Clock clock;

  SheetController(
      AttendanceDesk desk,
      SheetPages pages,
      CurrentPerson currentPerson,
      MessageSource messages,
      Clock clock) {
    this.desk = desk;
    this.pages = pages;
    this.currentPerson = currentPerson;
    this.messages = messages;
    this.clock = clock;
  }

  @GetMapping
  String show(@PathVariable long event, SheetView view, Model model) {
    Sheet sheet = desk.open(event, currentPerson.require());
    List<Line> found = pages.find(event, view.search(), PAGE_SIZE + 1);
    List<Line> page = found.subList(0, Math.min(PAGE_SIZE, found.size()));
    model.addAttribute("sheet", sheet);
    model.addAttribute("event", sheet.event());
    model.addAttribute("view", view);
    model.addAttribute("lines", page);
    model.addAttribute("asOf", clock.instant());
    model.addAttribute("first", view.after() == null ? null : view.address(event, null));
    model.addAttribute(
        "next",
        found.size() > PAGE_SIZE ? view.address(event, page.get(PAGE_SIZE - 1).personId()) : null);
    return "attendance/sheet";
  }

  /** Marks one person, without a script. */
  @PostMapping("/entries")
  String mark(
      @PathVariable long event,
      SheetView view,
      @RequestParam(defaultValue = "0") long person,
      @RequestParam(required = false) AttendanceStatus status,
      @RequestParam(required = false) String reason,
      @RequestParam(required = false) Integer seen,
      RedirectAttributes redirect) {
    MarkResult result =
        desk.mark(
                event,
                List.of(new Mark(person, status, reason, clock.instant(), seen)),
                currentPerson.require())
            .get(0);
    if (result.outcome() == MarkResult.Outcome.NOT_ON_SHEET) {
      throw Refusal.notFound("attendance.not-on-sheet");
    }
    if (result.outcome() == MarkResult.Outcome.REPLACED) {
      redirect.addFlashAttribute("warned", text("attendance.replaced"));
    }
    return "redirect:" + view.address(event, view.after()) + "#person-" + person;
  }

  /** Marks everybody of whom nothing is recorded. */
  @PostMapping("/rest")
  String markRest(
      @PathVariable long event,
      @RequestParam(required = false) AttendanceStatus status,
      RedirectAttributes redirect) {
    int marked = desk.markRest(event, status, currentPerson.require());
    redirect.addFlashAttribute("done", text("attendance.rest.done." + status, marked));
    return "redirect:/attendance/" + event;
  }

  @GetMapping("/completion")
  String askCompletion(@PathVariable long event, Model model) {
    Sheet sheet = desk.open(event, currentPerson.require());
    if (!sheet.mayKeep()) {
      throw Refusal.forbidden("attendance.keepers-only");
    }
    if (!sheet.event().isOpen()) {
      return "redirect:/attendance/" + event;
    }
    model.addAttribute("sheet", sheet);
    model.addAttribute("event", sheet.event());
    return "attendance/completion";
  }

  @PostMapping("/completion")
  String complete(
      @PathVariable long event,
      @RequestParam(defaultValue = "-1") int unmarked,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    if (!desk.complete(event, unmarked, currentPerson.require())) {
      response.setStatus(HttpServletResponse.SC_CONFLICT);
      model.addAttribute("changed", true);
      return askCompletion(event, model);
    }
    redirect.addFlashAttribute("done", text("attendance.completion.done"));
    return "redirect:/attendance/" + event;
  }

  private String text(String key, Object... args) {
    return messages.getMessage(key, args, LocaleContextHolder.getLocale());
  }
}
