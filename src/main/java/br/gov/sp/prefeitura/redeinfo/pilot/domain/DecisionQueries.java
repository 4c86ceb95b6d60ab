package br.gov.sp.prefeitura.redeinfo.pilot.domain;

import static br.gov.sp.prefeitura.redeinfo.pilot.domain.PilotRepository.moment;
import static java.util.stream.Collectors.groupingBy;

import br.gov.sp.prefeitura.redeinfo.pilot.domain.PilotAccess.View;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.PilotDetails.BallotLine;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.PilotDetails.Counts;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.PilotDetails.PartnerLine;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.PilotDetails.PointLine;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.PilotDetails.ReviewLine;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.PilotDetails.VoteLine;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.PilotProperties.VotesPublished;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what partners, coordination and committee said of a pilot, for its pages. */
@Component
class DecisionQueries {

  private final JdbcClient jdbc;
  private final PilotProperties properties;

  DecisionQueries(JdbcClient jdbc, PilotProperties properties) {
    this.jdbc = jdbc;
    this.properties = properties;
  }

  List<PartnerLine> partners(long pilotId) {
    return jdbc.sql("SELECT * FROM pilot_partner WHERE pilot_id = :pilot ORDER BY id")
        .param("pilot", pilotId)
        .query(
            (rs, n) ->
                new PartnerLine(
                    rs.getObject("body_id", Long.class),
                    rs.getString("guest"),
                    rs.getString("part"),
                    rs.getString("state"),
                    rs.getString("reason")))
        .list();
  }

  /** The latest first. */
  List<ReviewLine> reviews(long pilotId, boolean withNotes) {
    Map<Integer, List<Point>> points =
        jdbc.sql("SELECT * FROM pilot_review_point WHERE pilot_id = :pilot ORDER BY point")
            .param("pilot", pilotId)
            .query(
                (rs, n) ->
                    new Point(
                        rs.getInt("submission"),
                        new PointLine(
                            rs.getString("point"),
                            rs.getString("verdict"),
                            rs.getString("comment"))))
            .stream()
            .collect(groupingBy(Point::submission));
    return jdbc.sql("SELECT * FROM pilot_review WHERE pilot_id = :pilot ORDER BY submission DESC")
        .param("pilot", pilotId)
        .query(
            (rs, n) ->
                new ReviewLine(
                    rs.getInt("submission"),
                    rs.getString("outcome"),
                    rs.getString("opinion"),
                    withNotes ? rs.getString("internal_note") : null,
                    moment(rs, "reviewed_at"),
                    points.getOrDefault(rs.getInt("submission"), List.of()).stream()
                        .map(Point::line)
                        .toList()))
        .list();
  }

  /**
   * The ballots, the first one first. How many voted how is known once one is closed, to the public
   * as far as the parameter says; who voted how to coordination and auditors, to the committee once
   * it is closed, and to others as far as the parameter says.
   */
  List<BallotLine> ballots(long pilotId, View view) {
    boolean insideCounts = view.seesInside();
    VotesPublished published = properties.votesPublished();
    Map<Long, List<Vote>> votes =
        jdbc.sql(
                """
                SELECT v.* FROM pilot_vote v JOIN pilot_ballot b ON b.id = v.ballot_id
                 WHERE b.pilot_id = :pilot ORDER BY v.cast_at, v.person_id
                """)
            .param("pilot", pilotId)
            .query((rs, n) -> vote(rs))
            .stream()
            .collect(groupingBy(Vote::ballotId));
    return jdbc.sql("SELECT * FROM pilot_ballot WHERE pilot_id = :pilot ORDER BY round")
        .param("pilot", pilotId)
        .query(
            (rs, n) -> {
              boolean closed = rs.getTimestamp("closed_at") != null;
              List<Vote> cast = votes.getOrDefault(rs.getLong("id"), List.of());
              boolean counts =
                  view == View.ALL
                      || closed && (insideCounts || published != VotesPublished.NOTHING);
              boolean names =
                  view == View.ALL
                      || closed && (view.seesVotes() || published == VotesPublished.NAMES);
              return new BallotLine(
                  rs.getInt("round"),
                  moment(rs, "opened_at"),
                  moment(rs, "deadline"),
                  moment(rs, "closed_at"),
                  rs.getString("outcome"),
                  rs.getString("resolution"),
                  counts ? count(cast) : null,
                  names ? lines(cast, view.seesVotes()) : List.of());
            })
        .list();
  }

  private static Counts count(List<Vote> votes) {
    return new Counts(
        count(votes, "FOR"),
        count(votes, "AGAINST"),
        count(votes, "ABSTAIN"),
        count(votes, "CONFLICT"),
        (int) votes.stream().filter(vote -> vote.line().vote() == null && !vote.left()).count());
  }

  private static int count(List<Vote> votes, String value) {
    return (int) votes.stream().filter(vote -> value.equals(vote.line().vote())).count();
  }

  /** Who left before voting is nobody's vote; reasons stay among those who decide. */
  private static List<VoteLine> lines(List<Vote> votes, boolean withReasons) {
    return votes.stream()
        .filter(vote -> vote.line().vote() != null || !vote.left())
        .map(Vote::line)
        .map(
            line ->
                withReasons ? line : new VoteLine(line.personId(), line.vote(), null))
        .toList();
  }

  private static Vote vote(ResultSet rs) throws SQLException {
    return new Vote(
        rs.getLong("ballot_id"),
        rs.getTimestamp("left_at") != null,
        new VoteLine(rs.getLong("person_id"), rs.getString("vote"), rs.getString("reason")));
  }

  private record Vote(long ballotId, boolean left, VoteLine line) {}

  private record Point(int submission, PointLine line) {}
}
