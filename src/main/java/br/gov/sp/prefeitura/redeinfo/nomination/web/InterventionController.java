package br.gov.sp.prefeitura.redeinfo.nomination.web;

import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson.SignedIn;
import br.gov.sp.prefeitura.redeinfo.nomination.domain.NominationCommands;
import br.gov.sp.prefeitura.redeinfo.nomination.domain.NominationDetails;
import br.gov.sp.prefeitura.redeinfo.nomination.domain.NominationQueries;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.shared.web.RefusalTexts;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.function.BiPredicate;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What an office or the coordination does to a running nomination from outside, with a reason. */
@Controller
class InterventionController {

  private static final String ADDRESS = "/nominations/{id}/{intervention:withdraw|correct}";

  private final NominationQueries nominations;
  private final NominationCommands commands;
  private final NominationAccess access;
  private final RefusalTexts refusals;
  private final NominationWords words;

  InterventionController(
      NominationQueries nominations,
      NominationCommands commands,
      NominationAccess access,
      RefusalTexts refusals,
      NominationWords words) {
    this.nominations = nominations;
    this.commands = commands;
    this.access = access;
    this.refusals = refusals;
    this.words = words;
  }

  @GetMapping(ADDRESS)
  String ask(@PathVariable long id, @PathVariable String intervention, Model model) {
    NominationDetails details = nominations.details(id);
    access.requireRead(details);
    Intervention asked = Intervention.of(intervention);
    if (!asked.allowed.test(access, details)) {
      // Too late, or never theirs: said differently.
      throw details.nomination().state().isOpen()
          ? Refusal.forbidden("nomination.office-only")
          : Refusal.conflict("nomination.moved-on");
    }
    model.addAttribute("form", new ReasonForm());
    return page(details, asked, model);
  }

  /** The command itself checks who may and whether it is too late. */
  @PostMapping(ADDRESS)
  String carryOut(
      @PathVariable long id,
      @PathVariable String intervention,
      @ModelAttribute("form") ReasonForm form,
      BindingResult binding,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    NominationDetails details = nominations.details(id);
    access.requireRead(details);
    Intervention asked = Intervention.of(intervention);
    try {
      asked.command.carryOut(commands, id, access.person(), form.getReason());
    } catch (Refusal refusal) {
      if (refusal.kind() != Refusal.Kind.INVALID) {
        throw refusal;
      }
      response.setStatus(refusals.bind(refusal, binding).value());
      return page(details, asked, model);
    }
    redirect.addFlashAttribute("done", words.text("nomination-page." + asked.key() + ".done"));
    return "redirect:/nominations/" + id;
  }

  private static String page(NominationDetails details, Intervention asked, Model model) {
    model.addAttribute("nomination", details.nomination());
    model.addAttribute("body", details.body());
    model.addAttribute("action", asked.key());
    return "nomination/reason";
  }

  private enum Intervention {
    WITHDRAW(NominationAccess::mayWithdraw, NominationCommands::withdraw),
    CORRECT(NominationAccess::mayCorrect, NominationCommands::requestCorrection);

    private final BiPredicate<NominationAccess, NominationDetails> allowed;
    private final Command command;

    Intervention(BiPredicate<NominationAccess, NominationDetails> allowed, Command command) {
      this.allowed = allowed;
      this.command = command;
    }

    static Intervention of(String key) {
      return valueOf(key.toUpperCase(Locale.ROOT));
    }

    /** In addresses and messages. */
    String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private interface Command {
    void carryOut(NominationCommands commands, long nominationId, SignedIn by, String reason);
  }

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
