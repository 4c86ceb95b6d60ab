package br.gov.sp.prefeitura.redeinfo.pilot;

import static org.assertj.core.api.Assertions.assertThat;

import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson.SignedIn;
import br.gov.sp.prefeitura.redeinfo.identity.Groups;
import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.network.Function;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.DraftService;
import br.gov.sp.prefeitura.redeinfo.support.EvidenceFiles;
import br.gov.sp.prefeitura.redeinfo.support.HostileFiles.HostileFile;
import br.gov.sp.prefeitura.redeinfo.support.IntegrationTest;
import br.gov.sp.prefeitura.redeinfo.support.TestBodies;
import br.gov.sp.prefeitura.redeinfo.support.TestPeople;
import br.gov.sp.prefeitura.redeinfo.support.Visitor;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@IntegrationTest
@DisplayName("The pages of a pilot's evidence")
class EvidencePagesTest {

  private static final byte[] PDF = EvidenceFiles.pdf("");

  @Autowired TestPeople people;
  @Autowired TestBodies bodies;
  @Autowired DraftService drafts;
  @Autowired JdbcClient jdbc;

  /** For all tests: signing in takes longer than most of them. */
  private static Body body;

  private static SignedIn author;
  private static Visitor member;
  private static Visitor coordination;
  private static Visitor stranger;
  private static Visitor auditor;
  private long pilot;

  private void signIn() {
    body = bodies.make();
    Person person = people.withFunction(Function.VOLUNTEER, body.slug());
    author =
        new SignedIn(
            person.id(), person.username(), person.name(), Set.of(Groups.members(body.slug())));
    member = people.signIn(person);
    coordination = people.signIn(people.withFunction(Function.COORDINATION, "seri"));
    stranger = people.signIn(people.withFunction(Function.HEAD, bodies.make().slug()));
    auditor = people.signIn(people.withFunction(Function.AUDITOR, "seri"));
  }

  @BeforeEach
  void aDraft() {
    if (body == null) {
      signIn();
    }
    pilot = drafts.begin(body.id(), "Praça com dados", author);
  }

  @Test
  @DisplayName("keep a file and give it back byte by byte to those who may")
  void keepAFile() throws Exception {
    byte[] large = new byte[3 * 1024 * 1024];
    Arrays.fill(large, (byte) 'a');
    HttpResponse<String> sent = send(member, "Lista de presença", "../oficina.php.txt", large);
    assertThat(sent.statusCode()).as(sent.body()).isEqualTo(302);

    String page = member.get(page()).body();
    assertThat(page).contains("Lista de presença", "oficina-php.txt", "3,0 MB");
    String hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(large));
    assertThat(page).contains(hash);

