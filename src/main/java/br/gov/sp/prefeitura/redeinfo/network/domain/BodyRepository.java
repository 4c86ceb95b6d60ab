package br.gov.sp.prefeitura.redeinfo.network.domain;

import br.gov.sp.prefeitura.redeinfo.audit.AuditEntry;
import br.gov.sp.prefeitura.redeinfo.audit.AuditLog;
import br.gov.sp.prefeitura.redeinfo.network.Bodies;
import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.network.BodyKind;
import br.gov.sp.prefeitura.redeinfo.network.BodyRules;
import br.gov.sp.prefeitura.redeinfo.network.IdentifierKind;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.shared.error.Violation;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Bodies with the name they bear on the date asked for. */
@Repository
class BodyRepository implements Bodies {

  /**
   * The name of the date; before the body's first name its first, after its last its last, so that
   * an abolished body can still be shown.
   */
  private static final String SELECT =
      """
      SELECT b.id, n.acronym, b.slug, n.name, b.kind, b.valid_from, b.valid_to, b.successor_id,
             b.mail_domains, b.identifier_kind
        FROM body b
        CROSS JOIN LATERAL (
          SELECT acronym, name FROM body_name
           WHERE body_id = b.id
           ORDER BY CASE WHEN valid_from <= :date THEN valid_from END DESC NULLS LAST, valid_from
           LIMIT 1) n
      """;

  /** Many bodies' details as one array per column. */
  private static final String GIVEN =
      """
      WITH given AS (
        SELECT * FROM unnest(
            cast(:slugs AS text[]), cast(:acronyms AS text[]), cast(:names AS text[]),
            cast(:kinds AS text[]), cast(cast(:froms AS text[]) AS date[]),
            cast(cast(:tos AS text[]) AS date[]), cast(:domains AS text[]),
            cast(:identifierKinds AS text[]), cast(:successors AS text[]))
          AS columns (slug, acronym, name, kind, valid_from, valid_to, domains, identifier_kind,
                      successor))
      """;

  private static final String SAVE =
      """
      INSERT INTO body (slug, kind, valid_from, valid_to, mail_domains, identifier_kind, from_list)
      SELECT slug, kind, valid_from, valid_to, string_to_array(domains, ' '), identifier_kind, true
        FROM given
      ON CONFLICT (slug) DO UPDATE
         SET kind = excluded.kind, valid_to = excluded.valid_to,
             mail_domains = excluded.mail_domains, identifier_kind = excluded.identifier_kind,
             from_list = true
      RETURNING id, xmax = 0 AS registered
      """;

  private static final String FIRST_NAME =
      """
      INSERT INTO body_name (body_id, valid_from, valid_to, acronym, name)
      SELECT body.id, body.valid_from, body.valid_to, given.acronym, given.name
        FROM given JOIN body USING (slug)
       WHERE NOT EXISTS (SELECT FROM body_name WHERE body_id = body.id)
      """;

  /** The name of the date; if it is the last one it ends with the body. */
  private static final String CORRECT_NAME =
      """
      UPDATE body_name AS n
         SET acronym = given.acronym, name = given.name,
             valid_to = CASE WHEN EXISTS (SELECT FROM body_name later
                                           WHERE later.body_id = n.body_id
                                             AND later.valid_from > n.valid_from)
                             THEN n.valid_to
                             WHEN b.valid_to < n.valid_from THEN n.valid_from
                             ELSE b.valid_to END
        FROM given JOIN body b USING (slug)
       WHERE n.body_id = b.id
         AND n.valid_from = (
               SELECT valid_from FROM body_name WHERE body_id = b.id
                ORDER BY CASE WHEN valid_from <= :date THEN valid_from END DESC NULLS LAST, valid_from
                LIMIT 1)
      """;

  private static final String SUCCESSOR =
      """
      UPDATE body SET successor_id = heir.id
        FROM given JOIN body heir ON heir.slug = given.successor
       WHERE body.slug = given.slug
      """;

  private final JdbcClient jdbc;
  private final AuditLog audit;
  private final Clock clock;

