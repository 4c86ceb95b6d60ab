package br.gov.sp.prefeitura.redeinfo.outreach;

import br.gov.sp.prefeitura.redeinfo.outreach.Contacts.ContactDetails;
import br.gov.sp.prefeitura.redeinfo.shared.error.Violation;
import br.gov.sp.prefeitura.redeinfo.shared.text.Typed;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What a contact must look like, whoever enters it. Needs no database. */
public final class ContactRules {

  private static final int NAME_LENGTH = 120;
  private static final int ORIGIN_LENGTH = 120;

  /** As narrow as persons' addresses: it ends up in mail headers. */
  private static final Pattern EMAIL =
      Pattern.compile("[a-z0-9._+-]{1,64}@[a-z0-9-]{1,63}(\\.[a-z0-9-]{1,63}){1,5}");

  private ContactRules() {}

  /**
   * @return what is wrong, at the fields {@code name}, {@code email} and {@code origin}
   */
  public static List<Violation> check(ContactDetails contact) {
    List<Violation> violations = new ArrayList<>();
    checkLine(contact.name(), NAME_LENGTH, "name", violations);
    if (contact.email() == null || !EMAIL.matcher(contact.email()).matches()) {
      violations.add(Violation.at("email", "outreach.email-invalid"));
    }
    checkLine(contact.origin(), ORIGIN_LENGTH, "origin", violations);
    return violations;
  }

  private static void checkLine(String text, int length, String field, List<Violation> violations) {
    if (text == null || text.isBlank()) {
      violations.add(Violation.at(field, "outreach.missing"));
    } else if (text.length() > length) {
      violations.add(Violation.at(field, "outreach.too-long", length));
    } else if (Typed.hasControlCharacters(text, false)) {
      violations.add(Violation.at(field, "outreach.control-characters"));
    }
  }
}
