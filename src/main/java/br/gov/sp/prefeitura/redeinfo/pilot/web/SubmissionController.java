package br.gov.sp.prefeitura.redeinfo.pilot.web;

import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson;
import br.gov.sp.prefeitura.redeinfo.network.Persons;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.PilotAccess;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.PilotAccess.Seen;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.ProposalWords;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.Submissions;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.SubmittedProposal;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.shared.text.TextDifference;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** Proposals as they were submitted, and what changed from one to the next. */
@Controller
@RequestMapping("/pilots/{id:[0-9]+}/submissions/{number:[0-9]+}")
class SubmissionController {

  private final Submissions submissions;
  private final ProposalWords words;
  private final PilotAccess access;
  private final Persons persons;
  private final CurrentPerson currentPerson;

  SubmissionController(
      Submissions submissions,
      ProposalWords words,
      PilotAccess access,
      Persons persons,
      CurrentPerson currentPerson) {
    this.submissions = submissions;
    this.words = words;
    this.access = access;
    this.persons = persons;
    this.currentPerson = currentPerson;
  }

  @GetMapping
  String submission(@PathVariable long id, @PathVariable int number, Model model) {
    SubmittedProposal submission = page(id, number, model);
    model.addAttribute("answers", words.of(submission.proposal()));
    return "pilot/submission";
  }

  @GetMapping("/changes")
  String changes(@PathVariable long id, @PathVariable int number, Model model) {
    page(id, number, model);
    model.addAttribute(
        "changes",
        submissions.changes(id, number).stream()
            .map(
                change ->
                    new ShownChange(
                        change.field(), TextDifference.between(change.before(), change.after())))
            .toList());
    return "pilot/changes";
  }

  private SubmittedProposal page(long id, int number, Model model) {
    Seen seen = access.require(id, currentPerson.require());
    if (!seen.view().seesInside()) {
      throw Refusal.notFound("pilot.not-found");
    }
    SubmittedProposal submission = submissions.get(id, number);
    model.addAttribute("seen", seen);
    model.addAttribute("submission", submission);
    model.addAttribute("submissions", submissions.of(id));
    model.addAttribute("submitter", persons.get(submission.submittedBy()).name());
    return submission;
  }
}
