package br.gov.sp.prefeitura.redeinfo.audit.web;

import static org.assertj.core.api.Assertions.assertThat;

import br.gov.sp.prefeitura.redeinfo.audit.AuditEntry;
import br.gov.sp.prefeitura.redeinfo.audit.AuditLog;
import br.gov.sp.prefeitura.redeinfo.audit.InPlaceOf;
import br.gov.sp.prefeitura.redeinfo.network.Bodies;
import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.network.Bond;
import br.gov.sp.prefeitura.redeinfo.network.Function;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.network.Persons;
import br.gov.sp.prefeitura.redeinfo.network.Persons.PersonDetails;
import br.gov.sp.prefeitura.redeinfo.support.Browser;
import br.gov.sp.prefeitura.redeinfo.support.Browser.Screen;
import br.gov.sp.prefeitura.redeinfo.support.IntegrationTest;
import br.gov.sp.prefeitura.redeinfo.support.TestPeople;
import br.gov.sp.prefeitura.redeinfo.support.Visitor;
import com.microsoft.playwright.Page;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@IntegrationTest
@DisplayName("The page of the audit")
class AuditPagesTest {

  private static final Pattern NEXT = Pattern.compile("rel=\"next\" href=\"([^\"]+)\"");

  @Autowired TestPeople people;
  @Autowired Persons persons;
  @Autowired Bodies bodies;
  @Autowired AuditLog audit;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transaction;

  private Person auditing;
  private Visitor auditor;

  @BeforeEach
  void signIn() {
    auditing = people.withFunction(Function.AUDITOR, "cgm");
    auditor = people.signIn(auditing);
  }

  @ParameterizedTest
  @EnumSource(
      value = Function.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = {"AUDITOR", "FOCAL_POINT"})
  @DisplayName("is for nobody but auditors")
  void isForAuditors(Function function) {
    Visitor other = people.signIn(people.withFunction(function, "svma"));
    for (String path : List.of("/audit", "/audit/entries.csv", "/audit/", "/audit/nope")) {
      assertThat(other.get(path).statusCode()).as(path).isEqualTo(403);
    }
    assertThat(other.get("/").body()).doesNotContain("href=\"/audit\"");
    assertThat(people.visitor().get("/audit").statusCode()).isEqualTo(302);
  }

  @Test
  @DisplayName("is one click from the auditor's start page")
  void isInTheNavigation() {
    assertThat(auditor.get("/").body()).contains("href=\"/audit\"");
    HttpResponse<String> page = auditor.get("/audit");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("Entrada na conta", auditing.name(), "127.0.0.1");
  }

  @Test
  @DisplayName("finds what a person did, what was done to them, and what was done for them")
  void findsAPerson() {
    Person person = people.stranger("svma");
    String done = entry(AuditEntry.of(() -> "thing.tried", id()).by(person.id()));
    String about = entry(AuditEntry.of(() -> "thing.tried", id()).about(person.id()));
    String inPlace =
        entry(AuditEntry.of(() -> "thing.tried", id()).inPlaceOf(InPlaceOf.person(person.id())));
    String other = entry(AuditEntry.of(() -> "thing.tried", id()));

    String page = auditor.get("/audit?person=" + person.email()).body();

    assertThat(page).contains(done, about, inPlace, "no lugar de " + person.name());
    assertThat(page).doesNotContain(other);
  }

  @Test
  @DisplayName("narrows by action, body, object and São Paulo's days, and keeps what was asked")
  void filters() {
    Person head = people.withFunction(Function.HEAD, "smads");
    String number =
        jdbc.sql("SELECT id FROM appointment WHERE person_id = ?")
            .param(head.id())
            .query(String.class)
            .single();
    String today =
        jdbc.sql("SELECT (now() AT TIME ZONE 'America/Sao_Paulo')::date")
            .query(String.class)
            .single();
    String query =
        "from="
            + today
            + "&to="
            + today
            + "&action=appointment.started&body=smads"
            + "&subjectType=appointment&subject="
            + number
            + "&person="
            + head.username();

    String page = auditor.get("/audit?" + query).body();

    assertThat(page).contains("Designação feita", "designação " + number, "SMADS", "chefia");
    assertThat(page).contains("value=\"" + today + "\"", "value=\"" + head.username() + "\"");
    assertThat(auditor.get("/audit?to=1999-12-31").body()).contains("Nenhum registro");
    assertThat(auditor.get("/audit?lang=en&" + query).body()).contains("Appointment made");
  }

