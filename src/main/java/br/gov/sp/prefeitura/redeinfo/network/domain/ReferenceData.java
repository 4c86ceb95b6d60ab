package br.gov.sp.prefeitura.redeinfo.network.domain;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Brings the tables of bodies and units in step with {@code data/bodies.csv} and {@code
 * data/units.csv} at every start, before the first request. The files are the source: a change of
 * the city's organisation is a change of the files (see {@code docs/bodies.md}), but for bodies
 * that the coordination has taken over from a list.
 */
@Component
class ReferenceData implements SmartInitializingSingleton {

  /** One node at a time; any number that no other part of the application uses. */
  private static final long LOCK = 7_201_801L;

  private static final Logger log = LoggerFactory.getLogger(ReferenceData.class);

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;

  ReferenceData(JdbcClient jdbc, TransactionTemplate transaction) {
    this.jdbc = jdbc;
    this.transaction = transaction;
  }

  @Override
  public void afterSingletonsInstantiated() {
    transaction.executeWithoutResult(status -> load());
  }

  /** Safe to repeat; rows that say the same already are not written again. */
  void load() {
    jdbc.sql("SELECT pg_advisory_xact_lock(:lock)").param("lock", LOCK).query().singleRow();
    List<Map<String, String>> bodies = read("data/bodies.csv");
    bodies.forEach(this::saveBody);
    bodies.forEach(this::saveSuccessor);
    List<Map<String, String>> units = read("data/units.csv");
    units.forEach(this::saveUnit);
    log.info("Reference data: {} bodies, {} units", bodies.size(), units.size());
  }

  private void saveBody(Map<String, String> row) {
    jdbc.sql(
            """
            INSERT INTO body (slug, kind, valid_from, valid_to, mail_domains, identifier_kind)
            VALUES (:slug, :kind, :from, cast(:to AS date), :domains, :identifierKind)
            ON CONFLICT (slug) DO UPDATE
               SET kind = excluded.kind, valid_from = excluded.valid_from,
                   valid_to = excluded.valid_to, mail_domains = excluded.mail_domains,
                   identifier_kind = excluded.identifier_kind
             WHERE NOT body.from_list
               AND ((body.kind, body.valid_from, body.mail_domains, body.identifier_kind)
                    <> (excluded.kind, excluded.valid_from, excluded.mail_domains,
                        excluded.identifier_kind)
                 OR body.valid_to IS DISTINCT FROM excluded.valid_to)
            """)
        .param("slug", row.get("slug"))
        .param("kind", row.get("kind"))
        .param("from", date(row, "valid_from"))
        .param("to", date(row, "valid_to"))
        .param("domains", row.get("mail_domains").split(" "))
        .param("identifierKind", row.get("identifier_kind"))
        .update();
    LocalDate from = date(row, "valid_from");
    LocalDate formerUntil = date(row, "former_until");
    if (formerUntil != null) {
      saveName(row, from, formerUntil, row.get("former_acronym"), row.get("former_name"));
      from = formerUntil.plusDays(1);
    }
    saveName(row, from, date(row, "valid_to"), row.get("acronym"), row.get("name"));
  }

  private void saveName(
      Map<String, String> row, LocalDate from, LocalDate to, String acronym, String name) {
    jdbc.sql(
            """
            INSERT INTO body_name (body_id, valid_from, valid_to, acronym, name)
            SELECT id, :from, cast(:to AS date), :acronym, :name FROM body
             WHERE slug = :slug AND NOT from_list
            ON CONFLICT (body_id, valid_from) DO UPDATE
               SET valid_to = excluded.valid_to, acronym = excluded.acronym, name = excluded.name
             WHERE (body_name.acronym, body_name.name) <> (excluded.acronym, excluded.name)
                OR body_name.valid_to IS DISTINCT FROM excluded.valid_to
            """)
        .param("slug", row.get("slug"))
        .param("from", from)
        .param("to", to)
        .param("acronym", acronym)
        .param("name", name)
        .update();
  }

  private void saveSuccessor(Map<String, String> row) {
    jdbc.sql(
            """
            UPDATE body SET successor_id = (SELECT id FROM body WHERE slug = :successor)
             WHERE slug = :slug AND NOT from_list
               AND successor_id IS DISTINCT FROM (SELECT id FROM body WHERE slug = :successor)
            """)
        .param("slug", row.get("slug"))
        .param("successor", row.get("successor"))
        .update();
  }

  private void saveUnit(Map<String, String> row) {
    jdbc.sql(
            """
            INSERT INTO unit (body_id, acronym, name, public_venue, valid_from, valid_to)
            SELECT id, nullif(:acronym, ''), :name, :venue, :from, cast(:to AS date) FROM body WHERE slug = :body
            ON CONFLICT (body_id, name, valid_from) DO UPDATE
               SET acronym = excluded.acronym, public_venue = excluded.public_venue,
                   valid_to = excluded.valid_to
             WHERE (unit.acronym, unit.public_venue, unit.valid_to)
                   IS DISTINCT FROM (excluded.acronym, excluded.public_venue, excluded.valid_to)
            """)
        .param("body", row.get("body"))
        .param("acronym", row.get("acronym"))
        .param("name", row.get("name"))
        .param("venue", "yes".equals(row.get("public_venue")))
        .param("from", date(row, "valid_from"))
        .param("to", date(row, "valid_to"))
        .update();
  }

  private static LocalDate date(Map<String, String> row, String column) {
    String value = row.get(column);
    return value.isEmpty() ? null : LocalDate.parse(value);
  }

  /** Semicolons separate, nothing is quoted. */
  private static List<Map<String, String>> read(String resource) {
    List<String> lines;
    try {
      lines =
          new ClassPathResource(resource)
              .getContentAsString(StandardCharsets.UTF_8)
              .lines()
              .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String[] columns = lines.get(0).split(";");
    return lines.stream()
        .skip(1)
        .filter(line -> !line.isBlank())
        .map(l -> row(columns, l))
        .toList();
  }

  private static Map<String, String> row(String[] columns, String line) {
    String[] values = line.split(";", -1);
    if (values.length != columns.length) {
      throw new IllegalStateException("expected " + columns.length + " columns: " + line);
    }
    Map<String, String> row = new HashMap<>();
    for (int i = 0; i < columns.length; i++) {
      row.put(columns[i], values[i].strip());
    }
    return row;
  }
}
