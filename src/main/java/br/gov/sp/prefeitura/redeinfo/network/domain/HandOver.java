package br.gov.sp.prefeitura.redeinfo.network.domain;

import br.gov.sp.prefeitura.redeinfo.network.Appointment;
import br.gov.sp.prefeitura.redeinfo.network.Appointments.AppointmentEnded;
import br.gov.sp.prefeitura.redeinfo.network.Holdings;
import br.gov.sp.prefeitura.redeinfo.network.Holdings.AllHandedOver;
import br.gov.sp.prefeitura.redeinfo.network.Holdings.HandedOver;
import br.gov.sp.prefeitura.redeinfo.network.Successors;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Lets every module hand over what a person held when the appointment is over, in the transaction
 * that announces the end: either everything has an owner again or the end is announced later.
 */
@Component
class HandOver {

  private final ObjectProvider<Holdings> modules;
  private final ObjectProvider<Successors.Plans> plans;
  private final ApplicationEventPublisher events;

  HandOver(
      ObjectProvider<Holdings> modules,
      ObjectProvider<Successors.Plans> plans,
      ApplicationEventPublisher events) {
    this.modules = modules;
    this.plans = plans;
    this.events = events;
  }

  @EventListener
  void on(AppointmentEnded event) {
    Appointment ended = event.appointment();
    Successors chosen =
        plans.orderedStream().findFirst().map(p -> p.forEndOf(ended)).orElse(Successors.BY_RULE);
    List<HandedOver> what = new ArrayList<>();
    modules.orderedStream().forEach(module -> what.addAll(module.handOver(ended, chosen)));
    events.publishEvent(new AllHandedOver(ended, what));
  }
}
