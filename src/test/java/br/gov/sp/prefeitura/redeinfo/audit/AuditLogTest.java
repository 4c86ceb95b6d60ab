package br.gov.sp.prefeitura.redeinfo.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import br.gov.sp.prefeitura.redeinfo.network.Function;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.support.IntegrationTest;
import br.gov.sp.prefeitura.redeinfo.support.TestPeople;
import br.gov.sp.prefeitura.redeinfo.workflow.EngineClock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

@IntegrationTest
@DisplayName("The audit log")
class AuditLogTest {

  private static final AuditAction TRIED = () -> "thing.tried";

  @Autowired AuditLog audit;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transaction;
  @Autowired TestPeople people;
  @Autowired EngineClock clock;

  private final String id = UUID.randomUUID().toString();

  @Test
  @DisplayName("keeps what was done and its circumstances")
  void keepsWhatWasDone() {
    record(
        AuditEntry.of(TRIED, id)
            .by(7)
            .about(8L)
            .in(9L)
            .inPlaceOf(InPlaceOf.headOf(9))
            .with("function", Function.FOCAL_POINT)
            .with("from", LocalDate.of(2017, 6, 9))
            .with("steps", List.of(1, 2))
            .with("nothing", null));

    assertThat(row())
        .containsEntry("action", "thing.tried")
        .containsEntry("subject_type", "thing")
        .containsEntry("actor_id", 7L)
        .containsEntry("person_id", 8L)
        .containsEntry("body_id", 9L)
        .containsEntry("in_place_of_kind", "head")
        .containsEntry("in_place_of_id", 9L)
        .containsEntry("channel", "job")
        .containsEntry("address", null)
        .containsEntry(
            "details",
            "{\"from\": \"2017-06-09\", \"steps\": [1, 2], \"function\": \"focal-point\"}");
  }

  @Test
  @DisplayName("refuses to write outside the transaction of what it tells of")
  void needsATransaction() {
    assertThatThrownBy(() -> audit.record(AuditEntry.of(TRIED, id)))
        .isInstanceOf(IllegalTransactionStateException.class);
    assertThat(rows()).isEmpty();
  }

  @Test
  @DisplayName("forgets what is rolled back")
  void goesWithTheTransaction() {
    transaction.executeWithoutResult(
        status -> {
          audit.record(AuditEntry.of(TRIED, id));
          status.setRollbackOnly();
        });
    assertThat(rows()).isEmpty();
  }

  @Test
  @DisplayName("tells a replay by its channel and its time")
  void tellsAReplay() {
    Instant past = Instant.parse("2017-06-09T15:00:00Z");
    clock.callAt(
        past,
        () ->
            audit.through(
                AuditChannel.IMPORT,
                () -> {
                  record(AuditEntry.of(TRIED, id).by(7));
                  return null;
                }));

    assertThat(row()).containsEntry("channel", "replay").containsEntry("actor_id", 7L);
    assertThat(
            jdbc.sql("SELECT count(*) FROM audit_entry WHERE subject_id = ? AND recorded_at = ?")
                .params(id, past.atOffset(java.time.ZoneOffset.UTC))
                .query(Integer.class)
                .single())
        .isOne();
  }

  @Test
  @DisplayName("names the channel that the work says, and only while it lasts")
  void channel() {
    audit.through(
        AuditChannel.IMPORT,
        () -> {
          record(AuditEntry.of(TRIED, id));
          return null;
        });
    assertThat(row()).containsEntry("channel", "import");
    record(AuditEntry.of(TRIED, id));
    assertThat(rows()).extracting(row -> row.get("channel")).containsExactly("import", "job");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Maria da Silva", "a b", "ana@prefeitura.example", "é", "x\ny"})
  @DisplayName("takes no text that could name somebody")
  void takesNoFreeText(String text) {
    AuditEntry entry = AuditEntry.of(TRIED, id);
    assertThatThrownBy(() -> entry.with("reason", text))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> entry.with("reason", List.of(text)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> entry.with("reason", new Object()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> AuditEntry.of(TRIED, text))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE audit_entry SET actor_id = 1 WHERE subject_id = '%s'",
        "UPDATE audit_entry SET address = NULL WHERE subject_id = '%s'",
        "UPDATE audit_entry SET recorded_at = recorded_at WHERE subject_id = '%s'",
        "DELETE FROM audit_entry WHERE subject_id = '%s'",
        "TRUNCATE audit_entry"
      })
  @DisplayName("is never changed, not even by the database's owner")
  void isNeverChanged(String statement) {
    record(AuditEntry.of(TRIED, id));
    assertThatThrownBy(() -> jdbc.sql(statement.formatted(id)).update())
        .isInstanceOf(DataAccessException.class)
        .hasStackTraceContaining("append-only");
    assertThat(
            jdbc.sql(
                    """
                    SELECT tgenabled::text FROM pg_trigger
                     WHERE tgrelid = 'audit_entry'::regclass AND NOT tgisinternal
                    """)
                .query(String.class)
                .list())
        .as("also where other triggers are switched off")
        .containsExactly("A", "A");
    assertThat(rows()).hasSize(1);
  }

  @Test
  @DisplayName("forgets the addresses of old entries, and nothing else of them")
  void forgetsAddresses() {
    jdbc.sql(
            """
            INSERT INTO audit_entry
                   (recorded_at, action, subject_type, subject_id, channel, address, details)
            VALUES ('2001-01-01', 'thing.tried', 'thing', :id, 'page', '2001:db8::1', '{}'),
                   ('2001-01-03', 'thing.tried', 'thing', :id, 'page', '2001:db8::2', '{}')
            """)
        .param("id", id)
        .update();

    jdbc.sql("SELECT forget_audit_addresses('2001-01-02', 1000)").query().singleRow();

    assertThat(rows()).extracting(row -> row.get("address")).containsExactly(null, "2001:db8::2");
    assertThatThrownBy(
            () ->
                jdbc.sql("UPDATE audit_entry SET address = NULL WHERE subject_id = ?")
                    .param(id)
                    .update())
        .isInstanceOf(DataAccessException.class);
  }

  @Test
  @DisplayName("has an entry for a person who is registered and appointed")
  void recordsAppointments() {
    Person person = people.withFunction(Function.HEAD, "svma");

    List<Map<String, Object>> rows =
        jdbc.sql(
                """
                SELECT action, subject_id, body_id, details::text AS details FROM audit_entry
                 WHERE person_id = ? ORDER BY id
                """)
            .param(person.id())
            .query()
            .listOfRows();
    assertThat(rows)
        .extracting(row -> row.get("action"))
        .containsExactly("person.registered", "account.opened", "appointment.started");
    assertThat(rows.get(2)).containsEntry("body_id", person.bodyId());
    assertThat(rows.toString()).doesNotContain(person.name()).doesNotContain(person.email());
  }

  private void record(AuditEntry entry) {
    transaction.executeWithoutResult(status -> audit.record(entry));
  }

  private Map<String, Object> row() {
    assertThat(rows()).hasSize(1);
    return rows().get(0);
  }

  private List<Map<String, Object>> rows() {
    return jdbc.sql(
            """
            SELECT action, subject_type, actor_id, person_id, body_id, in_place_of_kind,
                   in_place_of_id, channel, host(address) AS address, details::text AS details
              FROM audit_entry WHERE subject_id = ? ORDER BY id
            """)
        .param(id)
        .query()
        .listOfRows();
  }
}
