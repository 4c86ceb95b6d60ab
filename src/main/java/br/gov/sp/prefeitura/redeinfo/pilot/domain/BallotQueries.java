package br.gov.sp.prefeitura.redeinfo.pilot.domain;

import br.gov.sp.prefeitura.redeinfo.pilot.domain.PilotAccess.View;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.PilotProperties.VotesPublished;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Ballots, cut to what a reader may know. While one is open nobody reads how anybody voted, and no
 * count by choice: only who has voted, and that by coordination and auditors.
 */
@Service
@Transactional(readOnly = true)
public class BallotQueries {

  private final BallotRepository ballots;
  private final PilotProperties parameters;

  BallotQueries(BallotRepository ballots, PilotProperties parameters) {
    this.ballots = ballots;
    this.parameters = parameters;
  }

  /**
   * Oldest first. Who takes no part in the project reads what the parameter says; partners read
   * what the public does.
   */
  public List<Ballot> of(long pilotId, View view) {
    boolean counts =
        view.seesOpinions()
            || view != View.NONE && parameters.votesPublished() != VotesPublished.NOTHING;
    return counts
        ? ballots.of(pilotId).stream().map(b -> b.isOpen() ? b.secret() : b).toList()
        : List.of();
  }

  public Optional<Ballot> latest(long pilotId, View view) {
    List<Ballot> all = of(pilotId, view);
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
  }

  /**
   * Who voted how, in a ballot that is over: for those who see votes, and for everybody where the
   * parameter says so, then without the reasons.
   */
  public List<ElectorVote> votes(Ballot ballot, View view) {
    if (ballot.isOpen()) {
      return view == View.ALL
          ? ballots.votes(ballot.id()).stream().map(ElectorVote::secret).toList()
          : List.of();
    }
    if (view.seesVotes()) {
      return ballots.votes(ballot.id());
    }
    return view != View.NONE && parameters.votesPublished() == VotesPublished.NAMES
        ? ballots.votes(ballot.id()).stream().map(ElectorVote::withoutReason).toList()
        : List.of();
  }
}
