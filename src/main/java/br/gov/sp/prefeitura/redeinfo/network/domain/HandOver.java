package br.gov.sp.prefeitura.redeinfo.network.domain;

import br.gov.sp.prefeitura.redeinfo.network.Appointments.AppointmentEnded;
import br.gov.sp.prefeitura.redeinfo.network.Holdings;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Lets every module hand over what a person held when the appointment is over, in the transaction
 * that announces the end: either everything has an owner again or the end is announced later.
 */
@Component
class HandOver {

  private final ObjectProvider<Holdings> modules;

  HandOver(ObjectProvider<Holdings> modules) {
    this.modules = modules;
  }

  @EventListener
  void on(AppointmentEnded event) {
    modules.orderedStream().forEach(module -> module.handOver(event.appointment()));
  }
}
