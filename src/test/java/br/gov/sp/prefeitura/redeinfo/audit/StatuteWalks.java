package br.gov.sp.prefeitura.redeinfo.audit;

import br.gov.sp.prefeitura.redeinfo.audit.AuditedRoutesTest.Walk;
import br.gov.sp.prefeitura.redeinfo.network.Function;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.statute.domain.StatuteText;
import br.gov.sp.prefeitura.redeinfo.support.StatuteLife;
import br.gov.sp.prefeitura.redeinfo.support.TestPeople;
import br.gov.sp.prefeitura.redeinfo.support.Visitor;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntFunction;

/** The ways to write the statute and the plan by their pages, and what each puts on record. */
final class StatuteWalks {

  private static final String DRAFT = "/statute/draft";

  private final StatuteLife statute;
  private final TestPeople people;
  private final Runnable begin;
  private final Map<String, Walk> walks = new LinkedHashMap<>();

  /**
   * @param begin called when the preparations are done
   */
  StatuteWalks(StatuteLife statute, TestPeople people, Runnable begin) {
    this.statute = statute;
    this.people = people;
    this.begin = begin;
    walks.put("POST " + DRAFT, new Walk("statute.draft-saved", this::save));
    walks.put("POST " + DRAFT + "/discard", new Walk("statute.draft-discarded", this::discard));
    walks.put("POST " + DRAFT + "/publication", new Walk("statute.published", this::publish));
    planWalks();
  }

  private void planWalks() {
    String target = "POST /plan/{year}/targets/{id}";
    walks.put(
        "POST /plan",
        new Walk("plan.begun", () -> post("/plan", Map.of("year", "" + statute.freeYear()))));
    walks.put("POST /plan/{year}/publication", new Walk("plan.published", this::publishPlan));
    walks.put("POST /plan/{year}/targets/new", new Walk("plan.target-added", this::addTarget));
    walks.put(target, new Walk("plan.target-changed", () -> onTarget("", this::typed)));
    walks.put(
        target + "/removal",
        new Walk(
            "plan.target-removed", () -> onTarget("/removal", year -> Map.of("version", "0"))));
  }

  private HttpResponse<String> publishPlan() {
    int year = statute.freeYear();
    statute.plan(year);
    return post("/plan/" + year + "/publication", Map.of());
  }

  private HttpResponse<String> addTarget() {
    int year = statute.freeYear();
    statute.plan(year);
    return post("/plan/" + year + "/targets/new", typed(year));
  }

  private HttpResponse<String> onTarget(String path, IntFunction<Map<String, String>> typed) {
    int year = statute.freeYear();
    long target = statute.plan(year);
    return post("/plan/" + year + "/targets/" + target + path, typed.apply(year));
  }

  private Map<String, String> typed(int year) {
    return Map.of(
        "version", "0",
        "what", "Meta inventada",
        "target", "3",
        "first", year + "-01-01",
        "last", year + "-12-31");
  }

  Map<String, Walk> all() {
    return walks;
  }

  private HttpResponse<String> save() {
    StatuteText text = statute.text();
    return post(
        DRAFT,
        Map.of(
            "revision", "" + statute.revision(),
            "principles", text.principles(),
            "roles", text.roles(),
            "duties", text.duties(),
            "activities", text.activities()));
  }

  private HttpResponse<String> discard() {
    return post(DRAFT + "/discard", Map.of("revision", "" + statute.draft()));
  }

  private HttpResponse<String> publish() {
    String today = statute.publication().actDay().toString();
    return post(
        DRAFT + "/publication",
        Map.of(
            "revision",
            "" + statute.draft(),
            "act",
            "Portaria inventada",
            "actDay",
            today,
            "gazetteDay",
            today));
  }

  private HttpResponse<String> post(String path, Map<String, String> fields) {
    Person coordinator = people.withFunction(Function.COORDINATION, "cgm");
    Visitor visitor = people.signIn(coordinator);
    begin.run();
    return visitor.post(path, fields);
  }
}
