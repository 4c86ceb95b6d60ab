package br.gov.sp.prefeitura.redeinfo.meeting.web;

import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson;
import br.gov.sp.prefeitura.redeinfo.meeting.domain.Initiative;
import br.gov.sp.prefeitura.redeinfo.meeting.domain.Initiative.State;
import br.gov.sp.prefeitura.redeinfo.meeting.domain.InitiativeQueries;
import br.gov.sp.prefeitura.redeinfo.meeting.domain.InitiativeQueries.LinkedMeeting;
import br.gov.sp.prefeitura.redeinfo.meeting.domain.InitiativeService;
import br.gov.sp.prefeitura.redeinfo.meeting.domain.MeetingAccess;
import br.gov.sp.prefeitura.redeinfo.meeting.domain.MeetingTexts;
import br.gov.sp.prefeitura.redeinfo.network.Bodies;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.shared.projects.PublishedProjects;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import br.gov.sp.prefeitura.redeinfo.shared.web.RefusalTexts;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The coordination proposes initiatives, edits them and says where they stand. */
@Controller
@RequestMapping("/initiatives")
class InitiativeDeskController {

  private static final String ID = "/{id:[0-9]+}";
  private static final int MOST_MEETINGS = 60;

  private final InitiativeService service;
  private final InitiativeQueries queries;
  private final ObjectProvider<PublishedProjects> projects;
  private final CurrentPerson currentPerson;
  private final Bodies bodies;
  private final RefusalTexts refusals;
  private final MeetingTexts texts;
  private final Clock clock;

  InitiativeDeskController(
      InitiativeService service,
      InitiativeQueries queries,
      ObjectProvider<PublishedProjects> projects,
      CurrentPerson currentPerson,
      Bodies bodies,
      RefusalTexts refusals,
      MeetingTexts texts,
      Clock clock) {
    this.service = service;
    this.queries = queries;
    this.projects = projects;
    this.currentPerson = currentPerson;
    this.bodies = bodies;
    this.refusals = refusals;
    this.texts = texts;
    this.clock = clock;
  }

  @GetMapping("/new")
  String start(Model model) {
    MeetingAccess.requireWriter(currentPerson.require());
    model.addAttribute("form", new InitiativeForm());
    return page(null, model);
  }

  @PostMapping("/new")
  String propose(
      @ModelAttribute("form") InitiativeForm form,
      BindingResult binding,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    MeetingAccess.requireWriter(currentPerson.require());
    HttpStatus status = HttpStatus.BAD_REQUEST;
    if (!binding.hasErrors()) {
      try {
        long id = service.propose(form.plan(), currentPerson.require());
        redirect.addFlashAttribute("done", texts.text("initiative.done.proposed"));
        return "redirect:/initiatives/" + id;
      } catch (Refusal refusal) {
        status = refusals.bind(refusal, binding);
      }
    }
    response.setStatus(status.value());
    return page(null, model);
  }

  @GetMapping(ID + "/edit")
  String edit(@PathVariable long id, Model model) {
    MeetingAccess.requireWriter(currentPerson.require());
    Initiative initiative = queries.get(id);
    model.addAttribute(
        "form",
        InitiativeForm.of(
            initiative,
            queries.bodies(id),
            queries.meetings(id).stream().map(LinkedMeeting::id).collect(Collectors.toSet()),
            queries.projects(id)));
    return page(initiative, model);
  }

  @PostMapping(ID + "/edit")
  String change(
      @PathVariable long id,
      @ModelAttribute("form") InitiativeForm form,
      BindingResult binding,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    MeetingAccess.requireWriter(currentPerson.require());
    Initiative initiative = queries.get(id);
    HttpStatus status = HttpStatus.BAD_REQUEST;
    if (!binding.hasErrors()) {
      try {
        service.change(id, form.getVersion(), form.plan(), currentPerson.require());
        redirect.addFlashAttribute("done", texts.text("initiative.done.changed"));
        return "redirect:/initiatives/" + id;
      } catch (Refusal refusal) {
        status = refusals.bind(refusal, binding);
        // What was typed stays; saving again keeps it, now that the person knows.
        form.setVersion(queries.get(id).version());
      }
    }
    response.setStatus(status.value());
    return page(initiative, model);
  }

  @GetMapping(ID + "/state")
  String state(@PathVariable long id, Model model) {
    MeetingAccess.requireWriter(currentPerson.require());
    model.addAttribute("form", new StateForm());
    return statePage(queries.get(id), model);
  }

  @PostMapping(ID + "/state")
  String enter(
      @PathVariable long id,
      @ModelAttribute("form") StateForm form,
      BindingResult binding,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    MeetingAccess.requireWriter(currentPerson.require());
    Initiative initiative = queries.get(id);
    HttpStatus status = HttpStatus.BAD_REQUEST;
    if (!binding.hasErrors()) {
      try {
        service.enter(id, form.getState(), form.getNote(), currentPerson.require());
        redirect.addFlashAttribute("done", texts.text("initiative.done.changed"));
        return "redirect:/initiatives/" + id;
      } catch (Refusal refusal) {
        status = refusals.bind(refusal, binding);
      }
    }
    response.setStatus(status.value());
    return statePage(initiative, model);
  }

  private static String statePage(Initiative initiative, Model model) {
    model.addAttribute("initiative", initiative);
    model.addAttribute("states", State.values());
    return "initiative/state";
  }

  private String page(Initiative initiative, Model model) {
    model.addAttribute("initiative", initiative);
    model.addAttribute("allBodies", bodies.existingOn(SaoPaulo.today(clock)));
    model.addAttribute("allMeetings", queries.heldMeetings(MOST_MEETINGS));
    PublishedProjects published = projects.getIfAvailable();
    model.addAttribute("allProjects", published == null ? Map.of() : published.all());
    return "initiative/edit";
  }

  /** Where an initiative stands from now on. */
  static class StateForm {

    private State state;
    private String note;

    public State getState() {
      return state;
    }

    public void setState(State state) {
      this.state = state;
    }

    public String getNote() {
      return note;
    }

    public void setNote(String note) {
      this.note = note;
    }
  }
}
