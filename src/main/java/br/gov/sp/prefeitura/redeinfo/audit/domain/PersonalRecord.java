package br.gov.sp.prefeitura.redeinfo.audit.domain;

import br.gov.sp.prefeitura.redeinfo.shared.privacy.Involvement;
import br.gov.sp.prefeitura.redeinfo.shared.privacy.PersonalData;
import br.gov.sp.prefeitura.redeinfo.shared.privacy.PersonalTables;
import br.gov.sp.prefeitura.redeinfo.shared.privacy.PersonalTables.Column;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What is on record of a person, and whether anything was since a moment: who does or meets with
 * anything in the application leaves an entry.
 */
@Component
class PersonalRecord implements PersonalData, Involvement {

  private final PersonalTables tables;
  private final JdbcClient jdbc;

  PersonalRecord(PersonalTables tables, JdbcClient jdbc) {
    this.tables = tables;
    this.jdbc = jdbc;
  }

  @Override
  public List<Section> of(long personId) {
    return List.of(
        tables.read(
            "privacy.section.record",
            """
            SELECT recorded_at, action, subject_id, actor_id = :person, host(address)
              FROM (SELECT * FROM audit_entry WHERE actor_id = :person
                    UNION SELECT * FROM audit_entry WHERE person_id = :person) e
             ORDER BY recorded_at DESC, id DESC
            """,
            personId,
            Column.of("at"),
            Column.of("action", "audit.action."),
            Column.of("subject"),
            Column.of("by-person"),
            Column.of("address")));
  }

  @Override
  public Set<Long> since(Instant moment, Collection<Long> persons) {
    return new HashSet<>(
        jdbc.sql(
                """
                SELECT p FROM unnest(cast(:persons AS bigint[])) p
                 WHERE EXISTS (SELECT FROM audit_entry WHERE actor_id = p AND recorded_at >= :moment)
                    OR EXISTS (SELECT FROM audit_entry WHERE person_id = p AND recorded_at >= :moment)
                """)
            .param("persons", persons.toArray(Long[]::new))
            .param("moment", Timestamp.from(moment))
            .query(Long.class)
            .list());
  }
}
