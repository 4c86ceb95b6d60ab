package br.gov.sp.prefeitura.redeinfo.meeting.web;

import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson.SignedIn;
import br.gov.sp.prefeitura.redeinfo.meeting.domain.Agendas;
import br.gov.sp.prefeitura.redeinfo.meeting.domain.Convocation;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Convenes a meeting from our pages, with the notice as the invited will read it. */
@Controller
@RequestMapping("/meetings/{id:[0-9]+}/convocation")
class ConvocationController {

  private final MeetingWeb web;
  private final Convocation convocation;
  private final Agendas agendas;
  private final MeetingWords words;

  ConvocationController(
      MeetingWeb web, Convocation convocation, Agendas agendas, MeetingWords words) {
    this.web = web;
    this.convocation = convocation;
    this.agendas = agendas;
    this.words = words;
  }

  @GetMapping
  String preview(@PathVariable long id, Model model) {
    model.addAttribute("form", new Form());
    return page(id, model);
  }

  @PostMapping
  String convene(
      @PathVariable long id,
      @ModelAttribute("form") Form form,
      BindingResult binding,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    SignedIn by = web.writer();
    if (!web.done(binding, response, () -> convocation.convene(id, form.message, by))) {
      return page(id, model);
    }
    redirect.addFlashAttribute("done", words.text("meeting.convocation.done"));
    return "redirect:/meetings/" + id;
  }

  private String page(long id, Model model) {
    web.writer();
    web.show(id, model);
    model.addAttribute("agenda", agendas.accepted(id));
    model.addAttribute("preview", convocation.preview(id));
    return "meeting/convocation";
  }

  /** What is said besides the agenda. */
  static class Form {

    private String message;

    public String getMessage() {
      return message;
    }

    public void setMessage(String message) {
      this.message = message;
    }
  }
}
