package br.gov.sp.prefeitura.redeinfo.meeting.domain;

import br.gov.sp.prefeitura.redeinfo.identity.Groups;
import br.gov.sp.prefeitura.redeinfo.network.Appointment;
import br.gov.sp.prefeitura.redeinfo.network.Holdings;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.network.Successors;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Follow-ups for which people answer in their body; when they leave it, who was chosen does, or by
 * rule its office.
 */
@Component
class FollowUpHoldings implements Holdings {

  private final FollowUpService followUps;
  private final FollowUpOwners owners;
  private final FollowUpDeadlines deadlines;

  FollowUpHoldings(FollowUpService followUps, FollowUpOwners owners, FollowUpDeadlines deadlines) {
    this.followUps = followUps;
    this.owners = owners;
    this.deadlines = deadlines;
  }

  @Override
  public List<Holding> heldThrough(Appointment appointment) {
    if (appointment.bodyId() == null) {
      return List.of();
    }
    List<FollowUp> held = followUps.heldBy(appointment.personId(), appointment.bodyId());
    if (held.isEmpty()) {
      return List.of();
    }
    List<Long> candidates =
        owners.of(appointment.bodyId()).stream()
            .map(Person::id)
            .filter(id -> id != appointment.personId())
            .toList();
    return held.stream().map(followUp -> holding(followUp, candidates)).toList();
  }

  private Holding holding(FollowUp followUp, List<Long> candidates) {
    return new Holding(
        "follow-up.holding",
        String.valueOf(followUp.id()),
        followUp.text(),
        "/follow-ups/" + followUp.id(),
        deadlines.due(followUp.dueOn()),
        Heir.group(Groups.office(owners.body(followUp).slug())),
        candidates);
  }

  @Override
  public List<HandedOver> handOver(Appointment ended, Successors chosen) {
    List<HandedOver> handedOver = new ArrayList<>();
    if (ended.bodyId() == null || owners.isOf(ended.personId(), ended.bodyId())) {
      return handedOver;
    }
    for (Holding held : heldThrough(ended)) {
      Heir heir = chosen.chosenFor(held).map(Heir::person).orElse(held.byRule());
      if (followUps.handOver(Long.parseLong(held.ref()), ended.personId(), heir.personId())) {
        handedOver.add(held.to(heir));
      }
    }
    return handedOver;
  }
}
