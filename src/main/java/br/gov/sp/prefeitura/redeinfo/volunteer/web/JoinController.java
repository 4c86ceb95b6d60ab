package br.gov.sp.prefeitura.redeinfo.volunteer.web;

import br.gov.sp.prefeitura.redeinfo.identity.CodeGuesses;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.shared.web.AfterAnswer;
import br.gov.sp.prefeitura.redeinfo.shared.web.RefusalTexts;
import br.gov.sp.prefeitura.redeinfo.volunteer.domain.JoinRequests;
import jakarta.annotation.PreDestroy;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * The public page that explains the network and asks for an address. The answer is the same for
 * everybody, and takes the same time: the letter is written after it.
 */
@Controller
@RequestMapping("/join")
class JoinController {

  private static final String PAGE = "volunteer/join";

  private final JoinRequests requests;
  private final CodeGuesses throttle;
  private final RefusalTexts refusals;
  private final AfterAnswer later = new AfterAnswer("join-requests");

  JoinController(JoinRequests requests, CodeGuesses throttle, RefusalTexts refusals) {
    this.requests = requests;
    this.throttle = throttle;
    this.refusals = refusals;
  }

  @GetMapping
  String explain(@ModelAttribute("form") JoinForm form, Model model) {
    model.addAttribute("bodies", requests.bodies());
    return PAGE;
  }

  @PostMapping
  String ask(
      @ModelAttribute("form") JoinForm form,
      BindingResult binding,
      Model model,
      HttpServletResponse response) {
    HttpStatus status = HttpStatus.BAD_REQUEST;
    if (!binding.hasErrors()) {
      try {
        JoinRequests.Request request =
            requests.checked(form.getBodyId(), form.getEmail(), form.getName(), form.isPrivacy());
        // Every request counts: none of them is more right than another.
        throttle.attempt("join", Optional::empty);
        later.run(() -> requests.receive(request));
        model.addAttribute("asked", true);
        return PAGE;
      } catch (Refusal refusal) {
        status = bind(refusal, binding);
      }
    }
    response.setStatus(status.value());
    return explain(form, model);
  }

  private HttpStatus bind(Refusal refusal, BindingResult binding) {
    if (refusal.kind() != Refusal.Kind.TOO_MANY) {
      return refusals.bind(refusal, binding);
    }
    refusals.bind(Refusal.tooMany("volunteer.too-many"), binding);
    return HttpStatus.TOO_MANY_REQUESTS;
  }

  @PreDestroy
  void stop() {
    later.close();
  }
}
