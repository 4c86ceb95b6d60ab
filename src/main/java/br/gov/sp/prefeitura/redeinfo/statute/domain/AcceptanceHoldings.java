package br.gov.sp.prefeitura.redeinfo.statute.domain;

import br.gov.sp.prefeitura.redeinfo.network.Appointment;
import br.gov.sp.prefeitura.redeinfo.network.Holdings;
import br.gov.sp.prefeitura.redeinfo.network.Successors;
import java.util.List;
import org.springframework.stereotype.Component;

/** A request to accept the statute is the member's own: it ends with the last membership. */
@Component
class AcceptanceHoldings implements Holdings {

  private final AcceptanceRequests requests;

  AcceptanceHoldings(AcceptanceRequests requests) {
    this.requests = requests;
  }

  @Override
  public List<Holding> heldThrough(Appointment appointment) {
    return requests.openThrough(appointment).stream()
        .map(
            request -> {
              StatuteVersion version = requests.versionOf(request);
              return Holding.personal(
                  "statute.holding", String.valueOf(request.id()), version.act(), version.path());
            })
        .toList();
  }

  @Override
  public List<HandedOver> handOver(Appointment ended, Successors chosen) {
    List<Holding> held = heldThrough(ended);
    requests.left(ended);
    return held.stream().map(one -> one.to(Heir.NOBODY)).toList();
  }
}
