package br.gov.sp.prefeitura.redeinfo.training.web;

import br.gov.sp.prefeitura.redeinfo.network.Bodies;
import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.network.Persons;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import br.gov.sp.prefeitura.redeinfo.shared.web.Csv;
import br.gov.sp.prefeitura.redeinfo.shared.web.Dates;
import br.gov.sp.prefeitura.redeinfo.training.domain.RiskQueries;
import br.gov.sp.prefeitura.redeinfo.training.domain.RiskQueries.AtRisk;
import br.gov.sp.prefeitura.redeinfo.training.domain.RiskQueries.Place;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** Who is likely to be lost, for the coordination; the auditors look on (see {@code Routes}). */
@Controller
class RiskController {

  private static final int PER_PAGE = 50;
  private static final int PER_PART = 500;

  private final RiskQueries risk;
  private final Bodies bodies;
  private final Persons persons;
  private final BodyTrainingWords words;
  private final Dates dates;
  private final Clock clock;

  RiskController(
      RiskQueries risk,
      Bodies bodies,
      Persons persons,
      BodyTrainingWords words,
      Dates dates,
      Clock clock) {
    this.risk = risk;
    this.bodies = bodies;
    this.persons = persons;
    this.words = words;
    this.dates = dates;
    this.clock = clock;
  }

  @GetMapping("/trainings/risk")
  String list(
      @RequestParam(required = false) Long edition,
      @RequestParam(defaultValue = "") String body,
      @RequestParam(defaultValue = "") String after,
      Model model) {
    Long bodyId = bodyId(body);
    List<AtRisk> found = risk.list(edition, bodyId, Place.parse(after), PER_PAGE + 1);
    List<AtRisk> page = found.subList(0, Math.min(PER_PAGE, found.size()));
    model.addAttribute("lines", page);
    model.addAttribute("people", people(page));
    model.addAttribute("bodies", bodiesOf(page));
    model.addAttribute("editions", risk.editions());
    model.addAttribute("allBodies", bodies.existingOn(SaoPaulo.today(clock)));
    model.addAttribute("edition", edition);
    model.addAttribute("body", body);
    model.addAttribute("csv", address("/trainings/risk.csv", edition, body, null));
    model.addAttribute(
        "first", after.isEmpty() ? null : address("/trainings/risk", edition, body, null));
    model.addAttribute(
        "next",
        found.size() > PER_PAGE
            ? address("/trainings/risk", edition, body, page.get(PER_PAGE - 1).place().toString())
            : null);
    return "training-record/risk";
  }

  /** Everything, read and written a part at a time. */
  @GetMapping("/trainings/risk.csv")
  void csv(
      @RequestParam(required = false) Long edition,
      @RequestParam(defaultValue = "") String body,
      HttpServletResponse response)
      throws IOException {
    Long bodyId = bodyId(body);
    Csv csv = Csv.stream(response, "risco-" + SaoPaulo.today(clock) + ".csv");
    csv.row(
        words.text("risk.edition"),
        words.text("risk.body"),
        words.text("risk.person"),
        words.text("risk.email"),
        words.text("risk.absences"),
        words.text("risk.sessions"),
        words.text("risk.in-a-row"),
        words.text("risk.last-missed"),
        words.text("risk.last-present"),
        words.text("risk.reason"),
        words.text("risk.words"));
    Place after = Place.FIRST;
    for (List<AtRisk> part = risk.list(edition, bodyId, after, PER_PART);
        !part.isEmpty();
        part = risk.list(edition, bodyId, after, PER_PART)) {
      Map<Long, Person> people = people(part);
      Map<Long, Body> of = bodiesOf(part);
      part.forEach(line -> row(csv, line, people.get(line.personId()), of.get(line.bodyId())));
      after = part.get(part.size() - 1).place();
    }
  }

  private void row(Csv csv, AtRisk line, Person person, Body body) {
    csv.row(
        line.editionTitle(),
        body.acronym(),
        person.name(),
        person.email(),
        line.absences(),
        line.sessions(),
        line.inARow(),
        dates.day(line.lastMissed()),
        dates.day(line.lastPresent()),
        line.reasonCode() == null ? null : words.text("risk.reason." + line.reasonCode()),
        line.reason());
  }

  private Map<Long, Person> people(List<AtRisk> lines) {
    return persons.byId(lines.stream().map(AtRisk::personId).distinct().toList());
  }

  private Map<Long, Body> bodiesOf(List<AtRisk> lines) {
    return bodies.byId(lines.stream().map(AtRisk::bodyId).distinct().toList());
  }

  private Long bodyId(String slug) {
    return slug.isEmpty()
        ? null
        : bodies
            .findBySlug(slug)
            .map(Body::id)
            .orElseThrow(() -> Refusal.notFound("network.body-unknown"));
  }

  private static String address(String path, Long edition, String body, String after) {
    return UriComponentsBuilder.fromPath(path)
        .queryParamIfPresent("edition", Optional.ofNullable(edition))
        .queryParamIfPresent("body", Optional.of(body).filter(slug -> !slug.isEmpty()))
        .queryParamIfPresent("after", Optional.ofNullable(after))
        .encode()
        .toUriString();
  }
}