    HttpResponse<byte[]> file = member.download(file());
    assertThat(file.statusCode()).isEqualTo(200);
    assertThat(file.body()).isEqualTo(large);
    assertThat(header(file, "Content-Type")).startsWith("text/plain");
    assertThat(header(file, "Content-Disposition"))
        .startsWith("attachment;")
        .contains("oficina-php.txt");
    assertThat(header(file, "X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(header(file, "Content-Security-Policy")).contains("sandbox", "default-src 'none'");
    assertThat(header(file, "Cache-Control")).isEqualTo("no-store");
    assertThat(coordination.download(file()).statusCode()).isEqualTo(200);
    assertThat(auditor.download(file()).statusCode()).isEqualTo(200);
    assertThat(stranger.download(file()).statusCode()).isEqualTo(404);
    assertThat(people.visitor().download(file()).statusCode()).isEqualTo(302);
  }

  @Test
  @DisplayName("do not exist for other bodies, and let auditors read alone")
  void othersAreRefused() {
    assertThat(stranger.get(page()).statusCode()).isEqualTo(404);
    assertThat(send(stranger, "x", "a.pdf", PDF).statusCode()).isEqualTo(404);
    assertThat(auditor.get(page()).statusCode()).isEqualTo(200);
    assertThat(auditor.get(page()).body()).doesNotContain("<input type=\"file\"");
    assertThat(send(auditor, "x", "a.pdf", PDF).statusCode()).isEqualTo(403);
    assertThat(count()).isZero();
  }

  @Test
  @DisplayName("take three files for one purpose, and as many more as were removed")
  void threeFiles() {
    for (int i = 1; i <= 3; i++) {
      assertThat(send(member, "Arquivo " + i, "a.pdf", PDF).statusCode()).isEqualTo(302);
    }
    HttpResponse<String> fourth = send(member, "Arquivo 4", "a.pdf", PDF);
    assertThat(fourth.statusCode()).isEqualTo(400);
    assertThat(fourth.body()).contains("Já há 3 arquivos aqui", "value=\"Arquivo 4\"");

    String key =
        column("SELECT file_key FROM pilot_evidence WHERE pilot_id = ? ORDER BY id LIMIT 1");
    String removal = page() + "/" + newest() + "/removal";
    assertThat(member.get(removal).body()).contains("O conteúdo é apagado");
    assertThat(member.post(removal, Map.of()).statusCode()).isEqualTo(302);
    assertThat(member.get(page()).body()).contains("retirada por");
    assertThat(send(member, "Arquivo 4", "a.pdf", PDF).statusCode()).isEqualTo(302);
    assertThat(count()).isEqualTo(3);
    assertThat(key).isNotNull();
    assertThat(
            jdbc.sql(
                    """
                    SELECT count(*) FROM stored_file f JOIN pilot_evidence e ON e.file_key = f.key
                     WHERE e.pilot_id = ?
                    """)
                .param(pilot)
                .query(Long.class)
                .single())
        .isEqualTo(3);
  }

  @Test
  @DisplayName("say beside the field what is wrong and keep what was typed")
  void wrongInput() {
    HttpResponse<String> untitled = send(member, "  ", "a.pdf", PDF);
    assertThat(untitled.statusCode()).isEqualTo(400);
    assertThat(untitled.body()).contains("id=\"file-title-error\"", "Diga em poucas palavras");

    HttpResponse<String> link =
        member.post(
            page() + "/links",
            Map.of("purpose", "PROPOSAL", "title", "Página", "link", "javascript:alert(1)"));
    assertThat(link.statusCode()).isEqualTo(400);
    assertThat(link.body())
        .contains(
            "id=\"evidence-link-error\"", "value=\"javascript:alert(1)\"", "value=\"Página\"");

    HttpResponse<String> purpose =
        member.post(
            page() + "/links",
            Map.of("purpose", "COMPLETION", "title", "x", "link", "https://example.org/"));
    assertThat(purpose.statusCode()).isEqualTo(409);
    assertThat(
            member
                .post(
                    page() + "/links",
                    Map.of("purpose", "x", "title", "x", "link", "https://example.org/"))
                .statusCode())
        .isEqualTo(400);
    assertThat(count()).isZero();
  }

  @Test
  @DisplayName("show to anybody what was opened, once the project is published")
  void openToThePublic() {
    send(member, "Slides", "slides.pdf", PDF);
    String address = "/projects/" + pilot + "/evidence/" + newest() + "/slides.pdf";
    assertThat(people.visitor().get(address).statusCode()).isEqualTo(404);
    member.post(page() + "/" + newest() + "/publication", Map.of("open", "true"));
    assertThat(people.visitor().get(address).statusCode()).isEqualTo(404);
    publish();
    HttpResponse<byte[]> file = people.visitor().download(address);
    assertThat(file.statusCode()).isEqualTo(200);
    assertThat(file.body()).isEqualTo(PDF);
    assertThat(header(file, "Content-Disposition")).startsWith("attachment;");
    long other = drafts.begin(body.id(), "Outro", author);
    assertThat(
            people
                .visitor()
                .get(address.replace("/" + pilot + "/", "/" + other + "/"))
                .statusCode())
        .isEqualTo(404);
    member.post(page() + "/" + newest() + "/publication", Map.of("open", "false"));
    assertThat(people.visitor().get(address).statusCode()).isEqualTo(404);
    assertThat(stranger.download(file()).statusCode()).isEqualTo(404);
  }

  @Test
  @DisplayName("let what was decided on be removed by the coordination alone")
  void decidedOn() {
    send(member, "Slides", "slides.pdf", PDF);
    publish();
    String removal = page() + "/" + newest() + "/removal";
    assertThat(member.post(removal, Map.of()).statusCode()).isEqualTo(409);
    assertThat(count()).isEqualTo(1);
    assertThat(coordination.post(removal, Map.of()).statusCode()).isEqualTo(302);
    assertThat(count()).isZero();
    assertThat(coordination.post(removal, Map.of()).statusCode()).isEqualTo(404);
  }

  static Stream<HostileFile> hostile() {
    return EvidenceFiles.hostile();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("hostile")
  @DisplayName("refuse what is built to harm in less than two seconds, with words beside the field")
  void refuseHostileFiles(HostileFile hostile) {
    long began = System.nanoTime();
    HttpResponse<String> answer = send(member, "Slides", hostile.name(), hostile.content());
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(2));
    assertThat(answer.statusCode()).isEqualTo(hostile.status());
    assertThat(answer.body()).doesNotContain("Exception", "br.gov.sp.prefeitura.redeinfo");
    if (hostile.code() != null) {
      assertThat(answer.body()).contains("id=\"evidence-file-error\"", "value=\"Slides\"");
    }
    assertThat(count()).isZero();
  }

  @Test
  @DisplayName("refuse 100 MB with a page that says so, without holding them")
  void refuseHundredMegabytes() {
    Runtime runtime = Runtime.getRuntime();
    System.gc();
    long before = runtime.totalMemory() - runtime.freeMemory();
    long began = System.nanoTime();
    HttpResponse<String> answer =
        member.write(
            "POST",
            page() + "/files",
            "multipart/form-data; boundary=x",
            BodyPublishers.ofInputStream(() -> new Nothing(100L * 1024 * 1024)));
    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(answer.body()).contains("grande demais");
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(2));
    System.gc();
    assertThat(runtime.totalMemory() - runtime.freeMemory() - before).isLessThan(30L * 1024 * 1024);
  }

