package br.gov.sp.prefeitura.redeinfo.network.domain;

import br.gov.sp.prefeitura.redeinfo.identity.AccountHolders;
import br.gov.sp.prefeitura.redeinfo.network.Bond;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.network.Persons.BodyIdentifier;
import br.gov.sp.prefeitura.redeinfo.network.Persons.PersonDetails;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of the table {@code person}. */
@Repository
class PersonRepository implements AccountHolders {

  private static final String SELECT =
      "SELECT id, username, name, email, bond, body_id, unit, identifier FROM person ";

  /** Many persons' details as one array per column. */
  private static final String ARRAYS =
      """
      cast(:names AS text[]), cast(:emails AS text[]), cast(:bonds AS text[]),
      cast(:bodies AS bigint[]), cast(:units AS text[]), cast(:identifiers AS text[])
      """;

  private final JdbcClient jdbc;
  private final Clock clock;

  PersonRepository(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  Optional<Person> find(long id) {
    return jdbc.sql(SELECT + "WHERE id = :id")
        .param("id", id)
        .query(PersonRepository::map)
        .optional();
  }

  Optional<Person> byUsername(String username) {
    return jdbc.sql(SELECT + "WHERE username = lower(:username)")
        .param("username", username)
        .query(PersonRepository::map)
        .optional();
  }

  Optional<Person> byEmail(String email) {
    return jdbc.sql(SELECT + "WHERE lower(email) = lower(:email)")
        .param("email", email)
        .query(PersonRepository::map)
        .optional();
  }

  /** The person the body knows by this number. */
  Optional<Person> byIdentifier(long bodyId, String identifier) {
    return jdbc.sql(SELECT + "WHERE body_id = :body AND upper(identifier) = upper(:identifier)")
        .param("body", bodyId)
        .param("identifier", identifier)
        .query(PersonRepository::map)
        .optional();
  }

  List<Person> byIds(Collection<Long> ids) {
    return ids.isEmpty()
        ? List.of()
        : jdbc.sql(SELECT + "WHERE id = ANY (:ids)")
            .param("ids", ids.toArray(Long[]::new))
            .query(PersonRepository::map)
            .list();
  }

  List<Person> byUsernames(Collection<String> usernames) {
    return usernames.isEmpty()
        ? List.of()
        : jdbc.sql(SELECT + "WHERE username = ANY (:usernames)")
            .param("usernames", usernames.toArray(String[]::new))
            .query(PersonRepository::map)
            .list();
  }

  /**
   * @param emails in lower case
   */
  List<Person> byEmails(Collection<String> emails) {
    return emails.isEmpty()
        ? List.of()
        : jdbc.sql(SELECT + "WHERE lower(email) = ANY (:emails)")
            .param("emails", emails.toArray(String[]::new))
            .query(PersonRepository::map)
            .list();
  }

  List<Person> byIdentifiers(Collection<BodyIdentifier> identifiers) {
    return identifiers.isEmpty()
        ? List.of()
        : jdbc.sql(
                SELECT
                    + """
                    WHERE (body_id, upper(identifier)) IN (
                      SELECT * FROM unnest(cast(:bodies AS bigint[]), cast(:identifiers AS text[])))
                    """)
            .param("bodies", column(identifiers, Long[]::new, BodyIdentifier::bodyId))
            .param("identifiers", column(identifiers, String[]::new, BodyIdentifier::identifier))
            .query(PersonRepository::map)
            .list();
  }

  /**
   * @return fewer than were given if an e-mail or identifier belongs to somebody already
   */
  List<Person> insertAll(Collection<PersonDetails> details) {
    return details.isEmpty()
        ? List.of()
        : columns(
                """
                WITH next AS (
                  SELECT nextval(pg_get_serial_sequence('person', 'id')) AS id, given.*
                    FROM unnest(
                """
                    + ARRAYS
                    + """
                         ) AS given (name, email, bond, body_id, unit, identifier))
                INSERT INTO person (id, username, name, email, bond, body_id, unit, identifier, created_at)
                SELECT id, 'p' || lpad(id::text, greatest(6, length(id::text)), '0'),
                       name, email, bond, body_id, unit, identifier, :now
                  FROM next
                ON CONFLICT DO NOTHING
                RETURNING id, username, name, email, bond, body_id, unit, identifier
                """,
                details)
            .param("now", clock.instant().atOffset(ZoneOffset.UTC))
            .query(PersonRepository::map)
            .list();
  }

  /** By their ids, the e-mail included. */
  void updateAll(Map<Long, PersonDetails> details) {
    if (details.isEmpty()) {
      return;
    }
    columns(
            """
            UPDATE person SET name = given.name, email = given.email, bond = given.bond,
                              body_id = given.body_id, unit = given.unit,
                              identifier = given.identifier
              FROM unnest(cast(:ids AS bigint[]),
            """
                + ARRAYS
                + """
                   ) AS given (id, name, email, bond, body_id, unit, identifier)
             WHERE person.id = given.id
            """,
            details.values())
        .param("ids", details.keySet().toArray(Long[]::new))
        .update();
  }

  private JdbcClient.StatementSpec columns(String sql, Collection<PersonDetails> details) {
    return jdbc.sql(sql)
        .param("names", column(details, String[]::new, PersonDetails::name))
        .param("emails", column(details, String[]::new, PersonDetails::email))
        .param("bonds", column(details, String[]::new, one -> one.bond().name()))
        .param("bodies", column(details, Long[]::new, PersonDetails::bodyId))
        .param("units", column(details, String[]::new, PersonDetails::unit))
        .param("identifiers", column(details, String[]::new, PersonDetails::identifier));
  }

  private static <R, T> T[] column(
      Collection<R> rows, IntFunction<T[]> array, Function<R, T> value) {
    return rows.stream().map(value).toArray(array);
  }

  /**
   * @param username {@code null}: {@code p} and the id with at least six digits, which says nothing
   *     about the person
   * @return empty if the e-mail, the identifier or the user name belongs to somebody already
   */
  Optional<Person> insert(String username, PersonDetails details) {
    return jdbc.sql(
            """
            WITH next AS (SELECT nextval(pg_get_serial_sequence('person', 'id')) AS id)
            INSERT INTO person (id, username, name, email, bond, body_id, unit, identifier, created_at)
            SELECT id,
                   coalesce(cast(:username AS text), 'p' || lpad(id::text, greatest(6, length(id::text)), '0')),
                   :name, :email, :bond, :body, cast(:unit AS text), cast(:identifier AS text), :now
              FROM next
            ON CONFLICT DO NOTHING
            RETURNING id, username, name, email, bond, body_id, unit, identifier
            """)
        .param("username", username)
        .param("name", details.name())
        .param("email", details.email())
        .param("bond", details.bond().name())
        .param("body", details.bodyId())
        .param("unit", details.unit())
        .param("identifier", details.identifier())
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .query(PersonRepository::map)
        .optional();
  }

  void update(long id, PersonDetails details) {
    jdbc.sql(
            """
            UPDATE person SET name = :name, email = :email, bond = :bond, body_id = :body,
                              unit = :unit, identifier = :identifier
             WHERE id = :id
            """)
        .param("id", id)
        .param("name", details.name())
        .param("email", details.email())
        .param("bond", details.bond().name())
        .param("body", details.bodyId())
        .param("unit", details.unit())
        .param("identifier", details.identifier())
        .update();
  }

  @Override
  public Optional<AccountHolder> findByLogin(String login) {
    return (login.contains("@") ? byEmail(login) : byUsername(login)).map(PersonRepository::holder);
  }

  @Override
  public Optional<AccountHolder> findByUsername(String username) {
    return byUsername(username).map(PersonRepository::holder);
  }

  private static AccountHolder holder(Person person) {
    return new AccountHolder(person.id(), person.username(), person.name(), person.email());
  }

  static Person map(ResultSet row, int number) throws SQLException {
    return map(row, "");
  }

  /** Reads a person from columns with a prefix, for queries that join. */
  static Person map(ResultSet row, String prefix) throws SQLException {
    return new Person(
        row.getLong(prefix + "id"),
        row.getString(prefix + "username"),
        row.getString(prefix + "name"),
        row.getString(prefix + "email"),
        Bond.valueOf(row.getString(prefix + "bond")),
        row.getLong(prefix + "body_id"),
        row.getString(prefix + "unit"),
        row.getString(prefix + "identifier"));
  }
}
