package br.gov.sp.prefeitura.redeinfo.identity.web;

import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page to sign in. */
@Controller
class SignInPages {

  private static final String PAGE = "identity/login";

  private final CurrentPerson people;

  SignInPages(CurrentPerson people) {
    this.people = people;
  }

  @GetMapping(Routes.SIGN_IN)
  String signIn(
      @RequestParam(name = "signed-out", required = false) String signedOut,
      @RequestParam(name = "password-set", required = false) String passwordSet,
      Model model) {
    if (people.find().isPresent()) {
      return "redirect:/";
    }
    if (signedOut != null) {
      model.addAttribute("said", "identity.signed-out");
    } else if (passwordSet != null) {
      model.addAttribute("said", "identity.password-set");
    }
    return PAGE;
  }

  /** Reached by a forward after a failed sign-in only. */
  @PostMapping(SignInOutcome.REFUSED_PAGE)
  String refused(HttpServletRequest request, Model model) {
    if (request.getDispatcherType() != DispatcherType.FORWARD) {
      throw Refusal.notFound("identity.page-unknown");
    }
    model.addAttribute("typed", request.getParameter("username"));
    if (request.getAttribute(SignInOutcome.DELAY) instanceof Duration delay) {
      boolean minutes = delay.toSeconds() > 90;
      model.addAttribute("refused", minutes ? "identity.wait-minutes" : "identity.wait-seconds");
      model.addAttribute("delay", minutes ? delay.toMinutes() + 1 : delay.toSeconds() + 1);
    } else {
      model.addAttribute("refused", "identity.wrong");
    }
    return PAGE;
  }
}
