package br.gov.sp.prefeitura.redeinfo.intake;

import static org.assertj.core.api.Assertions.assertThat;

import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.network.Function;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.network.Persons;
import br.gov.sp.prefeitura.redeinfo.shared.documents.Table;
import br.gov.sp.prefeitura.redeinfo.shared.documents.TableLimits;
import br.gov.sp.prefeitura.redeinfo.shared.documents.TableReader;
import br.gov.sp.prefeitura.redeinfo.support.HostileFiles;
import br.gov.sp.prefeitura.redeinfo.support.HostileFiles.HostileFile;
import br.gov.sp.prefeitura.redeinfo.support.IntegrationTest;
import br.gov.sp.prefeitura.redeinfo.support.NominationLife;
import br.gov.sp.prefeitura.redeinfo.support.TestPeople;
import br.gov.sp.prefeitura.redeinfo.support.Visitor;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;

@IntegrationTest
@DisplayName("The pages for lists")
class ImportPagesTest {

  private static final String HEADER = "Nome;E-mail institucional;Órgão;Vínculo\n";
  private static final Pattern FINGERPRINT =
      Pattern.compile("name=\"fingerprint\" value=\"(\\w+)\"");

  @Autowired TestPeople people;
  @Autowired NominationLife life;
  @Autowired Persons persons;
  @Autowired JdbcClient jdbc;
  @Autowired MessageSource messages;

  private Person coordinator;
  private Visitor visitor;
  private Body body;

  @BeforeEach
  void signIn() {
    coordinator = people.withFunction(Function.COORDINATION, "seri");
    visitor = people.signIn(coordinator);
    body = life.body();
  }

  @Test
  @DisplayName("take a list from the file to the record")
  void wholeWay() {
    String email = email();
    String page = send(HEADER + "Maria da Silva;" + email + ";" + body.acronym() + ";Efetivo\n");

    String preview = visitor.get(page).body();
    assertThat(preview).contains("lista.csv", "Maria da Silva", "nova", "Importar todas as linhas");
    assertThat(persons.findByEmail(email)).isEmpty();

    HttpResponse<String> applied =
        visitor.post(page + "/apply", Map.of("fingerprint", fingerprint(preview)));

    assertThat(applied.statusCode()).as(applied.body()).isEqualTo(302);
    assertThat(visitor.get(page).body()).contains("A lista foi importada.").doesNotContain(email);
    assertThat(persons.findByEmail(email)).isPresent();
  }

  @Test
  @DisplayName("show what is refused first aside, and give it as a table that runs nothing")
  void problemsAsTable() {
    String page =
        send(
            HEADER
                + "=HYPERLINK(\"http://x\");=cmd;"
                + body.acronym()
                + ";Efetivo\n<b>Ana</b>;"
                + email()
                + ";NOPE;Efetivo\n");

    String preview = visitor.get(page + "?show=refused").body();
    assertThat(preview)
        .contains(
            "&lt;b&gt;Ana&lt;/b&gt;", "Não há órgão com esta sigla.", "2 linhas estão recusadas")
        .doesNotContain("<b>Ana", "Importar todas as linhas");

    HttpResponse<String> table = visitor.get(page + "/problems.csv");
    assertThat(table.headers().firstValue("Content-Disposition").orElse(""))
        .startsWith("attachment");
    assertThat(table.body()).contains("'=HYPERLINK", "'=cmd").doesNotContain(";=", "\n=");
    assertThat(visitor.get(page + "?show=new").body()).contains("Nenhuma linha assim");
  }

