package br.gov.sp.prefeitura.redeinfo.nomination.web;

import br.gov.sp.prefeitura.redeinfo.nomination.NominationState;
import br.gov.sp.prefeitura.redeinfo.nomination.domain.NominationCommands;
import br.gov.sp.prefeitura.redeinfo.nomination.domain.Round;
import br.gov.sp.prefeitura.redeinfo.nomination.domain.RoundQueries;
import br.gov.sp.prefeitura.redeinfo.nomination.domain.RoundQueries.NominationLine;
import br.gov.sp.prefeitura.redeinfo.nomination.domain.RoundQueries.RoundOverview;
import br.gov.sp.prefeitura.redeinfo.nomination.domain.RoundQueries.WaitingFor;
import br.gov.sp.prefeitura.redeinfo.shared.web.Csv;
import br.gov.sp.prefeitura.redeinfo.shared.web.Dates;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Rounds for the coordination: counts by step, who waits for whom, reminders, export. */
@Controller
class RoundController {

  private static final int ROUNDS_PER_PAGE = 20;

  /** A round asks each body once; the city has some eighty. */
  private static final int LINES = 1000;

  private final RoundQueries rounds;
  private final NominationCommands commands;
  private final NominationAccess access;
  private final NominationWords words;
  private final Dates dates;

  RoundController(
      RoundQueries rounds,
      NominationCommands commands,
      NominationAccess access,
      NominationWords words,
      Dates dates) {
    this.rounds = rounds;
    this.commands = commands;
    this.access = access;
    this.words = words;
    this.dates = dates;
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

  @GetMapping("/rounds/{id}")
  String round(
      @PathVariable long id,
      @RequestParam(required = false) NominationState state,
      @RequestParam(defaultValue = "false") boolean overdue,
      Model model) {
    overview(id, model);
    model.addAttribute("state", state);
    model.addAttribute("overdue", overdue);
    model.addAttribute("states", NominationState.values());
    model.addAttribute("lines", lines(id, state, overdue));
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
    if (!fragment) {
      return "redirect:/rounds/" + id;
    }
    if (isSettled(overview(id, model))) {
      response.setHeader("HX-Refresh", "true");
    }
    return "nomination/round :: progress";
  }

  /** Reminds for one nomination ({@code one}), the selected ones, or all that are overdue. */
  @PostMapping("/rounds/{id}/reminders")
  String remind(
      @PathVariable long id,
      @RequestParam(required = false) Long one,
      @RequestParam(required = false) List<Long> nominations,
      @RequestParam(defaultValue = "false") boolean allOverdue,
      RedirectAttributes redirect) {
    // Only nominations of this round, whatever was sent.
    List<NominationLine> lines = lines(id, null, allOverdue);
    List<Long> asked =
        lines.stream()
            .map(NominationLine::nominationId)
            .filter(
                nomination ->
                    allOverdue
                        || (one != null
                            ? one.equals(nomination)
                            : nominations != null && nominations.contains(nomination)))
            .toList();
    if (asked.isEmpty()) {
      redirect.addFlashAttribute("warned", words.text("round.remind.none-chosen"));
      return "redirect:/rounds/" + id;
    }
    int reminded = commands.remind(asked, access.person());
    if (reminded > 0) {
      redirect.addFlashAttribute("done", words.text("round.reminded", reminded));
    } else {
      redirect.addFlashAttribute("warned", words.text("round.remind.nobody"));
    }
    return "redirect:/rounds/" + id;
  }

  @GetMapping("/rounds/{id:[0-9]+}.csv")
  ResponseEntity<byte[]> csv(@PathVariable long id) {
    rounds.overview(id);
    Csv csv = new Csv();
    csv.row(
        words.text("round.column.acronym"),
        words.text("round.column.body"),
        words.text("round.column.state"),
        words.text("round.column.asked"),
        words.text("round.column.filled"),
        words.text("round.column.step"),
        words.text("round.column.who"),
        words.text("round.column.since"),
        words.text("round.column.due"),
        words.text("round.column.overdue"));
    for (NominationLine line : lines(id, null, false)) {
      if (line.waitingFor().isEmpty()) {
        csvRow(csv, line, null);
      }
      line.waitingFor().forEach(task -> csvRow(csv, line, task));
    }
    return csv.download("rodada-" + id + ".csv");
  }

  private void csvRow(Csv csv, NominationLine line, WaitingFor task) {
    csv.row(
        line.body().acronym(),
        line.body().name(),
        words.text("nomination.state." + line.state()),
        line.asked(),
        line.filled(),
        task == null ? null : words.text("nomination.task." + task.step()),
        task == null ? null : words.who(task, line.body()),
        task == null ? null : dates.day(task.since()),
        task == null ? null : dates.day(task.dueAt()),
        task == null ? null : words.text(task.overdue() ? "round.yes" : "round.no"));
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

  /** What stands still and what is late first, then by due date, what is over last. */
  private List<NominationLine> lines(long id, NominationState state, boolean overdueOnly) {
    return rounds.lines(id, state, null, LINES).stream()
        .filter(line -> !overdueOnly || line.isOverdue())
        .sorted(
            Comparator.comparing((NominationLine line) -> !line.failed())
                .thenComparing(line -> !line.isOverdue())
                .thenComparing(line -> !line.state().isOpen())
                .thenComparing(
                    RoundController::earliestDue, Comparator.nullsLast(Comparator.naturalOrder()))
                .thenComparing(line -> line.body().acronym()))
        .toList();
  }

  private static Instant earliestDue(NominationLine line) {
    return line.waitingFor().stream()
        .map(WaitingFor::dueAt)
        .filter(Objects::nonNull)
        .min(Comparator.naturalOrder())
        .orElse(null);
  }
}
