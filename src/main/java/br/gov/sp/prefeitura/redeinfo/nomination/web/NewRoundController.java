package br.gov.sp.prefeitura.redeinfo.nomination.web;

import br.gov.sp.prefeitura.redeinfo.network.Bodies;
import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.network.Track;
import br.gov.sp.prefeitura.redeinfo.nomination.NominationRounds;
import br.gov.sp.prefeitura.redeinfo.nomination.NominationRounds.NewRound;
import br.gov.sp.prefeitura.redeinfo.nomination.NominationRounds.RoundOpened;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import br.gov.sp.prefeitura.redeinfo.shared.time.WorkingDays;
import br.gov.sp.prefeitura.redeinfo.shared.web.RefusalTexts;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
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

/**
 * Opens a round in three steps on one address: write it down, look at what it would do, open it.
 * The coordination only; nothing is kept on the server between the steps.
 */
@Controller
@RequestMapping("/rounds/new")
class NewRoundController {

  /** A proposal for the deadline; the coordination may choose any other day. */
  private static final int PROPOSED_WORKING_DAYS = 20;

  private final NominationRounds rounds;
  private final NominationAccess access;
  private final Bodies bodies;
  private final WorkingDays workingDays;
  private final RefusalTexts refusals;
  private final NominationWords words;
  private final Clock clock;

  NewRoundController(
      NominationRounds rounds,
      NominationAccess access,
      Bodies bodies,
      WorkingDays workingDays,
      RefusalTexts refusals,
      NominationWords words,
      Clock clock) {
    this.rounds = rounds;
    this.access = access;
    this.bodies = bodies;
    this.workingDays = workingDays;
    this.refusals = refusals;
    this.words = words;
    this.clock = clock;
  }

  /** What is done with the form. */
  enum Action {
    REVIEW,
    EDIT,
    OPEN
  }

  @GetMapping
  String start(Model model) {
    requireCoordination();
    RoundForm form = new RoundForm();
    form.setTracks(EnumSet.allOf(Track.class));
    form.setDeadline(workingDays.plus(today(), PROPOSED_WORKING_DAYS));
    model.addAttribute("form", form);
    return formPage(model);
  }

  @PostMapping
  String next(
      @ModelAttribute("form") RoundForm form,
      BindingResult binding,
      @RequestParam(defaultValue = "REVIEW") Action action,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    requireCoordination();
    if (action == Action.EDIT) {
      return formPage(model);
    }
    NewRound round = form.round(chosen(form));
    if (!binding.hasErrors()) {
      try {
        if (action == Action.OPEN) {
          return open(round, redirect);
        }
        rounds.check(round);
      } catch (Refusal refusal) {
        response.setStatus(refusals.bind(refusal, binding).value());
        return formPage(model);
      }
    }
    if (binding.hasErrors()) {
      response.setStatus(HttpStatus.BAD_REQUEST.value());
      return formPage(model);
    }
    model.addAttribute(
        "chosen",
        bodies.byId(round.bodyIds()).values().stream()
            .sorted(Comparator.comparing(Body::acronym))
            .toList());
    model.addAttribute("workingDays", workingDays.between(today(), form.getDeadline()));
    model.addAttribute("seats", form.getTracks().size() * 2 * round.bodyIds().size());
    return "nomination/round-confirm";
  }

  private String open(NewRound round, RedirectAttributes redirect) {
    RoundOpened opened = rounds.open(round, access.person());
    redirect.addFlashAttribute(
        "done", words.text("round.opened", opened.asked(), opened.skippedBodyIds().size()));
    return "redirect:/rounds/" + opened.roundId();
  }

  /** Bodies that were ticked one by one are taken as they come: the rules say which there are. */
  private List<Long> chosen(RoundForm form) {
    if (form.getScope() == null) {
      return List.of();
    }
    return switch (form.getScope()) {
      case ALL -> asked().stream().map(Body::id).toList();
      case BY_KIND ->
          asked().stream()
              .filter(body -> form.getKinds().contains(body.kind()))
              .map(Body::id)
              .toList();
      case CHOSEN -> form.getBodyIds().stream().distinct().toList();
    };
  }

  private List<Body> asked() {
    return bodies.existingOn(today()).stream().filter(body -> !body.kind().isGuest()).toList();
  }

  private String formPage(Model model) {
    List<Body> asked = asked();
    model.addAttribute("bodies", asked);
    model.addAttribute("kinds", asked.stream().map(Body::kind).distinct().sorted().toList());
    model.addAttribute(
        "kindCounts",
        asked.stream()
            .collect(
                java.util.stream.Collectors.groupingBy(
                    Body::kind, java.util.stream.Collectors.counting())));
    model.addAttribute("tracks", Track.values());
    model.addAttribute("today", today());
    return "nomination/round-form";
  }

  private void requireCoordination() {
    if (!access.isCoordination()) {
      throw Refusal.forbidden("nomination.coordination-only");
    }
  }

  private LocalDate today() {
    return SaoPaulo.today(clock);
  }
}
