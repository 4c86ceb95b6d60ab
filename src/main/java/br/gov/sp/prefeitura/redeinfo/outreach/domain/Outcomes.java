package br.gov.sp.prefeitura.redeinfo.outreach.domain;

import br.gov.sp.prefeitura.redeinfo.network.Appointments.Appointed;
import br.gov.sp.prefeitura.redeinfo.network.Function;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import br.gov.sp.prefeitura.redeinfo.volunteer.VolunteerEvents.EnlistmentConfirmed;
import br.gov.sp.prefeitura.redeinfo.volunteer.VolunteerEvents.VolunteerAdmitted;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Notes at the invitations what came of them, by address and in the transaction of the step.
 * Answers count until the campaign's last day; who answered in time may join later.
 */
@Component
class Outcomes {

  private static final String IN_TIME =
      "r.state = 'SENT' AND c.id = r.campaign_id AND (c.closes_on >= :today";

  private final JdbcClient jdbc;
  private final Clock clock;

  Outcomes(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @EventListener
  void answered(EnlistmentConfirmed enlistment) {
    jdbc.sql(
            """
            UPDATE campaign_recipient r SET answered_at = :at
              FROM campaign c
             WHERE r.address_hash = :address AND r.answered_at IS NULL AND %s)
            """
                .formatted(IN_TIME))
        .param("address", Address.digest(enlistment.email()))
        .param("at", Timestamp.from(enlistment.at()))
        .param("today", SaoPaulo.today(clock))
        .update();
  }

  @EventListener
  void joined(VolunteerAdmitted volunteer) {
    jdbc.sql(
            """
            UPDATE campaign_recipient r
               SET joined_at = :at, answered_at = coalesce(r.answered_at, :at)
              FROM campaign c
             WHERE r.address_hash = :address AND r.joined_at IS NULL
               AND %s OR r.answered_at IS NOT NULL)
            """
                .formatted(IN_TIME))
        .param("address", Address.digest(volunteer.email()))
        .param("at", Timestamp.from(volunteer.at()))
        .param("today", SaoPaulo.today(clock))
        .update();
  }

  /** One statement for all whom a transaction appoints: lists appoint thousands. */
  @EventListener
  void appointed(Appointed event) {
    if (event.appointment().function() != Function.FOCAL_POINT) {
      return;
    }
    long personId = event.appointment().personId();
    if (!TransactionSynchronizationManager.isSynchronizationActive()) {
      appointed(List.of(personId));
    } else if (TransactionSynchronizationManager.getResource(this) instanceof Appointees waiting) {
      waiting.personIds.add(personId);
    } else {
      Appointees waiting = new Appointees();
      waiting.personIds.add(personId);
      TransactionSynchronizationManager.bindResource(this, waiting);
      TransactionSynchronizationManager.registerSynchronization(waiting);
    }
  }

  private void appointed(List<Long> personIds) {
    jdbc.sql(
            """
            UPDATE campaign_recipient r
               SET joined_at = :now, answered_at = coalesce(r.answered_at, :now)
              FROM campaign c,
                   (SELECT %s AS address FROM person WHERE id = ANY(:persons)) appointee
             WHERE r.address_hash = appointee.address AND r.joined_at IS NULL
               AND %s OR r.answered_at IS NOT NULL)
            """
                .formatted(Address.SQL, IN_TIME))
        .param("persons", personIds.toArray(Long[]::new))
        .param("now", Timestamp.from(clock.instant()))
        .param("today", SaoPaulo.today(clock))
        .update();
  }

  /** The focal points whom the calling transaction appoints. */
  private final class Appointees implements TransactionSynchronization {

    private final List<Long> personIds = new ArrayList<>();

    @Override
    public void suspend() {
      TransactionSynchronizationManager.unbindResource(Outcomes.this);
    }

    @Override
    public void resume() {
      TransactionSynchronizationManager.bindResource(Outcomes.this, this);
    }

    @Override
    public void beforeCommit(boolean readOnly) {
      appointed(personIds);
    }

    @Override
    public void afterCompletion(int status) {
      TransactionSynchronizationManager.unbindResourceIfPossible(Outcomes.this);
    }
  }
}
