package br.gov.sp.prefeitura.redeinfo.nomination.web;

import br.gov.sp.prefeitura.redeinfo.nomination.NominationState;
import br.gov.sp.prefeitura.redeinfo.nomination.domain.NominationLine;
import br.gov.sp.prefeitura.redeinfo.nomination.domain.NominationLists;
import br.gov.sp.prefeitura.redeinfo.nomination.domain.Round;
import br.gov.sp.prefeitura.redeinfo.nomination.domain.RoundQueries;
import br.gov.sp.prefeitura.redeinfo.nomination.domain.RoundQueries.RoundOverview;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** Rounds for the coordination: counts by step, and who waits for whom. */
@Controller
class RoundController {

  private static final int ROUNDS_PER_PAGE = 20;
  private static final int LINES_PER_PAGE = 25;

  private final RoundQueries rounds;
  private final NominationLists lists;
  private final NominationAccess access;

  RoundController(RoundQueries rounds, NominationLists lists, NominationAccess access) {
    this.rounds = rounds;
    this.lists = lists;
    this.access = access;
  }

  @GetMapping("/rounds")
  String list(@RequestParam(required = false) Long before, Model model) {
    List<Round> found = rounds.list(before, ROUNDS_PER_PAGE + 1);
    List<Round> page = found.subList(0, Math.min(ROUNDS_PER_PAGE, found.size()));
    model.addAttribute("rounds", page);
    model.addAttribute("writes", access.isCoordination());
    model.addAttribute("first", before == null ? null : "/rounds");
    model.addAttribute(
        "next",
        found.size() > ROUNDS_PER_PAGE
            ? "/rounds?before=" + page.get(ROUNDS_PER_PAGE - 1).id()
            : null);
    return "nomination/rounds";
  }

  @GetMapping("/rounds/{id:[0-9]+}")
  String round(@PathVariable long id, @ModelAttribute("view") RoundView view, Model model) {
    return page(id, view, model);
  }

  /** The round's page; {@code view} says which of its nominations. */
  String page(long id, RoundView view, Model model) {
    overview(id, model);
    List<NominationLine> found =
        lists.ofRound(id, view.state(), view.only(), view.after(), LINES_PER_PAGE + 1);
    List<NominationLine> page = found.subList(0, Math.min(LINES_PER_PAGE, found.size()));
    model.addAttribute("view", view);
    model.addAttribute("states", NominationState.values());
    model.addAttribute("lines", page);
    model.addAttribute("first", view.after() == null ? null : view.firstPage().address(id));
    model.addAttribute(
        "next",
        found.size() > LINES_PER_PAGE
            ? view.pageAfter(page.get(LINES_PER_PAGE - 1).nominationId()).address(id)
            : null);
    model.addAttribute("writes", access.isCoordination());
    return "nomination/round";
  }

  /** The part of the page that follows the start of the instances; the page reloads when done. */
  @GetMapping("/rounds/{id}/progress")
  String progress(
      @PathVariable long id,
      @RequestHeader(name = "HX-Request", defaultValue = "false") boolean fragment,
      Model model,
      HttpServletResponse response) {
    boolean settled = isSettled(overview(id, model));
    if (!fragment) {
      return "redirect:/rounds/" + id;
    }
    if (settled) {
      response.setHeader("HX-Refresh", "true");
    }
    return "nomination/round :: progress";
  }

  private RoundOverview overview(long id, Model model) {
    RoundOverview overview = rounds.overview(id);
    model.addAttribute("overview", overview);
    model.addAttribute("round", overview.round());
    model.addAttribute("settled", isSettled(overview));
    return overview;
  }

  /** Every instance runs or has failed: nothing more will happen by itself. */
  private static boolean isSettled(RoundOverview overview) {
    return overview.started() + overview.failed() >= overview.total();
  }
}
