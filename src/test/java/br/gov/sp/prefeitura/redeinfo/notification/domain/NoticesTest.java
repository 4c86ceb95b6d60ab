package br.gov.sp.prefeitura.redeinfo.notification.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import br.gov.sp.prefeitura.redeinfo.notification.Notices;
import br.gov.sp.prefeitura.redeinfo.notification.Notices.Notice;
import br.gov.sp.prefeitura.redeinfo.notification.Notices.RecentNotice;
import br.gov.sp.prefeitura.redeinfo.notification.domain.StoredNotice.State;
import br.gov.sp.prefeitura.redeinfo.shared.paging.Position;
import br.gov.sp.prefeitura.redeinfo.shared.time.MovableClock;
import br.gov.sp.prefeitura.redeinfo.support.IntegrationTest;
import br.gov.sp.prefeitura.redeinfo.support.TestPeople;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

@IntegrationTest
@DisplayName("A notice")
class NoticesTest {

  @Autowired Notices notices;
  @Autowired Outbox outbox;
  @Autowired MovableClock clock;
  @Autowired TransactionTemplate transaction;

  @Autowired TestPeople people;

  private final String event = "test:" + UUID.randomUUID();
  private long person;
  private long other;

  @BeforeEach
  void register() {
    person = people.stranger("svma").id();
    other = people.stranger("svma").id();
  }

  @Test
  @DisplayName("is one waiting mail and one notice in the application per recipient")
  void isOneRowPerRecipient() {
    int added = send(plain(event, person, other, person));

    assertThat(added).isEqualTo(2);
    assertThat(notices.recent(person, 10))
        .singleElement()
        .satisfies(
            notice -> {
              assertThat(notice.subject()).isEqualTo("Aviso de SVMA");
              assertThat(notice.text())
                  .isEqualTo("A indicação d'água de SVMA chegou.\n\nMotivo: <b>porque</b> {sim}");
              assertThat(notice.path()).isEqualTo("/tasks/1");
            });
    assertThat(rows(other)).singleElement().extracting("state").isEqualTo(State.WAITING);
  }

  @Test
  @DisplayName("of the same event reaches a recipient once, also when it is written again")
  void isWrittenOnce() {
    send(plain(event, person));

    assertThat(send(plain(event, person, other))).isEqualTo(1);
    assertThat(notices.recent(person, 10)).hasSize(1);
  }

  @Test
  @DisplayName("of the same event is one row when several transactions write it at once")
  void isOneRowUnderConcurrency() throws Exception {
    int threads = 8;
    CyclicBarrier together = new CyclicBarrier(threads);
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Future<Integer>> results = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        Long[] recipients = i % 2 == 0 ? new Long[] {person, other} : new Long[] {other, person};
        results.add(
            pool.submit(
                () -> {
                  together.await();
                  return send(plain(event, recipients));
                }));
      }
      int added = 0;
      for (Future<Integer> result : results) {
        added += result.get();
      }
      assertThat(added).isEqualTo(2);
    } finally {
      pool.shutdownNow();
    }
    assertThat(rows(person)).hasSize(1);
    assertThat(rows(other)).hasSize(1);
  }

  @Test
  @DisplayName("of a step that is rolled back does not exist")
  void goesWithItsTransaction() {
    assertThatThrownBy(
            () ->
                transaction.executeWithoutResult(
                    status -> {
                      notices.send(plain(event, person));
                      throw new IllegalStateException("the step fails");
                    }))
        .hasMessage("the step fails");

    assertThat(rows(person)).isEmpty();
  }

  @Test
  @DisplayName("is refused outside a transaction")
  void needsATransaction() {
    assertThatThrownBy(() -> notices.send(plain(event, person)))
        .isInstanceOf(IllegalTransactionStateException.class);
  }

  @Test
  @DisplayName("without texts, or without a parameter of its texts, is refused where it is written")
  void needsItsTexts() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> send(notice("no-such-template", Map.of())))
        .withMessageContaining("notice.no-such-template.subject");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> send(notice("test-plain", Map.of("bodyAcronym", "SVMA"))))
        .withMessageContaining("reason");
  }

  @Test
  @DisplayName("links to the application only")
  void linksToTheApplicationOnly() {
    for (String path : List.of("//evil.example", "https://evil.example", "tasks/1")) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Notice.toPersons(event, "test-plain", Map.of(), path, List.of(person)));
    }
  }

  @Test
  @DisplayName("may contain whatever a person typed, NUL characters left out")
  void storesWhatAPersonTyped() {
    send(
        notice(
            "test-plain",
            Map.of("bodyAcronym", "S\0V'M\"A", "reason", "$1 \\ 🌳 {bodyAcronym} \u2028")));

    assertThat(notices.recent(person, 1))
        .singleElement()
        .extracting(RecentNotice::subject, RecentNotice::text)
        .containsExactly(
            "Aviso de SV'M\"A",
            "A indicação d'água de SV'M\"A chegou.\n\nMotivo: $1 \\ 🌳 {bodyAcronym} \u2028"
                .strip());
  }

  @Test
  @DisplayName("of a replayed past is shown in the application and never mailed")
  void ofTheReplayIsNotMailed() {
    Instant past = Instant.parse("2017-06-09T12:00:00Z");

    clock.callAt(past, () -> send(plain(event, person)));

    assertThat(rows(person)).singleElement().extracting("state").isEqualTo(State.UNMAILED);
    assertThat(notices.recent(person, 1))
        .singleElement()
        .extracting(RecentNotice::createdAt)
        .isEqualTo(past);
  }

  @Test
  @DisplayName("stands before older ones, and the list ends where it is told to")
  void isListedNewestFirst() {
    clock.callAt(Instant.parse("2018-01-01T12:00:00Z"), () -> send(plain(event + "2", person)));
    clock.callAt(Instant.parse("2017-01-01T12:00:00Z"), () -> send(plain(event + "1", person)));
    clock.callAt(Instant.parse("2019-01-01T12:00:00Z"), () -> send(plain(event + "3", person)));

    assertThat(notices.recent(person, 2))
        .extracting(notice -> notice.createdAt().toString().substring(0, 4))
        .containsExactly("2019", "2018");
  }

  private int send(Notice notice) {
    return transaction.execute(status -> notices.send(notice));
  }

  private Notice notice(String template, Map<String, String> parameters) {
    return Notice.toPersons(event, template, parameters, null, List.of(person));
  }

  private static Notice plain(String event, Long... persons) {
    return Notice.toPersons(
        event,
        "test-plain",
        Map.of("bodyAcronym", "SVMA", "reason", "<b>porque</b> {sim}"),
        "/tasks/1",
        List.of(persons));
  }

  private List<StoredNotice> rows(long person) {
    return outbox.ofPerson(person, Position.NEWEST, 1000);
  }
}
