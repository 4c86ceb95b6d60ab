package br.gov.sp.prefeitura.redeinfo.meeting.domain;

import br.gov.sp.prefeitura.redeinfo.network.Appointment;
import br.gov.sp.prefeitura.redeinfo.network.Holdings;
import java.util.List;
import org.springframework.stereotype.Component;

/** Follow-ups for which people answer in their body; when they leave it, its office does. */
@Component
class FollowUpHoldings implements Holdings {

  private final FollowUpService followUps;

  FollowUpHoldings(FollowUpService followUps) {
    this.followUps = followUps;
  }

  @Override
  public List<Holding> heldThrough(Appointment appointment) {
    return appointment.bodyId() == null
        ? List.of()
        : followUps.heldBy(appointment.personId(), appointment.bodyId()).stream()
            .map(held -> new Holding("follow-up.holding", held.text(), "/follow-ups/" + held.id()))
            .toList();
  }

  @Override
  public void handOver(Appointment ended) {
    if (ended.bodyId() != null) {
      followUps.leaveToOffice(ended.personId(), ended.bodyId());
    }
  }
}
