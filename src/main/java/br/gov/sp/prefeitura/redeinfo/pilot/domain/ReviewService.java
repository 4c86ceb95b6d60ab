package br.gov.sp.prefeitura.redeinfo.pilot.domain;

import br.gov.sp.prefeitura.redeinfo.audit.AuditLog;
import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson.SignedIn;
import br.gov.sp.prefeitura.redeinfo.pilot.PilotState;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.PilotEvent.Kind;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.PilotEvent.Sight;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.Review.Finding;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.Review.Outcome;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.Review.Verdict;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The coordination checks a proposal point by point and says what it thinks of it. */
@Service
@Transactional
public class ReviewService {

  private static final int OPINION = 4000;
  private static final int NOTE = 2000;

  private final PilotTransitions transitions;
  private final ReviewRepository reviews;
  private final CommentRepository comments;
  private final AuditLog audit;
  private final Clock clock;

  ReviewService(
      PilotTransitions transitions,
      ReviewRepository reviews,
      CommentRepository comments,
      AuditLog audit,
      Clock clock) {
    this.transitions = transitions;
    this.reviews = reviews;
    this.comments = comments;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Keeps the opinion and goes on as it says. What a point lacks is shown to the body at its field
   * when the proposal goes back.
   *
   * @throws Refusal (conflict) if it was reviewed already, (forbidden) for whoever submitted it,
   *     (invalid) with the fields of the form that break a rule
   */
  public void review(long pilotId, TypedReview typed, SignedIn by) {
    Pilot pilot = transitions.lock(pilotId, PilotState.IN_REVIEW);
    transitions.requireOther(pilot, by);
    Review review = checked(pilot, typed, by, clock.instant());
    reviews.insert(pilotId, review);
    switch (review.outcome()) {
      case FORWARD ->
          transitions.enter(
              pilot, PilotState.IN_VOTE, Kind.FORWARDED, by.personId(), null, Sight.PUBLIC);
      case ADJUST -> {
        comments.add(pilot, atFields(review), by.personId(), review.reviewedAt());
        transitions.enter(
            pilot,
            PilotState.RETURNED,
            Kind.ADJUSTMENT_ASKED,
            by.personId(),
            review.opinion(),
            Sight.BODY);
      }
      case REJECT ->
          transitions.enter(
              pilot,
              PilotState.NOT_RECOMMENDED,
              Kind.NOT_RECOMMENDED,
              by.personId(),
              review.opinion(),
              Sight.BODY);
    }
    audit.record(
        PilotTransitions.entry(PilotAction.REVIEWED, pilot, by)
            .with("decision", review.outcome())
            .with("submission", review.submission()));
  }

  private static Review checked(Pilot pilot, TypedReview typed, SignedIn by, Instant now) {
    TypedAnswers answers = new TypedAnswers();
    Map<ReviewPoint, Finding> points = new EnumMap<>(ReviewPoint.class);
    for (ReviewPoint point : ReviewPoint.values()) {
      Finding finding = typed.points().get(point);
      if (finding == null || finding.verdict() == null) {
        answers.add(point.key() + "Verdict", "pilot.choose");
        continue;
      }
      String comment =
          finding.verdict() == Verdict.MET
              ? null
              : answers.required(point.key() + "Comment", finding.comment(), TypedAnswers.REASON);
      points.put(point, new Finding(finding.verdict(), comment));
    }
    String opinion = answers.required("opinion", typed.opinion(), OPINION);
    String note = answers.optional("internalNote", typed.internalNote(), NOTE);
    if (typed.outcome() == null) {
      answers.add("review", "pilot.choose");
    } else if (typed.outcome() == Outcome.FORWARD && has(points, Verdict.NOT_MET)) {
      answers.add("review", "pilot.point-not-met");
    } else if (typed.outcome() == Outcome.ADJUST
        && !has(points, Verdict.NOT_MET)
        && !has(points, Verdict.PARTLY)) {
      answers.add("review", "pilot.nothing-to-adjust");
    }
    answers.refuse();
    return new Review(
        pilot.submission(), typed.outcome(), points, opinion, note, by.personId(), now);
  }

  private static boolean has(Map<ReviewPoint, Finding> points, Verdict verdict) {
    return points.values().stream().anyMatch(finding -> finding.verdict() == verdict);
  }

  private static Map<String, String> atFields(Review review) {
    Map<String, String> said = new LinkedHashMap<>();
    review.points().forEach((point, finding) -> said.put(point.field().key(), finding.comment()));
    return said;
  }

  /**
   * What the coordination typed.
   *
   * @param outcome {@code null} if nothing was chosen
   * @param points what was chosen and typed for each point
   */
  public record TypedReview(
      Outcome outcome, Map<ReviewPoint, Finding> points, String opinion, String internalNote) {}
}
