package br.gov.sp.prefeitura.redeinfo.meeting.domain;

import br.gov.sp.prefeitura.redeinfo.audit.AuditEntry;
import br.gov.sp.prefeitura.redeinfo.audit.AuditLog;
import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson.SignedIn;
import br.gov.sp.prefeitura.redeinfo.meeting.MeetingState;
import br.gov.sp.prefeitura.redeinfo.meeting.domain.AgendaItem.State;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What meetings are to talk about. Members propose until the convocation; the coordination accepts,
 * refuses with a reason and orders. Open follow-ups come by themselves.
 */
@Service
@Transactional
public class Agendas {

  static final int MAX_TITLE = 200;
  static final int MOST_MINUTES = 480;
  private static final int MOST_ITEMS = 60;

  private final AgendaRepository agenda;
  private final MeetingRepository meetings;
  private final MeetingNotices notices;
  private final ObjectProvider<CarriedOver> followUps;
  private final AuditLog audit;
  private final Clock clock;

  Agendas(
      AgendaRepository agenda,
      MeetingRepository meetings,
      MeetingNotices notices,
      ObjectProvider<CarriedOver> followUps,
      AuditLog audit,
      Clock clock) {
    this.agenda = agenda;
    this.meetings = meetings;
    this.notices = notices;
    this.followUps = followUps;
    this.audit = audit;
    this.clock = clock;
  }

  /** All items, refused ones too, in their order; the caller has decided who may know. */
  @Transactional(readOnly = true)
  public List<AgendaItem> of(long meetingId) {
    return agenda.of(meetingId);
  }

  /** Those that the meeting talks about, in their order. */
  @Transactional(readOnly = true)
  public List<AgendaItem> accepted(long meetingId) {
    return of(meetingId).stream().filter(item -> item.state() == State.ACCEPTED).toList();
  }

  /**
   * Proposes an item; what the coordination proposes itself is accepted at once.
   *
   * @throws Refusal (invalid) with the fields, (conflict) once the meeting is convened
   */
  public long propose(long meetingId, NewItem typed, SignedIn by) {
    Meeting meeting = open(meetingId, by);
    if (!MeetingAccess.proposes(by)) {
      throw Refusal.forbidden("meeting.members-only");
    }
    NewItem item = checked(typed);
    if (agenda.of(meetingId).size() >= MOST_ITEMS) {
      throw Refusal.conflict("meeting.agenda-full", MOST_ITEMS);
    }
    long id =
        agenda.insert(
            meetingId, item.title(), item.text(), item.minutes(), by.personId(), clock.instant());
    record(MeetingAction.ITEM_PROPOSED, meetingId, id, by);
    if (MeetingAccess.writes(by)) {
      agenda.decide(id, State.ACCEPTED, null, by.personId(), clock.instant());
    } else {
      notices.itemProposed(meeting, id, item.title(), by);
    }
    return id;
  }

  /** The coordination words an item differently, or gives it another length. */
  public void change(long meetingId, long itemId, NewItem typed, SignedIn by) {
    openToWriter(meetingId, by);
    AgendaItem item = of(meetingId, itemId);
    NewItem changed = checked(typed);
    agenda.update(item.id(), changed.title(), changed.text(), changed.minutes());
    record(MeetingAction.ITEM_CHANGED, meetingId, itemId, by);
  }

  public void accept(long meetingId, long itemId, SignedIn by) {
    openToWriter(meetingId, by);
    AgendaItem item = of(meetingId, itemId);
    if (item.state() != State.ACCEPTED) {
      agenda.decide(item.id(), State.ACCEPTED, null, by.personId(), clock.instant());
      record(MeetingAction.ITEM_ACCEPTED, meetingId, itemId, by);
    }
  }

  /** Who proposed it is told, and reads why. */
  public void refuse(long meetingId, long itemId, String typedReason, SignedIn by) {
    Meeting meeting = openToWriter(meetingId, by);
    AgendaItem item = of(meetingId, itemId);
    String reason = Findings.reason("reason", typedReason);
    agenda.decide(item.id(), State.REFUSED, reason, by.personId(), clock.instant());
    record(MeetingAction.ITEM_REFUSED, meetingId, itemId, by);
    notices.itemRefused(meeting, item);
  }

  /** Moves an item one place up or down; at the end it stays. */
  public void move(long meetingId, long itemId, boolean up, SignedIn by) {
    openToWriter(meetingId, by);
    of(meetingId, itemId);
    List<AgendaItem> items = new ArrayList<>(agenda.of(meetingId));
    int from = items.stream().map(AgendaItem::id).toList().indexOf(itemId);
    int to = up ? from - 1 : from + 1;
    if (to < 0 || to >= items.size()) {
      return;
    }
    items.add(to, items.remove(from));
    for (int i = Math.min(from, to); i <= Math.max(from, to); i++) {
      agenda.place(items.get(i).id(), i + 1);
    }
    for (int i = 0; i < items.size(); i++) {
      if (items.get(i).position() != i + 1) {
        agenda.place(items.get(i).id(), i + 1);
      }
    }
    record(MeetingAction.AGENDA_ORDERED, meetingId, itemId, by);
  }

  /** Puts the open follow-ups of the kind onto the agenda; safe to repeat. */
  void carryOver(long meetingId, String kind, long by) {
    for (CarriedOver source : followUps) {
      for (CarriedOver.Open open : source.open(kind)) {
        agenda.carry(meetingId, open.followUpId(), open.title(), by, clock.instant());
      }
    }
  }

  private static NewItem checked(NewItem typed) {
    Findings findings = new Findings();
    NewItem item =
        new NewItem(
            findings.line("title", typed.title(), MAX_TITLE, true),
            findings.text("text", typed.text(), MeetingRules.MAX_TEXT, false),
            typed.minutes());
    findings.number("minutes", typed.minutes(), 1, MOST_MINUTES);
    findings.refuse();
    return item;
  }

  private Meeting openToWriter(long meetingId, SignedIn by) {
    MeetingAccess.requireWriter(by);
    return open(meetingId, by);
  }

  private Meeting open(long meetingId, SignedIn by) {
    MeetingAccess.requireReader(by);
    Meeting meeting = meetings.lock(meetingId).orElseThrow(MeetingAccess::unknown);
    if (meeting.state() != MeetingState.PLANNED) {
      throw Refusal.conflict("meeting.agenda-closed");
    }
    return meeting;
  }

  private AgendaItem of(long meetingId, long itemId) {
    return agenda
        .find(itemId)
        .filter(item -> item.meetingId() == meetingId)
        .orElseThrow(() -> Refusal.notFound("meeting.item-not-found"));
  }

  private void record(MeetingAction action, long meetingId, long itemId, SignedIn by) {
    audit.record(AuditEntry.of(action, meetingId).by(by.personId()).with("item", itemId));
  }

  /**
   * What is typed of an item.
   *
   * @param minutes how long it is to take, or {@code null}
   */
  public record NewItem(String title, String text, Integer minutes) {}
}
