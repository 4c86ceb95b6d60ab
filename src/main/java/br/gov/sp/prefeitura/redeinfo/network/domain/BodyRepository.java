package br.gov.sp.prefeitura.redeinfo.network.domain;

import br.gov.sp.prefeitura.redeinfo.network.Bodies;
import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.network.BodyKind;
import br.gov.sp.prefeitura.redeinfo.network.IdentifierKind;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

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

  private final JdbcClient jdbc;
  private final Clock clock;

  BodyRepository(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
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
