package br.gov.sp.prefeitura.redeinfo.meeting.web;

import br.gov.sp.prefeitura.redeinfo.meeting.MeetingState;
import br.gov.sp.prefeitura.redeinfo.meeting.domain.AgendaItem;
import br.gov.sp.prefeitura.redeinfo.meeting.domain.Agendas;
import br.gov.sp.prefeitura.redeinfo.meeting.domain.Agendas.NewItem;
import br.gov.sp.prefeitura.redeinfo.meeting.domain.Meeting;
import br.gov.sp.prefeitura.redeinfo.meeting.domain.MeetingAccess;
import br.gov.sp.prefeitura.redeinfo.network.Persons;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A meeting's agenda: members propose, the coordination decides and orders. */
@Controller
@RequestMapping("/meetings/{id:[0-9]+}/agenda")
class AgendaController {

  private static final String PAGE = "meeting/agenda";
  private static final String ITEM = "/{item:[0-9]+}";
  private static final String CHANGE = ITEM + "/{change:refusal|edit}";

  private final MeetingWeb web;
  private final Agendas agendas;
  private final Persons persons;
  private final MeetingWords words;

  AgendaController(MeetingWeb web, Agendas agendas, Persons persons, MeetingWords words) {
    this.web = web;
    this.agendas = agendas;
    this.persons = persons;
    this.words = words;
  }

  @GetMapping
  String agenda(@PathVariable long id, Model model) {
    model.addAttribute("form", new ItemForm());
    return page(id, model);
  }

  @PostMapping
  String propose(
      @PathVariable long id,
      @ModelAttribute("form") ItemForm form,
      BindingResult binding,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    var by = web.reader();
    if (!web.done(binding, response, () -> agendas.propose(id, form.item(), by))) {
      return page(id, model);
    }
    redirect.addFlashAttribute("done", words.text("meeting.agenda.proposed"));
    return "redirect:/meetings/" + id + "/agenda";
  }

  private String page(long id, Model model) {
    Meeting meeting = web.show(id, model);
    List<AgendaItem> items = agendas.of(id);
    model.addAttribute("agenda", items);
    model.addAttribute("open", meeting.state() == MeetingState.PLANNED);
    model.addAttribute("proposes", MeetingAccess.proposes(web.person()));
    model.addAttribute(
        "people", persons.byId(items.stream().map(AgendaItem::proposedBy).distinct().toList()));
    return PAGE;
  }

  @PostMapping(ITEM + "/{move:up|down}")
  String move(@PathVariable long id, @PathVariable long item, @PathVariable String move) {
    agendas.move(id, item, move.equals("up"), web.writer());
    return "redirect:/meetings/" + id + "/agenda#item-" + item;
  }

  @PostMapping(ITEM + "/acceptance")
  String accept(@PathVariable long id, @PathVariable long item, RedirectAttributes redirect) {
    agendas.accept(id, item, web.writer());
    redirect.addFlashAttribute("done", words.text("meeting.agenda.accepted"));
    return "redirect:/meetings/" + id + "/agenda";
  }

  @GetMapping(CHANGE)
  String change(
      @PathVariable long id, @PathVariable long item, @PathVariable String change, Model model) {
    model.addAttribute("form", ItemForm.of(changed(id, item, change, model)));
    return "meeting/item";
  }

  @PostMapping(CHANGE)
  String change(
      @PathVariable long id,
      @PathVariable long item,
      @PathVariable String change,
      @ModelAttribute("form") ItemForm form,
      BindingResult binding,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    var by = web.writer();
    changed(id, item, change, model);
    Runnable work =
        change.equals("refusal")
            ? () -> agendas.refuse(id, item, form.getReason(), by)
            : () -> agendas.change(id, item, form.item(), by);
    if (!web.done(binding, response, work)) {
      return "meeting/item";
    }
    redirect.addFlashAttribute("done", words.text("meeting.item." + change + ".done"));
    return "redirect:/meetings/" + id + "/agenda";
  }

  private AgendaItem changed(long id, long itemId, String change, Model model) {
    web.writer();
    web.show(id, model);
    AgendaItem item =
        agendas.of(id).stream()
            .filter(one -> one.id() == itemId)
            .findFirst()
            .orElseThrow(() -> Refusal.notFound("meeting.item-not-found"));
    model.addAttribute("item", item);
    model.addAttribute("change", change);
    return item;
  }

  /** What is typed of an item. */
  static class ItemForm {

    private String title;
    private String text;
    private Integer minutes;
    private String reason;

    private static ItemForm of(AgendaItem item) {
      ItemForm form = new ItemForm();
      form.title = item.title();
      form.text = item.text();
      form.minutes = item.minutes();
      form.reason = item.reason();
      return form;
    }

    private NewItem item() {
      return new NewItem(title, text, minutes);
    }

    public String getTitle() {
      return title;
    }

    public void setTitle(String title) {
      this.title = title;
    }

    public String getText() {
      return text;
    }

    public void setText(String text) {
      this.text = text;
    }

    public Integer getMinutes() {
      return minutes;
    }

    public void setMinutes(Integer minutes) {
      this.minutes = minutes;
    }

    public String getReason() {
      return reason;
    }

    public void setReason(String reason) {
      this.reason = reason;
    }
  }
}