  /** The beginning of a form with a file, and then nothing for long. */
  private static final class Nothing extends InputStream {

    private static final byte[] BEGINNING =
        "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.pdf\"\r\n\r\n"
            .getBytes(StandardCharsets.US_ASCII);

    private final long length;
    private long at;

    Nothing(long length) {
      this.length = length;
    }

    @Override
    public int read() {
      if (at >= length) {
        return -1;
      }
      int read = at < BEGINNING.length ? BEGINNING[(int) at] : 0;
      at++;
      return read;
    }

    @Override
    public int read(byte[] into, int offset, int count) {
      if (at < BEGINNING.length) {
        into[offset] = (byte) read();
        return 1;
      }
      int read = (int) Math.min(count, length - at);
      at += read;
      return read == 0 ? -1 : read;
    }
  }

  private HttpResponse<String> send(Visitor visitor, String title, String name, byte[] content) {
    return visitor.postFile(
        page() + "/files", Map.of("purpose", "PROPOSAL", "title", title), name, content);
  }

  /** As if it had been submitted and approved. */
  private void publish() {
    List.of(
            "INSERT INTO pilot_submission VALUES (?, 1, '{}', 1, now())",
            "UPDATE pilot SET state = 'APPROVED', submission = 1, published_at = now() WHERE id = ?")
        .forEach(sql -> jdbc.sql(sql).param(pilot).update());
  }

  private String page() {
    return "/pilots/" + pilot + "/evidence";
  }

  private String file() {
    return "/pilots/evidence/" + newest() + "/a";
  }

  private long newest() {
    return Long.parseLong(column("SELECT max(id) FROM pilot_evidence WHERE pilot_id = ?"));
  }

  private long count() {
    return Long.parseLong(
        column("SELECT count(*) FROM pilot_evidence WHERE removed_at IS NULL AND pilot_id = ?"));
  }

  private String column(String sql) {
    return jdbc.sql(sql).param(pilot).query(String.class).single();
  }

  private static String header(HttpResponse<?> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }
}
