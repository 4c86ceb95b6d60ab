package br.gov.sp.prefeitura.redeinfo.intake.domain;

import br.gov.sp.prefeitura.redeinfo.network.Appointment;
import br.gov.sp.prefeitura.redeinfo.network.Appointments;
import br.gov.sp.prefeitura.redeinfo.network.Bodies;
import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.network.Bond;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.network.PersonRules;
import br.gov.sp.prefeitura.redeinfo.network.Persons;
import br.gov.sp.prefeitura.redeinfo.network.Persons.BodyIdentifier;
import br.gov.sp.prefeitura.redeinfo.network.Persons.PersonDetails;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Lists of persons; a person is known by the institutional e-mail, or else by the body's number.
 * What a line leaves out stays as it is.
 */
@Component
class PersonPlanner implements ListPlanner {

  private static final Map<String, Column> COLUMNS =
      Map.of(
          "name", Column.NAME,
          "email", Column.EMAIL,
          "bond", Column.BOND,
          "unit", Column.UNIT,
          "identifier", Column.IDENTIFIER);

  private final Persons persons;
  private final Bodies bodies;
  private final Appointments appointments;
  private final Vocabulary vocabulary;
  private final Clock clock;

  PersonPlanner(
      Persons persons,
      Bodies bodies,
      Appointments appointments,
      Vocabulary vocabulary,
      Clock clock) {
    this.persons = persons;
    this.bodies = bodies;
    this.appointments = appointments;
    this.vocabulary = vocabulary;
    this.clock = clock;
  }

  @Override
  public ListKind kind() {
    return ListKind.PERSONS;
  }

  @Override
  public ImportPlan plan(UploadedList list) {
    KnownBodies known = new KnownBodies(bodies);
    Map<String, Bond> bonds = vocabulary.words(Bond.class, Column.BOND.wordPrefix());
    List<Entry> entries =
        list.lines().stream()
            .map(line -> Entry.of(new LineDraft(list, line), known, bonds))
            .toList();
    List<LineDraft> lines = entries.stream().map(Entry::line).toList();
    ListPlanner.refuseRepeated(lines, Column.EMAIL, line -> lower(line.text(Column.EMAIL)));
    Map<LineDraft, BodyIdentifier> identifiers = new LinkedHashMap<>();
    entries.forEach(entry -> identifiers.put(entry.line(), entry.key()));
    ListPlanner.refuseRepeated(lines, Column.IDENTIFIER, identifiers::get);

    judgeAll(entries);
    List<PersonDetails> added = new ArrayList<>();
    Map<Long, PersonDetails> changed = new LinkedHashMap<>();
    for (Entry entry : entries) {
      if (entry.line().isSound() && entry.person == null) {
        added.add(entry.details);
      } else if (entry.line().changes()) {
        changed.put(entry.person.id(), entry.details);
      }
    }
    return new ImportPlan(
        lines.stream().map(LineDraft::planned).toList(),
        () -> {
          persons.registerAll(added);
          persons.changeAll(changed);
        });
  }

  private void judgeAll(List<Entry> entries) {
    Map<String, Person> byEmail =
        persons.byEmails(
            entries.stream().map(entry -> entry.email).filter(Objects::nonNull).toList());
    Map<BodyIdentifier, Person> byIdentifier =
        persons.byIdentifiers(entries.stream().map(Entry::key).filter(Objects::nonNull).toList());
    for (Entry entry : entries) {
      Person numbered = entry.key() == null ? null : byIdentifier.get(entry.key());
      Person written = entry.email == null ? null : byEmail.get(entry.email);
      if (written != null && numbered != null && written.id() != numbered.id()) {
        entry.line().problem(Column.IDENTIFIER, "network.identifier-taken");
      }
      entry.person = written != null ? written : numbered;
    }
    LocalDate today = SaoPaulo.today(clock);
    Map<Long, Body> before =
        bodies.byId(
            entries.stream()
                .filter(entry -> entry.person != null)
                .map(entry -> entry.person.bodyId())
                .distinct()
                .toList());
    entries.forEach(entry -> judge(entry, before, today));
    guardPower(entries, today);
  }

  private static void judge(Entry entry, Map<Long, Body> before, LocalDate today) {
    LineDraft line = entry.line();
    Person person = entry.person;
    if (entry.body == null) {
      line.problem(Column.BODY, "intake.cell-missing");
      return;
    }
    entry.complete();
    PersonDetails details = entry.details;
    PersonDetails known = person == null ? null : PersonDetails.of(person);
    line.problems(PersonRules.check(details, entry.body, known), COLUMNS);
    boolean moves = person == null || person.bodyId() != entry.body.id();
    if (moves && !entry.body.existsOn(today)) {
      line.problem(Column.BODY, "network.body-not-on-date", entry.body.acronym());
    }
    if (person == null) {
      line.isNew();
    }
    Body old = person == null ? null : before.get(person.bodyId());
    line.change(Column.NAME, person == null ? null : person.name(), details.name());
    line.change(Column.EMAIL, person == null ? null : person.email(), details.email());
    line.change(Column.BODY, old == null ? null : old.acronym(), entry.body.acronym());
    line.change(Column.BOND, person == null ? null : person.bond(), details.bond());
    line.change(Column.UNIT, person == null ? null : person.unit(), details.unit());
    line.change(
        Column.IDENTIFIER, person == null ? null : person.identifier(), details.identifier());
  }

  /** Whoever gets the mails of a powerful person could choose that person's password. */
  private void guardPower(List<Entry> entries, LocalDate today) {
    List<Entry> renamed =
        entries.stream()
            .filter(entry -> entry.person != null && entry.details != null)
            .filter(entry -> !entry.person.email().equals(entry.details.email()))
            .toList();
    Set<Long> powerful =
        appointments.ofPersons(renamed.stream().map(entry -> entry.person.id()).toList()).stream()
            .filter(appointment -> PowerFunctions.isGivenBy(appointment, today))
            .map(Appointment::personId)
            .collect(Collectors.toSet());
    renamed.stream()
        .filter(entry -> powerful.contains(entry.person.id()))
        .forEach(entry -> entry.line().problem(Column.EMAIL, "intake.email-of-power"));
  }

  private static String lower(String text) {
    return text == null ? null : text.toLowerCase(Locale.ROOT);
  }

  /** A line with what its cells mean; who it is about is found for all lines together. */
  private static final class Entry {

    private final LineDraft line;
    private final String email;
    private final Body body;
    private final Bond bond;
    private Person person;
    private PersonDetails details;

    private Entry(LineDraft line, Body body, Bond bond) {
      this.line = line;
      this.email = lower(line.text(Column.EMAIL));
      this.body = body;
      this.bond = bond;
    }

    static Entry of(LineDraft line, KnownBodies known, Map<String, Bond> bonds) {
      line.title(line.text(Column.NAME), lower(line.text(Column.EMAIL)));
      return new Entry(line, known.of(line, Column.BODY), line.word(Column.BOND, bonds));
    }

    LineDraft line() {
      return line;
    }

    BodyIdentifier key() {
      String identifier = line.text(Column.IDENTIFIER);
      return body == null || identifier == null ? null : new BodyIdentifier(body.id(), identifier);
    }

    void complete() {
      String unit = line.text(Column.UNIT);
      String identifier = line.text(Column.IDENTIFIER);
      boolean known = person != null;
      details =
          new PersonDetails(
              line.text(Column.NAME),
              known && person.email().equalsIgnoreCase(email) ? person.email() : email,
              bond,
              body.id(),
              known && unit == null ? person.unit() : unit,
              known && identifier == null ? person.identifier() : identifier);
    }
  }
}
