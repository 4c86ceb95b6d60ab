package br.gov.sp.prefeitura.redeinfo.attendance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import br.gov.sp.prefeitura.redeinfo.attendance.AttendanceEvents.NewEvent;
import br.gov.sp.prefeitura.redeinfo.attendance.AttendanceSheets.Counts;
import br.gov.sp.prefeitura.redeinfo.attendance.domain.AttendanceDesk;
import br.gov.sp.prefeitura.redeinfo.attendance.domain.Mark;
import br.gov.sp.prefeitura.redeinfo.attendance.domain.MarkResult;
import br.gov.sp.prefeitura.redeinfo.attendance.domain.MarkResult.Outcome;
import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson.SignedIn;
import br.gov.sp.prefeitura.redeinfo.identity.Groups;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.network.Persons;
import br.gov.sp.prefeitura.redeinfo.network.Persons.PersonDetails;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.support.AttendanceLife;
import br.gov.sp.prefeitura.redeinfo.support.IntegrationTest;
import br.gov.sp.prefeitura.redeinfo.support.TestPeople;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.support.TransactionTemplate;

@IntegrationTest
@RecordApplicationEvents
@DisplayName("An attendance sheet")
class AttendanceDeskTest {

  @Autowired AttendanceDesk desk;
  @Autowired AttendanceEvents events;
  @Autowired AttendanceSheets sheets;
  @Autowired AttendanceKeeping keeping;
  @Autowired AttendanceLife life;
  @Autowired TestPeople people;
  @Autowired Persons persons;
  @Autowired TransactionTemplate transaction;
  @Autowired JdbcClient jdbc;
  @Autowired Clock clock;
  @Autowired ApplicationEvents published;

  private SignedIn keeper;
  private SignedIn otherKeeper;
  private Person ana;
  private Person bia;
  private Person caio;
  private long event;

  @BeforeEach
  void expect() {
    keeper = coordination(people.stranger("cgm"));
    otherKeeper = coordination(people.stranger("cgm"));
    ana = people.stranger("svma");
    bia = people.stranger("svma");
    caio = people.stranger("smads");
    event = life.event(List.of(ana, bia, caio));
  }

  @Test
  @DisplayName("is opened once, however often its event is planned, and names everybody once")
  void isOpenedOnce() {
    NewEvent same =
        new NewEvent("test-again", ana.id(), "Uma vez", now(), now().plus(Duration.ofHours(1)));
    long first = transaction.execute(status -> events.plan(same));
    assertThat(transaction.<Long>execute(status -> events.plan(same))).isEqualTo(first);
    life.expect(event, List.of(ana, bia, caio));
    assertThat(counts()).isEqualTo(new Counts(3, 0, 0, 0));
  }

  @Test
  @DisplayName("lets a person go of whom nothing is recorded, and keeps others")
  void letsGo() {
    mark(ana, AttendanceStatus.PRESENT);
    transaction.executeWithoutResult(
        status -> {
          events.dismiss(List.of(event), ana.id());
          events.dismiss(List.of(event), bia.id());
        });
    assertThat(counts()).isEqualTo(new Counts(2, 1, 0, 0));
    assertThat(sheets.of(bia.id(), List.of(event))).isEmpty();
  }

  @Test
  @DisplayName("says of each person what was marked last, and who is still expected")
  void saysWhatWasMarked() {
    desk.mark(
        event,
        List.of(
            mark(ana, AttendanceStatus.ABSENT, null, now().minusSeconds(2)),
            mark(bia, AttendanceStatus.JUSTIFIED, " licença ", now().minusSeconds(2)),
            mark(ana, AttendanceStatus.PRESENT, null, now().minusSeconds(1))),
        keeper);
    assertThat(counts()).isEqualTo(new Counts(3, 1, 0, 1));
    assertThat(sheets.persons(event, AttendanceStatus.EXPECTED)).containsExactly(caio.id());
    assertThat(sheets.of(bia.id(), List.of(event)))
        .isEqualTo(Map.of(event, AttendanceStatus.JUSTIFIED));
    assertThat(reasonOf(bia)).isEqualTo("licença");
  }

  @Test
  @DisplayName("is not changed, nor the record, by a mark that arrives again")
  void takesAMarkOnce() {
    Mark mark = mark(ana, AttendanceStatus.PRESENT, null, now());
    assertThat(outcome(mark, keeper)).isEqualTo(Outcome.RECORDED);
    assertThat(outcome(mark, keeper)).isEqualTo(Outcome.UNCHANGED);
    assertThat(recorded("attendance.marked")).isEqualTo(1);
  }

