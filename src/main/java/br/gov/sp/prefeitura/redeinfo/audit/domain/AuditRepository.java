package br.gov.sp.prefeitura.redeinfo.audit.domain;

import br.gov.sp.prefeitura.redeinfo.audit.AuditChannel;
import br.gov.sp.prefeitura.redeinfo.audit.AuditEntry;
import br.gov.sp.prefeitura.redeinfo.audit.InPlaceOf;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.stereotype.Repository;

/** Rows of the table {@code audit_entry}, which are only ever added. */
@Repository
class AuditRepository {

  private final NamedParameterJdbcOperations jdbc;
  private final ObjectMapper json;

  AuditRepository(NamedParameterJdbcOperations jdbc, ObjectMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  void insert(Collection<DoneBy> entries, AuditChannel channel, String address, Instant at) {
    jdbc.batchUpdate(
        """
        INSERT INTO audit_entry
               (recorded_at, action, subject_type, subject_id, actor_id, person_id, body_id,
                in_place_of_kind, in_place_of_id, channel, address, details)
        VALUES (:at, :action, :subjectType, :subjectId, :actor, :person, :body,
                :kind, :whom, :channel, cast(:address AS inet), cast(:details AS jsonb))
        """,
        entries.stream()
            .map(done -> row(done, channel, address, at))
            .toArray(SqlParameterSource[]::new));
  }

  private SqlParameterSource row(DoneBy done, AuditChannel channel, String address, Instant at) {
    AuditEntry entry = done.entry();
    InPlaceOf whom = entry.inPlaceOf();
    return new MapSqlParameterSource()
        .addValue("at", at.atOffset(ZoneOffset.UTC))
        .addValue("action", entry.action().code())
        .addValue("subjectType", entry.action().subjectType())
        .addValue("subjectId", entry.subjectId())
        .addValue("actor", done.actorId())
        .addValue("person", entry.personId())
        .addValue("body", entry.bodyId())
        .addValue("kind", whom == null ? null : whom.kind().code())
        .addValue("whom", whom == null ? null : whom.id())
        .addValue("channel", channel.code())
        .addValue("address", address)
        .addValue("details", details(entry));
  }

  private String details(AuditEntry entry) {
    try {
      return json.writeValueAsString(entry.details());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * @param actorId who did it, or {@code null} for the application itself
   */
  record DoneBy(AuditEntry entry, Long actorId) {}
}
