package br.gov.sp.prefeitura.redeinfo.pilot.domain;

import br.gov.sp.prefeitura.redeinfo.pilot.domain.Ballot.Choices;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.Ballot.Outcome;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.Ballot.Resolution;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.Ballot.Tally;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.Ballot.Vote;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Ballots and votes; all methods join the caller's transaction. */
@Repository
class BallotRepository {

  private static final String BALLOT =
      """
      SELECT b.*, v.* FROM pilot_ballot b
       CROSS JOIN LATERAL (
         SELECT count(*) AS asked,
                count(*) FILTER (WHERE vote = 'FOR') AS in_favour,
                count(*) FILTER (WHERE vote = 'AGAINST') AS against,
                count(*) FILTER (WHERE vote = 'ABSTAIN') AS abstained,
                count(*) FILTER (WHERE vote = 'CONFLICT') AS conflicts,
                count(*) FILTER (WHERE vote IS NULL AND left_at IS NOT NULL) AS gone
           FROM pilot_vote WHERE ballot_id = b.id) v
      """;

  private final JdbcClient jdbc;

  BallotRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @return the new ballot's id
   */
  long open(Pilot pilot, int quorumPercent, Collection<Long> electors, Instant at, Instant until) {
    long id =
        jdbc.sql(
                """
                INSERT INTO pilot_ballot (pilot_id, round, submission, quorum_percent, quorum,
                    opened_at, deadline)
                SELECT :pilot, coalesce(max(round), 0) + 1, :submission, :percent, :quorum, :at, :until
                  FROM pilot_ballot WHERE pilot_id = :pilot
                RETURNING id
                """)
            .param("pilot", pilot.id())
            .param("submission", pilot.submission())
            .param("percent", quorumPercent)
            .param("quorum", Ballot.quorum(quorumPercent, electors.size()))
            .param("at", Timestamp.from(at))
            .param("until", Timestamp.from(until))
            .query(Long.class)
            .single();
    jdbc.sql(
            """
            INSERT INTO pilot_vote (ballot_id, person_id)
            SELECT :ballot, unnest(cast(:electors AS bigint[]))
            """)
        .param("ballot", id)
        .param("electors", electors.toArray(Long[]::new))
        .update();
    return id;
  }

  /** All of a pilot, oldest first. */
  List<Ballot> of(long pilotId) {
    return jdbc.sql(BALLOT + " WHERE b.pilot_id = :pilot ORDER BY b.round")
        .param("pilot", pilotId)
        .query((rs, n) -> ballot(rs))
        .list();
  }

  Optional<Ballot> latest(long pilotId) {
    return jdbc.sql(BALLOT + " WHERE b.pilot_id = :pilot ORDER BY b.round DESC LIMIT 1")
        .param("pilot", pilotId)
        .query((rs, n) -> ballot(rs))
        .optional();
  }

  /**
   * The open ballot, which stays open until the transaction ends; others may vote meanwhile.
   *
   * @return its id, or nothing if none is open or its time is over
   */
  Optional<Long> holdOpen(long pilotId, Instant now) {
    return jdbc.sql(
            """
            SELECT id FROM pilot_ballot
             WHERE pilot_id = :pilot AND closed_at IS NULL AND deadline > :now FOR SHARE
            """)
        .param("pilot", pilotId)
        .param("now", Timestamp.from(now))
        .query(Long.class)
        .optional();
  }

  /** Waits for the votes that are being cast, and lets no other in. */
  void lock(long ballotId) {
    jdbc.sql("SELECT id FROM pilot_ballot WHERE id = :id FOR UPDATE")
        .param("id", ballotId)
        .query(Long.class)
        .single();
  }

  /**
   * @return false if the person is no elector, has left or has voted
   */
  boolean cast(long ballotId, long personId, Vote vote, String reason, Instant now) {
    return jdbc.sql(
                """
                UPDATE pilot_vote SET vote = :vote, reason = :reason, cast_at = :now
                 WHERE ballot_id = :ballot AND person_id = :person
                   AND vote IS NULL AND left_at IS NULL
                """)
            .param("ballot", ballotId)
            .param("person", personId)
            .param("vote", vote.name())
            .param("reason", reason, Types.VARCHAR)
            .param("now", Timestamp.from(now))
            .update()
        == 1;
  }

