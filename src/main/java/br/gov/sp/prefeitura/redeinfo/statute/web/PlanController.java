package br.gov.sp.prefeitura.redeinfo.statute.web;

import br.gov.sp.prefeitura.redeinfo.network.Bodies;
import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.shared.web.Csv;
import br.gov.sp.prefeitura.redeinfo.statute.domain.ActivityPlan;
import br.gov.sp.prefeitura.redeinfo.statute.domain.ActivityPlan.Line;
import br.gov.sp.prefeitura.redeinfo.statute.domain.Target;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/** The activity plan for everybody: what is promised for a year, and what is done of it. */
@Controller
@RequestMapping("/plan")
class PlanController {

  private static final String YEAR = "/{year:[0-9]+}";

  /**
   * Names of the columns, in their order; in JSON they are the fields. They do not change with the
   * language.
   */
  private static final List<String> COLUMNS =
      List.of(
          "year",
          "what",
          "measure",
          "done",
          "target",
          "state",
          "first_day",
          "last_day",
          "goal_code",
          "goal_name",
          "body");

  private final PlanPages pages;
  private final Bodies bodies;

  PlanController(PlanPages pages, Bodies bodies) {
    this.pages = pages;
    this.bodies = bodies;
  }

  @GetMapping
  String current(Model model) {
    Optional<Integer> year = pages.current();
    if (year.isEmpty()) {
      pages.addFrame(model);
      return "statute/plan-none";
    }
    return pages.show(year.get(), model);
  }

  @GetMapping(YEAR)
  String plan(@PathVariable int year, Model model) {
    return pages.show(year, model);
  }

  @GetMapping(YEAR + ".csv")
  ResponseEntity<byte[]> csv(@PathVariable int year) {
    List<Map<String, Object>> rows = rows(pages.get(year));
    Csv csv = new Csv();
    csv.row(COLUMNS);
    rows.forEach(row -> csv.row(row.values().stream().toList()));
    return csv.download("plano-" + year + ".csv");
  }

  @GetMapping(value = YEAR + ".json", produces = MediaType.APPLICATION_JSON_VALUE)
  @ResponseBody
  Map<String, Object> json(@PathVariable int year) {
    ActivityPlan plan = pages.get(year);
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("year", year);
    answer.put("published", plan.publishedAt());
    answer.put("targets", rows(plan));
    return answer;
  }

  private List<Map<String, Object>> rows(ActivityPlan plan) {
    Map<Long, Body> named =
        bodies.byId(
            plan.lines().stream()
                .map(line -> line.target().bodyId())
                .filter(Objects::nonNull)
                .distinct()
                .toList());
    return plan.lines().stream().map(line -> row(line, named)).toList();
  }

  private static Map<String, Object> row(Line line, Map<Long, Body> named) {
    Target target = line.target();
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("year", target.year());
    row.put("what", target.what());
    row.put("measure", target.measure());
    row.put("done", line.done());
    row.put("target", target.target());
    row.put("state", line.state().name());
    row.put("first_day", target.first().toString());
    row.put("last_day", target.last().toString());
    row.put("goal_code", target.goalCode());
    row.put("goal_name", target.goalName());
    row.put("body", target.bodyId() == null ? null : named.get(target.bodyId()).acronym());
    return row;
  }
}
