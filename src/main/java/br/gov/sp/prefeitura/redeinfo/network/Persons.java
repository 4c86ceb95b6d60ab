package br.gov.sp.prefeitura.redeinfo.network;

import java.util.Collection;
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

  record PersonDetails(
      String name, String email, Bond bond, long bodyId, String unit, String identifier) {}
}
