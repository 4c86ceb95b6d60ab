package br.gov.sp.prefeitura.redeinfo.identity.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of the table {@code account}. */
@Repository
public class AccountRepository {

  private static final String SELECT =
      "SELECT person_id, username, password_hash, credential, disabled_at FROM account ";

  private final JdbcClient jdbc;
  private final Clock clock;

  AccountRepository(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  public Optional<Account> find(long personId) {
    return jdbc.sql(SELECT + "WHERE person_id = :person")
        .param("person", personId)
        .query(AccountRepository::map)
        .optional();
  }

  /** Locks the row until the transaction ends. */
  Optional<Account> lock(long personId) {
    return jdbc.sql(SELECT + "WHERE person_id = :person FOR UPDATE")
        .param("person", personId)
        .query(AccountRepository::map)
        .optional();
  }

  /** Does nothing, and returns false, if the person has an account. */
  boolean insert(long personId, String username) {
    return jdbc.sql(
                """
                INSERT INTO account (person_id, username, created_at)
                VALUES (:person, lower(:username), :now) ON CONFLICT (person_id) DO NOTHING
                """)
            .param("person", personId)
            .param("username", username)
            .param("now", now())
            .update()
        == 1;
  }

  /** Leaves a password alone that the person has chosen; returns whether the account is new. */
  boolean insertForDemonstration(long personId, String username, String passwordHash) {
    return jdbc.sql(
            """
            INSERT INTO account (person_id, username, password_hash, password_set_at, demonstration,
                                 created_at)
            SELECT :person, lower(:username), hash, CASE WHEN hash IS NOT NULL THEN now END,
                   hash IS NOT NULL, now
              FROM (SELECT cast(:hash AS text) AS hash, cast(:now AS timestamptz) AS now) AS given
            ON CONFLICT (person_id) DO UPDATE
               SET password_hash = excluded.password_hash,
                   password_set_at = excluded.password_set_at,
                   demonstration = excluded.demonstration
             WHERE account.password_hash IS NULL OR account.demonstration
            RETURNING xmax = 0
            """)
        .param("person", personId)
        .param("username", username)
        .param("hash", passwordHash)
        .param("now", now())
        .query(Boolean.class)
        .optional()
        .orElse(false);
  }

  void setPassword(long personId, String passwordHash) {
    jdbc.sql(
            """
            UPDATE account SET password_hash = :hash, password_set_at = :now,
                               credential = credential + 1, demonstration = false
             WHERE person_id = :person
            """)
        .param("person", personId)
        .param("hash", passwordHash)
        .param("now", now())
        .update();
  }

  void setDisabled(long personId, boolean disabled) {
    jdbc.sql(
            """
            UPDATE account SET disabled_at = CASE WHEN :disabled THEN cast(:now AS timestamptz) END, left_at = NULL,
                               credential = credential + 1
             WHERE person_id = :person
            """)
        .param("person", personId)
        .param("disabled", disabled)
        .param("now", now())
        .update();
  }

  /** The owner left, and may come back by an invitation. */
  void setLeft(long personId) {
    jdbc.sql("UPDATE account SET left_at = :now WHERE person_id = :person")
        .param("person", personId)
        .param("now", now())
        .update();
  }

  /** Opens an account again that was closed because its owner left; whether it was. */
  boolean reopen(long personId) {
    return jdbc.sql(
                """
                UPDATE account SET left_at = NULL, disabled_at = NULL, credential = credential + 1
                 WHERE person_id = :person AND left_at IS NOT NULL
                """)
            .param("person", personId)
            .update()
        == 1;
  }

  /**
   * With everything that hangs on them; sessions have ended by themselves long before.
   *
   * @return whose accounts they were
   */
  List<Long> deleteAll(Collection<Long> personIds) {
    Long[] persons = personIds.toArray(Long[]::new);
    for (String table : List.of("password_link", "known_device")) {
      jdbc.sql("DELETE FROM " + table + " WHERE person_id = ANY (:persons)")
          .param("persons", persons)
          .update();
    }
    return jdbc.sql("DELETE FROM account WHERE person_id = ANY (:persons) RETURNING person_id")
        .param("persons", persons)
        .query(Long.class)
        .list();
  }

  /** Whether an account has the password that everybody can read in the documentation. */
  boolean anyOfDemonstration() {
    return jdbc.sql("SELECT EXISTS (SELECT FROM account WHERE demonstration)")
        .query(Boolean.class)
        .single();
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  private static Account map(ResultSet row, int number) throws SQLException {
    return new Account(
        row.getLong("person_id"),
        row.getString("username"),
        row.getString("password_hash"),
        row.getInt("credential"),
        row.getObject("disabled_at") != null);
  }

  /**
   * @param passwordHash {@code null} until the first password is chosen
   * @param credential changes whenever open sessions have to end
   */
  public record Account(
      long personId, String username, String passwordHash, int credential, boolean disabled) {}
}
