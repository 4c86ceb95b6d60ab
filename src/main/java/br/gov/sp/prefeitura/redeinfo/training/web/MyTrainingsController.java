package br.gov.sp.prefeitura.redeinfo.training.web;

import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.shared.web.RefusalTexts;
import br.gov.sp.prefeitura.redeinfo.training.domain.Attempts;
import br.gov.sp.prefeitura.redeinfo.training.domain.EnrollmentFacts;
import br.gov.sp.prefeitura.redeinfo.training.domain.EnrollmentFacts.Details;
import br.gov.sp.prefeitura.redeinfo.training.domain.EnrollmentService;
import br.gov.sp.prefeitura.redeinfo.training.domain.MyTrainings;
import br.gov.sp.prefeitura.redeinfo.training.domain.MyTrainings.Mine;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A person's own enrolments, and how one gives a seat up. */
@Controller
class MyTrainingsController {

  private static final int PAST_PER_PAGE = 20;

  /** More than anybody takes part in at a time. */
  private static final int OPEN_AT_MOST = 100;

  private final MyTrainings trainings;
  private final EnrollmentFacts facts;
  private final EnrollmentService enrollments;
  private final Attempts attempts;
  private final CurrentPerson currentPerson;
  private final RefusalTexts refusals;
  private final EnrollmentWords words;

  MyTrainingsController(
      MyTrainings trainings,
      EnrollmentFacts facts,
      EnrollmentService enrollments,
      Attempts attempts,
      CurrentPerson currentPerson,
      RefusalTexts refusals,
      EnrollmentWords words) {
    this.trainings = trainings;
    this.facts = facts;
    this.enrollments = enrollments;
    this.attempts = attempts;
    this.currentPerson = currentPerson;
    this.refusals = refusals;
    this.words = words;
  }

  @GetMapping("/trainings/mine")
  String mine(@RequestParam(required = false) Long before, Model model) {
    long personId = currentPerson.require().personId();
    List<Mine> found = trainings.past(personId, before, PAST_PER_PAGE + 1);
    List<Mine> past = found.subList(0, Math.min(PAST_PER_PAGE, found.size()));
    model.addAttribute("open", before == null ? trainings.open(personId, OPEN_AT_MOST) : List.of());
    model.addAttribute("past", past);
    model.addAttribute("first", before == null ? null : "/trainings/mine");
    model.addAttribute(
        "next",
        found.size() > PAST_PER_PAGE
            ? "/trainings/mine?before=" + past.get(PAST_PER_PAGE - 1).enrollment().id()
            : null);
    return "training/mine";
  }

  @GetMapping("/trainings/enrollments/{id:[0-9]+}/withdrawal")
  String ask(@PathVariable long id, Model model) {
    Details details = own(id);
    if (!details.enrollment().state().isOpen()) {
      throw Refusal.conflict("training.enrollment-over");
    }
    model.addAttribute("form", new WithdrawalForm());
    return page(details, model);
  }

  @PostMapping("/trainings/enrollments/{id:[0-9]+}/withdrawal")
  String withdraw(
      @PathVariable long id,
      @ModelAttribute("form") WithdrawalForm form,
      BindingResult binding,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    Details details = own(id);
    try {
      attempts.of(
          () -> enrollments.withdraw(id, details.enrollment().personId(), form.getReason()));
    } catch (Refusal refusal) {
      if (refusal.kind() != Refusal.Kind.INVALID) {
        throw refusal;
      }
      response.setStatus(refusals.bind(refusal, binding).value());
      return page(details, model);
    }
    redirect.addFlashAttribute("done", words.text("withdrawal.done", details.edition().title()));
    return "redirect:/trainings/mine";
  }

  private static String page(Details details, Model model) {
    model.addAttribute("details", details);
    model.addAttribute("edition", details.edition());
    return "training/withdrawal";
  }

  private Details own(long id) {
    Details details = facts.details(id);
    if (details.enrollment().personId() != currentPerson.require().personId()) {
      throw Refusal.notFound("training.enrollment-not-found");
    }
    return details;
  }

  /** Why one withdraws, if one says so. */
  static class WithdrawalForm {

    private String reason;

    public String getReason() {
      return reason;
    }

    public void setReason(String reason) {
      this.reason = reason;
    }
  }
}
