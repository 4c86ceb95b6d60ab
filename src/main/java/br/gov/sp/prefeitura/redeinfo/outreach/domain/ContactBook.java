package br.gov.sp.prefeitura.redeinfo.outreach.domain;

import br.gov.sp.prefeitura.redeinfo.audit.AuditEntry;
import br.gov.sp.prefeitura.redeinfo.audit.AuditLog;
import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson.SignedIn;
import br.gov.sp.prefeitura.redeinfo.outreach.ContactRules;
import br.gov.sp.prefeitura.redeinfo.outreach.Contacts;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Rows of the table {@code contact}. */
@Service
public class ContactBook implements Contacts {

  private final JdbcClient jdbc;
  private final AuditLog audit;
  private final Clock clock;

  ContactBook(JdbcClient jdbc, AuditLog audit, Clock clock) {
    this.jdbc = jdbc;
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  @Transactional(readOnly = true)
  public Map<String, ContactDetails> byEmails(Collection<String> emails) {
    return jdbc
        .sql("SELECT name, email, body_id, origin FROM contact WHERE email = ANY(:emails)")
        .param("emails", emails.toArray(String[]::new))
        .query(
            (rs, n) ->
                new ContactDetails(
                    rs.getString("name"),
                    rs.getString("email"),
                    rs.getLong("body_id"),
                    rs.getString("origin")))
        .list()
        .stream()
        .collect(Collectors.toMap(ContactDetails::email, Function.identity()));
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public void saveAll(Collection<ContactDetails> contacts) {
    if (contacts.stream().anyMatch(contact -> !ContactRules.check(contact).isEmpty())) {
      throw new IllegalArgumentException("a contact that breaks a rule");
    }
    jdbc.sql(
            """
            INSERT INTO contact (name, email, address_hash, body_id, origin, added_at, listed_at)
            SELECT name, email, %s, body_id, origin, :now, :now
              FROM unnest(:names, :emails, :bodies, :origins) AS listed (name, email, body_id, origin)
            ON CONFLICT (email) DO UPDATE
               SET name = excluded.name, body_id = excluded.body_id, origin = excluded.origin,
                   listed_at = excluded.listed_at
            """
                .formatted(Address.SQL))
        .param("names", contacts.stream().map(ContactDetails::name).toArray(String[]::new))
        .param("emails", contacts.stream().map(ContactDetails::email).toArray(String[]::new))
        .param("bodies", contacts.stream().map(ContactDetails::bodyId).toArray(Long[]::new))
        .param("origins", contacts.stream().map(ContactDetails::origin).toArray(String[]::new))
        .param("now", Timestamp.from(clock.instant()))
        .update();
  }

  /**
   * A page of contacts, the last added first.
   *
   * @param bodyId {@code null} for all bodies
   * @param state {@code null} for all who are not anonymous
   * @param before id of the last one of the page before, or {@code null}
   */
  @Transactional(readOnly = true)
  public List<Contact> list(Long bodyId, ContactState state, Long before, int limit) {
    return jdbc.sql(
            """
            SELECT c.id, c.name, c.email, c.body_id, c.origin, c.listed_at, o.opted_out_at
              FROM contact c LEFT JOIN opt_out o USING (address_hash)
             WHERE c.anonymised_at IS NULL AND c.id < :before
               AND (cast(:body AS bigint) IS NULL OR c.body_id = :body)
               AND (cast(:optedOut AS boolean) IS NULL OR (o.address_hash IS NOT NULL) = :optedOut)
             ORDER BY c.id DESC LIMIT :limit
            """)
        .param("before", before == null ? Long.MAX_VALUE : before)
        .param("body", bodyId)
        .param("optedOut", state == null ? null : state == ContactState.OPTED_OUT)
        .param("limit", limit)
        .query((rs, n) -> Contact.of(rs))
        .list();
  }

  /**
   * @throws Refusal (not found)
   */
  @Transactional(readOnly = true)
  public Contact get(long id) {
    return jdbc.sql(
            """
            SELECT c.id, c.name, c.email, c.body_id, c.origin, c.listed_at, o.opted_out_at
              FROM contact c LEFT JOIN opt_out o USING (address_hash)
             WHERE c.id = :id AND c.anonymised_at IS NULL
            """)
        .param("id", id)
        .query((rs, n) -> Contact.of(rs))
        .optional()
        .orElseThrow(() -> Refusal.notFound("outreach.no-such-contact"));
  }

  /**
   * Deletes a contact and makes anonymous what campaigns keep of the address; who wants no
   * invitations stays known by the digest. A letter that was chosen and not written yet is left
   * out.
   *
   * @throws Refusal (not found), (forbidden) for who is not of the coordination
   */
  @Transactional
  public void delete(long id, SignedIn by) {
    if (!by.isCoordination()) {
      throw Refusal.forbidden("outreach.coordination-only");
    }
    Contact contact = get(id);
    jdbc.sql(
            """
            WITH gone AS (DELETE FROM contact WHERE id = :id RETURNING address_hash)
            UPDATE campaign_recipient r SET name = NULL, email = NULL
              FROM gone WHERE r.address_hash = gone.address_hash
            """)
        .param("id", id)
        .update();
    audit.record(AuditEntry.of(OutreachAction.CONTACT_DELETED, id).in(contact.bodyId()));
  }
}
