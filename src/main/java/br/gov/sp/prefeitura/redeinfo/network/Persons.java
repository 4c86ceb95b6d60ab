package br.gov.sp.prefeitura.redeinfo.network;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Registers and reads persons. Writes join the caller's transaction. */
public interface Persons {

  /**
   * @throws br.gov.sp.prefeitura.redeinfo.shared.error.Refusal (not found)
   */
  Person get(long id);

  Optional<Person> findByUsername(String username);

  Optional<Person> findByEmail(String email);

  /** By the number by which the body knows its people, without regard to case. */
  Optional<Person> findByIdentifier(long bodyId, String identifier);

  Map<Long, Person> byId(Collection<Long> ids);

  /** In one read, by user name; names that nobody has are left out. */
  Map<String, Person> byUsername(Collection<String> usernames);

  /**
   * The person with this institutional e-mail, created or brought up to date. The user name is
   * given once and never changes.
   *
   * @throws br.gov.sp.prefeitura.redeinfo.shared.error.Refusal (invalid) with the fields that break
   *     a rule; the address of somebody new in the body must be of one of the body's domains
   */
  Person register(PersonDetails details);

  /**
   * Like {@link #register}, but a new person gets this user name (imported and demonstration data).
   * A person who is known already keeps theirs.
   */
  Person registerAs(String username, PersonDetails details);

  /** By lower-case e-mail; who is unknown is left out. One statement. */
  Map<String, Person> byEmails(Collection<String> emails);

  /**
   * By the numbers by which bodies know their people; who is unknown is left out. One statement.
   */
  Map<BodyIdentifier, Person> byIdentifiers(Collection<BodyIdentifier> identifiers);

  /**
   * Registers people who are not known yet, in a bounded number of statements.
   *
   * @return in the order given
   * @throws br.gov.sp.prefeitura.redeinfo.shared.error.Refusal if a rule of {@link PersonRules} is
   *     broken, or an e-mail or identifier belongs to somebody
   */
  List<Person> registerAll(List<PersonDetails> details);

  /**
   * Brings people up to date by their ids, the e-mail included, in a bounded number of statements.
   *
   * @throws br.gov.sp.prefeitura.redeinfo.shared.error.Refusal as {@link #registerAll}
   */
  void changeAll(Map<Long, PersonDetails> details);

  record PersonDetails(
      String name, String email, Bond bond, long bodyId, String unit, String identifier) {

    /** Without spaces around; what is blank is {@code null}. */
    public PersonDetails normalised() {
      return new PersonDetails(
          stripped(name), stripped(email), bond, bodyId, stripped(unit), stripped(identifier));
    }

    public static PersonDetails of(Person person) {
      return new PersonDetails(
          person.name(),
          person.email(),
          person.bond(),
          person.bodyId(),
          person.unit(),
          person.identifier());
    }

    private static String stripped(String text) {
      return text == null || text.isBlank() ? null : text.strip();
    }
  }

  /** A body's number for a person; letters count without regard to case. */
  record BodyIdentifier(long bodyId, String identifier) {

    public BodyIdentifier {
      identifier = identifier.toUpperCase(Locale.ROOT);
    }
  }
}