  @Test
  @DisplayName("believes the later of two marks, whichever arrives first, and says whose it was")
  void believesTheLater() {
    outcome(mark(ana, AttendanceStatus.PRESENT, null, now()), keeper);
    MarkResult late =
        desk.mark(
                event,
                List.of(mark(ana, AttendanceStatus.ABSENT, null, now().minusSeconds(90))),
                otherKeeper)
            .get(0);
    assertThat(late.outcome()).isEqualTo(Outcome.OVERTAKEN);
    assertThat(late.status()).isEqualTo(AttendanceStatus.PRESENT);
    assertThat(late.otherId()).isEqualTo(keeper.personId());
    assertThat(counts()).isEqualTo(new Counts(3, 1, 0, 0));
  }

  @Test
  @DisplayName("tells a keeper who replaces what they have not seen")
  void tellsWhatWasReplaced() {
    outcome(mark(ana, AttendanceStatus.ABSENT, null, now().minusSeconds(60)), keeper);
    MarkResult blind =
        desk.mark(
                event,
                List.of(new Mark(ana.id(), AttendanceStatus.PRESENT, null, now(), 0)),
                otherKeeper)
            .get(0);
    assertThat(blind.outcome()).isEqualTo(Outcome.REPLACED);
    assertThat(blind.otherId()).isEqualTo(keeper.personId());
    MarkResult seeing =
        desk.mark(
                event,
                List.of(new Mark(ana.id(), AttendanceStatus.ABSENT, null, now(), blind.version())),
                keeper)
            .get(0);
    assertThat(seeing.outcome()).isEqualTo(Outcome.RECORDED);
  }

  @Test
  @DisplayName("takes no mark from the future: the next one made here holds against it")
  void nothingFromTheFuture() {
    outcome(mark(ana, AttendanceStatus.ABSENT, null, now().plus(Duration.ofDays(1))), keeper);
    assertThat(outcome(mark(ana, AttendanceStatus.PRESENT, null, now()), otherKeeper))
        .isEqualTo(Outcome.RECORDED);
  }

  @Test
  @DisplayName("says so when somebody is not on it")
  void strangers() {
    assertThat(
            outcome(mark(people.stranger("svma"), AttendanceStatus.PRESENT, null, now()), keeper))
        .isEqualTo(Outcome.NOT_ON_SHEET);
  }

  @Test
  @DisplayName("refuses a justified absence without a reason, and a mark before its time")
  void refuses() {
    assertThatThrownBy(() -> outcome(mark(ana, AttendanceStatus.JUSTIFIED, " ", now()), keeper))
        .isInstanceOf(Refusal.class)
        .hasMessage("attendance.reason-missing");
    long tomorrow =
        life.event(
            now().plus(Duration.ofHours(20)), now().plus(Duration.ofHours(22)), List.of(ana));
    assertThatThrownBy(
            () ->
                desk.mark(
                    tomorrow, List.of(mark(ana, AttendanceStatus.PRESENT, null, now())), keeper))
        .hasMessage("attendance.too-early");
    assertThatThrownBy(() -> desk.markRest(tomorrow, AttendanceStatus.PRESENT, keeper))
        .hasMessage("attendance.too-early");
    assertThatThrownBy(() -> desk.complete(tomorrow, 1, keeper)).hasMessage("attendance.not-begun");
    assertThat(
            desk.mark(
                    tomorrow,
                    List.of(mark(ana, AttendanceStatus.JUSTIFIED, "férias", now())),
                    keeper)
                .get(0)
                .outcome())
        .isEqualTo(Outcome.RECORDED);
  }

  @Test
  @DisplayName("of which nothing is recorded is filled at once, without touching what is")
  void fillsTheRest() {
    mark(ana, AttendanceStatus.ABSENT);
    assertThat(desk.markRest(event, AttendanceStatus.PRESENT, keeper)).isEqualTo(2);
    assertThat(counts()).isEqualTo(new Counts(3, 2, 1, 0));
    assertThat(desk.markRest(event, AttendanceStatus.PRESENT, keeper)).isZero();
  }

  @Test
  @DisplayName(
      "completed counts everybody without an entry as absent, tells its owner once, and"
          + " takes no more")
  void isCompleted() {
    mark(ana, AttendanceStatus.PRESENT);
    assertThat(desk.complete(event, 3, keeper)).as("another number than shown").isFalse();
    assertThat(desk.complete(event, 2, keeper)).isTrue();
    assertThat(counts()).isEqualTo(new Counts(3, 1, 2, 0));
    assertThat(desk.open(event, keeper).event().isClosed()).isTrue();
    assertThat(published.stream(AttendanceClosed.class).filter(e -> e.eventId() == event))
        .hasSize(1);
    for (Runnable more :
        List.<Runnable>of(
            () -> mark(bia, AttendanceStatus.PRESENT),
            () -> desk.complete(event, 0, keeper),
            () -> desk.markRest(event, AttendanceStatus.PRESENT, keeper))) {
      assertThatThrownBy(more::run).hasMessage("attendance.complete");
    }
    life.expect(event, List.of(people.stranger("svma")));
    assertThat(counts().expected()).isEqualTo(3);
  }

