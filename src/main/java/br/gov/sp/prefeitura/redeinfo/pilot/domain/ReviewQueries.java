package br.gov.sp.prefeitura.redeinfo.pilot.domain;

import br.gov.sp.prefeitura.redeinfo.pilot.domain.PilotAccess.View;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opinions of the coordination, cut to what a reader may know. */
@Service
@Transactional(readOnly = true)
public class ReviewQueries {

  private final ReviewRepository reviews;

  ReviewQueries(ReviewRepository reviews) {
    this.reviews = reviews;
  }

  /** Oldest first; empty for whoever may not read opinions. */
  public List<Review> of(long pilotId, View view) {
    if (!view.seesOpinions()) {
      return List.of();
    }
    return reviews.of(pilotId).stream()
        .map(review -> view.seesVotes() ? review : review.withoutInternalNote())
        .toList();
  }

  /** The latest of them. */
  public Optional<Review> latest(long pilotId, View view) {
    List<Review> all = of(pilotId, view);
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
  }
}
