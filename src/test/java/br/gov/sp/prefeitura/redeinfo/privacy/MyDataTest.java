package br.gov.sp.prefeitura.redeinfo.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import br.gov.sp.prefeitura.redeinfo.network.Function;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.privacy.domain.DataCopies;
import br.gov.sp.prefeitura.redeinfo.support.EnrollmentLife;
import br.gov.sp.prefeitura.redeinfo.support.IntegrationTest;
import br.gov.sp.prefeitura.redeinfo.support.StatementCounter;
import br.gov.sp.prefeitura.redeinfo.support.TestPeople;
import br.gov.sp.prefeitura.redeinfo.support.TrainingLife;
import br.gov.sp.prefeitura.redeinfo.support.Visitor;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@IntegrationTest
@DisplayName("A person's own data")
class MyDataTest {

  @Autowired TestPeople people;
  @Autowired TrainingLife trainings;
  @Autowired EnrollmentLife enrollments;
  @Autowired DataCopies copies;
  @Autowired JdbcClient jdbc;

  @Test
  @DisplayName("is shown and given to the person, as a page, as JSON and as tables, and on record")
  void isGiven() throws Exception {
    Person person = people.withFunction(Function.OFFICE, "svma");
    Person other = people.withFunction(Function.OFFICE, "svma");
    long edition = trainings.enrolling(trainings.draft());
    enrollments.enroll(edition, person);
    enrollments.enroll(edition, other);
    String title = trainings.get(edition).title();
    Visitor visitor = people.signIn(person);

    String page = visitor.get("/me/data").body();
    assertThat(page)
        .contains(person.name(), person.email(), title, "Gabinete", "Vaga confirmada")
        .doesNotContain(other.name(), other.email(), "privacy.", "??");

    JsonNode json = new ObjectMapper().readTree(visitor.get("/me/data.json").body());
    assertThat(json.path("Quem você é").path(0).path("E-mail").asText()).isEqualTo(person.email());
    assertThat(json.path("Suas inscrições").path(0).path("Formação").asText()).isEqualTo(title);
    assertThat(json.toString()).doesNotContain(other.name(), other.email());

    List<String> tables = new ArrayList<>();
    String all = unzip(visitor.download("/me/data.zip").body(), tables);
    assertThat(tables).hasSizeGreaterThan(20).contains("01 Quem você é.csv");
    assertThat(all).contains(person.email(), title).doesNotContain(other.email());

    assertThat(
            jdbc.sql(
                    "SELECT details->>'format' FROM audit_entry WHERE action = 'personal-data.copied'"
                        + " AND person_id = ? AND actor_id = ? ORDER BY id")
                .params(person.id(), person.id())
                .query(String.class)
                .list())
        .containsExactly("json", "zip");
  }

  @Test
  @DisplayName("is worded in English for who reads English")
  void isWordedInEnglish() {
    Visitor visitor = people.signIn(people.withFunction(Function.HEAD, "svma"));
    assertThat(visitor.get("/me/data?lang=en").body())
        .contains("My data", "Who you are", "Your functions", "Reason of the end")
        .doesNotContain("privacy.", "??");
  }

  @Test
  @DisplayName("is read in as many statements for who has much as for who has nothing")
  void isReadInFewStatements() {
    Person newcomer = people.person("svma");
    Person busy = people.withFunction(Function.OFFICE, "svma");
    for (int i = 0; i < 5; i++) {
      enrollments.enroll(trainings.enrolling(trainings.draft()), busy);
    }

    long few = StatementCounter.count(() -> copies.of(newcomer.id())).statements();
    long many = StatementCounter.count(() -> copies.of(busy.id())).statements();

    assertThat(many).isEqualTo(few).isLessThan(80);
  }

  @Test
  @DisplayName("is copied a few times an hour, and by nobody without an account")
  void isThrottled() {
    Visitor visitor = people.signIn(people.person("svma"));
    for (int i = 0; i < 5; i++) {
      assertThat(visitor.get("/me/data.json").statusCode()).isEqualTo(200);
    }
    assertThat(visitor.get("/me/data.json").statusCode()).isEqualTo(429);
    assertThat(visitor.get("/me/data.zip").statusCode()).isEqualTo(429);
    assertThat(visitor.get("/me/data").statusCode()).isEqualTo(200);
    assertThat(people.visitor().get("/me/data").statusCode()).isEqualTo(302);
    assertThat(people.visitor().get("/me/data.json").statusCode()).isEqualTo(401);
  }

  @Test
  @DisplayName("is explained to everybody, from the foot of every page")
  void isExplained() {
    Visitor anybody = people.visitor();
    assertThat(anybody.get("/").body()).contains("/privacy-notice");
    assertThat(anybody.get("/privacy-notice").body())
        .contains("Seus dados e por que os usamos", "Nomes em certificados", "50 anos")
        .doesNotContain("privacy.", "??");
  }

  private static String unzip(byte[] file, List<String> names) throws Exception {
    StringBuilder all = new StringBuilder();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        names.add(entry.getName());
        all.append(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return all.toString();
  }
}
