package br.gov.sp.prefeitura.redeinfo.pilot.web;

import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson;
import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson.SignedIn;
import br.gov.sp.prefeitura.redeinfo.network.Persons;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.EvidenceQueries;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.Pilot;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.PilotAccess;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.PilotAccess.Seen;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.PilotCommand;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.PilotCommands;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.ProgressReport;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.ReportService;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.ReportedMilestone;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.Reports;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import br.gov.sp.prefeitura.redeinfo.shared.web.RefusalTexts;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The page on which a body writes and sends a progress report, and others of the inside read it.
 */
@Controller
@RequestMapping("/pilots/{id:[0-9]+}/report")
class ReportController {

  private static final String PAGE = "pilot/report";

  private final PilotAccess access;
  private final PilotCommands commands;
  private final ReportService service;
  private final Reports reports;
  private final EvidenceQueries evidence;
  private final Persons persons;
  private final CurrentPerson currentPerson;
  private final RefusalTexts refusals;
  private final MessageSource messages;
  private final Clock clock;

  ReportController(
      PilotAccess access,
      PilotCommands commands,
      ReportService service,
      Reports reports,
      EvidenceQueries evidence,
      Persons persons,
      CurrentPerson currentPerson,
      RefusalTexts refusals,
      MessageSource messages,
      Clock clock) {
    this.access = access;
    this.commands = commands;
    this.service = service;
    this.reports = reports;
    this.evidence = evidence;
    this.persons = persons;
    this.currentPerson = currentPerson;
    this.refusals = refusals;
    this.messages = messages;
    this.clock = clock;
  }

  @InitBinder("form")
  void limitRows(WebDataBinder binder) {
    binder.setAutoGrowCollectionLimit(ReportForm.MOST_ROWS);
  }

  @GetMapping
  String read(@PathVariable long id, Model model) {
    Seen seen = require(id);
    ProgressReport report = show(seen, model);
    if (report != null) {
      model.addAttribute("form", ReportForm.of(report, milestones(model)));
    }
    return PAGE;
  }

  @PostMapping
  String save(
      @PathVariable long id,
      @ModelAttribute("form") ReportForm form,
      BindingResult binding,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    return keep(id, form, binding, model, response, redirect, false);
  }

  /** What was written is saved first, and stays saved if it cannot be sent yet. */
  @PostMapping("/submission")
  String send(
      @PathVariable long id,
      @ModelAttribute("form") ReportForm form,
      BindingResult binding,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    return keep(id, form, binding, model, response, redirect, true);
  }

  private String keep(
      long id,
      ReportForm form,
      BindingResult binding,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect,
      boolean send) {
    SignedIn person = currentPerson.require();
    Seen seen = access.require(id, person);
    commands.require(PilotCommand.REPORT, seen, person);
    HttpStatus status = HttpStatus.BAD_REQUEST;
    if (!binding.hasErrors()) {
      try {
        service.save(id, form.typed(), person);
        if (send) {
          service.send(id, person);
        }
        redirect.addFlashAttribute(
            "done", text(send ? "pilot.command.report.done" : "pilot.report.save.done"));
        return "redirect:/pilots/" + id + (send ? "" : "/report");
      } catch (Refusal refusal) {
        status = refusals.bind(refusal, binding);
      }
    }
    response.setStatus(status.value());
    showBeside(seen, form, model, status == HttpStatus.CONFLICT);
    return PAGE;
  }

  /** What was typed stays; what is saved now stands beside it, where somebody else saved. */
  private void showBeside(Seen seen, ReportForm form, Model model, boolean conflict) {
    ProgressReport now = show(seen, model);
    List<ReportedMilestone> milestones = milestones(model);
    ReportForm saved = ReportForm.of(now, milestones);
    while (form.getRows().size() < milestones.size()) {
      form.getRows().add(saved.getRows().get(form.getRows().size()));
    }
    if (conflict) {
      model.addAttribute("saved", saved.differences(form));
    }
    form.setVersion(now.version());
  }

  @PostMapping("/wanted")
  String begin(@PathVariable long id, RedirectAttributes redirect) {
    SignedIn person = currentPerson.require();
    access.require(id, person);
    service.askEarly(id, person);
    redirect.addFlashAttribute("done", text("pilot.command.report-early.done"));
    return "redirect:/pilots/" + id + "/report";
  }

  /** Reports that were not accepted yet are the body's and the coordination's. */
  private Seen require(long id) {
    Seen seen = access.require(id, currentPerson.require());
    if (!seen.view().seesDrafts()) {
      throw Refusal.forbidden("pilot.not-yours");
    }
    return seen;
  }

  /**
   * @return the report that is open, or {@code null}
   */
  private ProgressReport show(Seen seen, Model model) {
    Pilot pilot = seen.pilot();
    SignedIn person = currentPerson.require();
    Set<PilotCommand> allowed = commands.allowedFor(seen, person);
    ProgressReport report = reports.open(pilot.id()).orElse(null);
    model.addAttribute("pilot", pilot);
    model.addAttribute("report", report);
    model.addAttribute("writes", allowed.contains(PilotCommand.REPORT));
    model.addAttribute("early", allowed.contains(PilotCommand.REPORT_EARLY));
    model.addAttribute("risks", Pilot.Risk.values());
    model.addAttribute("today", SaoPaulo.today(clock));
    if (report != null) {
      model.addAttribute("milestones", reports.milestonesOf(report.id()));
      model.addAttribute("shelf", evidence.listOfReport(pilot.id(), report.id(), person));
      model.addAttribute(
          "people",
          persons.byId(
              Stream.of(report.savedBy(), report.submittedBy(), report.reviewedBy())
                  .filter(Objects::nonNull)
                  .distinct()
                  .toList()));
    }
    return report;
  }

  @SuppressWarnings("unchecked")
  private static List<ReportedMilestone> milestones(Model model) {
    return (List<ReportedMilestone>) model.getAttribute("milestones");
  }

  private String text(String key) {
    return messages.getMessage(key, null, LocaleContextHolder.getLocale());
  }
}
