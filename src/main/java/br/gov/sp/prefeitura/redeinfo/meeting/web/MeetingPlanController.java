package br.gov.sp.prefeitura.redeinfo.meeting.web;

import br.gov.sp.prefeitura.redeinfo.meeting.MeetingState;
import br.gov.sp.prefeitura.redeinfo.meeting.domain.Meeting;
import br.gov.sp.prefeitura.redeinfo.meeting.domain.MeetingDesk;
import br.gov.sp.prefeitura.redeinfo.meeting.domain.MeetingPlan;
import br.gov.sp.prefeitura.redeinfo.meeting.domain.SharedChoices;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Plans a meeting, changes the plan, postpones or calls it off. */
@Controller
@RequestMapping("/meetings")
class MeetingPlanController {

  private static final String ID = "/{id:[0-9]+}";
  private static final String CHANGE = ID + "/{change:postponement|cancellation}";

  private final MeetingWeb web;
  private final MeetingDesk desk;
  private final SharedChoices shared;
  private final MeetingWords words;

  MeetingPlanController(
      MeetingWeb web, MeetingDesk desk, SharedChoices shared, MeetingWords words) {
    this.web = web;
    this.desk = desk;
    this.shared = shared;
    this.words = words;
  }

  @GetMapping("/new")
  String start(@RequestParam(required = false) String kind, Model model) {
    web.writer();
    MeetingForm form = new MeetingForm();
    form.setKind(kind);
    model.addAttribute("form", form);
    return plan(null, model);
  }

  @PostMapping("/new")
  String plan(
      @ModelAttribute("form") MeetingForm form,
      BindingResult binding,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    var by = web.writer();
    long[] id = new long[1];
    if (!web.done(binding, response, () -> id[0] = desk.plan(form.plan(), by))) {
      return plan(null, model);
    }
    redirect.addFlashAttribute("done", words.text("meeting.plan.done"));
    return "redirect:/meetings/" + id[0];
  }

  @GetMapping(ID + "/edit")
  String edit(@PathVariable long id, Model model) {
    web.writer();
    Meeting meeting = web.show(id, model);
    if (meeting.state() != MeetingState.PLANNED) {
      throw Refusal.conflict("meeting.convened-already");
    }
    model.addAttribute("form", MeetingForm.of(MeetingPlan.of(meeting)));
    return plan(meeting, model);
  }

  @PostMapping(ID + "/edit")
  String edit(
      @PathVariable long id,
      @ModelAttribute("form") MeetingForm form,
      BindingResult binding,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    var by = web.writer();
    Meeting meeting = web.show(id, model);
    if (!web.done(binding, response, () -> desk.change(id, form.plan(), by))) {
      return plan(meeting, model);
    }
    redirect.addFlashAttribute("done", words.text("meeting.edit.done"));
    return "redirect:/meetings/" + id;
  }

  private String plan(Meeting meeting, Model model) {
    model.addAttribute("meeting", meeting);
    model.addAttribute("kinds", web.kinds());
    model.addAttribute("sharable", shared.choices());
    return "meeting/plan";
  }

  @GetMapping(CHANGE)
  String change(@PathVariable long id, @PathVariable String change, Model model) {
    web.writer();
    Meeting meeting = web.show(id, model);
    if (!meeting.state().isAhead()
        || change.equals("postponement") && meeting.state() != MeetingState.CONVENED) {
      throw Refusal.conflict("meeting.moved-on");
    }
    model.addAttribute("change", change);
    model.addAttribute("form", MeetingForm.of(MeetingPlan.of(meeting)));
    return "meeting/change";
  }

  @PostMapping(CHANGE)
  String change(
      @PathVariable long id,
      @PathVariable String change,
      @ModelAttribute("form") MeetingForm form,
      BindingResult binding,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    var by = web.writer();
    web.show(id, model);
    Runnable work =
        change.equals("postponement")
            ? () -> desk.postpone(id, form.newTime(), by)
            : () -> desk.cancel(id, form.getReason(), by);
    if (!web.done(binding, response, work)) {
      model.addAttribute("change", change);
      return "meeting/change";
    }
    redirect.addFlashAttribute("done", words.text("meeting." + change + ".done"));
    return "redirect:/meetings/" + id;
  }
}