  @Test
  @DisplayName("goes through all entries page by page, each once")
  void pages() {
    Person person = people.stranger("svma");
    for (int i = 0; i < 120; i++) {
      entry(AuditEntry.of(() -> "thing.tried", "n" + i + "-" + person.id()).about(person.id()));
    }
    String path = "/audit?person=" + person.username();
    StringBuilder all = new StringBuilder();
    int pages = 0;
    while (path != null) {
      String page = auditor.get(path).body();
      all.append(page);
      pages++;
      Matcher next = NEXT.matcher(page);
      path = next.find() ? next.group(1).replace("&amp;", "&") : null;
    }

    assertThat(pages).isEqualTo(3);
    for (int i = 0; i < 120; i++) {
      assertThat(all.toString().split("thing n" + i + "-" + person.id() + "<", -1)).hasSize(2);
    }
  }

  @Test
  @DisplayName("names a person whose data were erased by the number alone")
  void erased() {
    Person person = people.stranger("svma");
    jdbc.sql("DELETE FROM person WHERE id = ?").param(person.id()).update();

    String page = auditor.get("/audit?subjectType=person&subject=" + person.id()).body();

    assertThat(page).contains("pessoa " + person.id() + " (dados apagados)");
    assertThat(page).doesNotContain(person.name());
  }

  @Test
  @DisplayName(
      "gives everything that was found as a file no spreadsheet runs, and puts that on record")
  void export() {
    Body body = bodies.findBySlug("svma").orElseThrow();
    Person formula =
        persons.register(
            new PersonDetails(
                "=HYPERLINK(\"x\")",
                "f" + id() + "@" + body.mailDomains().get(0),
                Bond.EFETIVO,
                body.id(),
                null,
                null));
    for (int i = 0; i < 1100; i++) {
      entry(AuditEntry.of(() -> "thing.tried", id()).about(formula.id()));
    }

    HttpResponse<String> file = auditor.get("/audit/entries.csv?person=" + formula.username());

    assertThat(file.headers().firstValue("Content-Type")).contains("text/csv;charset=UTF-8");
    assertThat(file.headers().firstValue("Content-Disposition").orElseThrow())
        .contains("attachment", "auditoria-");
    assertThat(file.body().lines()).hasSize(1 + 1 + 1100 + 1);
    assertThat(file.body()).startsWith("\uFEFFQuando;O quê;Quem;");
    assertThat(file.body()).contains(";\"'=HYPERLINK(\"\"x\"\")\";").doesNotContain(";=HYP");
    assertThat(
            jdbc.sql("SELECT action FROM audit_entry WHERE actor_id = ? AND person_id = ?")
                .params(auditing.id(), formula.id())
                .query(String.class)
                .list())
        .containsExactly("audit.exported");
  }

  @Test
  @DisplayName("is found by an index, whatever is asked")
  void usesIndexes() {
    for (String condition :
        List.of(
            "true",
            "action = 'appointment.started'",
            "subject_type = 'person' AND subject_id = '1'",
            "actor_id = 1",
            "person_id = 1",
            "in_place_of_kind = 'person' AND in_place_of_id = 1",
            "body_id = 1")) {
      assertThat(plan(condition))
          .as(condition)
          .contains("Index Scan")
          .doesNotContain("Seq Scan", "Sort");
    }
  }

  /** As for a table too large to read whole. */
  private String plan(String condition) {
    String query =
        "EXPLAIN SELECT * FROM audit_entry WHERE (recorded_at, id) < (now(), 1) AND "
            + condition
            + " ORDER BY recorded_at DESC, id DESC LIMIT 51";
    List<String> lines =
        transaction.execute(
            status -> {
              jdbc.sql("SET LOCAL enable_seqscan = off").update();
              jdbc.sql("SET LOCAL enable_bitmapscan = off").update();
              return jdbc.sql(query).query(String.class).list();
            });
    return String.join("\n", lines);
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource(Screen.class)
  @DisplayName("is accessible and fits the screen")
  void isAccessible(Screen screen) {
    try (Browser browser = Browser.launch()) {
      Page page = browser.page(people.visitor().address(), screen);
      Browser.signIn(page, auditing.username(), TestPeople.PASSWORD);
      for (String path :
          List.of(
              "/audit",
              "/audit?lang=en",
              "/audit?to=1999-12-31",
              "/audit?action=x&person=ninguem&from=x&body=x&subject=a+b")) {
        assertThat(page.navigate(path).status())
            .as(path)
            .isEqualTo(path.contains("=x") ? 400 : 200);
        page.screenshot(
            new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(
                    Path.of(
                        "target", "screenshots", screen + path.replaceAll("\\W", "-") + ".png")));
        Browser.assertAccessible(page);
      }
    }
  }

  private String entry(AuditEntry entry) {
    transaction.executeWithoutResult(status -> audit.record(entry));
    return entry.subjectId();
  }

  private static String id() {
    return UUID.randomUUID().toString();
  }
}
