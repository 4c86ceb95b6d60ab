package br.gov.sp.prefeitura.redeinfo.pilot.domain;

import br.gov.sp.prefeitura.redeinfo.pilot.domain.Review.Finding;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.Review.Outcome;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.Review.Verdict;
import java.sql.Timestamp;
import java.sql.Types;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Opinions on submissions; all methods join the caller's transaction. */
@Repository
class ReviewRepository {

  private final JdbcClient jdbc;

  ReviewRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insert(long pilotId, Review review) {
    jdbc.sql(
            """
            INSERT INTO pilot_review (pilot_id, submission, outcome, opinion, internal_note,
                reviewed_by, reviewed_at)
            VALUES (:pilot, :submission, :outcome, :opinion, :note, :by, :at)
            """)
        .param("pilot", pilotId)
        .param("submission", review.submission())
        .param("outcome", review.outcome().name())
        .param("opinion", review.opinion())
        .param("note", review.internalNote(), Types.VARCHAR)
        .param("by", review.reviewedBy())
        .param("at", Timestamp.from(review.reviewedAt()))
        .update();
    review
        .points()
        .forEach((point, finding) -> insert(pilotId, review.submission(), point, finding));
  }

  private void insert(long pilotId, int submission, ReviewPoint point, Finding finding) {
    jdbc.sql(
            """
            INSERT INTO pilot_review_point (pilot_id, submission, point, verdict, comment)
            VALUES (:pilot, :submission, :point, :verdict, :comment)
            """)
        .param("pilot", pilotId)
        .param("submission", submission)
        .param("point", point.name())
        .param("verdict", finding.verdict().name())
        .param("comment", finding.comment(), Types.VARCHAR)
        .update();
  }

  /** All of a pilot, oldest first. */
  List<Review> of(long pilotId) {
    Map<Integer, Map<ReviewPoint, Finding>> points = points(pilotId);
    return jdbc.sql("SELECT * FROM pilot_review WHERE pilot_id = :pilot ORDER BY submission")
        .param("pilot", pilotId)
        .query(
            (rs, n) ->
                new Review(
                    rs.getInt("submission"),
                    Outcome.valueOf(rs.getString("outcome")),
                    points.getOrDefault(rs.getInt("submission"), Map.of()),
                    rs.getString("opinion"),
                    rs.getString("internal_note"),
                    rs.getLong("reviewed_by"),
                    rs.getTimestamp("reviewed_at").toInstant()))
        .list();
  }

  private Map<Integer, Map<ReviewPoint, Finding>> points(long pilotId) {
    Map<Integer, Map<ReviewPoint, Finding>> points = new HashMap<>();
    jdbc.sql("SELECT * FROM pilot_review_point WHERE pilot_id = :pilot")
        .param("pilot", pilotId)
        .query(
            rs -> {
              points
                  .computeIfAbsent(rs.getInt("submission"), key -> new EnumMap<>(ReviewPoint.class))
                  .put(
                      ReviewPoint.valueOf(rs.getString("point")),
                      new Finding(
                          Verdict.valueOf(rs.getString("verdict")), rs.getString("comment")));
            });
    return points;
  }
}
