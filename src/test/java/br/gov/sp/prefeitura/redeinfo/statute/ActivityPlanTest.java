package br.gov.sp.prefeitura.redeinfo.statute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson.SignedIn;
import br.gov.sp.prefeitura.redeinfo.network.Function;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import br.gov.sp.prefeitura.redeinfo.statute.Statutes.Way;
import br.gov.sp.prefeitura.redeinfo.statute.domain.ActivityPlan.Line;
import br.gov.sp.prefeitura.redeinfo.statute.domain.Measures;
import br.gov.sp.prefeitura.redeinfo.statute.domain.PlanDesk;
import br.gov.sp.prefeitura.redeinfo.statute.domain.PlanQueries;
import br.gov.sp.prefeitura.redeinfo.statute.domain.Target;
import br.gov.sp.prefeitura.redeinfo.statute.domain.TypedTarget;
import br.gov.sp.prefeitura.redeinfo.support.IntegrationTest;
import br.gov.sp.prefeitura.redeinfo.support.StatuteLife;
import br.gov.sp.prefeitura.redeinfo.support.TestPeople;
import br.gov.sp.prefeitura.redeinfo.support.TrainingLife;
import br.gov.sp.prefeitura.redeinfo.support.Visitor;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@IntegrationTest
@DisplayName("The activity plan")
class ActivityPlanTest {

  @Autowired PlanDesk desk;
  @Autowired PlanQueries plans;
  @Autowired Measures measures;
  @Autowired Statutes statutes;
  @Autowired StatuteLife statute;
  @Autowired TrainingLife training;
  @Autowired TestPeople people;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transaction;
  @Autowired Clock clock;

  private Person writer;
  private SignedIn coordinator;
  private int year;

  @BeforeEach
  void aPlan() {
    writer = people.withFunction(Function.COORDINATION, "cgm");
    coordinator = training.signedIn(writer);
    year = statute.freeYear();
    desk.begin(year, coordinator);
  }

  @Test
  @DisplayName("offers a number of every module that has one, and each can be counted")
  void modules() {
    assertThat(measures.codes())
        .contains(
            "trainings-held",
            "bodies-trained",
            "people-trained",
            "pilots-presented",
            "pilots-running",
            "pilots-completed",
            "statute-acceptances");
    for (String code : measures.codes()) {
      desk.add(year, measured(year, code, 1_000_000), coordinator);
    }
    assertThat(plans.get(year, true).lines())
        .hasSize(measures.codes().size())
        .allSatisfy(line -> assertThat(line.done()).isNotNegative());
  }

  @Test
  @DisplayName("fills with what people do, and with what the coordination keeps by hand")
  void fills() {
    int thisYear = SaoPaulo.today(clock).getYear();
    statute.planOf(thisYear, coordinator);
    long measured = desk.add(thisYear, measured(thisYear, "statute-acceptances", 9), coordinator);
    long before = done(thisYear, measured);
    long version = statute.publish().id();
    Person person = people.person("svma");
    transaction.executeWithoutResult(
        status -> statutes.accept(person.id(), version, Way.ENLISTMENT));
    long byHand = desk.add(year, byHand(3, 4), coordinator);

    assertThat(done(thisYear, measured)).isEqualTo(before + 1);
    assertThat(line(year, byHand))
        .satisfies(
            line -> {
              assertThat(line.done()).isEqualTo(3);
              assertThat(line.percent()).isEqualTo(75);
            });
  }

  @Test
  @DisplayName("refuses what cannot be, at its field, and who is not the coordination")
  void rules() {
    LocalDate first = LocalDate.of(year, 1, 1);
    Map<String, TypedTarget> wrong = new LinkedHashMap<>();
    wrong.put("what statute.required", typed(" ", null, 1, 1, first, first, null, null, null));
    wrong.put("measure statute.choose", typed("x", "nope", 1, 1, first, first, null, null, null));
    wrong.put("target plan.number", typed("x", null, 1, 0, first, first, null, null, null));
    wrong.put("doneByHand plan.number", typed("x", null, -1, 1, first, first, null, null, null));
    wrong.put(
        "last plan.last-before-first",
        typed("x", null, 1, 1, first.plusDays(1), first, null, null, null));
    wrong.put(
        "first plan.day-of-year",
        typed("x", null, 1, 1, first.minusDays(1), first, null, null, null));
    wrong.put("goalCode plan.goal-code", typed("x", null, 1, 1, first, first, null, "n", null));
    wrong.put("bodyId statute.choose", typed("x", null, 1, 1, first, first, null, null, -1L));
    wrong.forEach(
        (expected, target) ->
            assertThatThrownBy(() -> desk.add(year, target, coordinator))
                .isInstanceOfSatisfying(
                    Refusal.class,
                    refusal ->
                        assertThat(refusal.violations())
                            .extracting(found -> found.field() + " " + found.code())
                            .containsExactly(expected)));
    SignedIn stranger = training.signedIn(people.person("svma"));
    assertThatThrownBy(() -> desk.add(year, byHand(0, 1), stranger))
        .hasMessage("plan.coordination-only");
    assertThatThrownBy(() -> desk.begin(year, coordinator)).hasMessage("plan.exists");
    assertThatThrownBy(() -> desk.publish(year, coordinator)).hasMessage("plan.empty");
  }