  @Test
  @DisplayName("answer 409 with the new plan when the shown one no longer holds")
  void conflict() {
    String email = email();
    String page = send(HEADER + "Maria;" + email + ";" + body.acronym() + ";Efetivo\n");

    HttpResponse<String> answer = visitor.post(page + "/apply", Map.of("fingerprint", "other"));

    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.body()).contains("mudaram desde que você conferiu", "Maria");
    assertThat(persons.findByEmail(email)).isEmpty();
    assertThat(
            visitor
                .post(page + "/apply", Map.of("fingerprint", fingerprint(answer.body())))
                .statusCode())
        .isEqualTo(302);
  }

  @Test
  @DisplayName("throw a list away with its lines, and put a corrected one in a waiting one's place")
  void discard() {
    String first = send(HEADER + "Maria;" + email() + ";NOPE;Efetivo\n");
    HttpResponse<String> again =
        visitor.postFile(
            "/imports",
            Map.of("kind", "PERSONS", "replaces", first.substring("/imports/".length())),
            "corrigida.csv",
            utf8(HEADER + "Maria;" + email() + ";" + body.acronym() + ";Efetivo\n"));
    String second = again.headers().firstValue("Location").orElseThrow();

    assertThat(visitor.get(first).body()).contains("descartada").doesNotContain("Maria");
    assertThat(visitor.get(second).body()).contains("corrigida.csv");
    assertThat(visitor.post(second + "/discard", Map.of()).statusCode()).isEqualTo(302);
    assertThat(visitor.get(second).body()).contains("descartada").doesNotContain("corrigida.csv");
    assertThat(visitor.post(second + "/apply", Map.of("fingerprint", "x")).statusCode())
        .isEqualTo(409);
  }

  @Test
  @DisplayName("page through long lists")
  void paging() {
    StringBuilder list = new StringBuilder(HEADER);
    for (int i = 0; i < 120; i++) {
      list.append("Pessoa ")
          .append(i)
          .append(";")
          .append(email())
          .append(";")
          .append(body.acronym())
          .append(";Efetivo\n");
    }
    String page = send(list.toString());

    assertThat(visitor.get(page).body())
        .contains("Pessoa 49<", "?after=51")
        .doesNotContain("Pessoa 50<");
    assertThat(visitor.get(page + "?after=51").body())
        .contains("Pessoa 50<", "Pessoa 99<", "?after=101")
        .doesNotContain("Pessoa 49<");
  }

  @Test
  @DisplayName("show a colleague what somebody of the coordination sent, in English too")
  void belongsToTheCoordination() {
    String page = send(HEADER + "Maria;" + email() + ";" + body.acronym() + ";Efetivo\n");
    Visitor colleague = people.signIn(people.withFunction(Function.COORDINATION, "seri"));

    assertThat(colleague.get(page + "?lang=en").body()).contains("Import all lines", "Maria");
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource(
      value = Function.class,
      names = {"HEAD", "OFFICE", "VOLUNTEER", "CIGA", "EMASP", "AUDITOR", "ADMINISTRATOR"})
  @DisplayName("are for the coordination only")
  void coordinationOnly(Function function) {
    String page = send(HEADER + "Maria;" + email() + ";" + body.acronym() + ";Efetivo\n");
    Visitor other = people.signIn(people.withFunction(function, "svma"));

    for (String path : Stream.of("/imports", page, page + "/problems.csv").toList()) {
      assertThat(other.get(path).statusCode()).as(path).isEqualTo(403);
    }
    assertThat(other.post(page + "/apply", Map.of()).statusCode()).isEqualTo(403);
    assertThat(other.post(page + "/discard", Map.of()).statusCode()).isEqualTo(403);
    assertThat(
            other.postFile("/imports", Map.of("kind", "PERSONS"), "a.csv", utf8("x")).statusCode())
        .isEqualTo(403);
    assertThat(people.visitor().get(page).headers().firstValue("Location").orElse(""))
        .contains("/login");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"bodies", "persons", "appointments"})
  @DisplayName("offer templates that are read as they are, once a line is added")
  void templates(String kind) {
    TableLimits limits = new TableLimits(10, 20, 500, 1024 * 1024);
    HttpResponse<String> csv = visitor.get("/imports/templates/" + kind + ".csv");
    assertThat(csv.statusCode()).isEqualTo(200);

    Table table = TableReader.read("a.csv", utf8(csv.body() + "x\n"), limits);
    HttpResponse<String> answer =
        visitor.postFile(
            "/imports",
            Map.of("kind", kind.toUpperCase(Locale.ROOT)),
            "a.csv",
            utf8(csv.body() + "x\n"));

    assertThat(table.header()).hasSizeGreaterThan(5);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
    assertThat(visitor.get(answer.headers().firstValue("Location").orElseThrow()).body())
        .doesNotContain("não são lidas");
    assertThat(
            visitor
                .get("/imports/templates/" + kind + ".xlsx")
                .headers()
                .firstValue("Content-Type")
                .orElse(""))
        .contains("spreadsheetml");
  }

  static Stream<HostileFile> hostile() {
    // The application's own limits; files that are larger than the server takes come below.
    return HostileFiles.all(new TableLimits(10_000, 60, 1000, 32 * 1024 * 1024));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("hostile")
  @DisplayName("refuse hostile files with a 4xx in words beside the field, and store nothing")
  void hostileFiles(HostileFile file) {
    HttpResponse<String> answer =
        visitor.postFile("/imports", Map.of("kind", "PERSONS"), file.name(), file.content());

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(file.status());
    String words =
        messages.getMessage("refusal." + file.code(), null, Locale.forLanguageTag("pt-BR"));
    assertThat(answer.body())
        .contains("id=\"file-error\"", words.split("\\{|\"")[0].strip())
        .contains("value=\"PERSONS\" checked")
        .doesNotContain("Exception", "org.dhatim", "br.gov");
    assertThat(uploads()).isZero();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"6", "20"})
  @DisplayName("answer a file that is too large with 413, whoever sends how much")
  void tooLarge(int megabytes) {
    HttpResponse<String> answer =
        visitor.postFile(
            "/imports", Map.of("kind", "PERSONS"), "a.csv", new byte[megabytes * 1024 * 1024]);

    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(answer.body()).contains("grande demais");
    assertThat(uploads()).isZero();
  }

  @Test
  @DisplayName("say beside the fields what was not chosen")
  void nothingChosen() {
    HttpResponse<String> answer =
        visitor.write(
            "POST",
            "/imports",
            "multipart/form-data; boundary=x",
            BodyPublishers.ofString(
                "--x\r\nContent-Disposition: form-data; name=\"replaces\"\r\n\r\n\r\n--x--\r\n"));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("Escolha o que a lista traz.", "Escolha o arquivo.");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "../../../../etc/passwd.csv",
        "C:\\\\Windows\\\\lista.csv",
        "<script>alert(1)</script>.csv",
        "=cmd|x!A1.csv"
      })
  @DisplayName("take nothing from a file's name but its last part, as text")
  void fileNames(String name) {
    HttpResponse<String> sent =
        visitor.postFile(
            "/imports",
            Map.of("kind", "PERSONS"),
            name,
            utf8(HEADER + "Maria;" + email() + ";" + body.acronym() + ";Efetivo\n"));

    assertThat(sent.statusCode()).as(sent.body()).isEqualTo(302);
    assertThat(visitor.get(sent.headers().firstValue("Location").orElseThrow()).body())
        .contains(".csv")
        .doesNotContain("..", "<script>alert", "Windows");
  }

  private long uploads() {
    return jdbc.sql("SELECT count(*) FROM import_upload WHERE uploaded_by = :by")
        .param("by", coordinator.id())
        .query(Long.class)
        .single();
  }

  private String send(String list) {
    HttpResponse<String> answer =
        visitor.postFile("/imports", Map.of("kind", "PERSONS"), "lista.csv", utf8(list));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
    return answer.headers().firstValue("Location").orElseThrow();
  }

  private String email() {
    return "pagina" + Lists.next() + "@" + body.mailDomains().get(0);
  }

  private static String fingerprint(String page) {
    Matcher found = FINGERPRINT.matcher(page);
    assertThat(found.find()).as("a plan that can be confirmed").isTrue();
    return found.group(1);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
