package br.gov.sp.prefeitura.redeinfo.nomination.web;

import br.gov.sp.prefeitura.redeinfo.nomination.domain.NominationCommands;
import br.gov.sp.prefeitura.redeinfo.nomination.domain.NominationDetails;
import br.gov.sp.prefeitura.redeinfo.nomination.domain.NominationProcess.Waiting;
import br.gov.sp.prefeitura.redeinfo.nomination.domain.NominationQueries;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
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
  private final NominationWords words;

  NominationController(
      NominationQueries nominations,
      NominationCommands commands,
      NominationAccess access,
      AssigneeNames names,
      NominationWords words) {
    this.nominations = nominations;
    this.commands = commands;
    this.access = access;
    this.names = names;
    this.words = words;
  }

  @GetMapping("/nominations/{id}")
  String nomination(@PathVariable long id, Model model) {
    NominationDetails details = nominations.details(id);
    access.requireRead(details);
    model.addAttribute("details", details);
    model.addAttribute("nomination", details.nomination());
    model.addAttribute("body", details.body());
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
}
