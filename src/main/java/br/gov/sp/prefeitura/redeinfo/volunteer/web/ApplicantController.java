package br.gov.sp.prefeitura.redeinfo.volunteer.web;

import br.gov.sp.prefeitura.redeinfo.identity.CodeGuesses;
import br.gov.sp.prefeitura.redeinfo.network.Bodies;
import br.gov.sp.prefeitura.redeinfo.network.Bond;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.shared.web.RefusalTexts;
import br.gov.sp.prefeitura.redeinfo.statute.Statutes;
import br.gov.sp.prefeitura.redeinfo.volunteer.Interest;
import br.gov.sp.prefeitura.redeinfo.volunteer.domain.Enlistment;
import br.gov.sp.prefeitura.redeinfo.volunteer.domain.EnlistmentService;
import br.gov.sp.prefeitura.redeinfo.volunteer.domain.JoinRequest;
import br.gov.sp.prefeitura.redeinfo.volunteer.domain.JoinRequests;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * Behind the mailed links: the rest of what is asked of who joins, and the way to withdraw. Opening
 * a page changes nothing: mail programs open links by themselves.
 */
@Controller
@RequestMapping("/join")
class ApplicantController {

  private static final String CONFIRM = "volunteer/confirm";
  private static final String WITHDRAW = "volunteer/withdraw";
  private static final String INVALID = "volunteer/link-invalid";

  private final JoinRequests requests;
  private final EnlistmentService enlistments;
  private final Bodies bodies;
  private final CodeGuesses guesses;
  private final RefusalTexts refusals;

  ApplicantController(
      JoinRequests requests,
      EnlistmentService enlistments,
      Bodies bodies,
      CodeGuesses guesses,
      RefusalTexts refusals) {
    this.requests = requests;
    this.enlistments = enlistments;
    this.bodies = bodies;
    this.guesses = guesses;
    this.refusals = refusals;
  }

  @GetMapping("/{secret}")
  String open(
      @PathVariable String secret,
      @ModelAttribute("form") ApplicantForm form,
      Model model,
      HttpServletResponse response) {
    Optional<JoinRequest> request = find(secret);
    request.map(JoinRequest::name).ifPresent(form::setName);
    return show(request, model, response);
  }

  @PostMapping("/{secret}")
  String confirm(
      @PathVariable String secret,
      @ModelAttribute("form") ApplicantForm form,
      BindingResult binding,
      Model model,
      HttpServletResponse response) {
    Optional<JoinRequest> request = find(secret);
    if (request.isEmpty()) {
      return show(request, model, response);
    }
    HttpStatus status = HttpStatus.BAD_REQUEST;
    if (!binding.hasErrors()) {
      try {
        enlistments.confirm(secret, form.applicant(request.get()), form.isStatute());
        model.addAttribute("sent", true);
        return CONFIRM;
      } catch (Refusal refusal) {
        if (refusal.kind() == Refusal.Kind.NOT_FOUND) {
          return show(Optional.empty(), model, response);
        }
        status = refusals.bind(refusal, binding);
      }
    }
    response.setStatus(status.value());
    return show(request, model, response);
  }

  private Optional<JoinRequest> find(String secret) {
    return guesses.attempt("join-link", () -> requests.open(secret));
  }

  private String show(Optional<JoinRequest> request, Model model, HttpServletResponse response) {
    if (request.isEmpty()) {
      return invalid(response);
    }
    model.addAttribute("request", request.get());
    model.addAttribute("body", bodies.get(request.get().bodyId()));
    model.addAttribute("bonds", Bond.values());
    model.addAttribute("interests", Interest.values());
    Optional<Statutes.VersionInForce> statute = enlistments.statute();
    model.addAttribute("statute", statute.orElse(null));
    return CONFIRM;
  }

  @GetMapping("/withdrawal/{secret}")
  String askWithdrawal(@PathVariable String secret, Model model, HttpServletResponse response) {
    Optional<Enlistment> enlistment = findWithdrawable(secret);
    if (enlistment.isEmpty()) {
      return invalid(response);
    }
    model.addAttribute("body", bodies.get(enlistment.get().bodyId()));
    return WITHDRAW;
  }

  @PostMapping("/withdrawal/{secret}")
  String withdraw(@PathVariable String secret, Model model, HttpServletResponse response) {
    if (findWithdrawable(secret).isEmpty()) {
      return invalid(response);
    }
    enlistments.withdraw(secret);
    model.addAttribute("withdrawn", true);
    return WITHDRAW;
  }

  private Optional<Enlistment> findWithdrawable(String secret) {
    return guesses.attempt("join-link", () -> enlistments.findWithdrawable(secret));
  }

  private static String invalid(HttpServletResponse response) {
    response.setStatus(HttpStatus.NOT_FOUND.value());
    return INVALID;
  }
}
