package br.gov.sp.prefeitura.redeinfo.nomination.domain;

import br.gov.sp.prefeitura.redeinfo.network.Bodies;
import br.gov.sp.prefeitura.redeinfo.network.Persons;
import br.gov.sp.prefeitura.redeinfo.nomination.NominationState;
import br.gov.sp.prefeitura.redeinfo.nomination.domain.NominationProcess.Failure;
import br.gov.sp.prefeitura.redeinfo.nomination.domain.NominationProcess.Waiting;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads nominations for forms and pages. */
@Service
@Transactional(readOnly = true)
public class NominationQueries {

  private final NominationRepository nominations;
  private final RoundRepository rounds;
  private final DecisionLog log;
  private final Bodies bodies;
  private final Persons persons;
  private final NominationProcess process;
  private final JdbcClient jdbc;

  NominationQueries(
      NominationRepository nominations,
      RoundRepository rounds,
      DecisionLog log,
      Bodies bodies,
      Persons persons,
      NominationProcess process,
      JdbcClient jdbc) {
    this.nominations = nominations;
    this.rounds = rounds;
    this.log = log;
    this.bodies = bodies;
    this.persons = persons;
    this.process = process;
    this.jdbc = jdbc;
  }

  /**
   * Everything about one nomination. Who may see it is the caller's to check.
   *
   * @throws br.gov.sp.prefeitura.redeinfo.shared.error.Refusal (not found)
   */
  public NominationDetails details(long nominationId) {
    Nomination nomination = nominations.get(nominationId);
    List<Decision> history = log.of(nominationId);
    Set<Long> mentioned = new HashSet<>(nomination.interestedPersons());
    history.stream().map(Decision::decidedBy).filter(Objects::nonNull).forEach(mentioned::add);
    nomination.submittedBy().ifPresent(mentioned::add);
    Map<Long, String> names = new HashMap<>();
    persons.byId(mentioned).forEach((id, person) -> names.put(id, person.name()));
    return new NominationDetails(
        nomination,
        bodies.get(nomination.bodyId()),
        nomination.roundId().flatMap(rounds::find),
        history,
        log.findingsOf(nominationId),
        log.publicationOf(nominationId),
        names);
  }

  /** For whom the nomination waits now; several while nominees answer. */
  public List<Waiting> waiting(long nominationId) {
    return process.waiting(List.of(nominationId));
  }

  /** Why the nomination stands still, if a technical failure stopped it. */
  public Optional<Failure> failure(long nominationId) {
    return process.failures(List.of(nominationId)).stream().findFirst();
  }

  /**
   * The body's nominations, newest first.
   *
   * @param before id of the last one of the page before, or {@code null}
   */
  public List<NominationSummary> ofBody(long bodyId, Long before, int limit) {
    return jdbc.sql(
            """
            SELECT n.id, n.round_id, r.name AS round_name, n.state, n.close_reason, n.state_since,
                   n.created_at
              FROM nomination n LEFT JOIN nomination_round r ON r.id = n.round_id
             WHERE n.body_id = :body AND (CAST(:before AS bigint) IS NULL OR n.id < :before)
             ORDER BY n.id DESC LIMIT :limit
            """)
        .param("body", bodyId)
        .param("before", before, java.sql.Types.BIGINT)
        .param("limit", limit)
        .query(
            (rs, n) -> {
              String reason = rs.getString("close_reason");
              return new NominationSummary(
                  rs.getLong("id"),
                  rs.getObject("round_id", Long.class),
                  rs.getString("round_name"),
                  NominationState.valueOf(rs.getString("state")),
                  reason == null ? null : CloseReason.valueOf(reason),
                  instant(rs.getTimestamp("state_since")),
                  instant(rs.getTimestamp("created_at")));
            })
        .list();
  }

  private static Instant instant(Timestamp timestamp) {
    return timestamp.toInstant();
  }

  /**
   * @param roundName {@code null} like {@code roundId} for a nomination caused by a vacancy
   * @param closeReason only when closed
   */
  public record NominationSummary(
      long id,
      Long roundId,
      String roundName,
      NominationState state,
      CloseReason closeReason,
      Instant stateSince,
      Instant createdAt) {}
}
