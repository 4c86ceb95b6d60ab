package br.gov.sp.prefeitura.redeinfo.cover.domain;

import br.gov.sp.prefeitura.redeinfo.network.Appointment;
import br.gov.sp.prefeitura.redeinfo.network.Holdings;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.network.Persons;
import br.gov.sp.prefeitura.redeinfo.network.Successors;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * A cover is nobody's to inherit: it ends when the appointments no longer bear it, and what was
 * taken on under it is offered again.
 */
@Component
class CoverHoldings implements Holdings {

  private static final DateTimeFormatter DAY = SaoPaulo.DAY.withZone(SaoPaulo.ZONE);

  private final CoverRepository covers;
  private final CoverService service;
  private final Persons persons;

  CoverHoldings(CoverRepository covers, CoverService service, Persons persons) {
    this.covers = covers;
    this.service = service;
    this.persons = persons;
  }

  @Override
  public List<Holding> heldThrough(Appointment appointment) {
    return holdings(covers.openOf(appointment.personId()));
  }

  @Override
  public List<HandedOver> handOver(Appointment ended, Successors chosen) {
    return holdings(service.appointmentEnded(ended.personId())).stream()
        .map(holding -> holding.to(Heir.NOBODY))
        .toList();
  }

  private List<Holding> holdings(List<AbsenceCover> open) {
    Map<Long, Person> people =
        persons.byId(
            open.stream()
                .flatMap(cover -> Stream.of(cover.absentId(), cover.substituteId()))
                .distinct()
                .toList());
    return open.stream()
        .map(
            cover ->
                Holding.personal(
                    "cover.holding",
                    String.valueOf(cover.id()),
                    people.get(cover.substituteId()).name()
                        + " → "
                        + people.get(cover.absentId()).name()
                        + ", "
                        + DAY.format(cover.startsAt())
                        + " – "
                        + DAY.format(cover.endsAt()),
                    "/cover"))
        .toList();
  }
}