  @Test
  @DisplayName("is completed once when two keepers do so at the same moment")
  void isCompletedOnce() {
    long successes =
        Stream.of(keeper, otherKeeper)
            .map(
                who ->
                    CompletableFuture.supplyAsync(
                        () -> {
                          try {
                            return desk.complete(event, 3, who);
                          } catch (Refusal refusal) {
                            return false;
                          }
                        }))
            .toList()
            .stream()
            .filter(CompletableFuture::join)
            .count();
    assertThat(successes).isEqualTo(1);
    assertThat(recorded("attendance.completed")).isEqualTo(1);
  }

  @Test
  @DisplayName("of a cancelled event takes nothing")
  void cancelled() {
    life.cancel(event);
    assertThatThrownBy(() -> mark(ana, AttendanceStatus.PRESENT))
        .hasMessage("attendance.cancelled");
    assertThatThrownBy(() -> desk.complete(event, 3, keeper)).hasMessage("attendance.cancelled");
  }

  @Test
  @DisplayName("does not exist for people who may not read it, and is not theirs to keep who may")
  void isTheKeepers() {
    SignedIn stranger = new SignedIn(ana.id(), ana.username(), ana.name(), Set.of());
    SignedIn auditor = new SignedIn(ana.id(), ana.username(), ana.name(), Set.of(Groups.AUDITOR));
    assertThatThrownBy(() -> desk.open(event, stranger)).hasMessage("attendance.unknown");
    assertThatThrownBy(() -> desk.markRest(event, AttendanceStatus.PRESENT, stranger))
        .hasMessage("attendance.unknown");
    assertThat(desk.open(event, auditor).mayKeep()).isFalse();
    assertThatThrownBy(() -> desk.markRest(event, AttendanceStatus.PRESENT, auditor))
        .hasMessage("attendance.keepers-only");
    assertThatThrownBy(() -> desk.complete(event, 3, auditor))
        .hasMessage("attendance.keepers-only");
  }

  @Test
  @DisplayName("is kept without a page by those who know who came")
  void isKeptWithoutAPage() {
    transaction.executeWithoutResult(
        status -> {
          keeping.record(
              event,
              Map.of(ana.id(), AttendanceStatus.PRESENT, caio.id(), AttendanceStatus.PRESENT),
              keeper.personId());
          keeping.complete(event, keeper.personId());
        });
    assertThat(counts()).isEqualTo(new Counts(3, 2, 1, 0));
  }

  @Test
  @DisplayName("follows people's new names in its order")
  void followsNames() {
    Person renamed =
        persons.register(
            new PersonDetails("Zoé Ávila", ana.email(), ana.bond(), ana.bodyId(), null, null));
    assertThat(
            jdbc.sql("SELECT sort_key FROM attendance_entry WHERE event_id = ? AND person_id = ?")
                .params(event, renamed.id())
                .query(String.class)
                .single())
        .isEqualTo("zoe avila svma");
  }

  @Test
  @DisplayName("of thousands is filled and completed in a handful of statements")
  void isFilledAtOnce() {
    List<Person> many = IntStream.range(0, 30).mapToObj(i -> people.stranger("svma")).toList();
    long large = life.event(many);
    List<Mark> marks =
        many.stream().map(one -> mark(one, AttendanceStatus.PRESENT, null, now())).toList();
    assertThat(desk.mark(large, marks, keeper))
        .extracting(MarkResult::outcome)
        .containsOnly(Outcome.RECORDED);
    assertThat(sheets.counts(List.of(large, event)))
        .containsEntry(large, new Counts(30, 30, 0, 0))
        .containsEntry(event, new Counts(3, 0, 0, 0));
  }

  private Counts counts() {
    return sheets.counts(List.of(event)).get(event);
  }

  private void mark(Person person, AttendanceStatus status) {
    desk.mark(event, List.of(mark(person, status, null, now())), keeper);
  }

  private static Mark mark(Person person, AttendanceStatus status, String reason, Instant at) {
    return new Mark(person.id(), status, reason, at, null);
  }

  private Outcome outcome(Mark mark, SignedIn by) {
    return desk.mark(event, List.of(mark), by).get(0).outcome();
  }

  private String reasonOf(Person person) {
    return jdbc.sql("SELECT reason FROM attendance_entry WHERE event_id = ? AND person_id = ?")
        .params(event, person.id())
        .query(String.class)
        .single();
  }

  private long recorded(String action) {
    return jdbc.sql("SELECT count(*) FROM audit_entry WHERE action = ? AND subject_id = ?")
        .params(action, String.valueOf(event))
        .query(Long.class)
        .single();
  }

  private Instant now() {
    return clock.instant();
  }

  private static SignedIn coordination(Person person) {
    return new SignedIn(person.id(), person.username(), person.name(), Set.of(Groups.COORDINATION));
  }
}
