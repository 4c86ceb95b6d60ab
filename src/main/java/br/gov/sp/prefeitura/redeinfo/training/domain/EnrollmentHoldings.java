package br.gov.sp.prefeitura.redeinfo.training.domain;

import br.gov.sp.prefeitura.redeinfo.network.Appointment;
import br.gov.sp.prefeitura.redeinfo.network.Holdings;
import br.gov.sp.prefeitura.redeinfo.network.PersonLeft;
import br.gov.sp.prefeitura.redeinfo.network.Successors;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Enrolments are a person's own: they outlive a function, and end when the person leaves the
 * network, so that the seat goes to the next in line and nothing is asked of them any more. What
 * waits for its results only is left to the results.
 */
@Component
class EnrollmentHoldings implements Holdings {

  private final EnrollmentRepository enrollments;
  private final EnrollmentService service;

  EnrollmentHoldings(EnrollmentRepository enrollments, EnrollmentService service) {
    this.enrollments = enrollments;
    this.service = service;
  }

  @Override
  public List<Holding> heldThrough(Appointment appointment) {
    return enrollments.underWay(appointment.personId()).stream()
        .map(
            one ->
                Holding.personal(
                    "training.holding.enrollment",
                    String.valueOf(one.id()),
                    one.title(),
                    "/trainings/" + one.editionId()))
        .toList();
  }

  @Override
  public List<HandedOver> handOver(Appointment ended, Successors chosen) {
    return List.of();
  }

  @EventListener
  void on(PersonLeft event) {
    enrollments.underWay(event.personId()).forEach(one -> service.end(one.id(), event.personId()));
  }
}
