package br.gov.sp.prefeitura.redeinfo.network.domain;

import br.gov.sp.prefeitura.redeinfo.network.Appointments;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Tells the other modules when the last day of an appointment has passed: at midnight in São Paulo,
 * again every hour for those whose listeners failed, and at start for what passed while the
 * application was down. Groups need no such job, they follow the calendar by themselves.
 */
@Component
class EndsOfAppointments {

  private static final Logger log = LoggerFactory.getLogger(EndsOfAppointments.class);

  private final Appointments appointments;

  EndsOfAppointments(Appointments appointments) {
    this.appointments = appointments;
  }

  @Scheduled(
      cron = "${rede-info.network.appointment-ends-cron:0 0 * * * *}",
      zone = "America/Sao_Paulo")
  @EventListener(ApplicationReadyEvent.class)
  void announceAll() {
    for (Long id : appointments.endsToAnnounce()) {
      try {
        appointments.announceEnd(id);
      } catch (RuntimeException e) {
        // One failing listener must not keep the others' ends back; the next run tries again.
        log.error("The end of appointment {} could not be announced", id, e);
      }
    }
  }
}
