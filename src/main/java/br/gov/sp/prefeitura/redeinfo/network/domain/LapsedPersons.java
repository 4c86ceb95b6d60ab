package br.gov.sp.prefeitura.redeinfo.network.domain;

import br.gov.sp.prefeitura.redeinfo.audit.AuditEntry;
import br.gov.sp.prefeitura.redeinfo.audit.AuditLog;
import br.gov.sp.prefeitura.redeinfo.identity.Accounts;
import br.gov.sp.prefeitura.redeinfo.network.PersonsChanged;
import br.gov.sp.prefeitura.redeinfo.shared.privacy.Involvement;
import br.gov.sp.prefeitura.redeinfo.shared.privacy.Retention;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * People without any appointment for long, who did nothing and whom nothing concerned since. What
 * names them goes, their account too; the row stays, so that what they held and did still counts.
 * The user name stays as well: {@code p} and a number says nothing of a person, and the engine's
 * history knows people by it.
 */
@Component
class LapsedPersons implements Retention {

  private static final int AT_A_TIME = 500;

  private final JdbcClient jdbc;
  private final List<Involvement> involvements;
  private final Accounts accounts;
  private final AuditLog audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  LapsedPersons(
      JdbcClient jdbc,
      List<Involvement> involvements,
      Accounts accounts,
      AuditLog audit,
      ApplicationEventPublisher events,
      Clock clock) {
    this.jdbc = jdbc;
    this.involvements = involvements;
    this.accounts = accounts;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return "network-persons";
  }

  @Override
  public long lapsed(Instant before) {
    long count = 0;
    long after = 0;
    List<Long> candidates = candidates(before, after, AT_A_TIME);
    while (!candidates.isEmpty()) {
      count += lapsed(before, candidates).size();
      after = candidates.get(candidates.size() - 1);
      candidates = candidates(before, after, AT_A_TIME);
    }
    return count;
  }

  @Override
  public int anonymise(Instant before, int limit) {
    List<Long> found = new ArrayList<>();
    List<Long> candidates = candidates(before, 0, AT_A_TIME);
    while (!candidates.isEmpty() && found.size() < limit) {
      found.addAll(lapsed(before, candidates));
      candidates = candidates(before, candidates.get(candidates.size() - 1), AT_A_TIME);
    }
    List<Long> persons = found.subList(0, Math.min(limit, found.size()));
    if (!persons.isEmpty()) {
      forget(persons);
    }
    return persons.size();
  }

  private void forget(List<Long> persons) {
    jdbc.sql(
            """
            UPDATE person SET name = 'Pessoa ' || id, email = 'pessoa-' || id || '@anonimizada.invalid',
                              unit = NULL, identifier = NULL, forgotten_at = :now
             WHERE id = ANY (:persons)
            """)
        .param("now", Timestamp.from(clock.instant()))
        .param("persons", persons.toArray(Long[]::new))
        .update();
    accounts.remove(persons);
    audit.recordAll(
        persons.stream()
            .map(id -> AuditEntry.of(NetworkAction.PERSON_FORGOTTEN, id).about(id))
            .toList());
    events.publishEvent(new PersonsChanged(Set.copyOf(persons)));
  }

  private List<Long> lapsed(Instant before, List<Long> candidates) {
    Set<Long> involved = new HashSet<>();
    involvements.forEach(module -> involved.addAll(module.since(before, candidates)));
    return candidates.stream().filter(person -> !involved.contains(person)).toList();
  }

  private List<Long> candidates(Instant before, long after, int limit) {
    return jdbc.sql(
            """
            SELECT id FROM person p
             WHERE forgotten_at IS NULL AND created_at < :before AND id > :after
               AND NOT EXISTS (SELECT FROM appointment a
                                WHERE a.person_id = p.id
                                  AND (a.valid_to IS NULL OR a.valid_to >= :day))
             ORDER BY id LIMIT :limit
            """)
        .param("before", Timestamp.from(before))
        .param("day", LocalDate.ofInstant(before, SaoPaulo.ZONE))
        .param("after", after)
        .param("limit", limit)
        .query(Long.class)
        .list();
  }
}
