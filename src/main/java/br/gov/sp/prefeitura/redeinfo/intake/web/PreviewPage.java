package br.gov.sp.prefeitura.redeinfo.intake.web;

import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson;
import br.gov.sp.prefeitura.redeinfo.intake.domain.ImportDesk;
import br.gov.sp.prefeitura.redeinfo.intake.domain.ImportDesk.Preview;
import br.gov.sp.prefeitura.redeinfo.intake.domain.ImportPlan;
import br.gov.sp.prefeitura.redeinfo.intake.domain.PlannedLine;
import br.gov.sp.prefeitura.redeinfo.intake.domain.PlannedLine.Verdict;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.shared.web.Csv;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** A waiting list line by line, a page at a time; what is refused can be taken away as a table. */
@Controller
class PreviewPage {

  private static final int PAGE_SIZE = 50;

  private final ImportDesk desk;
  private final LineWords words;
  private final CurrentPerson currentPerson;

  PreviewPage(ImportDesk desk, LineWords words, CurrentPerson currentPerson) {
    this.desk = desk;
    this.words = words;
    this.currentPerson = currentPerson;
  }

  /**
   * @param show the verdict whose lines are shown, in lower case; {@code null} or empty for all
   * @param after the line behind which the page begins
   */
  String show(Preview preview, String show, int after, Model model) {
    Verdict chosen = parse(show);
    model.addAttribute("upload", preview.upload());
    model.addAttribute("ignored", preview.ignored());
    model.addAttribute("plan", preview.plan());
    if (preview.plan() != null) {
      addLines(preview.plan(), chosen, after, model);
      model.addAttribute("base", "/imports/" + preview.upload().id());
    }
    return "intake/preview";
  }

  private void addLines(ImportPlan plan, Verdict chosen, int after, Model model) {
    List<PlannedLine> found =
        plan.lines().stream()
            .filter(line -> chosen == null || line.verdict() == chosen)
            .filter(line -> line.number() > after)
            .limit(PAGE_SIZE + 1L)
            .toList();
    List<PlannedLine> page = found.subList(0, Math.min(PAGE_SIZE, found.size()));
    Map<Verdict, Integer> counts = new LinkedHashMap<>();
    Arrays.stream(Verdict.values()).forEach(verdict -> counts.put(verdict, plan.count(verdict)));
    String filter = chosen == null ? "" : "show=" + chosen.name().toLowerCase(Locale.ROOT);
    model.addAttribute("chosen", chosen);
    model.addAttribute("counts", counts);
    model.addAttribute("refused", plan.count(Verdict.REFUSED));
    model.addAttribute("lines", page.stream().map(words::of).toList());
    model.addAttribute("first", after > 0 ? "?" + filter : null);
    model.addAttribute(
        "next",
        found.size() > PAGE_SIZE
            ? "?"
                + (filter.isEmpty() ? "" : filter + "&")
                + "after="
                + page.get(PAGE_SIZE - 1).number()
            : null);
  }

  @GetMapping("/imports/{id:[0-9]+}/problems.csv")
  ResponseEntity<byte[]> problems(@PathVariable long id) {
    Preview preview = desk.preview(id, currentPerson.require());
    Csv csv = new Csv();
    csv.row(
        words.text("intake.line"),
        words.text("intake.who"),
        words.text("intake.column"),
        words.text("intake.value"),
        words.text("intake.reason"));
    if (preview.plan() != null) {
      preview.plan().lines().stream()
          .filter(line -> line.verdict() == Verdict.REFUSED)
          .map(words::of)
          .forEach(
              line ->
                  line.problems()
                      .forEach(
                          problem ->
                              csv.row(
                                  line.number(),
                                  line.title(),
                                  problem.header(),
                                  problem.value(),
                                  problem.text())));
    }
    return csv.download(words.text("intake.problems.file") + "-" + id + ".csv");
  }

  private static Verdict parse(String show) {
    if (show == null || show.isEmpty()) {
      return null;
    }
    return Arrays.stream(Verdict.values())
        .filter(verdict -> verdict.name().toLowerCase(Locale.ROOT).equals(show))
        .findFirst()
        .orElseThrow(() -> Refusal.invalid("intake.no-such-verdict"));
  }
}
