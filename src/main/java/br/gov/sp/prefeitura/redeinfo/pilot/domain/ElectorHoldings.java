package br.gov.sp.prefeitura.redeinfo.pilot.domain;

import br.gov.sp.prefeitura.redeinfo.network.Appointment;
import br.gov.sp.prefeitura.redeinfo.network.Function;
import br.gov.sp.prefeitura.redeinfo.network.Holdings;
import br.gov.sp.prefeitura.redeinfo.network.Successors;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Votes that are awaited from a member of the committee. A vote is the person's own: nobody
 * inherits it.
 */
@Component
class ElectorHoldings implements Holdings {

  private final BallotService ballots;

  ElectorHoldings(BallotService ballots) {
    this.ballots = ballots;
  }

  @Override
  public List<Holding> heldThrough(Appointment appointment) {
    if (appointment.function() != Function.CIGA) {
      return List.of();
    }
    return ballots.awaiting(appointment.personId()).stream()
        .map(
            pilot ->
                Holding.personal(
                    "pilot.holding.vote",
                    String.valueOf(pilot.id()),
                    pilot.title(),
                    "/pilots/" + pilot.id()))
        .toList();
  }

  @Override
  public List<HandedOver> handOver(Appointment ended, Successors chosen) {
    List<Holding> votes = heldThrough(ended);
    if (ended.function() == Function.CIGA) {
      ballots.leave(ended.personId());
    }
    return votes.stream().map(vote -> vote.to(Heir.NOBODY)).toList();
  }
}
