package br.gov.sp.prefeitura.redeinfo.statute.web;

import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson;
import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson.SignedIn;
import br.gov.sp.prefeitura.redeinfo.network.Persons;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.shared.web.RefusalTexts;
import br.gov.sp.prefeitura.redeinfo.statute.domain.Draft;
import br.gov.sp.prefeitura.redeinfo.statute.domain.StatuteDesk;
import br.gov.sp.prefeitura.redeinfo.statute.domain.StatuteQueries;
import br.gov.sp.prefeitura.redeinfo.statute.domain.StatuteText;
import br.gov.sp.prefeitura.redeinfo.statute.domain.StatuteText.Section;
import br.gov.sp.prefeitura.redeinfo.statute.domain.StatuteVersion;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The coordination writes the next version, looks at it as its readers will, and publishes it. */
@Controller
@RequestMapping("/statute/draft")
class DraftController {

  private final StatuteDesk desk;
  private final StatuteQueries statute;
  private final StatuteWords words;
  private final Persons persons;
  private final RefusalTexts refusals;
  private final CurrentPerson currentPerson;

  DraftController(
      StatuteDesk desk,
      StatuteQueries statute,
      StatuteWords words,
      Persons persons,
      RefusalTexts refusals,
      CurrentPerson currentPerson) {
    this.desk = desk;
    this.statute = statute;
    this.words = words;
    this.persons = persons;
    this.refusals = refusals;
    this.currentPerson = currentPerson;
  }

  @GetMapping
  String draft(Model model) {
    requireCoordination();
    Draft draft = desk.draft();
    model.addAttribute("form", DraftForm.of(draft));
    return page(draft, model);
  }

  @PostMapping
  String save(
      @ModelAttribute("form") DraftForm form,
      BindingResult binding,
      @RequestParam(defaultValue = "save") String then,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    SignedIn person = requireCoordination();
    HttpStatus status = HttpStatus.BAD_REQUEST;
    if (!binding.hasErrors()) {
      try {
        desk.save(read(form.getRevision()), form.text(), person);
        if (then.equals("preview")) {
          return "redirect:/statute/draft/preview";
        }
        redirect.addFlashAttribute("done", words.text("statute.draft.saved"));
        return "redirect:/statute/draft";
      } catch (Refusal refusal) {
        status = refusals.bind(refusal, binding);
      }
    }
    response.setStatus(status.value());
    Draft saved = desk.draft();
    if (status == HttpStatus.CONFLICT) {
      showTheirs(form, saved, model);
    }
    return page(saved, model);
  }

  /**
   * What the writer typed stays; beside it stands what the other one saved, where it differs.
   * Saving again replaces it knowingly.
   */
  private void showTheirs(DraftForm form, Draft saved, Model model) {
    StatuteText typed = form.text();
    Map<String, String> theirs = new HashMap<>();
    for (Section section : Section.values()) {
      String other = section.of(saved.text());
      String mine =
          section.of(typed) == null ? "" : section.of(typed).strip().replace("\r\n", "\n");
      if (!other.equals(mine)) {
        theirs.put(section.field(), other);
      }
    }
    form.setRevision(saved.revision());
    model.addAttribute("theirs", theirs);
  }

  @GetMapping("/preview")
  String preview(Model model) {
    requireCoordination();
    Draft draft = desk.draft();
    model.addAttribute("draft", draft);
    model.addAttribute("sections", words.sections(draft.text()));
    model.addAttribute("next", next());
    return "statute/preview";
  }

  @GetMapping("/publication")
  String publication(Model model) {
    requireCoordination();
    PublicationForm form = new PublicationForm();
    form.setRevision(desk.draft().revision());
    model.addAttribute("form", form);
    model.addAttribute("next", next());
    return "statute/publication";
  }

  @PostMapping("/publication")
  String publish(
      @ModelAttribute("form") PublicationForm form,
      BindingResult binding,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    SignedIn person = requireCoordination();
    HttpStatus status = HttpStatus.BAD_REQUEST;
    if (!binding.hasErrors()) {
      try {
        StatuteVersion version = desk.publish(read(form.getRevision()), form.publication(), person);
        redirect.addFlashAttribute("done", words.text("statute.published", version.number()));
        return "redirect:" + version.path() + "/acceptances";
      } catch (Refusal refusal) {
        status = refusals.bind(refusal, binding);
      }
    }
    response.setStatus(status.value());
    model.addAttribute("next", next());
    return "statute/publication";
  }

  @PostMapping("/discard")
  String discard(@RequestParam int revision, RedirectAttributes redirect) {
    desk.discard(revision, requireCoordination());
    redirect.addFlashAttribute("done", words.text("statute.draft.discarded"));
    return "redirect:/statute/versions";
  }

  private String page(Draft draft, Model model) {
    model.addAttribute("draft", draft);
    model.addAttribute("sections", Section.values());
    model.addAttribute("longest", StatuteText.LONGEST);
    model.addAttribute("next", next());
    model.addAttribute(
        "savedBy", draft.savedBy() == null ? null : persons.get(draft.savedBy()).name());
    return "statute/draft";
  }

  /** The revision that the writer had read; pages always send it. */
  private static int read(Integer revision) {
    if (revision == null) {
      throw Refusal.invalid("statute.revision");
    }
    return revision;
  }

  /** The number that the draft will get. */
  private int next() {
    return statute.inForce().map(StatuteVersion::number).orElse(0) + 1;
  }

  private SignedIn requireCoordination() {
    SignedIn person = currentPerson.require();
    if (!person.isCoordination()) {
      throw Refusal.forbidden("statute.coordination-only");
    }
    return person;
  }
}
