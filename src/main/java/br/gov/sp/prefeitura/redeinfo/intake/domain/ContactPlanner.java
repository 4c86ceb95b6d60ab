package br.gov.sp.prefeitura.redeinfo.intake.domain;

import br.gov.sp.prefeitura.redeinfo.network.Bodies;
import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.outreach.ContactRules;
import br.gov.sp.prefeitura.redeinfo.outreach.Contacts;
import br.gov.sp.prefeitura.redeinfo.outreach.Contacts.ContactDetails;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Lists of people whom campaigns may invite; a contact is known by the e-mail. */
@Component
class ContactPlanner implements ListPlanner {

  private static final Map<String, Column> COLUMNS =
      Map.of("name", Column.NAME, "email", Column.EMAIL, "origin", Column.ORIGIN);

  private final Contacts contacts;
  private final Bodies bodies;

  ContactPlanner(Contacts contacts, Bodies bodies) {
    this.contacts = contacts;
    this.bodies = bodies;
  }

  @Override
  public ListKind kind() {
    return ListKind.CONTACTS;
  }

  @Override
  public ImportPlan plan(UploadedList list) {
    KnownBodies known = new KnownBodies(bodies);
    List<LineDraft> lines = list.lines().stream().map(line -> new LineDraft(list, line)).toList();
    ListPlanner.refuseRepeated(lines, Column.EMAIL, ContactPlanner::email);
    Map<String, ContactDetails> before =
        contacts.byEmails(
            lines.stream().map(ContactPlanner::email).filter(Objects::nonNull).toList());
    List<ContactDetails> listed = new ArrayList<>();
    for (LineDraft line : lines) {
      ContactDetails contact = judge(line, known, before.get(email(line)));
      // A contact that is listed again is remembered for longer, changed or not.
      if (line.isSound()) {
        listed.add(contact);
      }
    }
    return new ImportPlan(
        lines.stream().map(LineDraft::planned).toList(), () -> contacts.saveAll(listed));
  }

  /** {@code null} if the body is not known. */
  private static ContactDetails judge(LineDraft line, KnownBodies known, ContactDetails before) {
    line.title(line.text(Column.NAME), email(line));
    Body body = known.of(line, Column.BODY);
    if (line.text(Column.BODY) == null) {
      line.problem(Column.BODY, "intake.cell-missing");
    }
    ContactDetails contact =
        new ContactDetails(
            line.text(Column.NAME),
            email(line),
            body == null ? 0 : body.id(),
            line.text(Column.ORIGIN));
    line.problems(ContactRules.check(contact), COLUMNS);
    if (body == null) {
      return null;
    }
    if (before == null) {
      line.isNew();
    }
    Body old = before == null ? null : known.byId(before.bodyId());
    line.change(Column.NAME, before == null ? null : before.name(), contact.name());
    line.change(Column.EMAIL, before == null ? null : before.email(), contact.email());
    line.change(Column.BODY, old == null ? null : old.acronym(), body.acronym());
    line.change(Column.ORIGIN, before == null ? null : before.origin(), contact.origin());
    return contact;
  }

  private static String email(LineDraft line) {
    String text = line.text(Column.EMAIL);
    return text == null ? null : text.toLowerCase(Locale.ROOT);
  }
}
