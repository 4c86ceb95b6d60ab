package br.gov.sp.prefeitura.redeinfo.pilot.domain;

import br.gov.sp.prefeitura.redeinfo.identity.Groups;
import br.gov.sp.prefeitura.redeinfo.network.Appointment;
import br.gov.sp.prefeitura.redeinfo.network.Bodies;
import br.gov.sp.prefeitura.redeinfo.network.Holdings;
import br.gov.sp.prefeitura.redeinfo.network.SuccessionRule;
import br.gov.sp.prefeitura.redeinfo.network.Successors;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Pilots for which people answer in their body, drafts among them; when they leave it, somebody
 * else does: who was chosen, or by rule another focal point. Where none is left, head and office
 * are asked to choose.
 */
@Component
class SponsorHoldings implements Holdings {

  private final SponsorService service;
  private final Sponsors sponsors;
  private final SuccessionRule rule;
  private final Bodies bodies;

  SponsorHoldings(SponsorService service, Sponsors sponsors, SuccessionRule rule, Bodies bodies) {
    this.service = service;
    this.sponsors = sponsors;
    this.rule = rule;
    this.bodies = bodies;
  }

  @Override
  public List<Holding> heldThrough(Appointment appointment) {
    if (!isOfBody(appointment)) {
      return List.of();
    }
    List<Pilot> pilots = service.sponsoredBy(appointment.personId(), appointment.bodyId());
    if (pilots.isEmpty()) {
      return List.of();
    }
    List<Long> candidates = rule.candidates(appointment);
    Heir heir = heir(appointment);
    return pilots.stream().map(pilot -> holding(pilot, heir, candidates)).toList();
  }

  @Override
  public List<HandedOver> handOver(Appointment ended, Successors chosen) {
    if (!isOfBody(ended) || sponsors.isOf(ended.bodyId(), ended.personId())) {
      return List.of();
    }
    List<HandedOver> handedOver = new ArrayList<>();
    for (Holding pilot : heldThrough(ended)) {
      Optional<Long> successor = chosen.chosenFor(pilot);
      Heir heir = successor.map(Heir::person).orElse(pilot.byRule());
      if (service.handOver(Long.parseLong(pilot.ref()), ended.personId(), heir.personId())) {
        handedOver.add(pilot.to(heir));
      }
    }
    return handedOver;
  }

  private Heir heir(Appointment leaving) {
    return sponsors
        .successor(leaving.bodyId(), leaving.personId(), leaving.track())
        .map(Heir::person)
        .orElseGet(() -> Heir.group(Groups.office(bodies.get(leaving.bodyId()).slug())));
  }

  private static Holding holding(Pilot pilot, Heir heir, List<Long> candidates) {
    return new Holding(
        "pilot.holding",
        String.valueOf(pilot.id()),
        pilot.title(),
        "/pilots/" + pilot.id(),
        pilot.nextReportAt(),
        heir,
        candidates);
  }

  private static boolean isOfBody(Appointment appointment) {
    return appointment.function().isOfBody() && appointment.bodyId() != null;
  }
}
