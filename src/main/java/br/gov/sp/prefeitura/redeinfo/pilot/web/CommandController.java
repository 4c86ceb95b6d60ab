package br.gov.sp.prefeitura.redeinfo.pilot.web;

import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson;
import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson.SignedIn;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.pilot.PilotState;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.CancellationService;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.ExecutionService;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.Pilot;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.PilotAccess;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.PilotAccess.Seen;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.PilotCommand;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.PilotCommands;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.PresentationService;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.Presentations;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.ProposalField;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.ProposalPeople;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.ScopeChangeService;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.SponsorService;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.shared.error.Violation;
import br.gov.sp.prefeitura.redeinfo.shared.web.RefusalTexts;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The pages on which people tell a pilot to do something, most of them with a reason. */
@Controller
class CommandController {

  private static final String ADDRESS =
      "/pilots/{id:[0-9]+}"
          + "/{command:suspension|resumption|cancellation|sponsor|scope-change|presentation}";
  private static final String PAGE = "pilot/command";

  private final PilotAccess access;
  private final PilotCommands commands;
  private final ExecutionService execution;
  private final CancellationService cancellation;
  private final SponsorService sponsors;
  private final ScopeChangeService scopeChanges;
  private final PresentationService presentationService;
  private final Presentations presentations;
  private final ProposalPeople people;
  private final CurrentPerson currentPerson;
  private final RefusalTexts refusals;
  private final MessageSource messages;

  CommandController(
      PilotAccess access,
      PilotCommands commands,
      ExecutionService execution,
      CancellationService cancellation,
      SponsorService sponsors,
      ScopeChangeService scopeChanges,
      PresentationService presentationService,
      Presentations presentations,
      ProposalPeople people,
      CurrentPerson currentPerson,
      RefusalTexts refusals,
      MessageSource messages) {
    this.access = access;
    this.commands = commands;
    this.execution = execution;
    this.cancellation = cancellation;
    this.sponsors = sponsors;
    this.scopeChanges = scopeChanges;
    this.presentationService = presentationService;
    this.presentations = presentations;
    this.people = people;
    this.currentPerson = currentPerson;
    this.refusals = refusals;
    this.messages = messages;
  }

  @GetMapping(ADDRESS)
  String ask(@PathVariable long id, @PathVariable String command, Model model) {
    Seen seen = show(id, command, model);
    CommandForm form = new CommandForm();
    form.setSponsor(Objects.toString(seen.pilot().sponsorId(), null));
    model.addAttribute("form", form);
    return PAGE;
  }

  @PostMapping(ADDRESS)
  String give(
      @PathVariable long id,
      @PathVariable String command,
      @ModelAttribute("form") CommandForm form,
      BindingResult binding,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    Seen seen = show(id, command, model);
    try {
      give(of(command), id, form);
    } catch (Refusal refusal) {
      if (refusal.kind() != Refusal.Kind.INVALID) {
        throw refusal;
      }
      HttpStatus status = refusals.bind(sayWhere(refusal), binding);
      response.setStatus(status.value());
      return PAGE;
    }
    redirect.addFlashAttribute(
        "done", text("pilot.command." + words(of(command), seen.pilot()) + ".done"));
    return "redirect:/pilots/" + id;
  }

  private void give(PilotCommand command, long id, CommandForm form) {
    SignedIn by = currentPerson.require();
    switch (command) {
      case SUSPENSION -> execution.suspend(id, form.getReason(), by);
      case RESUMPTION -> execution.resume(id, form.getReason(), by);
      case CANCELLATION -> cancellation.cancel(id, form.getReason(), by);
      case SPONSOR -> sponsors.change(id, form.sponsorId(), by);
      case SCOPE_CHANGE -> scopeChanges.ask(id, form.getReason(), by);
      case PRESENTATION -> presentationService.move(id, form.getReason(), by);
      default -> throw new IllegalArgumentException(command.name());
    }
  }

  /** What lacks in the proposal stands on another page: says at which questions. */
  private Refusal sayWhere(Refusal refusal) {
    String questions =
        refusal.violations().stream()
            .map(Violation::field)
            .filter(Objects::nonNull)
            .map(field -> field.replaceAll("\\W.*", ""))
            .map(ProposalField::of)
            .flatMap(Optional::stream)
            .map(field -> text(field.messageKey()))
            .distinct()
            .collect(Collectors.joining(", "));
    return questions.isEmpty() ? refusal : Refusal.invalid("pilot.scope.incomplete", questions);
  }

  /** Everything the page shows but what is typed. */
  private Seen show(long id, String path, Model model) {
    SignedIn person = currentPerson.require();
    Seen seen = access.require(id, person);
    PilotCommand command = of(path);
    commands.require(command, seen, person);
    model.addAttribute("pilot", seen.pilot());
    model.addAttribute("path", path);
    model.addAttribute("words", words(command, seen.pilot()));
    model.addAttribute("command", command);
    if (command == PilotCommand.SPONSOR) {
      List<Person> choice = people.sponsorsOf(seen.pilot().bodyId());
      model.addAttribute("people", choice);
    }
    if (command == PilotCommand.PRESENTATION) {
      model.addAttribute("presentation", presentations.latest(id).orElseThrow());
    }
    return seen;
  }

  /** Of a draft one says that it is discarded. */
  private static String words(PilotCommand command, Pilot pilot) {
    return command == PilotCommand.CANCELLATION && pilot.state() == PilotState.DRAFT
        ? "discard"
        : command.path();
  }

  private static PilotCommand of(String path) {
    return PilotCommand.ofPath(path).orElseThrow();
  }

  private String text(String key) {
    return messages.getMessage(key, null, LocaleContextHolder.getLocale());
  }
}