  @Test
  @DisplayName("is written on pages, and public with its files once published")
  void pages() {
    Visitor pages = people.signIn(writer);
    Visitor anybody = people.visitor();
    String plan = "/plan/" + year;
    HttpResponse<String> wrong =
        pages.post(plan + "/targets/new", Map.of("what", "Quatro oficinas", "target", "muitas"));
    assertThat(wrong.statusCode()).isEqualTo(400);
    assertThat(wrong.body()).contains("Quatro oficinas", "muitas");
    HttpResponse<String> added =
        pages.post(
            plan + "/targets/new",
            Map.of(
                "what", "=Oficinas de <b>todos</b>",
                "target", "4",
                "doneByHand", "4",
                "first", year + "-01-01",
                "last", year + "-12-31",
                "goalCode", "Meta 73"));
    assertThat(added.statusCode()).isEqualTo(302);
    assertThat(anybody.get(plan).statusCode()).isEqualTo(404);
    assertThat(pages.get(plan).body()).contains("ainda não está publicado");
    pages.post(plan + "/publication", Map.of());

    assertThat(anybody.get(plan).body())
        .contains("=Oficinas de &lt;b&gt;todos", "4 de 4", "cumprida", "Meta 73")
        .doesNotContain("/targets/");
    assertThat(anybody.get(plan + ".csv").body()).contains("'=Oficinas de <b>todos</b>;;4;4;MET");
    assertThat(anybody.get(plan + ".json").body()).contains("\"done\":4", "\"state\":\"MET\"");
    assertThat(anybody.get("/plan/2012.json").statusCode()).isEqualTo(404);

    Target target = plans.get(year, true).lines().get(0).target();
    String path = plan + "/targets/" + target.id();
    Map<String, String> change = new LinkedHashMap<>();
    change.put("version", "0");
    change.put("what", "Oficinas");
    change.put("target", "5");
    change.put("doneByHand", "4");
    change.put("first", year + "-01-01");
    change.put("last", year + "-12-31");
    assertThat(pages.post(path, change).statusCode()).isEqualTo(302);
    assertThat(pages.post(path, change).statusCode()).as("changed meanwhile").isEqualTo(409);
    assertThat(pages.get(path).body()).contains("value=\"5\"");
    assertThat(pages.post(path + "/removal", Map.of("version", "1")).statusCode()).isEqualTo(302);
    assertThat(anybody.get(plan).body()).contains("Nenhuma meta ainda");
    assertThat(recorded())
        .containsExactly(
            "plan.begun",
            "plan.target-added",
            "plan.published",
            "plan.target-changed",
            "plan.target-removed");
  }

  private List<String> recorded() {
    return jdbc.sql(
            """
            SELECT action FROM audit_entry
             WHERE subject_type = 'plan' AND subject_id = ? AND actor_id = ? ORDER BY id
            """)
        .params(String.valueOf(year), writer.id())
        .query(String.class)
        .list();
  }

  private Line line(int of, long target) {
    return plans.get(of, true).lines().stream()
        .filter(line -> line.target().id() == target)
        .findFirst()
        .orElseThrow();
  }

  private long done(int of, long target) {
    return line(of, target).done();
  }

  private static TypedTarget measured(int of, String code, int target) {
    LocalDate first = LocalDate.of(of, 1, 1);
    return typed(
        "Meta inventada", code, null, target, first, LocalDate.of(of, 12, 31), null, null, null);
  }

  private TypedTarget byHand(int done, int target) {
    return typed(
        "Meta inventada",
        null,
        done,
        target,
        LocalDate.of(year, 1, 1),
        LocalDate.of(year, 12, 31),
        null,
        null,
        null);
  }

  private static TypedTarget typed(
      String what,
      String measure,
      Integer done,
      Integer target,
      LocalDate first,
      LocalDate last,
      String goal,
      String name,
      Long body) {
    return new TypedTarget(what, measure, done, target, first, last, goal, name, body);
  }
}