  BodyRepository(JdbcClient jdbc, AuditLog audit, Clock clock) {
    this.jdbc = jdbc;
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  public Body get(long id) {
    return jdbc.sql(SELECT + " WHERE b.id = :id")
        .param("date", today())
        .param("id", id)
        .query(BodyRepository::map)
        .optional()
        .orElseThrow(() -> Refusal.notFound("network.body-unknown"));
  }

  @Override
  public Optional<Body> findBySlug(String slug) {
    return jdbc.sql(SELECT + " WHERE b.slug = :slug")
        .param("date", today())
        .param("slug", slug)
        .query(BodyRepository::map)
        .optional();
  }

  @Override
  public List<Body> existingOn(LocalDate date) {
    return jdbc.sql(
            SELECT
                + """
                 WHERE b.valid_from <= :date AND (b.valid_to IS NULL OR b.valid_to >= :date)
                 ORDER BY n.acronym, b.id
                """)
        .param("date", date)
        .query(BodyRepository::map)
        .list();
  }

  @Override
  public Map<Long, Body> byId(Collection<Long> ids) {
    if (ids.isEmpty()) {
      return Map.of();
    }
    return jdbc
        .sql(SELECT + " WHERE b.id = ANY (:ids)")
        .param("date", today())
        .param("ids", ids.toArray(Long[]::new))
        .query(BodyRepository::map)
        .list()
        .stream()
        .collect(Collectors.toMap(Body::id, Function.identity()));
  }

  @Override
  public List<Body> all() {
    return jdbc.sql(SELECT + " ORDER BY b.id")
        .param("date", today())
        .query(BodyRepository::map)
        .list();
  }

  @Override
  @Transactional
  public void saveAll(List<BodyDetails> bodies) {
    for (BodyDetails body : bodies) {
      List<Violation> violations = BodyRules.check(body);
      if (!violations.isEmpty()) {
        throw Refusal.invalid(violations);
      }
    }
    if (bodies.isEmpty()) {
      return;
    }
    Map<Long, Boolean> saved = new LinkedHashMap<>();
    given(SAVE, bodies)
        .query(
            row -> {
              saved.put(row.getLong("id"), row.getBoolean("registered"));
            });
    given(FIRST_NAME, bodies).update();
    given(CORRECT_NAME, bodies).param("date", today()).update();
    int named = (int) bodies.stream().filter(body -> body.successor() != null).count();
    if (given(SUCCESSOR, bodies).update() < named) {
      throw Refusal.invalidField("successor", "network.successor-unknown");
    }
    audit.recordAll(saved.entrySet().stream().map(BodyRepository::entry).toList());
  }

  private static AuditEntry entry(Map.Entry<Long, Boolean> saved) {
    NetworkAction action =
        saved.getValue() ? NetworkAction.BODY_REGISTERED : NetworkAction.BODY_CHANGED;
    return AuditEntry.of(action, saved.getKey()).in(saved.getKey());
  }

  private JdbcClient.StatementSpec given(String sql, List<BodyDetails> bodies) {
    return jdbc.sql(GIVEN + sql)
        .param("slugs", column(bodies, BodyDetails::slug))
        .param("acronyms", column(bodies, BodyDetails::acronym))
        .param("names", column(bodies, BodyDetails::name))
        .param("kinds", column(bodies, body -> body.kind().name()))
        .param("froms", column(bodies, body -> body.from().toString()))
        .param("tos", column(bodies, body -> Objects.toString(body.to(), null)))
        .param("domains", column(bodies, body -> String.join(" ", body.mailDomains())))
        .param("identifierKinds", column(bodies, body -> body.identifierKind().name()))
        .param("successors", column(bodies, BodyDetails::successor));
  }

  private static String[] column(
      List<BodyDetails> bodies, java.util.function.Function<BodyDetails, String> value) {
    return bodies.stream().map(value).toArray(String[]::new);
  }

  private LocalDate today() {
    return SaoPaulo.today(clock);
  }

  private static Body map(ResultSet row, int number) throws SQLException {
    return new Body(
        row.getLong("id"),
        row.getString("acronym"),
        row.getString("slug"),
        row.getString("name"),
        BodyKind.valueOf(row.getString("kind")),
        row.getObject("valid_from", LocalDate.class),
        row.getObject("valid_to", LocalDate.class),
        row.getObject("successor_id", Long.class),
        Arrays.asList((String[]) row.getArray("mail_domains").getArray()),
        IdentifierKind.valueOf(row.getString("identifier_kind")));
  }
}
