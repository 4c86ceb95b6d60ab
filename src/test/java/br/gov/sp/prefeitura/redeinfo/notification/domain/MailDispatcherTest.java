package br.gov.sp.prefeitura.redeinfo.notification.domain;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import br.gov.sp.prefeitura.redeinfo.notification.domain.MailBench.Answer;
import br.gov.sp.prefeitura.redeinfo.notification.domain.StoredNotice.State;
import br.gov.sp.prefeitura.redeinfo.support.IntegrationTest;
import jakarta.mail.BodyPart;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

@IntegrationTest
@DisplayName("The dispatcher")
class MailDispatcherTest {

  @Autowired ApplicationContext context;
  @Autowired MailDispatcher dispatcher;
  @Autowired TransactionTemplate transaction;

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
  @DisplayName(
      "delivers each mail once, as text and as HTML with the link, and says why one gets it")
  void deliversOnceInBothForms() throws Exception {
    long id = bench.write("SVMA", "<b>não</b> & \"sim\"\nsegunda linha");

    bench.dispatcher().dispatchDue();
    bench.dispatcher().dispatchDue();

    assertThat(bench.stored(id).state()).isEqualTo(State.SENT);
    MimeMessage mail = bench.onlyMail();
    assertThat(mail.getSubject()).isEqualTo("Aviso de SVMA");
    assertThat(mail.getAllRecipients())
        .singleElement()
        .isEqualTo(new InternetAddress(bench.recipient().email()));
    assertThat(((InternetAddress) mail.getFrom()[0]).getPersonal()).isEqualTo("Rede INFO Aberta");
    assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    assertThat(mail.getContentType()).startsWith("multipart/alternative");
    MimeMultipart parts = (MimeMultipart) mail.getContent();
    assertThat(parts.getCount()).isEqualTo(2);
    assertThat(content(parts.getBodyPart(0)))
        .contains("Olá, " + bench.recipient().name())
        .contains(
            "A indicação d'água de SVMA chegou.\n\nMotivo: <b>não</b> & \"sim\"\nsegunda linha")
        .contains("Ver a indicação:\nhttp://localhost:")
        .contains("/tasks/1\n")
        .contains("Você recebe esta mensagem porque");
    assertThat(content(parts.getBodyPart(1)))
        .contains("lang=\"pt-BR\"")
        .contains("&lt;b&gt;não&lt;/b&gt; &amp; &quot;sim&quot;")
        .doesNotContain("<b>não")
        .containsPattern("href=\"http://localhost:\\d+/tasks/1\"[^>]*>Ver a indicação</a>")
        .contains("Você recebe esta mensagem porque");
  }

  @Test
  @DisplayName("lets mails wait while the server is down and sends them at once when it is back")
  void waitsForTheServer() throws Exception {
    long id = bench.write("SVMA", "fora do ar");
    MailDispatcher dispatcher = bench.dispatcher();
    bench.stopServer();

    assertThat(dispatcher.dispatchDue()).isZero();
    StoredNotice waiting = bench.stored(id);
    assertThat(waiting.state()).isEqualTo(State.WAITING);
    assertThat(waiting.lastError()).isEqualTo(DeliveryError.UNREACHABLE);
    assertThat(waiting.attempts()).isEqualTo(1);
    assertThat(bench.secondsUntilDue(id)).isBetween(1.0, 40.0);

    bench.startServer();
    bench.write("SME", "acorda os outros");
    dispatcher.dispatchDue();

    assertThat(bench.stored(id).state()).isEqualTo(State.SENT);
    assertThat(bench.mails()).hasSize(2);
  }

