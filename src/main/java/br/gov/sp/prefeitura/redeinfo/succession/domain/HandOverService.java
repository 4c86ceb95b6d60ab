package br.gov.sp.prefeitura.redeinfo.succession.domain;

import br.gov.sp.prefeitura.redeinfo.audit.AuditEntry;
import br.gov.sp.prefeitura.redeinfo.audit.AuditLog;
import br.gov.sp.prefeitura.redeinfo.identity.Accounts;
import br.gov.sp.prefeitura.redeinfo.network.Appointment;
import br.gov.sp.prefeitura.redeinfo.network.Appointment.EndReason;
import br.gov.sp.prefeitura.redeinfo.network.Appointments;
import br.gov.sp.prefeitura.redeinfo.network.Holdings.AllHandedOver;
import br.gov.sp.prefeitura.redeinfo.network.Holdings.Holding;
import br.gov.sp.prefeitura.redeinfo.network.PersonLeft;
import br.gov.sp.prefeitura.redeinfo.network.Persons;
import br.gov.sp.prefeitura.redeinfo.network.Successors;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import br.gov.sp.prefeitura.redeinfo.workflow.TaskInbox;
import br.gov.sp.prefeitura.redeinfo.workflow.TaskInbox.OpenTask;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The hour has come: the appointments end, and with them, by the same event as any other end,
 * everything changes hands by plan or rule; who has no function left has no access any more. All in
 * one transaction, and safe to repeat.
 */
@Service
@Transactional
public class HandOverService implements Successors.Plans {

  private final SuccessionRepository successions;
  private final EssentialFunctions essential;
  private final SuccessionNotices notices;
  private final HeldThings things;
  private final Appointments appointments;
  private final Persons persons;
  private final Accounts accounts;
  private final TaskInbox inbox;
  private final ApplicationEventPublisher events;
  private final AuditLog audit;
  private final Clock clock;

  HandOverService(
      SuccessionRepository successions,
      EssentialFunctions essential,
      SuccessionNotices notices,
      HeldThings things,
      Appointments appointments,
      Persons persons,
      Accounts accounts,
      TaskInbox inbox,
      ApplicationEventPublisher events,
      AuditLog audit,
      Clock clock) {
    this.successions = successions;
    this.essential = essential;
    this.notices = notices;
    this.things = things;
    this.appointments = appointments;
    this.persons = persons;
    this.accounts = accounts;
    this.inbox = inbox;
    this.events = events;
    this.audit = audit;
    this.clock = clock;
  }

  /** Does nothing if it was carried out or taken back already. */
  public void carryOut(long id) {
    Optional<Succession> open = successions.lock(id).filter(Succession::isOpen);
    if (open.isEmpty()) {
      return;
    }
    Succession succession = open.get();
    LocalDate yesterday = SaoPaulo.today(clock).minusDays(1);
    for (Appointment appointment : appointments(id)) {
      if (appointment.to() != null && !appointment.to().isAfter(yesterday)) {
        continue;
      }
      if (essential.isLast(appointment)) {
        notices.lastOneStays(succession, appointment);
        continue;
      }
      LocalDate last = succession.lastDay();
      appointments.end(
          appointment.id(),
          last.isAfter(yesterday) ? yesterday : last,
          succession.reason(),
          succession.act());
    }
    boolean gone = endAccess(succession);
    successions.end(id, SuccessionState.HANDED_OVER, gone, clock.instant());
    audit.record(
        AuditEntry.of(SuccessionAction.HANDED_OVER, id)
            .about(succession.personId())
            .with("things", successions.items(id).size())
            .with("accessEnded", gone));
  }

  /** A person who goes to another body keeps the account: they may be nominated there. */
  private boolean endAccess(Succession succession) {
    LocalDate today = SaoPaulo.today(clock);
    boolean keepsFunction =
        appointments.ofPersons(List.of(succession.personId())).stream()
            .anyMatch(one -> one.to() == null || !one.to().isBefore(today));
    boolean gone =
        !keepsFunction
            && succession.reason() != EndReason.TRANSFERRED
            && accounts.isOpen(succession.personId());
    if (gone) {
      accounts.close(succession.personId());
      events.publishEvent(new PersonLeft(succession.personId()));
    }
    return gone;
  }

  /**
   * What is still with a person who has no access any more, in words; empty as it should be. The
   * coordination is told of the rest.
   */
  public List<String> checkNothingLeft(long id) {
    Succession succession = successions.find(id).orElseThrow();
    String username = persons.get(succession.personId()).username();
    Stream<String> tasks =
        succession.accessEnded()
            ? inbox.takenOn(username).stream().map(OpenTask::name)
            : Stream.empty();
    Stream<String> held =
        succession.accessEnded()
            ? things.held(appointments(id)).stream()
                .filter(holding -> !HeldThings.isPersonal(holding))
                .map(Holding::label)
            : Stream.empty();
    List<String> left = Stream.concat(tasks, held).distinct().toList();
    if (!left.isEmpty()) {
      notices.somethingLeft(succession, left);
    }
    return left;
  }

  @Override
  public Successors forEndOf(Appointment ended) {
    Optional<Map<String, Long>> choices =
        successions.openWith(ended.id()).map(successions::choices);
    return choices.isEmpty()
        ? Successors.BY_RULE
        : (kind, ref) -> Optional.ofNullable(choices.get().get(HeldThing.key(kind, ref)));
  }

  /** Keeps what went where, for who reads of the succession. */
  @EventListener
  public void on(AllHandedOver event) {
    successions.openWith(event.ended().id()).ifPresent(id -> successions.record(id, event.what()));
  }

  private List<Appointment> appointments(long id) {
    return successions.appointments(id).stream()
        .map(one -> appointments.find(one).orElseThrow())
        .toList();
  }
}
