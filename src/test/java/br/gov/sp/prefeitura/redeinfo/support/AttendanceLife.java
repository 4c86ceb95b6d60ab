package br.gov.sp.prefeitura.redeinfo.support;

import br.gov.sp.prefeitura.redeinfo.attendance.AttendanceCorrected;
import br.gov.sp.prefeitura.redeinfo.attendance.AttendanceEvents;
import br.gov.sp.prefeitura.redeinfo.attendance.AttendanceEvents.NewEvent;
import br.gov.sp.prefeitura.redeinfo.attendance.AttendanceKeeping;
import br.gov.sp.prefeitura.redeinfo.attendance.AttendanceOwner;
import br.gov.sp.prefeitura.redeinfo.attendance.domain.CheckIn;
import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson.SignedIn;
import br.gov.sp.prefeitura.redeinfo.identity.Groups;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.event.EventListener;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Events of the tests' own kind, and who owns them: the coordination keeps their sheets, auditors
 * and the school read them, and whoever is made a keeper of one keeps that one.
 */
@TestComponent
public class AttendanceLife implements AttendanceOwner {

  private static final AtomicLong SUBJECTS = new AtomicLong();

  private final AttendanceEvents events;
  private final AttendanceKeeping keeping;
  private final ObjectProvider<CheckIn> checkIns;
  private final TransactionTemplate transaction;
  private final Clock clock;
  private final List<AttendanceCorrected> corrections = new CopyOnWriteArrayList<>();
  private final Set<String> keepers = ConcurrentHashMap.newKeySet();

  AttendanceLife(
      AttendanceEvents events,
      AttendanceKeeping keeping,
      ObjectProvider<CheckIn> checkIns,
      TransactionTemplate transaction,
      Clock clock) {
    this.events = events;
    this.keeping = keeping;
    this.checkIns = checkIns;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** An event that began ten minutes ago and lasts two hours, at which these are expected. */
  public long event(Collection<Person> expected) {
    Instant start = clock.instant().minus(Duration.ofMinutes(10));
    return event(start, start.plus(Duration.ofHours(2)), expected);
  }

  public long event(Instant startsAt, Instant endsAt, Collection<Person> expected) {
    return transaction.execute(
        status -> {
          long subject = SUBJECTS.incrementAndGet();
          long id =
              events.plan(new NewEvent(kind(), subject, "Encontro " + subject, startsAt, endsAt));
          events.expect(List.of(id), expected.stream().map(Person::id).toList());
          return id;
        });
  }

  public void expect(long event, Collection<Person> persons) {
    transaction.executeWithoutResult(
        status -> events.expect(List.of(event), persons.stream().map(Person::id).toList()));
  }

  /** An event that is over, whose sheet was completed with nobody present. */
  public long completed(Collection<Person> expected) {
    long event = event(expected);
    transaction.executeWithoutResult(
        status -> keeping.complete(event, expected.iterator().next().id()));
    return event;
  }

  /** What is projected at the event now. */
  public String code(long event) {
    SignedIn keeper = new SignedIn(0, "-", "-", Set.of(Groups.COORDINATION));
    return checkIns.getObject().code(event, keeper).orElseThrow().code();
  }

  public void cancel(long event) {
    transaction.executeWithoutResult(status -> events.cancel(event));
  }

  /** Lets the person keep every sheet of the tests, from now on. */
  public void makeKeeper(Person person) {
    keepers.add(person.username());
  }

  /** Whose entries of the event were corrected, as its owner was told. */
  public List<Long> corrected(long event) {
    return corrections.stream()
        .filter(correction -> correction.eventId() == event)
        .map(AttendanceCorrected::personId)
        .toList();
  }

  @EventListener
  void remember(AttendanceCorrected correction) {
    corrections.add(correction);
  }

  @Override
  public String kind() {
    return "test-event";
  }

  @Override
  public boolean mayKeep(long subjectId, SignedIn person) {
    return person.isCoordination() || keepers.contains(person.username());
  }

  @Override
  public boolean mayRead(long subjectId, SignedIn person) {
    return mayKeep(subjectId, person) || person.isAuditor() || person.isIn(Groups.EMASP);
  }

  @Override
  public String path(long subjectId) {
    return "/";
  }
}
