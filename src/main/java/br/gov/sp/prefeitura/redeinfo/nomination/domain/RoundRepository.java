package br.gov.sp.prefeitura.redeinfo.nomination.domain;

import br.gov.sp.prefeitura.redeinfo.network.Track;
import br.gov.sp.prefeitura.redeinfo.nomination.NominationRounds.NewRound;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rounds; all methods join the caller's transaction. */
@Repository
class RoundRepository {

  private final JdbcClient jdbc;

  RoundRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  long insert(NewRound round, Instant deadline, long openedBy, Instant now) {
    return jdbc.sql(
            """
            INSERT INTO nomination_round (name, tracks, deadline, note, opened_by, opened_at)
            VALUES (:name, :tracks, :deadline, :note, :openedBy, :now)
            RETURNING id
            """)
        .param("name", round.name())
        .param(
            "tracks",
            Stream.of(Track.values())
                .filter(round.tracks()::contains)
                .map(Track::name)
                .toArray(String[]::new))
        .param("deadline", Timestamp.from(deadline))
        .param("note", round.note())
        .param("openedBy", openedBy)
        .param("now", Timestamp.from(now))
        .query(Long.class)
        .single();
  }

  void insertSkipped(long roundId, List<Long> bodyIds) {
    if (!bodyIds.isEmpty()) {
      jdbc.sql(
              """
              INSERT INTO nomination_round_skipped (round_id, body_id)
              SELECT :round, unnest(:bodies)
              """)
          .param("round", roundId)
          .param("bodies", bodyIds.toArray(Long[]::new))
          .update();
    }
  }

  List<Long> skippedBodies(long roundId) {
    return jdbc.sql("SELECT body_id FROM nomination_round_skipped WHERE round_id = :round")
        .param("round", roundId)
        .query(Long.class)
        .list();
  }

  List<Long> nominationIds(long roundId) {
    return jdbc.sql("SELECT id FROM nomination WHERE round_id = :round ORDER BY id")
        .param("round", roundId)
        .query(Long.class)
        .list();
  }

  Map<Long, Long> nominationsByBody(long roundId) {
    Map<Long, Long> nominations = new HashMap<>();
    jdbc.sql("SELECT body_id, id FROM nomination WHERE round_id = :round")
        .param("round", roundId)
        .query(
            row -> {
              nominations.put(row.getLong("body_id"), row.getLong("id"));
            });
    return nominations;
  }

  Optional<Long> nominationOfVacancy(long appointmentId) {
    return jdbc.sql("SELECT id FROM nomination WHERE vacated_appointment_id = :id")
        .param("id", appointmentId)
        .query(Long.class)
        .optional();
  }

  List<Long> bodyIds(long roundId) {
    return jdbc.sql("SELECT body_id FROM nomination WHERE round_id = :round ORDER BY id")
        .param("round", roundId)
        .query(Long.class)
        .list();
  }

  Optional<Round> find(long roundId) {
    return jdbc.sql("SELECT * FROM nomination_round WHERE id = :id")
        .param("id", roundId)
        .query((rs, n) -> Round.from(rs))
        .optional();
  }

  /** Returns false if it was closed already. */
  boolean close(long roundId, Instant now) {
    return jdbc.sql(
                "UPDATE nomination_round SET closed_at = :now WHERE id = :id AND closed_at IS NULL")
            .param("id", roundId)
            .param("now", Timestamp.from(now))
            .update()
        == 1;
  }
}
