package br.gov.sp.prefeitura.redeinfo.network.domain;

import br.gov.sp.prefeitura.redeinfo.audit.AuditEntry;
import br.gov.sp.prefeitura.redeinfo.audit.AuditLog;
import br.gov.sp.prefeitura.redeinfo.network.Bodies;
import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.network.PersonRules;
import br.gov.sp.prefeitura.redeinfo.network.Persons;
import br.gov.sp.prefeitura.redeinfo.network.PersonsChanged;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.shared.error.Violation;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Registers persons and keeps the rules about their details. */
@Service
class PersonRegister implements Persons {

  private final PersonRepository persons;
  private final Bodies bodies;
  private final AuditLog audit;
  private final ApplicationEventPublisher events;

  PersonRegister(
      PersonRepository persons, Bodies bodies, AuditLog audit, ApplicationEventPublisher events) {
    this.persons = persons;
    this.bodies = bodies;
    this.audit = audit;
    this.events = events;
  }

  @Override
  public Person get(long id) {
    return persons.find(id).orElseThrow(() -> Refusal.notFound("network.person-unknown"));
  }

  @Override
  public Optional<Person> findByUsername(String username) {
    return persons.byUsername(username);
  }

  @Override
  public Optional<Person> findByEmail(String email) {
    return persons.byEmail(email);
  }

  @Override
  public Optional<Person> findByIdentifier(long bodyId, String identifier) {
    return persons.byIdentifier(bodyId, identifier);
  }

  @Override
  public Map<Long, Person> byId(Collection<Long> ids) {
    return persons.byIds(ids).stream().collect(Collectors.toMap(Person::id, Function.identity()));
  }

  @Override
  public Map<String, Person> byUsername(Collection<String> usernames) {
    return persons.byUsernames(usernames).stream()
        .collect(Collectors.toMap(Person::username, Function.identity()));
  }

  @Override
  @Transactional
  public Person register(PersonDetails details) {
    return register(null, details);
  }

  @Override
  @Transactional
  public Person registerAs(String username, PersonDetails details) {
    return register(username.toLowerCase(Locale.ROOT), details);
  }

  private Person register(String username, PersonDetails given) {
    PersonDetails details = given.normalised();
    Optional<Person> known =
        details.email() == null ? Optional.empty() : persons.byEmail(details.email());
    check(details, known);
    if (known.isEmpty()) {
      refuseTakenIdentifier(details, null);
      Person registered =
          persons
              .insert(username, details)
              .orElseThrow(() -> Refusal.conflict("network.person-registered-meanwhile"));
      audit.record(entry(NetworkAction.PERSON_REGISTERED, registered.id(), details));
      return registered;
    }
    Person person = known.get();
    refuseTakenIdentifier(details, person.id());
    if (!details.equals(PersonDetails.of(person))) {
      persons.update(person.id(), details);
      audit.record(
          entry(NetworkAction.PERSON_CHANGED, person.id(), details)
              .with("changed", changed(PersonDetails.of(person), details)));
      events.publishEvent(new PersonsChanged(Set.of(person.id())));
    }
    return get(person.id());
  }

  private static AuditEntry entry(NetworkAction action, long personId, PersonDetails details) {
    return AuditEntry.of(action, personId).about(personId).in(details.bodyId());
  }

  /** Which details, not what they say. */
  private static List<String> changed(PersonDetails before, PersonDetails after) {
    Map<String, Boolean> same = new LinkedHashMap<>();
    same.put("name", Objects.equals(before.name(), after.name()));
    same.put("email", Objects.equals(before.email(), after.email()));
    same.put("bond", before.bond() == after.bond());
    same.put("body", before.bodyId() == after.bodyId());
    same.put("unit", Objects.equals(before.unit(), after.unit()));
    same.put("identifier", Objects.equals(before.identifier(), after.identifier()));
    same.values().removeIf(Boolean::booleanValue);
    return List.copyOf(same.keySet());
  }

  private void refuseTakenIdentifier(PersonDetails details, Long ownId) {
    if (details.identifier() != null
        && persons
            .byIdentifier(details.bodyId(), details.identifier())
            .filter(other -> ownId == null || other.id() != ownId)
            .isPresent()) {
      throw Refusal.invalidField("identifier", "network.identifier-taken");
    }
  }

  private void check(PersonDetails details, Optional<Person> known) {
    List<Violation> violations =
        PersonRules.check(
            details, bodies.get(details.bodyId()), known.map(PersonDetails::of).orElse(null));
    if (!violations.isEmpty()) {
      throw Refusal.invalid(violations);
    }
  }

  @Override
  public Map<String, Person> byEmails(Collection<String> emails) {
    return persons.byEmails(emails).stream()
        .collect(
            Collectors.toMap(
                person -> person.email().toLowerCase(Locale.ROOT), Function.identity()));
  }

  @Override
  public Map<BodyIdentifier, Person> byIdentifiers(Collection<BodyIdentifier> identifiers) {
    return persons.byIdentifiers(identifiers).stream()
        .collect(
            Collectors.toMap(
                person -> new BodyIdentifier(person.bodyId(), person.identifier()),
                Function.identity()));
  }

  @Override
  @Transactional
  public List<Person> registerAll(List<PersonDetails> given) {
    List<PersonDetails> details = given.stream().map(PersonDetails::normalised).toList();
    checkAll(details, Map.of());
    List<Person> registered = persons.insertAll(details);
    if (registered.size() < details.size()) {
      throw Refusal.conflict("network.person-registered-meanwhile");
    }
    Map<String, Person> byEmail =
        registered.stream().collect(Collectors.toMap(Person::email, Function.identity()));
    audit.recordAll(
        registered.stream()
            .map(
                person ->
                    entry(NetworkAction.PERSON_REGISTERED, person.id(), PersonDetails.of(person)))
            .toList());
    return details.stream().map(one -> byEmail.get(one.email())).toList();
  }

  @Override
  @Transactional
  public void changeAll(Map<Long, PersonDetails> given) {
    Map<Long, PersonDetails> details = new LinkedHashMap<>();
    given.forEach((id, one) -> details.put(id, one.normalised()));
    List<Person> before = persons.byIds(details.keySet());
    if (before.size() < details.size()) {
      throw Refusal.notFound("network.person-unknown");
    }
    Map<PersonDetails, PersonDetails> known = new HashMap<>();
    before.forEach(person -> known.put(details.get(person.id()), PersonDetails.of(person)));
    checkAll(details.values(), known);
    try {
      persons.updateAll(details);
    } catch (DuplicateKeyException e) {
      throw Refusal.conflict("network.person-registered-meanwhile");
    }
    audit.recordAll(
        before.stream()
            .map(
                person -> {
                  PersonDetails now = details.get(person.id());
                  return entry(NetworkAction.PERSON_CHANGED, person.id(), now)
                      .with("changed", changed(PersonDetails.of(person), now));
                })
            .toList());
    events.publishEvent(new PersonsChanged(details.keySet()));
  }

  /**
   * @param before what is on record, of those who are
   */
  private void checkAll(
      Collection<PersonDetails> details, Map<PersonDetails, PersonDetails> before) {
    Map<Long, Body> known =
        bodies.byId(details.stream().map(PersonDetails::bodyId).distinct().toList());
    for (PersonDetails one : details) {
      Body body = known.get(one.bodyId());
      if (body == null) {
        throw Refusal.notFound("network.body-unknown");
      }
      List<Violation> violations = PersonRules.check(one, body, before.get(one));
      if (!violations.isEmpty()) {
        throw Refusal.invalid(violations);
      }
    }
  }
}
