package br.gov.sp.prefeitura.redeinfo.attendance;

import static org.assertj.core.api.Assertions.assertThat;

import br.gov.sp.prefeitura.redeinfo.attendance.AttendanceSheets.Counts;
import br.gov.sp.prefeitura.redeinfo.network.Function;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.network.Persons;
import br.gov.sp.prefeitura.redeinfo.network.Persons.PersonDetails;
import br.gov.sp.prefeitura.redeinfo.shared.documents.TableLimits;
import br.gov.sp.prefeitura.redeinfo.support.AttendanceLife;
import br.gov.sp.prefeitura.redeinfo.support.HostileFiles;
import br.gov.sp.prefeitura.redeinfo.support.HostileFiles.HostileFile;
import br.gov.sp.prefeitura.redeinfo.support.IntegrationTest;
import br.gov.sp.prefeitura.redeinfo.support.TestBodies;
import br.gov.sp.prefeitura.redeinfo.support.TestPeople;
import br.gov.sp.prefeitura.redeinfo.support.Visitor;
import br.gov.sp.prefeitura.redeinfo.support.Workbooks;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
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
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;

@IntegrationTest
@DisplayName("An attendance list from a file")
class SheetImportTest {

  private static final Pattern FINGERPRINT =
      Pattern.compile("name=\"fingerprint\" value=\"(\\w+)\"");

  @Autowired AttendanceLife life;
  @Autowired AttendanceSheets sheets;
  @Autowired TestPeople people;
  @Autowired TestBodies bodies;
  @Autowired Persons persons;
  @Autowired MessageSource messages;
  @Autowired JdbcClient jdbc;

  private Visitor keeper;
  private String slug;
  private Person ana;
  private Person bia;
  private long event;
  private String path;

  @BeforeEach
  void expect() {
    keeper = people.signIn(people.withFunction(Function.COORDINATION, "cgm"));
    slug = bodies.make().slug();
    ana = person("Ana Conceição", "1234567");
    bia = person("Bia Reis", null);
    event = life.event(List.of(ana, bia));
    path = "/attendance/" + event + "/import";
  }

  @Test
  @DisplayName("names people by e-mail, number or name, and is recorded all at once, once")
  void isRecorded() {
    send("E-mail;RF;Nome;Observação\n;1234567;\n;;bia  REIS;=1+1\n");
    HttpResponse<String> preview = keeper.get(path);
    assertThat(preview.body()).contains("a registrar").doesNotContain("=1+1");
    assertThat(counts()).as("before it is confirmed").isEqualTo(new Counts(2, 0, 0, 0));
    assertThat(apply(fingerprint(preview)).statusCode()).isEqualTo(302);
    assertThat(counts()).isEqualTo(new Counts(2, 2, 0, 0));
    assertThat(apply(fingerprint(preview)).statusCode()).as("once more").isEqualTo(409);

    send("E-mail\n" + ana.email().toUpperCase(Locale.ROOT) + "\n" + bia.email());
    assertThat(keeper.get(path).body())
        .contains("já está registrado")
        .doesNotContain("name=\"fingerprint\"");
    assertThat(
            jdbc.sql(
                    "SELECT count(*) FROM audit_entry WHERE subject_type = 'attendance' AND subject_id = ? AND channel = 'import'")
                .param("" + event)
                .query(Long.class)
                .single())
        .isEqualTo(3);
  }

