package br.gov.sp.prefeitura.redeinfo.outreach.web;

import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson;
import br.gov.sp.prefeitura.redeinfo.network.Bodies;
import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.outreach.domain.Contact;
import br.gov.sp.prefeitura.redeinfo.outreach.domain.ContactBook;
import br.gov.sp.prefeitura.redeinfo.outreach.domain.ContactState;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/** The people whom campaigns may invite: the list, and deleting one of them. */
@Controller
@RequestMapping("/outreach/contacts")
class ContactController {

  private static final int PER_PAGE = 50;
  private static final String DELETION = "/{id:[0-9]{1,18}}/deletion";

  private final ContactBook contacts;
  private final Bodies bodies;
  private final CurrentPerson currentPerson;
  private final OutreachWords words;

  ContactController(
      ContactBook contacts, Bodies bodies, CurrentPerson currentPerson, OutreachWords words) {
    this.contacts = contacts;
    this.bodies = bodies;
    this.currentPerson = currentPerson;
    this.words = words;
  }

  /**
   * @param body slug of the body whose contacts are listed, or empty for all
   */
  @GetMapping
  String list(
      @RequestParam(defaultValue = "") String body,
      @RequestParam(required = false) ContactState state,
      @RequestParam(required = false) Long before,
      Model model) {
    Long bodyId =
        body.isEmpty()
            ? null
            : bodies
                .findBySlug(body)
                .map(Body::id)
                .orElseThrow(() -> Refusal.notFound("network.body-unknown"));
    List<Contact> found = contacts.list(bodyId, state, before, PER_PAGE + 1);
    List<Contact> page = found.subList(0, Math.min(PER_PAGE, found.size()));
    model.addAttribute("contacts", page);
    model.addAttribute(
        "bodyOf", bodies.byId(page.stream().map(Contact::bodyId).distinct().toList()));
    model.addAttribute("bodies", bodies.all());
    model.addAttribute("body", body);
    model.addAttribute("states", ContactState.values());
    model.addAttribute("state", state);
    model.addAttribute("writes", currentPerson.require().isCoordination());
    model.addAttribute("first", before == null ? null : address(body, state, null));
    model.addAttribute(
        "next", found.size() > PER_PAGE ? address(body, state, page.get(PER_PAGE - 1).id()) : null);
    return "outreach/contacts";
  }

  @GetMapping(DELETION)
  String confirm(@PathVariable long id, Model model) {
    if (!currentPerson.require().isCoordination()) {
      throw Refusal.forbidden("outreach.coordination-only");
    }
    model.addAttribute("contact", contacts.get(id));
    return "outreach/deletion";
  }

  @PostMapping(DELETION)
  String delete(@PathVariable long id, RedirectAttributes redirect) {
    contacts.delete(id, currentPerson.require());
    redirect.addFlashAttribute("done", words.text("outreach.contact.deleted"));
    return "redirect:/outreach/contacts";
  }

  private static String address(String body, ContactState state, Long before) {
    return UriComponentsBuilder.fromPath("/outreach/contacts")
        .queryParamIfPresent("body", Optional.of(body).filter(slug -> !slug.isEmpty()))
        .queryParamIfPresent("state", Optional.ofNullable(state))
        .queryParamIfPresent("before", Optional.ofNullable(before))
        .toUriString();
  }
}
