package br.gov.sp.prefeitura.redeinfo.volunteer.domain;

import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.network.Bond;
import br.gov.sp.prefeitura.redeinfo.network.PersonRules;
import br.gov.sp.prefeitura.redeinfo.network.Persons.PersonDetails;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.shared.error.Violation;
import br.gov.sp.prefeitura.redeinfo.shared.text.Typed;
import java.util.ArrayList;
import java.util.List;

/** What the public forms take. They look at what was typed and at the body alone. */
final class JoinRules {

  static final int MOST_WORDS = 1000;

  private JoinRules() {}

  /**
   * @param bond any if it was not asked for yet
   * @param unit {@code null} if it was not asked for yet
   */
  static List<Violation> person(String name, String email, Bond bond, String unit, Body body) {
    List<Violation> found = new ArrayList<>();
    if (Typed.hasControlCharacters(name, false)) {
      found.add(Violation.at("name", "network.name-invalid"));
    }
    if (Typed.hasControlCharacters(unit, false)) {
      found.add(Violation.at("unit", "network.unit-invalid"));
    }
    PersonRules.check(new PersonDetails(name, email, bond, body.id(), unit, null), body, null)
        .stream()
        .filter(one -> found.stream().noneMatch(other -> other.field().equals(one.field())))
        .toList()
        .forEach(found::add);
    return found;
  }

  static void required(List<Violation> found, String field, Object value) {
    if (value == null) {
      found.add(Violation.at(field, "volunteer.required"));
    }
  }

  /** Several lines. */
  static void words(List<Violation> found, String field, String text) {
    if (text == null) {
      found.add(Violation.at(field, "volunteer.required"));
    } else if (text.length() > MOST_WORDS) {
      found.add(Violation.at(field, "volunteer.too-long", MOST_WORDS));
    } else if (Typed.hasControlCharacters(text, true)) {
      found.add(Violation.at(field, "volunteer.control-characters"));
    }
  }

  /**
   * A reason that must be given.
   *
   * @throws Refusal (invalid) at the field
   */
  static String reason(String field, String typed) {
    String reason = Typed.text(typed);
    List<Violation> found = new ArrayList<>();
    words(found, field, reason);
    refuse(found);
    return reason;
  }

  static void refuse(List<Violation> found) {
    if (!found.isEmpty()) {
      throw Refusal.invalid(found);
    }
  }
}
