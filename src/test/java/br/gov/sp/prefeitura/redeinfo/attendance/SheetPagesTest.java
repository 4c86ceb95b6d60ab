package br.gov.sp.prefeitura.redeinfo.attendance;

import static org.assertj.core.api.Assertions.assertThat;

import br.gov.sp.prefeitura.redeinfo.attendance.AttendanceSheets.Counts;
import br.gov.sp.prefeitura.redeinfo.network.Function;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.network.Persons;
import br.gov.sp.prefeitura.redeinfo.network.Persons.PersonDetails;
import br.gov.sp.prefeitura.redeinfo.support.AttendanceLife;
import br.gov.sp.prefeitura.redeinfo.support.IntegrationTest;
import br.gov.sp.prefeitura.redeinfo.support.StatementCounter;
import br.gov.sp.prefeitura.redeinfo.support.TestPeople;
import br.gov.sp.prefeitura.redeinfo.support.Visitor;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@IntegrationTest
@DisplayName("The page of an attendance sheet")
class SheetPagesTest {

  private static final Pattern ROW = Pattern.compile("data-person=\"(\\d+)\" data-status");
  private static final Pattern NEXT = Pattern.compile("rel=\"next\" href=\"([^\"]+)\"");

  @Autowired AttendanceLife life;
  @Autowired AttendanceSheets sheets;
  @Autowired TestPeople people;
  @Autowired Persons persons;
  @Autowired TransactionTemplate transaction;
  @Autowired ObjectMapper json;
  @Autowired Clock clock;

  private Visitor keeper;
  private Person ana;
  private Person bia;
  private long event;
  private String path;

  @BeforeEach
  void expect() {
    keeper = people.signIn(people.withFunction(Function.COORDINATION, "cgm"));
    ana = named("Ánia Órfã dos Santos", people.stranger("svma"));
    bia = named("Bia <b>Reis</b>", people.stranger("smads"));
    event = life.event(List.of(ana, bia));
    path = "/attendance/" + event;
  }

  @Test
  @DisplayName("marks by plain forms, and leads back to the person on the same look")
  void marksByForms() {
    HttpResponse<String> answer =
        keeper.post(
            path + "/entries",
            Map.of("person", "" + ana.id(), "status", "PRESENT", "seen", "0", "q", "orfa & são"));
    assertThat(answer.headers().firstValue("Location"))
        .hasValue(path + "?q=orfa%20%26%20s%C3%A3o#person-" + ana.id());
    assertThat(keeper.get(path).body()).contains("presente").contains("marcada por");
    assertThat(counts()).isEqualTo(new Counts(2, 1, 0, 0));
  }

  @Test
  @DisplayName("shows names and reasons as they are typed, never as markup")
  void showsTexts() {
    keeper.post(
        path + "/entries",
        Map.of("person", "" + bia.id(), "status", "JUSTIFIED", "reason", "<script>x</script>"));
    assertThat(keeper.get(path).body())
        .contains("Bia &lt;b&gt;Reis&lt;/b&gt;")
        .contains("&lt;script&gt;x&lt;/script&gt;")
        .doesNotContain("<script>x");
  }

  @Test
  @DisplayName("finds people by words of names and bodies, without accents, in any order")
  void finds() {
    assertThat(rows(path + "?q=santos+ania")).containsExactly(ana.id());
    assertThat(rows(path + "?q=SMADS")).containsExactly(bia.id());
    assertThat(rows(path + "?q=%25")).isEmpty();
    assertThat(rows(path + "?show=EXPECTED")).containsExactly(ana.id(), bia.id());
    assertThat(rows(path + "?show=PRESENT")).isEmpty();
  }

  @Test
  @DisplayName("is read a page at a time in the order of names, each in as many statements")
  void isPaged() {
    List<Person> many =
        transaction.execute(
            status -> IntStream.range(0, 120).mapToObj(i -> people.stranger("svma")).toList());
    long large = life.event(many);
    List<Long> seen = new ArrayList<>();
    String next = "/attendance/" + large;
    while (next != null) {
      HttpResponse<String> page = keeper.get(next);
      seen.addAll(rows(page));
      Matcher link = NEXT.matcher(page.body());
      next = link.find() ? link.group(1).replace("&amp;", "&") : null;
    }
    assertThat(seen)
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(many.stream().map(Person::id).toList());
    long small = StatementCounter.count(() -> keeper.get(path)).statements();
    assertThat(StatementCounter.count(() -> keeper.get("/attendance/" + large)).statements())
        .isEqualTo(small);
  }

