package br.gov.sp.prefeitura.redeinfo.network.domain;

import br.gov.sp.prefeitura.redeinfo.audit.AuditEntry;
import br.gov.sp.prefeitura.redeinfo.audit.AuditLog;
import br.gov.sp.prefeitura.redeinfo.network.Bodies;
import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.network.Persons;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.shared.error.Violation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Registers persons and keeps the rules about their details. */
@Service
class PersonRegister implements Persons {

  /** Deliberately narrow: it ends up in mail headers and links. */
  private static final Pattern EMAIL =
      Pattern.compile("[A-Za-z0-9._+-]{1,64}@[A-Za-z0-9-]{1,63}(\\.[A-Za-z0-9-]{1,63}){1,5}");

  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

  private final PersonRepository persons;
  private final Bodies bodies;
  private final AuditLog audit;

  PersonRegister(PersonRepository persons, Bodies bodies, AuditLog audit) {
    this.persons = persons;
    this.bodies = bodies;
    this.audit = audit;
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
    PersonDetails details = normalised(given);
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
    if (!details.equals(detailsOf(person))) {
      persons.update(person.id(), details);
      audit.record(
          entry(NetworkAction.PERSON_CHANGED, person.id(), details)
              .with("changed", changed(detailsOf(person), details)));
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
    List<Violation> violations = new ArrayList<>();
    if (details.name() == null) {
      violations.add(Violation.at("name", "network.name-missing"));
    } else if (details.name().length() > 120 || CONTROL.matcher(details.name()).find()) {
      violations.add(Violation.at("name", "network.name-invalid"));
    }
    if (details.email() == null || !EMAIL.matcher(details.email()).matches()) {
      violations.add(Violation.at("email", "network.email-invalid"));
    } else if (known.isEmpty() || known.get().bodyId() != details.bodyId()) {
      // Whoever is registered stays so when the body's domains change later.
      Body body = bodies.get(details.bodyId());
      if (!body.hasAddress(details.email())) {
        violations.add(
            Violation.at("email", "network.email-domain", String.join(", ", body.mailDomains())));
      }
    }
    if (details.bond() == null) {
      violations.add(Violation.at("bond", "network.bond-missing"));
    }
    if (details.unit() != null
        && (details.unit().length() > 120 || CONTROL.matcher(details.unit()).find())) {
      violations.add(Violation.at("unit", "network.unit-invalid"));
    }
    if (details.identifier() != null) {
      var kind = bodies.get(details.bodyId()).identifierKind();
      if (!kind.accepts(details.identifier())) {
        violations.add(
            Violation.at(
                "identifier",
                "network.identifier-invalid." + kind.name().toLowerCase(Locale.ROOT)));
      }
    }
    if (!violations.isEmpty()) {
      throw Refusal.invalid(violations);
    }
  }

  private static PersonDetails normalised(PersonDetails given) {
    return new PersonDetails(
        stripped(given.name()),
        stripped(given.email()),
        given.bond(),
        given.bodyId(),
        stripped(given.unit()),
        stripped(given.identifier()));
  }

  private static String stripped(String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }

  private static PersonDetails detailsOf(Person person) {
    return new PersonDetails(
        person.name(),
        person.email(),
        person.bond(),
        person.bodyId(),
        person.unit(),
        person.identifier());
  }
}
