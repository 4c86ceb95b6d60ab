package br.gov.sp.prefeitura.redeinfo.nomination.domain;

import br.gov.sp.prefeitura.redeinfo.network.Appointment;
import br.gov.sp.prefeitura.redeinfo.network.Appointments;
import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.network.Bond;
import br.gov.sp.prefeitura.redeinfo.network.Function;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.network.Persons;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.shared.error.Violation;
import br.gov.sp.prefeitura.redeinfo.shared.text.Typed;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * The rules about what an office submits, each refused next to its input. Rules that need later
 * steps are the decision table's.
 */
@Component
class IndicationRules {

  private static final Pattern EMAIL =
      Pattern.compile("[a-z0-9._%+'-]{1,64}@[a-z0-9-]+(\\.[a-z0-9-]+)+");

  private final Persons persons;
  private final Appointments appointments;
  private final NominationSearch search;

  IndicationRules(Persons persons, Appointments appointments, NominationSearch search) {
    this.persons = persons;
    this.appointments = appointments;
    this.search = search;
  }

  /**
   * The nominees for the seats that the office may fill in now.
   *
   * @throws Refusal (invalid) with all broken rules
   */
  Map<SeatKey, Nominee> check(
      Nomination nomination, Body body, List<SeatIndication> typed, LocalDate today) {
    Map<SeatKey, SeatIndication> bySeat = new HashMap<>();
    typed.forEach(indication -> bySeat.put(indication.key(), indication));
    List<Violation> violations = new ArrayList<>();
    Map<SeatKey, Nominee> nominees = new LinkedHashMap<>();
    Map<String, SeatKey> taken = new HashMap<>();
    Set<String> numbers = new HashSet<>();
    Set<SeatKey> filled = new HashSet<>();
    for (NominatedSeat seat : nomination.seats()) {
      if (!seat.isOpenForChange() && seat.isFilled()) {
        taken.put(seat.nominee().email(), seat.key());
        numbers.add(seat.nominee().identifier().toLowerCase(Locale.ROOT));
        filled.add(seat.key());
      } else if (seat.isOpenForChange() && isBegun(bySeat.get(seat.key()))) {
        filled.add(seat.key());
      }
    }
    for (NominatedSeat seat : nomination.seats()) {
      SeatIndication indication = bySeat.get(seat.key());
      if (seat.isOpenForChange() && indication != null) {
        int before = violations.size();
        Nominee nominee = nominee(indication, body, violations);
        if (nominee != null && violations.size() == before) {
          person(nomination, body, seat, nominee, taken, numbers, filled, today, violations);
          nominees.put(seat.key(), nominee);
          taken.putIfAbsent(nominee.email(), seat.key());
        }
      }
    }
    if (violations.isEmpty() && nominees.isEmpty() && taken.isEmpty()) {
      violations.add(Violation.of("nomination.set-empty"));
    }
    if (!violations.isEmpty()) {
      throw Refusal.invalid(violations);
    }
    return nominees;
  }

  private static Nominee nominee(SeatIndication typed, Body body, List<Violation> violations) {
    String prefix = typed.key().prefix();
    String name = Typed.line(typed.name());
    String identifier = Typed.line(typed.identifier());
    String email = Typed.email(typed.email());
    String bond = Typed.line(typed.bond());
    String unit = Typed.line(typed.unit());
    String why = Typed.text(typed.justification());
    if (!isBegun(typed)) {
      return null;
    }
    int before = violations.size();
    plain(prefix + "Name", name, 120, false, violations);
    plain(prefix + "Identifier", identifier, 20, false, violations);
    plain(prefix + "Email", email, 254, false, violations);
    plain(prefix + "Bond", bond, 40, false, violations);
    plain(prefix + "Unit", unit, 120, false, violations);
    plain(prefix + "Why", why, Reasons.MAX_LENGTH, true, violations);
    if (violations.size() > before) {
      return null;
    }
    if (name.codePoints().noneMatch(Character::isLetter)) {
      violations.add(Violation.at(prefix + "Name", "nomination.name"));
    }
    if (!body.identifierKind().accepts(identifier)) {
      violations.add(
          Violation.at(prefix + "Identifier", "nomination.identifier-" + body.identifierKind()));
    }
    if (!EMAIL.matcher(email).matches()) {
      violations.add(Violation.at(prefix + "Email", "nomination.email"));
    } else if (!body.hasAddress(email)) {
      violations.add(
          Violation.at(
              prefix + "Email", "nomination.mail-domain", String.join(", ", body.mailDomains())));
    }
    Optional<Bond> known = Stream.of(Bond.values()).filter(b -> b.name().equals(bond)).findAny();
    if (known.isEmpty()) {
      violations.add(Violation.at(prefix + "Bond", "nomination.bond"));
    }
    return violations.size() > before
        ? null
        : new Nominee(name, identifier, email, known.get(), unit, why);
  }

