package br.gov.sp.prefeitura.redeinfo.network;

import br.gov.sp.prefeitura.redeinfo.network.Persons.PersonDetails;
import br.gov.sp.prefeitura.redeinfo.shared.error.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What a person's details must look like, whoever enters them. Needs no database. */
public final class PersonRules {

  private static final int NAME_LENGTH = 120;
  private static final int UNIT_LENGTH = 120;

  /** Deliberately narrow: it ends up in mail headers and links. */
  private static final Pattern EMAIL =
      Pattern.compile("[A-Za-z0-9._+-]{1,64}@[A-Za-z0-9-]{1,63}(\\.[A-Za-z0-9-]{1,63}){1,5}");

  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

  private PersonRules() {}

  /**
   * @param body that of the details
   * @param before what is on record, or {@code null}
   * @return what is wrong, at the fields {@code name}, {@code email}, {@code bond}, {@code unit}
   *     and {@code identifier}
   */
  public static List<Violation> check(PersonDetails details, Body body, PersonDetails before) {
    List<Violation> violations = new ArrayList<>();
    if (details.name() == null) {
      violations.add(Violation.at("name", "network.name-missing"));
    } else if (isLongOrBroken(details.name(), NAME_LENGTH)) {
      violations.add(Violation.at("name", "network.name-invalid"));
    }
    if (details.email() == null || !EMAIL.matcher(details.email()).matches()) {
      violations.add(Violation.at("email", "network.email-invalid"));
    } else if (!isKnownThere(details, before) && !body.hasAddress(details.email())) {
      violations.add(
          Violation.at("email", "network.email-domain", String.join(", ", body.mailDomains())));
    }
    if (details.bond() == null) {
      violations.add(Violation.at("bond", "network.bond-missing"));
    }
    if (details.unit() != null && isLongOrBroken(details.unit(), UNIT_LENGTH)) {
      violations.add(Violation.at("unit", "network.unit-invalid"));
    }
    IdentifierKind identifiers = body.identifierKind();
    if (details.identifier() != null && !identifiers.accepts(details.identifier())) {
      violations.add(
          Violation.at(
              "identifier",
              "network.identifier-invalid." + identifiers.name().toLowerCase(Locale.ROOT)));
    }
    return violations;
  }

  /** Whoever is registered stays so when the body's domains change later. */
  private static boolean isKnownThere(PersonDetails details, PersonDetails before) {
    return before != null
        && before.bodyId() == details.bodyId()
        && before.email().equalsIgnoreCase(details.email());
  }

  private static boolean isLongOrBroken(String text, int length) {
    return text.length() > length || CONTROL.matcher(text).find();
  }
}