  @Test
  @DisplayName("waits longer after each unsuccessful attempt, up to a limit")
  void backsOff() {
    long id = bench.write("SVMA", "devagar");
    bench.answer(Answer.TRY_LATER);
    List<Long> pauses = new ArrayList<>();
    for (int attempt = 1; attempt <= 9; attempt++) {
      bench.makeDue(id);
      bench.dispatcher().dispatchDue();
      pauses.add(Math.round(bench.secondsUntilDue(id) / 10) * 10);
    }

    assertThat(pauses).containsExactly(30L, 60L, 120L, 240L, 480L, 960L, 1800L, 1800L, 1800L);
    assertThat(bench.stored(id).state()).isEqualTo(State.WAITING);
    assertThat(bench.stored(id).lastError()).isEqualTo(DeliveryError.TEMPORARY);
  }

  @Test
  @DisplayName("sends each mail once when several of them work on the same outbox")
  void severalShareTheWork() throws Exception {
    List<Long> ids = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      ids.add(bench.write("B" + i, "carga"));
    }
    int dispatchers = 3;
    ExecutorService pool = Executors.newFixedThreadPool(dispatchers);
    try {
      List<Future<Integer>> results = new ArrayList<>();
      for (int i = 0; i < dispatchers; i++) {
        MailDispatcher node = bench.dispatcher();
        results.add(pool.submit(node::dispatchDue));
      }
      for (Future<Integer> result : results) {
        result.get();
      }
    } finally {
      pool.shutdownNow();
    }

