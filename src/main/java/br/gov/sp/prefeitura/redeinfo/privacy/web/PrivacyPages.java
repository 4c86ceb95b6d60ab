package br.gov.sp.prefeitura.redeinfo.privacy.web;

import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson;
import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson.SignedIn;
import br.gov.sp.prefeitura.redeinfo.privacy.domain.Kinds;
import br.gov.sp.prefeitura.redeinfo.privacy.domain.Kinds.Kind;
import br.gov.sp.prefeitura.redeinfo.privacy.domain.PrivacyRuns;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import java.util.List;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How long personal data lives, what has lapsed, and the runs that make it anonymous. */
@Controller
class PrivacyPages {

  private final Kinds kinds;
  private final PrivacyRuns runs;
  private final KindWords words;
  private final CurrentPerson people;
  private final MessageSource messages;

  PrivacyPages(
      Kinds kinds,
      PrivacyRuns runs,
      KindWords words,
      CurrentPerson people,
      MessageSource messages) {
    this.kinds = kinds;
    this.runs = runs;
    this.words = words;
    this.people = people;
    this.messages = messages;
  }

  @GetMapping("/privacy")
  String show(Model model) {
    model.addAttribute("kinds", words.of(kinds.dryRun()));
    model.addAttribute("runs", runs.latest());
    model.addAttribute("mayRun", mayRun(people.require()));
    return "privacy/kinds";
  }

  /** What a run would do, to be confirmed. */
  @GetMapping("/privacy/run")
  String confirm(Model model) {
    requireRunner();
    List<Kind> found = kinds.dryRun().stream().filter(kind -> kind.lapsed() > 0).toList();
    model.addAttribute("kinds", words.of(found));
    model.addAttribute("total", found.stream().mapToLong(Kind::lapsed).sum());
    return "privacy/run";
  }

  @PostMapping("/privacy/run")
  String run(@RequestParam(required = false) String confirmed, RedirectAttributes flash) {
    SignedIn person = requireRunner();
    if (!"true".equals(confirmed)) {
      throw Refusal.invalid("privacy.not-confirmed");
    }
    runs.start(person.personId());
    flash.addFlashAttribute(
        "done", messages.getMessage("privacy.run.wanted", null, LocaleContextHolder.getLocale()));
    return "redirect:/privacy";
  }

  private SignedIn requireRunner() {
    SignedIn person = people.require();
    if (!mayRun(person)) {
      throw Refusal.forbidden("privacy.not-yours-to-run");
    }
    return person;
  }

  private static boolean mayRun(SignedIn person) {
    return person.isCoordination() || person.isAdministrator();
  }
}
