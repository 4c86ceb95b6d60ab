package br.gov.sp.prefeitura.redeinfo.meeting.web;

import br.gov.sp.prefeitura.redeinfo.meeting.domain.Guests;
import br.gov.sp.prefeitura.redeinfo.meeting.domain.Guests.NewGuest;
import br.gov.sp.prefeitura.redeinfo.meeting.domain.Meeting;
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

/** Who is invited besides the network's groups, and who of them came. */
@Controller
@RequestMapping("/meetings/{id:[0-9]+}/guests")
class GuestController {

  private static final String PAGE = "meeting/guests";

  private final MeetingWeb web;
  private final Guests guests;
  private final MeetingWords words;

  GuestController(MeetingWeb web, Guests guests, MeetingWords words) {
    this.web = web;
    this.guests = guests;
    this.words = words;
  }

  @GetMapping
  String guests(@PathVariable long id, Model model) {
    model.addAttribute("form", new Form());
    return page(id, model);
  }

  @PostMapping
  String add(
      @PathVariable long id,
      @ModelAttribute("form") Form form,
      BindingResult binding,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    var by = web.writer();
    if (!web.done(binding, response, () -> guests.add(id, form.guest(), by))) {
      return page(id, model);
    }
    redirect.addFlashAttribute("done", words.text("meeting.guest.added"));
    return "redirect:/meetings/" + id + "/guests";
  }

  @PostMapping("/{guest:[0-9]+}/removal")
  String remove(@PathVariable long id, @PathVariable long guest, RedirectAttributes redirect) {
    guests.remove(id, guest, web.writer());
    redirect.addFlashAttribute("done", words.text("meeting.guest.removed"));
    return "redirect:/meetings/" + id + "/guests";
  }

  @PostMapping("/{guest:[0-9]+}/{mark:present|absent}")
  String mark(@PathVariable long id, @PathVariable long guest, @PathVariable String mark) {
    guests.mark(id, guest, mark.equals("present"), web.writer());
    return "redirect:/meetings/" + id + "/guests#guest-" + guest;
  }

  private String page(long id, Model model) {
    web.writer();
    Meeting meeting = web.show(id, model);
    model.addAttribute("guests", guests.of(id));
    model.addAttribute("open", Guests.isOpen(meeting));
    return PAGE;
  }

  /** What is typed of a guest. */
  static class Form {

    private String name;
    private String role;
    private String organisation;
    private boolean authority;

    private NewGuest guest() {
      return new NewGuest(name, role, organisation, authority);
    }

    public String getName() {
      return name;
    }

    public void setName(String name) {
      this.name = name;
    }

    public String getRole() {
      return role;
    }

    public void setRole(String role) {
      this.role = role;
    }

    public String getOrganisation() {
      return organisation;
    }

    public void setOrganisation(String organisation) {
      this.organisation = organisation;
    }

    public boolean isAuthority() {
      return authority;
    }

    public void setAuthority(boolean authority) {
      this.authority = authority;
    }
  }
}
