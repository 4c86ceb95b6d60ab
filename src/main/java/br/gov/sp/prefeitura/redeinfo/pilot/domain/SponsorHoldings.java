package br.gov.sp.prefeitura.redeinfo.pilot.domain;

import br.gov.sp.prefeitura.redeinfo.network.Appointment;
import br.gov.sp.prefeitura.redeinfo.network.Holdings;
import java.util.List;
import org.springframework.stereotype.Component;

/** Pilots for which people answer in their body; when they leave it, somebody else does. */
@Component
class SponsorHoldings implements Holdings {

  private final SponsorService sponsors;

  SponsorHoldings(SponsorService sponsors) {
    this.sponsors = sponsors;
  }

  @Override
  public List<Holding> heldThrough(Appointment appointment) {
    return isOfBody(appointment)
        ? sponsors.sponsoredBy(appointment.personId(), appointment.bodyId()).stream()
            .map(pilot -> new Holding("pilot.holding", pilot.title(), "/pilots/" + pilot.id()))
            .toList()
        : List.of();
  }

  @Override
  public void handOver(Appointment ended) {
    if (isOfBody(ended)) {
      sponsors.handOver(ended.personId(), ended.bodyId(), ended.track());
    }
  }

  private static boolean isOfBody(Appointment appointment) {
    return appointment.function().isOfBody() && appointment.bodyId() != null;
  }
}
