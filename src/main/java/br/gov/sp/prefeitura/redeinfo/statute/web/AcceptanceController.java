package br.gov.sp.prefeitura.redeinfo.statute.web;

import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson;
import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson.SignedIn;
import br.gov.sp.prefeitura.redeinfo.network.Bodies;
import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.shared.web.Csv;
import br.gov.sp.prefeitura.redeinfo.shared.web.Dates;
import br.gov.sp.prefeitura.redeinfo.statute.domain.AcceptanceList;
import br.gov.sp.prefeitura.redeinfo.statute.domain.AcceptanceList.Figures;
import br.gov.sp.prefeitura.redeinfo.statute.domain.AcceptanceList.Line;
import br.gov.sp.prefeitura.redeinfo.statute.domain.AcceptanceList.Show;
import br.gov.sp.prefeitura.redeinfo.statute.domain.StatuteQueries;
import br.gov.sp.prefeitura.redeinfo.statute.domain.StatuteVersion;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** Who accepted a version and who has still to, for the coordination and auditors. */
@Controller
@RequestMapping("/statute/{number:[0-9]{1,6}}")
class AcceptanceController {

  private static final int PER_PAGE = 50;
  private static final int PER_READ = 500;

  private final StatuteQueries statute;
  private final AcceptanceList acceptances;
  private final Bodies bodies;
  private final StatuteWords words;
  private final Dates dates;
  private final CurrentPerson currentPerson;

  AcceptanceController(
      StatuteQueries statute,
      AcceptanceList acceptances,
      Bodies bodies,
      StatuteWords words,
      Dates dates,
      CurrentPerson currentPerson) {
    this.statute = statute;
    this.acceptances = acceptances;
    this.bodies = bodies;
    this.words = words;
    this.dates = dates;
    this.currentPerson = currentPerson;
  }

  @GetMapping("/acceptances")
  String list(
      @PathVariable int number,
      @RequestParam(required = false) Show show,
      @RequestParam(required = false) Long after,
      Model model) {
    StatuteVersion version = page(number, model);
    List<Line> found = acceptances.find(version.id(), show, after, PER_PAGE + 1);
    List<Line> lines = found.subList(0, Math.min(PER_PAGE, found.size()));
    model.addAttribute("lines", lines);
    model.addAttribute("bodies", bodies.byId(lines.stream().map(Line::bodyId).distinct().toList()));
    model.addAttribute("shows", Show.values());
    model.addAttribute("show", show);
    model.addAttribute("first", after == null ? null : address(version, show, null));
    model.addAttribute(
        "next",
        found.size() > PER_PAGE
            ? address(version, show, lines.get(PER_PAGE - 1).personId())
            : null);
    return "statute/acceptances";
  }

  /** The figures alone, while tasks are being opened. */
  @GetMapping("/acceptances/progress")
  String progress(@PathVariable int number, Model model) {
    page(number, model);
    return "statute/acceptances :: progress";
  }

  @GetMapping("/acceptances.csv")
  void csv(
      @PathVariable int number,
      @RequestParam(required = false) Show show,
      HttpServletResponse response)
      throws IOException {
    requireReader();
    StatuteVersion version = statute.get(number);
    Csv csv = Csv.stream(response, "estatuto-" + number + "-aceites.csv");
    csv.row(
        words.text("statute.column.name"),
        words.text("statute.column.body"),
        words.text("statute.column.version"),
        words.text("statute.column.state"),
        words.text("statute.column.accepted"),
        words.text("statute.column.way"),
        words.text("statute.column.due"));
    Map<Long, Body> all = bodies.all().stream().collect(Collectors.toMap(Body::id, body -> body));
    Long after = null;
    List<Line> lines;
    do {
      lines = acceptances.find(version.id(), show, after, PER_READ);
      for (Line line : lines) {
        csv.row(
            line.name(),
            all.get(line.bodyId()).acronym(),
            number,
            words.text("statute.state." + line.state()),
            dates.moment(line.acceptedAt()),
            line.way() == null ? null : words.text("statute.way." + line.way()),
            dates.moment(line.dueAt()));
        after = line.personId();
      }
    } while (lines.size() == PER_READ);
  }

  private StatuteVersion page(int number, Model model) {
    requireReader();
    StatuteVersion version = statute.get(number);
    Figures figures = acceptances.figures(version.id());
    model.addAttribute("version", version);
    model.addAttribute("figures", figures);
    return version;
  }

  private void requireReader() {
    SignedIn person = currentPerson.require();
    if (!person.isCoordination() && !person.isAuditor()) {
      throw Refusal.forbidden("statute.acceptances-closed");
    }
  }

  private static String address(StatuteVersion version, Show show, Long after) {
    return UriComponentsBuilder.fromPath(version.path() + "/acceptances")
        .queryParamIfPresent("show", Optional.ofNullable(show))
        .queryParamIfPresent("after", Optional.ofNullable(after))
        .toUriString();
  }
}
