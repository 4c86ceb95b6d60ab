package br.gov.sp.prefeitura.redeinfo.statute.domain;

import br.gov.sp.prefeitura.redeinfo.audit.AuditEntry;
import br.gov.sp.prefeitura.redeinfo.audit.AuditLog;
import br.gov.sp.prefeitura.redeinfo.network.Appointment;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.network.Persons;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.shared.time.WorkingDays;
import br.gov.sp.prefeitura.redeinfo.statute.Statutes;
import br.gov.sp.prefeitura.redeinfo.statute.Statutes.Way;
import br.gov.sp.prefeitura.redeinfo.statute.domain.AcceptanceRequest.Outcome;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Asks every member to accept the version in force who has not done so when joining. Requests are
 * rows first; their tasks are opened in the background, a batch in a transaction, on any node.
 */
@Service
@Transactional
public class AcceptanceRequests {

  private static final int LONGEST_QUESTION = 1000;

  private final VersionRepository versions;
  private final RequestRepository requests;
  private final AcceptanceInstances instances;
  private final Statutes statutes;
  private final Members members;
  private final Persons persons;
  private final WorkingDays workingDays;
  private final StatuteProperties settings;
  private final AuditLog audit;
  private final Clock clock;

  AcceptanceRequests(
      VersionRepository versions,
      RequestRepository requests,
      AcceptanceInstances instances,
      Statutes statutes,
      Members members,
      Persons persons,
      WorkingDays workingDays,
      StatuteProperties settings,
      AuditLog audit,
      Clock clock) {
    this.versions = versions;
    this.requests = requests;
    this.instances = instances;
    this.statutes = statutes;
    this.members = members;
    this.persons = persons;
    this.workingDays = workingDays;
    this.settings = settings;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Makes a request for every member of today who has neither accepted the version in force nor
   * been asked to. Safe to repeat.
   *
   * @return how many are new
   */
  public int makeMissing() {
    return versions
        .idInForce()
        .map(id -> requests.insertMissing(id, members.memberships(), clock.instant()))
        .orElse(0);
  }

  /** A new version is in force: whose task was not opened yet is not asked for the old one. */
  void supersedeUnstarted() {
    requests.endUnstarted(Outcome.SUPERSEDED, clock.instant());
  }

  /**
   * Opens the tasks of the next requests; a task for an older version is withdrawn with it. Who has
   * left meanwhile is not asked.
   *
   * @return how many requests were dealt with; fewer than a batch when none is left for this node
   */
  public int startBatch() {
    List<AcceptanceRequest> batch = requests.takeUnstarted(settings.batchSize());
    if (!batch.isEmpty()) {
      start(batch);
    }
    return batch.size();
  }

  /**
   * Opens all tasks in this transaction.
   *
   * @return the requests whose task is open now
   */
  public List<Long> startAll() {
    List<Long> all = new ArrayList<>();
    List<AcceptanceRequest> batch = requests.takeUnstarted(settings.batchSize());
    while (!batch.isEmpty()) {
      all.addAll(start(batch));
      batch = requests.takeUnstarted(settings.batchSize());
    }
    return all;
  }

  private List<Long> start(List<AcceptanceRequest> batch) {
    StatuteVersion version = versions.inForce().orElseThrow();
    List<Long> personIds = batch.stream().map(AcceptanceRequest::personId).toList();
    Set<Long> stillMembers = members.among(personIds);
    Map<Long, Person> people = persons.byId(personIds);
    Instant now = clock.instant();
    requests.openOf(personIds).stream()
        .filter(open -> open.versionId() != version.id())
        .forEach(old -> withdraw(old, Outcome.SUPERSEDED, now));
    List<Long> started = new ArrayList<>();
    for (AcceptanceRequest request : batch) {
      if (!stillMembers.contains(request.personId())) {
        requests.end(request.id(), Outcome.LEFT, now);
      } else if (request.versionId() == version.id()) {
        started.add(request.id());
      }
    }
    requests.started(started, workingDays.deadline(now, settings.dueDays()), now);
    batch.stream()
        .filter(request -> started.contains(request.id()))
        .forEach(
            request ->
                instances.start(
                    request.id(),
                    people.get(request.personId()).username(),
                    "Estatuto, versão " + version.number()));
    return started;
  }

  /**
   * @throws Refusal (not found)
   */
  @Transactional(readOnly = true)
  public AcceptanceRequest get(long id) {
    return requests.find(id).orElseThrow(() -> Refusal.notFound("statute.request-unknown"));
  }

  /** The version that the request asks to accept. */
  @Transactional(readOnly = true)
  public StatuteVersion versionOf(AcceptanceRequest request) {
    return versions.findById(request.versionId()).orElseThrow();
  }

  /** Whether the member wanted to talk about it before. */
  @Transactional(readOnly = true)
  public boolean hasAsked(long id) {
    return requests.hasAsked(id);
  }

  /** When the member is reminded of the request, as seen now. */
  public Instant reminderAt(AcceptanceRequest request) {
    return workingDays.reminder(request.dueAt(), settings.reminderDays(), clock.instant());
  }

  /**
   * The member accepts, by their task.
   *
   * @throws Refusal (forbidden) if it is somebody else's, (conflict) if another version came into
   *     force meanwhile
   */
  public void accept(long id, long by) {
    statutes.accept(by, own(id, by).versionId(), Way.NEW_VERSION);
  }

  /**
   * The member wants to talk to the coordination before; the request stays.
   *
   * @throws Refusal (forbidden) if it is somebody else's, (invalid) without a text
   */
  public void ask(long id, long by, String typed) {
    AcceptanceRequest request = own(id, by);
    TypedText check = new TypedText();
    String text = check.text("question", typed, LONGEST_QUESTION, true);
    check.refuse();
    requests.ask(id, text, clock.instant());
    audit.record(
        AuditEntry.of(StatuteAction.QUESTION_ASKED, request.versionId())
            .by(by)
            .about(by)
            .in(request.bodyId()));
  }

  private AcceptanceRequest own(long id, long by) {
    AcceptanceRequest request = get(id);
    if (request.personId() != by) {
      throw Refusal.forbidden("task.no-longer-yours");
    }
    return request;
  }

  /** What the person is asked for as long as this membership lasts: nothing if there is another. */
  List<AcceptanceRequest> openThrough(Appointment appointment) {
    return members.isOnly(appointment)
        ? requests.openOf(List.of(appointment.personId()))
        : List.of();
  }

  /** A membership is over: if it was the only one, nothing is asked of the person any more. */
  void left(Appointment ended) {
    openThrough(ended).forEach(open -> withdraw(open, Outcome.LEFT, clock.instant()));
  }

  private void withdraw(AcceptanceRequest request, Outcome outcome, Instant now) {
    instances.hold(request.id());
    requests
        .end(request.id(), outcome, now)
        .filter(ended -> ended.startedAt() != null)
        .ifPresent(ended -> instances.end(ended.id()));
  }
}