  /** The votes of a ballot, the electors in the order of their ids. */
  List<ElectorVote> votes(long ballotId) {
    return jdbc.sql("SELECT * FROM pilot_vote WHERE ballot_id = :ballot ORDER BY person_id")
        .param("ballot", ballotId)
        .query(
            (rs, n) ->
                new ElectorVote(
                    rs.getLong("person_id"),
                    rs.getString("vote") == null ? null : Vote.valueOf(rs.getString("vote")),
                    rs.getString("reason"),
                    PilotRepository.moment(rs, "cast_at"),
                    PilotRepository.moment(rs, "left_at")))
        .list();
  }

  /** Ids of the pilots on which the person's vote is awaited. */
  List<Long> awaiting(long personId) {
    return jdbc.sql(
            """
            SELECT b.pilot_id FROM pilot_vote v JOIN pilot_ballot b ON b.id = v.ballot_id
              JOIN pilot p ON p.id = b.pilot_id
             WHERE v.person_id = :person AND v.vote IS NULL AND v.left_at IS NULL
               AND b.closed_at IS NULL AND p.ended_at IS NULL
             ORDER BY b.pilot_id
            """)
        .param("person", personId)
        .query(Long.class)
        .list();
  }

  /**
   * @return false if the person's vote on the pilot is not awaited
   */
  boolean leave(long pilotId, long personId, Instant now) {
    return jdbc.sql(
                """
                UPDATE pilot_vote v SET left_at = :now FROM pilot_ballot b
                 WHERE b.id = v.ballot_id AND b.pilot_id = :pilot AND b.closed_at IS NULL
                   AND v.person_id = :person AND v.vote IS NULL AND v.left_at IS NULL
                """)
            .param("pilot", pilotId)
            .param("person", personId)
            .param("now", Timestamp.from(now))
            .update()
        == 1;
  }

  /** Electors without a vote who are not among these have left. */
  void leaveAllBut(long ballotId, Collection<Long> committee, Instant now) {
    jdbc.sql(
            """
            UPDATE pilot_vote SET left_at = :now
             WHERE ballot_id = :ballot AND vote IS NULL AND left_at IS NULL
               AND person_id <> ALL (:committee)
            """)
        .param("ballot", ballotId)
        .param("committee", committee.toArray(Long[]::new))
        .param("now", Timestamp.from(now))
        .update();
  }

  void close(Ballot ballot, Outcome outcome, Instant now) {
    jdbc.sql(
            """
            UPDATE pilot_ballot SET closed_at = :now, outcome = :outcome, quorum = :quorum
             WHERE id = :id
            """)
        .param("id", ballot.id())
        .param("outcome", outcome.name())
        .param("quorum", ballot.quorum())
        .param("now", Timestamp.from(now))
        .update();
  }

  /**
   * @param reason {@code null} for none
   */
  void resolve(long id, Resolution resolution, String reason, long by, Instant now) {
    jdbc.sql(
            """
            UPDATE pilot_ballot SET resolution = :resolution, resolution_reason = :reason,
                resolved_by = :by, resolved_at = :now
             WHERE id = :id
            """)
        .param("id", id)
        .param("resolution", resolution.name())
        .param("reason", reason, Types.VARCHAR)
        .param("by", by)
        .param("now", Timestamp.from(now))
        .update();
  }

  private static Ballot ballot(ResultSet rs) throws SQLException {
    String outcome = rs.getString("outcome");
    String resolution = rs.getString("resolution");
    return new Ballot(
        rs.getLong("id"),
        rs.getLong("pilot_id"),
        rs.getInt("round"),
        rs.getInt("submission"),
        rs.getInt("quorum_percent"),
        new Tally(
            rs.getInt("asked"),
            rs.getInt("in_favour") + rs.getInt("against") + rs.getInt("abstained"),
            rs.getInt("conflicts"),
            rs.getInt("gone"),
            new Choices(rs.getInt("in_favour"), rs.getInt("against"), rs.getInt("abstained"))),
        PilotRepository.moment(rs, "opened_at"),
        PilotRepository.moment(rs, "deadline"),
        PilotRepository.moment(rs, "closed_at"),
        outcome == null ? null : Outcome.valueOf(outcome),
        resolution == null ? null : Resolution.valueOf(resolution),
        rs.getString("resolution_reason"),
        rs.getObject("resolved_by", Long.class),
        PilotRepository.moment(rs, "resolved_at"));
  }
}
