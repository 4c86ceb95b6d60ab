package br.gov.sp.prefeitura.redeinfo.nomination.domain;

import br.gov.sp.prefeitura.redeinfo.network.Appointment;
import br.gov.sp.prefeitura.redeinfo.network.Appointment.EndReason;
import br.gov.sp.prefeitura.redeinfo.network.Appointments;
import br.gov.sp.prefeitura.redeinfo.network.Appointments.NewAppointment;
import br.gov.sp.prefeitura.redeinfo.network.Appointments.SeatHolding;
import br.gov.sp.prefeitura.redeinfo.network.Bodies;
import br.gov.sp.prefeitura.redeinfo.network.Function;
import br.gov.sp.prefeitura.redeinfo.nomination.NominationGranted;
import br.gov.sp.prefeitura.redeinfo.nomination.NominationState;
import br.gov.sp.prefeitura.redeinfo.nomination.domain.Decision.Outcome;
import br.gov.sp.prefeitura.redeinfo.nomination.domain.Decision.Step;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Turns a published nomination into mandates. */
@Service
@Transactional
public class MandateService {

  private final NominationRepository nominations;
  private final DecisionLog log;
  private final Appointments appointments;
  private final Bodies bodies;
  private final NominationNotices notices;
  private final NominationProperties parameters;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  MandateService(
      NominationRepository nominations,
      DecisionLog log,
      Appointments appointments,
      Bodies bodies,
      NominationNotices notices,
      NominationProperties parameters,
      ApplicationEventPublisher events,
      Clock clock) {
    this.nominations = nominations;
    this.log = log;
    this.appointments = appointments;
    this.bodies = bodies;
    this.notices = notices;
    this.parameters = parameters;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Appoints every nominee from the day of the publication and ends the mandates of those they
   * replace. Safe to repeat: a nomination in force is left as it is.
   */
  public void grant(long nominationId) {
    Nomination nomination = nominations.get(nominationId);
    if (nomination.state() == NominationState.IN_FORCE) {
      return;
    }
    Publication publication = log.publicationOf(nominationId).orElseThrow();
    LocalDate from = publication.gazetteDate();
    endPredecessors(nomination, from, publication.actNumber());
    LocalDate to =
        parameters.mandateMonths() == 0
            ? null
            : from.plusMonths(parameters.mandateMonths()).minusDays(1);
    for (NominatedSeat seat : nomination.filledSeats()) {
      Appointment mandate =
          appointments.appoint(
              new NewAppointment(
                  seat.personId(),
                  nomination.bodyId(),
                  Function.FOCAL_POINT,
                  seat.key().track(),
                  seat.key().seat(),
                  from,
                  to,
                  publication.actNumber()));
      nomination.granted(seat.key(), mandate.id());
    }
    Instant now = clock.instant();
    nomination.inForce(now);
    nominations.save(nomination);
    log.add(nomination, Decision.of(Step.MANDATES, Outcome.GRANTED, null, List.of(), null, now));
    events.publishEvent(
        new NominationGranted(
            nominationId,
            nomination.bodyId(),
            nomination.seats().stream()
                .map(NominatedSeat::appointmentId)
                .filter(Objects::nonNull)
                .toList()));
  }

  private void endPredecessors(Nomination nomination, LocalDate from, String act) {
    for (SeatHolding holding : appointments.seatsOf(nomination.bodyId(), SaoPaulo.today(clock))) {
      SeatKey key = new SeatKey(holding.track(), holding.seat());
      boolean filledAnew =
          nomination.seat(key).map(NominatedSeat::isFilled).orElse(false) && !holding.isVacant();
      if (filledAnew) {
        appointments.end(holding.appointment().id(), from.minusDays(1), EndReason.REPLACED, act);
      }
    }
  }

  /** Tells nominees, office, head and coordination. Safe to repeat. */
  public void announce(long nominationId) {
    Nomination nomination = nominations.get(nominationId);
    notices.granted(nomination, bodies.get(nomination.bodyId()));
  }
}
