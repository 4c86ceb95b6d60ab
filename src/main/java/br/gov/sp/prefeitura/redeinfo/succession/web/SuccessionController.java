package br.gov.sp.prefeitura.redeinfo.succession.web;

import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson;
import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson.SignedIn;
import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.network.Persons;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import br.gov.sp.prefeitura.redeinfo.shared.web.RefusalTexts;
import br.gov.sp.prefeitura.redeinfo.succession.domain.Succession;
import br.gov.sp.prefeitura.redeinfo.succession.domain.SuccessionAccess;
import br.gov.sp.prefeitura.redeinfo.succession.domain.SuccessionAccess.Seen;
import br.gov.sp.prefeitura.redeinfo.succession.domain.SuccessionQueries;
import br.gov.sp.prefeitura.redeinfo.succession.domain.SuccessionService;
import br.gov.sp.prefeitura.redeinfo.succession.domain.SuccessionState;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/** Departures: the list, one of them, and what may be changed until the hour. */
@Controller
@RequestMapping("/successions")
class SuccessionController {

  private static final int PER_PAGE = 25;

  private final SuccessionQueries queries;
  private final SuccessionService service;
  private final SuccessionAccess access;
  private final SuccessionPageModel pages;
  private final CurrentPerson currentPerson;
  private final Persons persons;
  private final RefusalTexts refusals;
  private final MessageSource messages;

  SuccessionController(
      SuccessionQueries queries,
      SuccessionService service,
      SuccessionAccess access,
      SuccessionPageModel pages,
      CurrentPerson currentPerson,
      Persons persons,
      RefusalTexts refusals,
      MessageSource messages) {
    this.queries = queries;
    this.service = service;
    this.access = access;
    this.pages = pages;
    this.currentPerson = currentPerson;
    this.persons = persons;
    this.refusals = refusals;
    this.messages = messages;
  }

  @GetMapping
  String list(
      @RequestParam(required = false) SuccessionState state,
      @RequestParam(required = false) Long before,
      Model model) {
    SignedIn person = currentPerson.require();
    boolean all = person.isCoordination() || person.isAuditor();
    List<Succession> found =
        all
            ? queries.all(state, before, PER_PAGE + 1)
            : queries.of(
                person.personId(),
                access.ledBy(person).stream().map(Body::id).toList(),
                state,
                before,
                PER_PAGE + 1);
    List<Succession> page = found.subList(0, Math.min(PER_PAGE, found.size()));
    model.addAttribute("successions", page);
    model.addAttribute(
        "people", persons.byId(page.stream().map(Succession::personId).distinct().toList()));
    model.addAttribute("states", SuccessionState.values());
    model.addAttribute("state", state);
    model.addAttribute("orphans", all);
    model.addAttribute("first", before == null ? null : address(state, null));
    model.addAttribute(
        "next", found.size() > PER_PAGE ? address(state, page.get(PER_PAGE - 1).id()) : null);
    return "succession/list";
  }

  private static String address(SuccessionState state, Long before) {
    return UriComponentsBuilder.fromPath("/successions")
        .queryParamIfPresent("state", Optional.ofNullable(state))
        .queryParamIfPresent("before", Optional.ofNullable(before))
        .toUriString();
  }

  @GetMapping("/{id:[0-9]+}")
  String succession(@PathVariable long id, Model model) {
    Seen seen = access.require(id, currentPerson.require());
    HourForm form = new HourForm();
    form.setLeavesAt(
        LocalDateTime.ofInstant(seen.succession().leavesAt(), SaoPaulo.ZONE)
            .withSecond(0)
            .withNano(0));
    model.addAttribute("form", form);
    return pages.show(seen, currentPerson.require(), model);
  }

  @PostMapping("/{id:[0-9]+}/hour")
  String hour(
      @PathVariable long id,
      @ModelAttribute("form") HourForm form,
      BindingResult binding,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    return change(
        id,
        () -> service.move(id, form.getLeavesAt(), currentPerson.require()),
        "succession.hour.done",
        new Answer(binding, model, response, redirect));
  }

  @PostMapping("/{id:[0-9]+}/plan")
  String plan(
      @PathVariable long id,
      @RequestParam MultiValueMap<String, String> typed,
      @ModelAttribute("form") HourForm form,
      BindingResult binding,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    return change(
        id,
        () -> service.plan(id, DepartureForm.choices(typed), currentPerson.require()),
        "succession.plan.done",
        new Answer(binding, model, response, redirect));
  }

  @PostMapping("/{id:[0-9]+}/cancellation")
  String cancel(
      @PathVariable long id,
      @ModelAttribute("form") HourForm form,
      BindingResult binding,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    return change(
        id,
        () -> service.cancel(id, currentPerson.require()),
        "succession.cancellation.done",
        new Answer(binding, model, response, redirect));
  }

  private String change(long id, Runnable work, String done, Answer answer) {
    Seen seen = access.require(id, currentPerson.require());
    answer.response().setStatus(HttpStatus.BAD_REQUEST.value());
    if (!answer.binding().hasErrors()) {
      try {
        work.run();
        answer
            .redirect()
            .addFlashAttribute(
                "done", messages.getMessage(done, null, LocaleContextHolder.getLocale()));
        return "redirect:/successions/" + id;
      } catch (Refusal refusal) {
        if (refusal.kind() == Refusal.Kind.FORBIDDEN) {
          throw refusal;
        }
        answer.response().setStatus(refusals.bind(refusal, answer.binding()).value());
      }
    }
    return pages.show(seen, currentPerson.require(), answer.model());
  }

  /** Where the answer to a change goes. */
  private record Answer(
      BindingResult binding,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {}
}