  @Test
  @DisplayName("says who was there and who was not, and leaves alone whom it does not mark")
  void saysWhoWasThere() {
    Person caio = person("Caio Lima", null);
    life.expect(event, List.of(caio));
    keeper.post(
        "/attendance/" + event + "/entries", Map.of("person", "" + bia.id(), "status", "PRESENT"));
    keeper.postFile(
        path,
        Map.of(),
        "lista.xlsx",
        Workbooks.of(
            List.of(
                List.of("Nome completo", "Presença"),
                List.of(ana.name(), "X"),
                List.of(bia.name(), "Faltou"),
                List.of(caio.name(), ""))));
    HttpResponse<String> preview = keeper.get(path);
    assertThat(preview.body()).contains("<del>presente</del>").doesNotContain("Caio Lima");
    assertThat(apply(fingerprint(preview)).statusCode()).isEqualTo(302);
    assertThat(counts()).isEqualTo(new Counts(3, 1, 1, 0));
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource({
    ";Fulano Inventado;p, ninguém encontrado",
    "{outsider};;p, não está na lista deste encontro",
    ";ana conceicao;p, pessoa repetida no arquivo",
    ";Dita Repetida;p, mais de uma pessoa",
    ";Bia Reis;talvez, presença não entendida"
  })
  @DisplayName("is taken over all or nothing: with one line that is not clear, not at all")
  void allOrNothing(String line, String words) {
    life.expect(event, List.of(person("Dita Repetida", null), person("Ditá Repetida", null)));
    String unclear = line.replace("{outsider}", person("De Fora", null).email());
    send("E-mail;Nome;Presença\n" + ana.email() + ";;p\n" + unclear + "\n");
    assertThat(keeper.get(path).body())
        .contains(words, "a registrar")
        .doesNotContain("name=\"fingerprint\"");
    assertThat(keeper.get(path + "?problems=true").body())
        .contains(words)
        .doesNotContain("a registrar");
    assertThat(apply("x").statusCode()).isEqualTo(409);
    assertThat(counts().present()).isZero();
  }

  @Test
  @DisplayName("is not recorded when the sheet has changed since it was looked at")
  void changedMeanwhile() {
    send("E-mail\n" + ana.email());
    String seen = fingerprint(keeper.get(path));
    keeper.post(
        "/attendance/" + event + "/entries", Map.of("person", "" + ana.id(), "status", "ABSENT"));
    HttpResponse<String> answer = apply(seen);
    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.body()).contains("mudou enquanto você conferia");
    assertThat(apply(fingerprint(answer)).statusCode()).isEqualTo(302);
    assertThat(counts().present()).isEqualTo(1);
  }

  @Test
  @DisplayName("waits for the keeper who sent it alone, and is gone when thrown away")
  void isTheirs() {
    send("E-mail\n" + ana.email());
    Visitor other = people.signIn(people.withFunction(Function.COORDINATION, "cgm"));
    assertThat(other.get(path).body()).doesNotContain(ana.email());
    assertThat(keeper.post(path + "/discard", Map.of()).statusCode()).isEqualTo(302);
    assertThat(keeper.get(path).body()).doesNotContain(ana.email());
    assertThat(apply("x").statusCode()).isEqualTo(409);
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource({
    "Nome;CPF, traz CPF",
    "Cor;Idade, precisa de uma coluna",
    "Nome;nome completo, dizem a mesma coisa",
    "Nome;Presença, Nenhuma linha"
  })
  @DisplayName("without fit columns is refused in words beside the field")
  void unfit(String header, String words) {
    HttpResponse<String> answer = post(header + "\nAna;\n");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("id=\"file-error\"", words);
  }

  static Stream<HostileFile> hostile() {
    return HostileFiles.all(new TableLimits(10_000, 60, 1000, 32 * 1024 * 1024));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("hostile")
  @DisplayName("that is hostile is refused with a 4xx in words, and nothing is kept")
  void hostileFiles(HostileFile file) {
    HttpResponse<String> answer = keeper.postFile(path, Map.of(), file.name(), file.content());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(file.status());
    String words =
        messages.getMessage("refusal." + file.code(), null, Locale.forLanguageTag("pt-BR"));
    assertThat(answer.body())
        .contains("id=\"file-error\"", words.split("\\{|\"")[0].strip())
        .doesNotContain("Exception", "org.dhatim", "br.gov");
    assertThat(
            jdbc.sql("SELECT count(*) FROM attendance_list WHERE event_id = ?")
                .param(event)
                .query(Long.class)
                .single())
        .isZero();
  }

  @Test
  @DisplayName("shows names with markup as they are written")
  void markup() {
    send("Nome\n<img src=x onerror=alert(1)>\n");
    assertThat(keeper.get(path).body())
        .contains("&lt;img src=x onerror=alert(1)&gt;")
        .doesNotContain("<img src=x");
  }

  private void send(String list) {
    assertThat(post(list).statusCode()).isEqualTo(302);
  }

  private HttpResponse<String> post(String list) {
    return keeper.postFile(path, Map.of(), "lista.csv", list.getBytes(StandardCharsets.UTF_8));
  }

  private HttpResponse<String> apply(String fingerprint) {
    return keeper.post(path + "/apply", Map.of("fingerprint", fingerprint));
  }

  private static String fingerprint(HttpResponse<String> page) {
    Matcher fingerprint = FINGERPRINT.matcher(page.body());
    assertThat(fingerprint.find()).as(page.body()).isTrue();
    return fingerprint.group(1);
  }

  private Counts counts() {
    return sheets.counts(List.of(event)).get(event);
  }

  private Person person(String name, String identifier) {
    Person person = people.stranger(slug);
    return persons.register(
        new PersonDetails(name, person.email(), person.bond(), person.bodyId(), null, identifier));
  }
}
