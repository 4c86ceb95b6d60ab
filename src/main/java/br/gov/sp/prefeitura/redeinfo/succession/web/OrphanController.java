package br.gov.sp.prefeitura.redeinfo.succession.web;

import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson;
import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson.SignedIn;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.succession.domain.OrphanCheck;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What has no owner; the coordination takes it in hand, auditors read. */
@Controller
@RequestMapping("/successions/orphans")
class OrphanController {

  private final OrphanCheck check;
  private final CurrentPerson currentPerson;
  private final MessageSource messages;

  OrphanController(OrphanCheck check, CurrentPerson currentPerson, MessageSource messages) {
    this.check = check;
    this.currentPerson = currentPerson;
    this.messages = messages;
  }

  @GetMapping
  String orphans(Model model) {
    SignedIn person = currentPerson.require();
    if (!person.isCoordination() && !person.isAuditor()) {
      throw Refusal.forbidden("succession.coordination-only");
    }
    model.addAttribute("orphans", check.find());
    model.addAttribute("access", check.access());
    model.addAttribute("acts", person.isCoordination());
    return "succession/orphans";
  }

  @PostMapping("/task")
  String offer(@RequestParam String task, RedirectAttributes redirect) {
    check.offer(task, currentPerson.require());
    return done("succession.orphans.offered", redirect);
  }

  @PostMapping("/access")
  String endAccess(@RequestParam long person, RedirectAttributes redirect) {
    check.endAccess(person, currentPerson.require());
    return done("succession.orphans.access-ended", redirect);
  }

  private String done(String key, RedirectAttributes redirect) {
    redirect.addFlashAttribute(
        "done", messages.getMessage(key, null, LocaleContextHolder.getLocale()));
    return "redirect:/successions/orphans";
  }
}
