package br.gov.sp.prefeitura.redeinfo.nomination.web;

import br.gov.sp.prefeitura.redeinfo.nomination.domain.NominationCommands;
import br.gov.sp.prefeitura.redeinfo.nomination.domain.NominationDetails;
import br.gov.sp.prefeitura.redeinfo.nomination.domain.NominationProcess.Waiting;
import br.gov.sp.prefeitura.redeinfo.nomination.domain.NominationQueries;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.shared.web.RefusalTexts;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One nomination: its seats, where it stands, who decided what, and what can be done about it. */
@Controller
class NominationController {

  private final NominationQueries nominations;
  private final NominationCommands commands;
  private final NominationAccess access;
  private final AssigneeNames names;
  private final RefusalTexts refusals;
  private final NominationWords words;

  NominationController(
      NominationQueries nominations,
      NominationCommands commands,
      NominationAccess access,
      AssigneeNames names,
      RefusalTexts refusals,
      NominationWords words) {
    this.nominations = nominations;
    this.commands = commands;
    this.access = access;
    this.names = names;
    this.refusals = refusals;
    this.words = words;
  }

  @GetMapping("/nominations/{id}")
  String nomination(@PathVariable long id, Model model) {
    NominationDetails details = readable(id, model);
    boolean open = details.nomination().state().isOpen();
    List<Waiting> waiting = open ? nominations.waiting(id) : List.of();
    model.addAttribute("waiting", waiting);
    model.addAttribute("names", names.of(waiting));
    model.addAttribute("seesDetails", access.seesDetails(details.body()));
    model.addAttribute("coordinates", access.isCoordination());
    model.addAttribute("mayWithdraw", access.mayWithdraw(details));
    model.addAttribute("mayCorrect", access.mayCorrect(details));
    model.addAttribute(
        "failure", open && access.isCoordination() ? nominations.failure(id).orElse(null) : null);
    return "nomination/nomination";
  }

  @GetMapping("/nominations/{id}/withdraw")
  String askToWithdraw(@PathVariable long id, Model model) {
    NominationDetails details = readable(id, model);
    require(access.mayWithdraw(details), details);
    model.addAttribute("form", new ReasonForm());
    return reasonPage("withdraw", model);
  }

  @PostMapping("/nominations/{id}/withdraw")
  String withdraw(
      @PathVariable long id,
      @ModelAttribute("form") ReasonForm form,
      BindingResult binding,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    readable(id, model);
    return carryOut(
        "withdraw",
        (nomination, reason) -> commands.withdraw(nomination, access.person(), reason),
        new Submission(id, form, binding, model, response, redirect));
  }

  @GetMapping("/nominations/{id}/correct")
  String askToCorrect(@PathVariable long id, Model model) {
    NominationDetails details = readable(id, model);
    require(access.mayCorrect(details), details);
    model.addAttribute("form", new ReasonForm());
    return reasonPage("correct", model);
  }

  @PostMapping("/nominations/{id}/correct")
  String correct(
      @PathVariable long id,
      @ModelAttribute("form") ReasonForm form,
      BindingResult binding,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    readable(id, model);
    return carryOut(
        "correct",
        (nomination, reason) -> commands.requestCorrection(nomination, access.person(), reason),
        new Submission(id, form, binding, model, response, redirect));
  }

  @PostMapping("/nominations/{id}/reminders")
  String remind(@PathVariable long id, RedirectAttributes redirect) {
    int reminded = commands.remind(List.of(id), access.person());
    if (reminded > 0) {
      redirect.addFlashAttribute("done", words.text("round.reminded", reminded));
    } else {
      redirect.addFlashAttribute("warned", words.text("round.remind.nobody"));
    }
    return "redirect:/nominations/" + id;
  }

  @PostMapping("/nominations/{id}/retry")
  String retry(@PathVariable long id, RedirectAttributes redirect) {
    commands.retry(id, access.person());
    redirect.addFlashAttribute("done", words.text("nomination-page.retried"));
    return "redirect:/nominations/" + id;
  }

  private NominationDetails readable(long id, Model model) {
    NominationDetails details = nominations.details(id);
    access.requireRead(details);
    model.addAttribute("details", details);
    model.addAttribute("nomination", details.nomination());
    model.addAttribute("body", details.body());
    return details;
  }

  /** Too late, or never theirs: said differently. */
  private void require(boolean allowed, NominationDetails details) {
    if (!allowed) {
      throw details.nomination().state().isOpen()
          ? Refusal.forbidden("nomination.office-only")
          : Refusal.conflict("nomination.moved-on");
    }
  }

  private String carryOut(String action, BiConsumer<Long, String> command, Submission sent) {
    try {
      command.accept(sent.id(), sent.form().getReason());
      sent.redirect().addFlashAttribute("done", words.text("nomination-page." + action + ".done"));
      return "redirect:/nominations/" + sent.id();
    } catch (Refusal refusal) {
      if (refusal.kind() != Refusal.Kind.INVALID) {
        throw refusal;
      }
      refusals.bind(refusal, sent.binding());
      sent.response().setStatus(HttpStatus.BAD_REQUEST.value());
      return reasonPage(action, sent.model());
    }
  }

  private static String reasonPage(String action, Model model) {
    model.addAllAttributes(Map.of("action", action));
    return "nomination/reason";
  }

  private record Submission(
      long id,
      ReasonForm form,
      BindingResult binding,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {}

  /** Why something is done. */
  static class ReasonForm {

    private String reason;

    public String getReason() {
      return reason;
    }

    public void setReason(String reason) {
      this.reason = reason;
    }
  }
}