  @Test
  @DisplayName("takes the script's marks with the time they were made, and answers what holds")
  void takesMarks() throws Exception {
    JsonNode answer =
        marks(
            "[{\"person\":%d,\"status\":\"PRESENT\",\"age\":60000,\"seen\":0},"
                + "{\"person\":%d,\"status\":\"ABSENT\",\"age\":0,\"seen\":0}]",
            ana.id(), bia.id());
    assertThat(answer.at("/results/0/outcome").asText()).isEqualTo("RECORDED");
    assertThat(answer.at("/counts/present").asInt()).isEqualTo(1);
    assertThat(answer.at("/counts/unmarked").asInt()).isZero();

    Visitor other = people.signIn(people.withFunction(Function.COORDINATION, "cgm"));
    JsonNode late =
        json.readTree(
            other
                .postJson(
                    path + "/marks",
                    "[{\"person\":%d,\"status\":\"ABSENT\",\"age\":300000}]".formatted(ana.id()))
                .body());
    assertThat(late.at("/results/0/outcome").asText()).isEqualTo("OVERTAKEN");
    assertThat(late.at("/results/0/note").asText()).contains("marcou depois").contains("presente");
  }

  @Test
  @DisplayName("tells its script what others record meanwhile")
  void tellsChanges() throws Exception {
    String since = json.readTree(keeper.get(path + "/changes.json").body()).at("/now").asText();
    keeper.post(path + "/entries", Map.of("person", "" + ana.id(), "status", "PRESENT"));
    JsonNode changes = json.readTree(keeper.get(path + "/changes.json?since=" + since).body());
    assertThat(changes.at("/entries")).hasSize(1);
    assertThat(changes.at("/entries/0/person").asLong()).isEqualTo(ana.id());
    assertThat(changes.at("/entries/0/says").asText()).isEqualTo("presente");
    assertThat(changes.at("/counts/present").asInt()).isEqualTo(1);
    for (String odd : List.of("-999999999-01-01T00:00:00Z", "%2B999999999-01-01T00:00:00Z")) {
      assertThat(keeper.get(path + "/changes.json?since=" + odd).statusCode()).isEqualTo(200);
    }
  }

  @Test
  @DisplayName("is one step from the start page for those who keep it, as long as it is open")
  void isOnTheStartPage() {
    Person trainer = people.person("svma");
    life.makeKeeper(trainer);
    Visitor start = people.signIn(trainer);
    // The latest of all: whatever other tests left comes after it.
    Instant tomorrow = clock.instant().plus(Duration.ofHours(24)).minusSeconds(60);
    long next = life.event(tomorrow, tomorrow.plusSeconds(3600), List.of(ana));
    String link = "href=\"/attendance/" + next + "\"";
    assertThat(start.get("/").body()).contains(link);
    assertThat(people.signIn(people.person("svma")).get("/").body()).doesNotContain(link);
    life.cancel(next);
    assertThat(start.get("/").body()).doesNotContain(link);
  }

  @Test
  @DisplayName(
      "completes the sheet with the numbers shown, and corrects it with a reason for all"
          + " to see")
  void completesAndCorrects() {
    keeper.post(path + "/entries", Map.of("person", "" + ana.id(), "status", "PRESENT"));
    assertThat(keeper.get(path + "/completion").body())
        .contains("name=\"unmarked\" value=\"1\"")
        .contains("A pessoa sem marcação passa a ausente");
    assertThat(keeper.post(path + "/completion", Map.of("unmarked", "1")).statusCode())
        .isEqualTo(302);
    assertThat(keeper.get(path).body()).contains("concluída").doesNotContain("data-mark");

    String correction = path + "/people/" + bia.id();
    assertThat(keeper.get(correction).body()).contains("name=\"seen\" value=\"1\"");
    Map<String, String> form =
        Map.of("status", "JUSTIFIED", "reason", "atestado entregue depois", "seen", "1");
    assertThat(keeper.post(correction, form).statusCode()).isEqualTo(302);
    assertThat(keeper.post(correction, form).statusCode()).as("sent twice").isEqualTo(409);

    assertThat(counts()).isEqualTo(new Counts(2, 1, 0, 1));
    assertThat(life.corrected(event)).containsExactly(bia.id());
    Visitor auditor = people.signIn(people.withFunction(Function.AUDITOR, "cgm"));
    for (String page : List.of(path + "/corrections", correction)) {
      assertThat(auditor.get(page).body())
          .contains("de ausente para ausência justificada")
          .contains("atestado entregue depois")
          .doesNotContain("<form class=\"form card\"");
    }
  }

  private Counts counts() {
    return sheets.counts(List.of(event)).get(event);
  }

  private JsonNode marks(String body, Object... args) throws Exception {
    HttpResponse<String> answer = keeper.postJson(path + "/marks", body.formatted(args));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return json.readTree(answer.body());
  }

  private List<Long> rows(String address) {
    return rows(keeper.get(address));
  }

  private static List<Long> rows(HttpResponse<String> page) {
    assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
    return ROW.matcher(page.body()).results().map(row -> Long.valueOf(row.group(1))).toList();
  }

  private Person named(String name, Person person) {
    return persons.register(
        new PersonDetails(name, person.email(), person.bond(), person.bodyId(), null, null));
  }
}
