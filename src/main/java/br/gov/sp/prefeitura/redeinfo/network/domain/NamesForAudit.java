package br.gov.sp.prefeitura.redeinfo.network.domain;

import br.gov.sp.prefeitura.redeinfo.audit.AuditNames;
import br.gov.sp.prefeitura.redeinfo.identity.AccountHolders;
import br.gov.sp.prefeitura.redeinfo.identity.AccountHolders.AccountHolder;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells auditors whom and which body an id means. */
@Component
class NamesForAudit implements AuditNames {

  /** The name a body bears today, or bore last. */
  private static final String ACRONYM =
      """
      (SELECT n.acronym FROM body_name n WHERE n.body_id = b.id
        ORDER BY CASE WHEN n.valid_from <= :today THEN n.valid_from END DESC NULLS LAST, n.valid_from
        LIMIT 1)
      """;

  private final JdbcClient jdbc;
  private final AccountHolders persons;
  private final Clock clock;

  NamesForAudit(JdbcClient jdbc, AccountHolders persons, Clock clock) {
    this.jdbc = jdbc;
    this.persons = persons;
    this.clock = clock;
  }

  @Override
  public Names names(Set<Long> personIds, Set<Long> bodyIds) {
    Map<Long, String> people = new HashMap<>();
    Map<Long, String> bodies = new HashMap<>();
    jdbc.sql(
            """
            SELECT true AS is_person, id, name FROM person WHERE id = ANY (:persons)
            UNION ALL
            SELECT false, b.id,
            """
                + ACRONYM
                + " FROM body b WHERE b.id = ANY (:bodies)")
        .param("persons", personIds.toArray(Long[]::new))
        .param("bodies", bodyIds.toArray(Long[]::new))
        .param("today", SaoPaulo.today(clock))
        .query(
            row -> {
              (row.getBoolean("is_person") ? people : bodies)
                  .put(row.getLong("id"), row.getString("name"));
            });
    return new Names(people, bodies);
  }

  @Override
  public Optional<Long> findPerson(String login) {
    return persons.findByLogin(login).map(AccountHolder::personId);
  }

  @Override
  public List<NamedBody> bodies() {
    return jdbc.sql(
            "SELECT id, slug, acronym FROM (SELECT b.id, b.slug, "
                + ACRONYM
                + " AS acronym FROM body b) named ORDER BY acronym COLLATE \"pt-BR-x-icu\", id")
        .param("today", SaoPaulo.today(clock))
        .query(
            (row, number) ->
                new NamedBody(row.getLong("id"), row.getString("slug"), row.getString("acronym")))
        .list();
  }
}
