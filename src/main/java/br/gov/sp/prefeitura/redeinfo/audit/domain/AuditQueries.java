package br.gov.sp.prefeitura.redeinfo.audit.domain;

import br.gov.sp.prefeitura.redeinfo.audit.AuditChannel;
import br.gov.sp.prefeitura.redeinfo.audit.InPlaceOf;
import br.gov.sp.prefeitura.redeinfo.shared.paging.Position;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds entries, newest first, each way of looking on an index of its own. */
@Repository
class AuditQueries {

  /** Three ways to have to do with an entry: three reads of an index, and not one of the table. */
  private static final List<String> OF_PERSON =
      List.of(
          "actor_id = :person",
          "person_id = :person",
          "in_place_of_kind = 'person' AND in_place_of_id = :person");

  private static final String ORDER = " ORDER BY recorded_at DESC, id DESC LIMIT :limit";

  private static final TypeReference<LinkedHashMap<String, Object>> DETAILS =
      new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final ObjectMapper json;

  AuditQueries(JdbcClient jdbc, ObjectMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  List<AuditRow> find(AuditFilter filter, Position before, int limit) {
    Map<String, Object> parameters = new LinkedHashMap<>();
    String conditions = conditions(filter, before, parameters);
    parameters.put("limit", limit);
    return jdbc.sql(sql(filter, conditions)).params(parameters).query(this::read).list();
  }

  private static String sql(AuditFilter filter, String conditions) {
    if (filter.personId() == null) {
      return select(conditions);
    }
    return OF_PERSON.stream()
            .map(way -> "(" + select(way + " AND " + conditions) + ")")
            .collect(Collectors.joining(" UNION ", "SELECT * FROM (", ") AS found"))
        + ORDER;
  }

  private static String select(String conditions) {
    return "SELECT * FROM audit_entry WHERE " + conditions + ORDER;
  }

  private static String conditions(
      AuditFilter filter, Position before, Map<String, Object> parameters) {
    parameters.put("at", utc(before.at()));
    parameters.put("id", before.id());
    return Stream.of(
            "(recorded_at, id) < (:at, :id)",
            given("recorded_at >= :from", "from", utc(filter.from()), parameters),
            given("recorded_at < :until", "until", utc(filter.until()), parameters),
            given("action = :action", "action", filter.action(), parameters),
            given("subject_type = :type", "type", filter.subjectType(), parameters),
            given("subject_id = :subject", "subject", filter.subjectId(), parameters),
            given("body_id = :body", "body", filter.bodyId(), parameters),
            given("", "person", filter.personId(), parameters))
        .filter(condition -> !condition.isEmpty())
        .collect(Collectors.joining(" AND "));
  }

  private static String given(
      String condition, String name, Object value, Map<String, Object> parameters) {
    if (value == null) {
      return "";
    }
    parameters.put(name, value);
    return condition;
  }

  private AuditRow read(ResultSet row, int number) throws SQLException {
    String kind = row.getString("in_place_of_kind");
    return new AuditRow(
        row.getLong("id"),
        row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
        row.getString("action"),
        row.getString("subject_type"),
        row.getString("subject_id"),
        row.getObject("actor_id", Long.class),
        row.getObject("person_id", Long.class),
        row.getObject("body_id", Long.class),
        kind == null
            ? null
            : new InPlaceOf(
                InPlaceOf.Kind.valueOf(kind.toUpperCase(Locale.ROOT)),
                row.getLong("in_place_of_id")),
        AuditChannel.valueOf(row.getString("channel").toUpperCase(Locale.ROOT)),
        row.getString("address"),
        details(row.getString("details")));
  }

  private Map<String, Object> details(String text) {
    try {
      return json.readValue(text, DETAILS);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("details that are no object", e);
    }
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }
}
