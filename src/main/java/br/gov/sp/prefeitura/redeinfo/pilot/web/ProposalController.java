package br.gov.sp.prefeitura.redeinfo.pilot.web;

import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson;
import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson.SignedIn;
import br.gov.sp.prefeitura.redeinfo.pilot.Theme;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.DraftService;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.DraftService.Saved;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.Pilot;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.PilotAccess;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.PilotAccess.Seen;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.Proposal.PersonalData;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.ProposalPeople;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.ProposalService;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.TypedProposal;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The page on which a body writes its proposal. It works without scripts: the form is saved whole,
 * rows come and go by saving; with scripts the same address is asked to save every few seconds.
 */
@Controller
class ProposalController {

  private static final String PROPOSAL = "/pilots/{id:[0-9]+}/proposal";
  private static final Pattern ADD = Pattern.compile("add:(milestones|datasets|partners)");
  private static final Pattern REMOVE =
      Pattern.compile("remove:(milestones|datasets|partners):(\\d{1,2})");

  private final DraftService drafts;
  private final ProposalService proposals;
  private final ProposalPeople people;
  private final ProposalPages pages;
  private final DraftAnswers answers;
  private final ProposalLabels labels;
  private final PilotAccess access;
  private final CurrentPerson currentPerson;

  ProposalController(
      DraftService drafts,
      ProposalService proposals,
      ProposalPeople people,
      ProposalPages pages,
      DraftAnswers answers,
      ProposalLabels labels,
      PilotAccess access,
      CurrentPerson currentPerson) {
    this.drafts = drafts;
    this.proposals = proposals;
    this.people = people;
    this.pages = pages;
    this.answers = answers;
    this.labels = labels;
    this.access = access;
    this.currentPerson = currentPerson;
  }

  /** To write; for who only reads drafts, to read; where nothing is written, what was sent. */
  @GetMapping(PROPOSAL)
  String proposal(@PathVariable long id, @RequestParam(required = false) String more, Model model) {
    SignedIn person = currentPerson.require();
    Seen seen = access.require(id, person);
    Pilot pilot = seen.pilot();
    if (!DraftService.isOpen(pilot) && pilot.submission() > 0 && seen.view().seesInside()) {
      return "redirect:/pilots/" + id + "/submissions/" + pilot.submission();
    }
    ProposalView view = pages.of(pilot, drafts.read(id, person), more);
    boolean writes = DraftService.isOpen(pilot) && PilotAccess.writes(person, seen.body());
    return writes ? form(view, model) : draft(view, model);
  }

  @PostMapping(PROPOSAL)
  String save(
      @PathVariable long id,
      @RequestParam int base,
      @RequestParam Map<String, String> fields,
      @RequestParam(defaultValue = "") String action,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    if (!saved(id, base, fields, action, model, response)) {
      return "pilot/proposal";
    }
    String page = "redirect:/pilots/" + id + "/proposal";
    Matcher add = ADD.matcher(action);
    if (add.matches()) {
      return page + "?more=" + add.group(1) + "#" + add.group(1);
    }
    Matcher remove = REMOVE.matcher(action);
    if (remove.matches()) {
      return page + "#" + remove.group(1);
    }
    redirect.addFlashAttribute("done", labels.text("pilot.proposal.saved"));
    return page;
  }

  /** For the page's script. */
  @PostMapping(path = PROPOSAL, produces = MediaType.APPLICATION_JSON_VALUE)
  @ResponseBody
  DraftAnswer save(
      @PathVariable long id, @RequestParam int base, @RequestParam Map<String, String> fields) {
    SignedIn person = currentPerson.require();
    TypedProposal typed = TypedProposal.of(fields);
    Saved saved = drafts.save(id, base, typed, person);
    return answers.of(access.require(id, person).pilot(), saved, typed);
  }

  /** What was typed is saved first, so that nothing is lost if something is missing. */
  @PostMapping(PROPOSAL + "/submission")
  String send(
      @PathVariable long id,
      @RequestParam int base,
      @RequestParam Map<String, String> fields,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    if (!saved(id, base, fields, "", model, response)) {
      return "pilot/proposal";
    }
    SignedIn person = currentPerson.require();
    try {
      proposals.send(id, person);
    } catch (Refusal refusal) {
      if (refusal.kind() != Refusal.Kind.INVALID) {
        throw refusal;
      }
      response.setStatus(HttpStatus.BAD_REQUEST.value());
      Pilot pilot = access.require(id, person).pilot();
      return form(pages.incomplete(pilot, drafts.read(id, person), refusal), model);
    }
    redirect.addFlashAttribute("done", labels.text("pilot.proposal.sent"));
    return "redirect:/pilots/" + id;
  }

  /**
   * @return false if the page is to be shown again: something is too long, or others wrote there
   */
  private boolean saved(
      long id,
      int base,
      Map<String, String> fields,
      String action,
      Model model,
      HttpServletResponse response) {
    SignedIn person = currentPerson.require();
    TypedProposal typed = TypedProposal.named(fields);
    Matcher remove = REMOVE.matcher(action);
    if (remove.matches()) {
      typed = typed.withoutRow(remove.group(1), Integer.parseInt(remove.group(2)));
    }
    Seen seen = access.require(id, person);
    try {
      Saved saved = drafts.save(id, base, TypedProposal.of(typed.values()), person);
      if (saved.isWhole()) {
        return true;
      }
      response.setStatus(HttpStatus.CONFLICT.value());
      form(pages.clashing(seen.pilot(), saved, typed), model);
    } catch (Refusal refusal) {
      if (refusal.kind() != Refusal.Kind.INVALID) {
        throw refusal;
      }
      response.setStatus(HttpStatus.BAD_REQUEST.value());
      form(pages.refused(seen.pilot(), drafts.read(id, person), base, typed, refusal), model);
    }
    return false;
  }

  private String form(ProposalView view, Model model) {
    long bodyId = view.body().id();
    model.addAttribute("view", view);
    model.addAttribute("themes", Theme.values());
    model.addAttribute("personalData", PersonalData.values());
    model.addAttribute("territories", people.territories());
    model.addAttribute("partners", people.partnersOf(bodyId));
    model.addAttribute("sponsors", people.sponsorsOf(bodyId));
    model.addAttribute("mostRows", TypedProposal.MOST_ROWS);
    return "pilot/proposal";
  }

  private String draft(ProposalView view, Model model) {
    model.addAttribute("view", view);
    model.addAttribute("answers", answers.inWords(view));
    return "pilot/draft";
  }
}
