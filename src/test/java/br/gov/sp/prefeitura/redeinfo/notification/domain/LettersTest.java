package br.gov.sp.prefeitura.redeinfo.notification.domain;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import br.gov.sp.prefeitura.redeinfo.notification.Letters;
import br.gov.sp.prefeitura.redeinfo.notification.Letters.Letter;
import br.gov.sp.prefeitura.redeinfo.support.IntegrationTest;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

@IntegrationTest
@DisplayName("A letter")
class LettersTest {

  @Autowired ApplicationContext context;
  @Autowired Letters letters;
  @Autowired LetterRepository repository;
  @Autowired TransactionTemplate transaction;
  @Autowired JdbcClient jdbc;

  private final String event = "letters-test:" + UUID.randomUUID();
  private MailBench bench;

  @BeforeEach
  void prepare() {
    bench = new MailBench(context);
  }

  @AfterEach
  void stopServers() {
    bench.close();
  }

  @Test
  @DisplayName("goes once to each address of an event, upper case or not, also when sent again")
  void oncePerEventAndAddress() {
    assertThat(send(plain("ana@svma.example"), plain("BIA@svma.example"))).isEqualTo(2);
    assertThat(send(plain("ANA@svma.example "), plain("caio@svma.example"))).isEqualTo(1);

    bench.dispatcher().dispatchDue();
    bench.dispatcher().dispatchDue();

    assertThat(bench.mails())
        .extracting(mail -> mail.getAllRecipients()[0].toString())
        .containsExactlyInAnyOrder("ana@svma.example", "bia@svma.example", "caio@svma.example");
    assertThat(bench.mails().stream().map(MailBench::messageId))
        .doesNotHaveDuplicates()
        .allMatch(id -> id.startsWith("<letter."));
  }

  @Test
  @DisplayName("lets one leave the list from the mail program and from the text (RFC 8058)")
  void namesTheWayOut() throws Exception {
    send(
        new Letter(
            event,
            "test-letter",
            Map.of("body", "SVMA"),
            "/join",
            false,
            "/out/k-1",
            "a@b.example"));

    bench.dispatcher().dispatchDue();

    MimeMessage mail = bench.onlyMail();
    assertThat(mail.getHeader("List-Unsubscribe")[0]).matches("<http://localhost:\\d+/out/k-1>");
    assertThat(mail.getHeader("List-Unsubscribe-Post"))
        .containsExactly("List-Unsubscribe=One-Click");
    assertThat(text(mail, 0)).contains("Olá,\n", "Conhecer a rede:\nhttp://", "/out/k-1\n");
    assertThat(text(mail, 1)).containsPattern("href=\"http://localhost:\\d+/out/k-1\"");
  }

  @Test
  @DisplayName("without a list has no such header, and greets by name who has one")
  void greetsByName() throws Exception {
    send(
        new Letter(
            event,
            "test-letter",
            Map.of("body", "SVMA\r\nBcc: evil@example.org", "name", "Ana"),
            null,
            false,
            null,
            "a@b.example"));

    bench.dispatcher().dispatchDue();

    MimeMessage mail = bench.onlyMail();
    assertThat(mail.getHeader("List-Unsubscribe")).isNull();
    assertThat(mail.getHeader("Bcc")).isNull();
    assertThat(mail.getSubject()).isEqualTo("Convite a SVMA Bcc: evil@example.org");
    assertThat(text(mail, 0)).startsWith("Olá, Ana,");
  }

  @Test
  @DisplayName("with a secret goes before a campaign, and forgets the secret when it is sent")
  void secretsGoFirst() {
    send(plain("first@b.example"), secret("waits@b.example", Instant.now().plusSeconds(600)));

    bench.dispatcher().dispatchDue();

    assertThat(bench.mails())
        .extracting(mail -> mail.getAllRecipients()[0].toString())
        .containsExactly("waits@b.example", "first@b.example");
    assertThat(paths("waits@b.example")).containsOnlyNulls();
  }

  @Test
  @DisplayName("whose link works no more is not sent, and the link does not stay")
  void expires() {
    send(secret("late@b.example", Instant.now().minusSeconds(1)));

    bench.dispatcher().dispatchDue();

    assertThat(bench.mails()).isEmpty();
    assertThat(paths("late@b.example")).containsOnlyNulls();
  }

  @Test
  @DisplayName("waits behind the notices of people who work here")
  void waitsBehindNotices() throws Exception {
    send(plain("campaign@b.example"));
    bench.write("SVMA", "antes");

    bench.dispatcher().dispatchDue();

    assertThat(bench.mails().get(0).getSubject()).isEqualTo("Aviso de SVMA");
    assertThat(bench.mails()).hasSize(2);
  }

  @Test
  @DisplayName("of a thousand is written in one statement, and each is leased to one dispatcher")
  void manyAtOnce() {
    List<Letter> many =
        IntStream.range(0, 1000).mapToObj(i -> plain("n" + i + "@b.example")).toList();

    assertThat(send(many.toArray(Letter[]::new))).isEqualTo(1000);

    List<StoredLetter> mine = repository.take(600, Duration.ofMinutes(5));
    List<StoredLetter> others = repository.take(600, Duration.ofMinutes(5));
    assertThat(mine).hasSize(600);
    assertThat(others).hasSize(400).doesNotContainAnyElementsOf(mine);
  }

  @Test
  @DisplayName("belongs to the step that writes it, and is refused without texts or parameters")
  void belongsToTheStep() {
    assertThatThrownBy(() -> letters.send(List.of(plain("a@b.example"))))
        .isInstanceOf(IllegalTransactionStateException.class);
    assertThatThrownBy(
            () ->
                send(new Letter(event, "test-letter", Map.of(), null, false, null, "a@b.example")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () -> send(new Letter(event, "no-such", Map.of(), null, false, null, "a@b.example")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () -> new Letter(event, "test-letter", Map.of(), "//evil", false, null, "a@b.example"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  @DisplayName("whose time is over names nobody any more")
  void losesItsAddress() {
    send(plain("old@b.example"));
    jdbc.sql("UPDATE letter SET created_at = '1990-01-01' WHERE event_key = :e")
        .param("e", event)
        .update();
    Instant before = Instant.parse("1991-01-01T00:00:00Z");

    assertThat(repository.lapsed(before)).isOne();
    assertThat(repository.anonymise(before, 10)).isOne();

    assertThat(repository.lapsed(before)).isZero();
    assertThat(repository.of("old@b.example", 10)).isEmpty();
    bench.dispatcher().dispatchDue();
    assertThat(bench.mails()).isEmpty();
  }

  private int send(Letter... toSend) {
    return transaction.execute(status -> letters.send(List.of(toSend)));
  }

  private Letter plain(String address) {
    return new Letter(event, "test-letter", Map.of("body", "SVMA"), "/join", false, null, address);
  }

  private Letter secret(String address, Instant expiresAt) {
    return new Letter(
        event, "test-letter", Map.of("body", "SVMA"), "/join/s", true, null, address, expiresAt);
  }

  private List<String> paths(String address) {
    return jdbc.sql("SELECT path FROM letter WHERE event_key = :e AND address = :a")
        .param("e", event)
        .param("a", address)
        .query(String.class)
        .list();
  }

  private static String text(MimeMessage mail, int part) throws Exception {
    return new String(
            ((MimeMultipart) mail.getContent()).getBodyPart(part).getInputStream().readAllBytes(),
            UTF_8)
        .replace("\r\n", "\n");
  }
}
