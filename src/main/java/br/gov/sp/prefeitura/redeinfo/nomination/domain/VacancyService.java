package br.gov.sp.prefeitura.redeinfo.nomination.domain;

import br.gov.sp.prefeitura.redeinfo.audit.AuditEntry;
import br.gov.sp.prefeitura.redeinfo.audit.AuditLog;
import br.gov.sp.prefeitura.redeinfo.network.Appointment;
import br.gov.sp.prefeitura.redeinfo.network.Appointment.EndReason;
import br.gov.sp.prefeitura.redeinfo.network.Appointments;
import br.gov.sp.prefeitura.redeinfo.network.Appointments.AppointmentEnded;
import br.gov.sp.prefeitura.redeinfo.network.Bodies;
import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.network.Function;
import br.gov.sp.prefeitura.redeinfo.nomination.NominationState;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A focal point leaves: the body is asked to fill the seat. */
@Service
@Transactional
public class VacancyService {

  /** Ends after which nobody is to be sought: somebody is there, or nobody ever was. */
  private static final Set<EndReason> WITHOUT_VACANCY =
      EnumSet.of(EndReason.REPLACED, EndReason.CORRECTED, EndReason.BODY_ABOLISHED);

  private final NominationRepository nominations;
  private final NominationSearch search;
  private final Appointments appointments;
  private final Bodies bodies;
  private final NominationProcess process;
  private final NominationNotices notices;
  private final Deadlines deadlines;
  private final AuditLog audit;
  private final Clock clock;

  VacancyService(
      NominationRepository nominations,
      NominationSearch search,
      Appointments appointments,
      Bodies bodies,
      NominationProcess process,
      NominationNotices notices,
      Deadlines deadlines,
      AuditLog audit,
      Clock clock) {
    this.nominations = nominations;
    this.search = search;
    this.appointments = appointments;
    this.bodies = bodies;
    this.process = process;
    this.notices = notices;
    this.deadlines = deadlines;
    this.audit = audit;
    this.clock = clock;
  }

  /** In the transaction that ends the appointment; safe to repeat. */
  @EventListener
  public void on(AppointmentEnded event) {
    Appointment ended = event.appointment();
    if (ended.function() == Function.FOCAL_POINT) {
      closeIfLastMandate(ended);
      if (!WITHOUT_VACANCY.contains(ended.endReason())) {
        seekSuccessor(ended);
      }
    }
  }

  private void seekSuccessor(Appointment ended) {
    Body body = bodies.get(ended.bodyId());
    // What ended long ago (imported, or the application was down) is for a round, not for us.
    if (!body.existsOn(SaoPaulo.today(clock))
        || isSeatTaken(ended)
        || deadlines.isOverForVacancy(ended.to())) {
      return;
    }
    SeatKey seat = new SeatKey(ended.track(), ended.seat());
    Optional<Long> id =
        nominations.insert(
            null, ended.id(), body.id(), List.of(seat), deadlines.vacancy(), clock.instant());
    id.ifPresent(
        nominationId -> {
          audit.record(
              AuditEntry.of(NominationAction.VACANCY_OPENED, nominationId)
                  .in(body.id())
                  .about(ended.personId())
                  .with("appointment", ended.id())
                  .with("seat", seat.code()));
          process.startNomination(nominationId);
          notices.vacancy(nominations.get(nominationId), body);
        });
  }

  private boolean isSeatTaken(Appointment ended) {
    return appointments.seatsOf(ended.bodyId(), SaoPaulo.today(clock)).stream()
        .anyMatch(
            holding ->
                holding.track() == ended.track()
                    && holding.seat() == ended.seat()
                    && !holding.isVacant()
                    && holding.appointment().id() != ended.id());
  }

  private void closeIfLastMandate(Appointment ended) {
    search
        .nominationOfMandate(ended.id())
        .map(nominations::get)
        .filter(nomination -> nomination.state() == NominationState.IN_FORCE)
        .filter(
            nomination ->
                nomination.seats().stream()
                    .map(NominatedSeat::appointmentId)
                    .filter(Objects::nonNull)
                    .allMatch(mandate -> mandate == ended.id() || hasEnded(mandate)))
        .ifPresent(
            nomination -> {
              nomination.mandatesEnded(clock.instant());
              nominations.save(nomination);
              audit.record(
                  AuditEntry.of(NominationAction.MANDATES_ENDED, nomination.id())
                      .in(nomination.bodyId()));
            });
  }

  private boolean hasEnded(long appointmentId) {
    return appointments
        .find(appointmentId)
        .map(mandate -> mandate.to() != null && mandate.to().isBefore(SaoPaulo.today(clock)))
        .orElse(true);
  }
}
