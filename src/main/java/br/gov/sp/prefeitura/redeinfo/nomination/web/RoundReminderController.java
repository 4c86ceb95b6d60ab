package br.gov.sp.prefeitura.redeinfo.nomination.web;

import br.gov.sp.prefeitura.redeinfo.nomination.domain.NominationCommands;
import br.gov.sp.prefeitura.redeinfo.nomination.domain.NominationLists;
import br.gov.sp.prefeitura.redeinfo.nomination.domain.NominationLists.Attention;
import br.gov.sp.prefeitura.redeinfo.nomination.domain.RoundQueries;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Reminds those for whom nominations of a round wait, and comes back to the same page of it. */
@Controller
class RoundReminderController {

  private final RoundController pages;
  private final RoundQueries rounds;
  private final NominationLists lists;
  private final NominationCommands commands;
  private final NominationAccess access;
  private final NominationWords words;

  RoundReminderController(
      RoundController pages,
      RoundQueries rounds,
      NominationLists lists,
      NominationCommands commands,
      NominationAccess access,
      NominationWords words) {
    this.pages = pages;
    this.rounds = rounds;
    this.lists = lists;
    this.commands = commands;
    this.access = access;
    this.words = words;
  }

  /** Reminds for one nomination ({@code one}), the selected ones, or all that are overdue. */
  @PostMapping("/rounds/{id:[0-9]+}/reminders")
  String remind(
      @PathVariable long id,
      @RequestParam(required = false) Long one,
      @RequestParam(required = false) List<Long> nominations,
      @RequestParam(defaultValue = "false") boolean allOverdue,
      @ModelAttribute("view") RoundView view,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    rounds.overview(id);
    Set<Long> asked = allOverdue ? lists.needing(id, Attention.OVERDUE) : chosen(one, nominations);
    if (!lists.ofRound(id, asked).containsAll(asked)) {
      throw Refusal.notFound("nomination.not-found");
    }
    if (asked.isEmpty()) {
      model.addAttribute("warned", words.text("round.remind.none-chosen"));
      response.setStatus(HttpStatus.BAD_REQUEST.value());
      return pages.page(id, view, model);
    }
    int reminded = commands.remind(asked, access.person());
    if (reminded > 0) {
      redirect.addFlashAttribute("done", words.text("round.reminded", reminded));
    } else {
      redirect.addFlashAttribute("warned", words.text("round.remind.nobody"));
    }
    return "redirect:" + view.address(id);
  }

  /** The button beside one nomination says more than the boxes. */
  private static Set<Long> chosen(Long one, List<Long> nominations) {
    if (one != null) {
      return Set.of(one);
    }
    return nominations == null
        ? Set.of()
        : nominations.stream().filter(Objects::nonNull).collect(Collectors.toSet());
  }
}