  private static boolean isBegun(SeatIndication typed) {
    return typed != null
        && Stream.of(
                typed.name(),
                typed.identifier(),
                typed.email(),
                typed.bond(),
                typed.unit(),
                typed.justification())
            .anyMatch(value -> Typed.text(value) != null);
  }

  private static void plain(
      String field, String value, int maxLength, boolean multiline, List<Violation> violations) {
    if (value == null) {
      violations.add(Violation.at(field, "nomination.seat-incomplete"));
    } else if (value.length() > maxLength) {
      violations.add(Violation.at(field, "nomination.too-long", maxLength));
    } else if (Typed.hasControlCharacters(value, multiline)) {
      violations.add(Violation.at(field, "nomination.control-characters"));
    }
  }

  private void person(
      Nomination nomination,
      Body body,
      NominatedSeat seat,
      Nominee nominee,
      Map<String, SeatKey> taken,
      Set<String> numbers,
      Set<SeatKey> filled,
      LocalDate today,
      List<Violation> violations) {
    String prefix = seat.key().prefix();
    if (taken.containsKey(nominee.email())) {
      violations.add(Violation.at(prefix + "Email", "nomination.twice"));
      return;
    }
    if (seat.change() == NominatedSeat.Change.REPLACE && nominee.isSamePersonAs(seat.nominee())) {
      violations.add(Violation.at(prefix + "Email", "nomination.must-replace"));
    }
    if (search.isInAnotherOpenNomination(nominee.email(), nomination.id())) {
      violations.add(Violation.at(prefix + "Email", "nomination.nominated-elsewhere"));
    }
    boolean numberOfAnother =
        persons
            .findByIdentifier(body.id(), nominee.identifier())
            .filter(person -> !person.email().equalsIgnoreCase(nominee.email()))
            .isPresent();
    if (numberOfAnother || !numbers.add(nominee.identifier().toLowerCase(Locale.ROOT))) {
      violations.add(Violation.at(prefix + "Identifier", "nomination.identifier-taken"));
    }
    Optional<Person> known = persons.findByEmail(nominee.email());
    if (known.isPresent()) {
      String registered = known.get().identifier();
      if (registered != null && !registered.equals(nominee.identifier())) {
        violations.add(Violation.at(prefix + "Identifier", "nomination.identity-mismatch"));
      }
      if (isSeatedElsewhere(known.get().id(), body.id(), filled, seat.key(), today)) {
        violations.add(Violation.at(prefix + "Email", "nomination.seated-elsewhere"));
      }
    }
  }

  /**
   * Whether the person holds a seat other than the one they are nominated for. A seat of the same
   * body that this nomination fills anew does not count: it is given up when mandates are granted.
   */
  boolean isSeatedElsewhere(
      long personId, long bodyId, Set<SeatKey> filled, SeatKey target, LocalDate today) {
    for (Appointment held : appointments.ofPerson(personId, today)) {
      if (held.function() == Function.FOCAL_POINT) {
        SeatKey seat = new SeatKey(held.track(), held.seat());
        boolean sameBody = held.bodyId() == bodyId;
        boolean givenUp = sameBody && (seat.equals(target) || filled.contains(seat));
        if (!givenUp) {
          return true;
        }
      }
    }
    return false;
  }
}