    assertThat(ids).allSatisfy(id -> assertThat(bench.stored(id).state()).isEqualTo(State.SENT));
    assertThat(bench.mails()).hasSize(60);
    assertThat(bench.mails().stream().map(MailBench::messageId).distinct()).hasSize(60);
  }

  @Test
  @DisplayName("repeats the Message-ID when a node died between the server's answer and the mark")
  void keepsTheMessageId() throws Exception {
    long id = bench.write("SVMA", "duas vezes");
    bench.dispatcher().dispatchDue();
    bench.forgetThatItWasSent(id);

    bench.dispatcher().dispatchDue();

    assertThat(bench.mails()).hasSize(2);
    assertThat(bench.mails().stream().map(MailBench::messageId).distinct())
        .singleElement()
        .asString()
        .startsWith("<notice." + id + ".")
        .endsWith("@rede-info.example>");
  }

  @Test
  @DisplayName("leaves a mail that another one is sending alone until its lease has ended")
  void respectsLeases() throws Exception {
    long id = bench.write("SVMA", "em outro nó");
    assertThat(bench.outbox().take(1000, Duration.ofMinutes(5)))
        .extracting(StoredNotice::id)
        .contains(id);

    bench.dispatcher().dispatchDue();
    assertThat(bench.mails()).isEmpty();

    bench.makeDue(id);
    bench.dispatcher().dispatchDue();
    assertThat(bench.mails()).hasSize(1);
    assertThat(bench.stored(id).attempts()).isEqualTo(2);
  }

  @Test
  @DisplayName(
      "gives up on a mailbox that the server refuses for good, and tries again when told to")
  void givesUpOnRefusedMailboxes() throws Exception {
    long refused = bench.write("SVMA", "sem caixa");
    bench.answer(Answer.NO_SUCH_MAILBOX);
    bench.dispatcher().dispatchDue();

    assertThat(bench.stored(refused).state()).isEqualTo(State.FAILED);
    assertThat(bench.stored(refused).lastError()).isEqualTo(DeliveryError.RECIPIENT_REFUSED);

    bench.answer(Answer.TAKE);
    bench.dispatcher().dispatchDue();
    assertThat(bench.mails()).isEmpty();

    assertThat(bench.outbox().queue().retry(refused)).isTrue();
    bench.dispatcher().dispatchDue();
    assertThat(bench.mails()).hasSize(1);
  }

  @Test
  @DisplayName(
      "lets mails wait when the server refuses our sender, which is nobody's fault but ours")
  void waitsWhenTheSenderIsRefused() {
    long id = bench.write("SVMA", "remetente");
    bench.answer(Answer.SENDER_UNKNOWN);

    bench.dispatcher().dispatchDue();

    assertThat(bench.stored(id).state()).isEqualTo(State.WAITING);
    assertThat(bench.stored(id).lastError()).isEqualTo(DeliveryError.SENDER_REFUSED);
  }

  @Test
  @DisplayName(
      "gives up on a mail whose content the server refuses for good; the next one goes out")
  void givesUpOnRefusedContent() {
    long first = bench.write("SVMA", "conteúdo");
    bench.answer(Answer.CONTENT_REFUSED);
    bench.dispatcher().dispatchDue();
    bench.answer(Answer.TAKE);
    long second = bench.write("SME", "conteúdo");
    bench.dispatcher().dispatchDue();

    assertThat(bench.stored(first).lastError()).isEqualTo(DeliveryError.MESSAGE_REFUSED);
    assertThat(bench.stored(second).state()).isEqualTo(State.SENT);
  }

  @Test
  @DisplayName("lets no line end or control character of a name or text into a header")
  void keepsHeadersClean() throws Exception {
    bench.recipientName("Ana\r\nBcc: evil@example.org\u2028\u0007 d'Água ✓");
    bench.write("SVMA\r\nBcc: evil@example.org\r\n\r\n<script>", "x\r\n.\r\nMAIL FROM:<evil>");

    bench.dispatcher().dispatchDue();

    MimeMessage mail = bench.onlyMail();
    assertThat(mail.getAllRecipients()).hasSize(1);
    assertThat(mail.getHeader("Bcc")).isNull();
    assertThat(mail.getSubject()).isEqualTo("Aviso de SVMA Bcc: evil@example.org <script>");
    assertThat(((InternetAddress) mail.getAllRecipients()[0]).getPersonal())
        .isEqualTo("Ana Bcc: evil@example.org d'Água ✓");
  }

  @Test
  @DisplayName("writes to no address that is none, and does not stumble over it")
  void refusesAddressesThatAreNone() {
    for (String address :
        new String[] {"", "sem arroba", "a@b\r\nRCPT TO:<evil@example.org>", "a@b@c", "<>", null}) {
      bench.recipientEmail(address);
      long id = bench.write("SVMA", "endereço");
      bench.dispatcher().dispatchDue();
      assertThat(bench.stored(id).lastError()).as(address).isEqualTo(DeliveryError.NO_ADDRESS);
    }
    assertThat(bench.mails()).isEmpty();
  }

  @Test
  @DisplayName("fails a mail whose template has lost its texts, and sends the others")
  void failsUnreadableMails() {
    long id = bench.write("SVMA", "sem texto");
    bench.loseTemplate(id);
    long other = bench.write("SME", "com texto");

    bench.dispatcher().dispatchDue();

    assertThat(bench.stored(id).lastError()).isEqualTo(DeliveryError.UNREADABLE);
    assertThat(bench.stored(other).state()).isEqualTo(State.SENT);
  }

  @Test
  @DisplayName("sleeps when no mail server is configured")
  void sleepsWithoutServer() {
    long id = bench.write("SVMA", "sem servidor");

    assertThat(bench.dispatcherWithoutServer().dispatchDue()).isZero();
    assertThat(bench.stored(id).attempts()).isZero();
  }

  @Test
  @DisplayName("never works inside a transaction")
  void holdsNoTransaction() {
    assertThatThrownBy(() -> transaction.executeWithoutResult(status -> dispatcher.dispatchDue()))
        .isInstanceOf(IllegalTransactionStateException.class);
  }

  @Test
  @DisplayName("keeps to the number of mails per minute")
  void keepsThePace() {
    for (int i = 0; i < 4; i++) {
      bench.write("B" + i, "ritmo");
    }
    long start = System.nanoTime();

    bench.dispatcher(Map.of("maxPerMinute", 600)).dispatchDue();

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(300));
    assertThat(bench.mails()).hasSize(4);
  }

  private static String content(BodyPart part) throws Exception {
    return new String(part.getInputStream().readAllBytes(), UTF_8).replace("\r\n", "\n");
  }
}
