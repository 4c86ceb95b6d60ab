package br.gov.sp.prefeitura.redeinfo.nomination.domain;

import br.gov.sp.prefeitura.redeinfo.audit.AuditEntry;
import br.gov.sp.prefeitura.redeinfo.audit.AuditLog;
import br.gov.sp.prefeitura.redeinfo.audit.InPlaceOf;
import br.gov.sp.prefeitura.redeinfo.network.Seat;
import br.gov.sp.prefeitura.redeinfo.network.Track;
import br.gov.sp.prefeitura.redeinfo.nomination.domain.Decision.Outcome;
import br.gov.sp.prefeitura.redeinfo.nomination.domain.Decision.Step;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What was decided and found about nominations; decisions are only added, and each goes into the
 * audit as well. Joins the caller's transaction.
 */
@Repository
class DecisionLog {

  private final JdbcClient jdbc;
  private final AuditLog audit;

  DecisionLog(JdbcClient jdbc, AuditLog audit) {
    this.jdbc = jdbc;
    this.audit = audit;
  }

  void add(Nomination nomination, Decision decision) {
    add(nomination, decision, null);
  }

  /**
   * @param inPlaceOf for whom the person decided if not for themselves or the head, or {@code null}
   */
  void add(Nomination nomination, Decision decision, InPlaceOf inPlaceOf) {
    jdbc.sql(
            """
            INSERT INTO nomination_decision (nomination_id, step, decision, reason, seats, decided_by,
                                             in_place_of, decided_at)
            VALUES (:id, :step, :outcome, :reason, :seats, :by, :inPlaceOf, :at)
            """)
        .param("id", nomination.id())
        .param("step", decision.step().name())
        .param("outcome", decision.outcome().name())
        .param("reason", decision.reason())
        .param("seats", decision.seats().stream().map(SeatKey::code).toArray(String[]::new))
        .param("by", decision.decidedBy(), java.sql.Types.BIGINT)
        .param("inPlaceOf", decision.inPlaceOfHead() ? "HEAD" : null)
        .param("at", Timestamp.from(decision.decidedAt()))
        .update();
    audit.record(entry(nomination, decision, inPlaceOf));
  }

  private static AuditEntry entry(Nomination nomination, Decision decision, InPlaceOf inPlaceOf) {
    AuditEntry entry =
        AuditEntry.of(NominationAction.of(decision.outcome()), nomination.id())
            .in(nomination.bodyId())
            .inPlaceOf(decision.inPlaceOfHead() ? InPlaceOf.headOf(nomination.bodyId()) : inPlaceOf)
            .with("step", decision.step());
    if (!decision.seats().isEmpty()) {
      entry = entry.with("seats", decision.seats().stream().map(SeatKey::code).toList());
    }
    return decision.decidedBy() == null ? entry : entry.by(decision.decidedBy());
  }

  /** Oldest first. */
  List<Decision> of(long nominationId) {
    return jdbc.sql("SELECT * FROM nomination_decision WHERE nomination_id = :id ORDER BY id")
        .param("id", nominationId)
        .query(
            (rs, n) ->
                new Decision(
                    Step.valueOf(rs.getString("step")),
                    Outcome.valueOf(rs.getString("decision")),
                    rs.getString("reason"),
                    Stream.of((String[]) rs.getArray("seats").getArray())
                        .map(SeatKey::ofCode)
                        .toList(),
                    rs.getObject("decided_by", Long.class),
                    rs.getString("in_place_of") != null,
                    rs.getTimestamp("decided_at").toInstant()))
        .list();
  }

  /** Replaces what the last check found. */
  void replaceFindings(long nominationId, List<Finding> findings, Instant now) {
    jdbc.sql("DELETE FROM eligibility_finding WHERE nomination_id = :id")
        .param("id", nominationId)
        .update();
    if (findings.isEmpty()) {
      return;
    }
    jdbc.sql(
            """
            INSERT INTO eligibility_finding (nomination_id, position, track, seat, reason_code,
                                             severity, checked_at)
            SELECT :id, f.position, f.track, f.seat, f.code, f.severity, :now
              FROM unnest(:positions, :tracks, :seats, :codes, :severities)
                     AS f (position, track, seat, code, severity)
            """)
        .param("id", nominationId)
        .param("now", Timestamp.from(now))
        .param("positions", IntStream.range(0, findings.size()).boxed().toArray(Integer[]::new))
        .param("tracks", names(findings.stream().map(Finding::track)))
        .param("seats", names(findings.stream().map(Finding::seat)))
        .param("codes", findings.stream().map(Finding::reasonCode).toArray(String[]::new))
        .param("severities", names(findings.stream().map(Finding::severity)))
        .update();
  }

  private static String[] names(Stream<? extends Enum<?>> values) {
    return values.map(value -> value == null ? null : value.name()).toArray(String[]::new);
  }

  List<Finding> findingsOf(long nominationId) {
    return jdbc.sql("SELECT * FROM eligibility_finding WHERE nomination_id = :id ORDER BY position")
        .param("id", nominationId)
        .query(
            (rs, n) -> {
              String track = rs.getString("track");
              String seat = rs.getString("seat");
              return new Finding(
                  track == null ? null : Track.valueOf(track),
                  seat == null ? null : Seat.valueOf(seat),
                  rs.getString("reason_code"),
                  Finding.Severity.valueOf(rs.getString("severity")));
            })
        .list();
  }

  void addPublication(long nominationId, Publication publication, long by, Instant now) {
    jdbc.sql(
            """
            INSERT INTO nomination_publication (nomination_id, act_number, gazette_date, link,
                                                recorded_by, recorded_at)
            VALUES (:id, :act, :date, :link, :by, :now)
            """)
        .param("id", nominationId)
        .param("act", publication.actNumber())
        .param("date", publication.gazetteDate())
        .param("link", publication.link())
        .param("by", by)
        .param("now", Timestamp.from(now))
        .update();
  }

  java.util.Optional<Publication> publicationOf(long nominationId) {
    return jdbc.sql("SELECT * FROM nomination_publication WHERE nomination_id = :id")
        .param("id", nominationId)
        .query(
            (rs, n) ->
                new Publication(
                    rs.getString("act_number"),
                    rs.getObject("gazette_date", java.time.LocalDate.class),
                    rs.getString("link")))
        .optional();
  }
}
