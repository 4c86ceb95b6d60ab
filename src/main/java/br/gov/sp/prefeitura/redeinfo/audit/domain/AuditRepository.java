package br.gov.sp.prefeitura.redeinfo.audit.domain;

import br.gov.sp.prefeitura.redeinfo.audit.AuditChannel;
import br.gov.sp.prefeitura.redeinfo.audit.AuditEntry;
import br.gov.sp.prefeitura.redeinfo.audit.InPlaceOf;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of the table {@code audit_entry}, which are only ever added. */
@Repository
class AuditRepository {

  private final JdbcClient jdbc;
  private final ObjectMapper json;

  AuditRepository(JdbcClient jdbc, ObjectMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  void insert(AuditEntry entry, Long actorId, AuditChannel channel, String address, Instant at) {
    InPlaceOf whom = entry.inPlaceOf();
    jdbc.sql(
            """
            INSERT INTO audit_entry
                   (recorded_at, action, subject_type, subject_id, actor_id, person_id, body_id,
                    in_place_of_kind, in_place_of_id, channel, address, details)
            VALUES (:at, :action, :subjectType, :subjectId, :actor, :person, :body,
                    :kind, :whom, :channel, cast(:address AS inet), cast(:details AS jsonb))
            """)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("action", entry.action().code())
        .param("subjectType", entry.action().subjectType())
        .param("subjectId", entry.subjectId())
        .param("actor", actorId)
        .param("person", entry.personId())
        .param("body", entry.bodyId())
        .param("kind", whom == null ? null : whom.kind().code())
        .param("whom", whom == null ? null : whom.id())
        .param("channel", channel.code())
        .param("address", address)
        .param("details", details(entry))
        .update();
  }

  private String details(AuditEntry entry) {
    try {
      return json.writeValueAsString(entry.details());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
