package br.gov.sp.prefeitura.redeinfo.meeting.domain;

import br.gov.sp.prefeitura.redeinfo.audit.AuditEntry;
import br.gov.sp.prefeitura.redeinfo.audit.AuditLog;
import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson.SignedIn;
import br.gov.sp.prefeitura.redeinfo.meeting.domain.Initiative.State;
import br.gov.sp.prefeitura.redeinfo.network.Bodies;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.shared.projects.PublishedProjects;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the coordination does with initiatives on our pages. */
@Service
@Transactional
public class InitiativeService {

  private static final int LONGEST_NAME = 160;
  private static final int LONGEST_PURPOSE = 2000;
  private static final int LONGEST_STEP = 500;
  private static final LocalDate FIRST_DAY = LocalDate.of(2013, 1, 1);
  private static final int YEARS_AHEAD = 5;

  private final InitiativeRepository initiatives;
  private final Bodies bodies;
  private final ObjectProvider<PublishedProjects> projects;
  private final AuditLog audit;
  private final Clock clock;

  InitiativeService(
      InitiativeRepository initiatives,
      Bodies bodies,
      ObjectProvider<PublishedProjects> projects,
      AuditLog audit,
      Clock clock) {
    this.initiatives = initiatives;
    this.bodies = bodies;
    this.projects = projects;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * @return its id
   * @throws Refusal (invalid) with the fields, (forbidden) for who does not coordinate
   */
  public long propose(InitiativePlan typed, SignedIn by) {
    MeetingAccess.requireWriter(by);
    InitiativePlan plan = checked(typed);
    try {
      long id = initiatives.insert(plan, by.personId(), clock.instant());
      initiatives.enter(id, State.PROPOSED, null, by.personId(), clock.instant());
      audit.record(AuditEntry.of(InitiativeAction.PROPOSED, id).by(by.personId()));
      return id;
    } catch (DuplicateKeyException e) {
      throw Refusal.invalidField("name", "initiative.name-taken");
    }
  }

  /**
   * @param version as it was when the person began to edit
   * @throws Refusal (conflict) if somebody has changed it since
   */
  public void change(long id, int version, InitiativePlan typed, SignedIn by) {
    MeetingAccess.requireWriter(by);
    InitiativePlan plan = checked(typed);
    try {
      if (!initiatives.update(id, version, plan)) {
        throw Refusal.conflict("initiative.changed-meanwhile");
      }
    } catch (DuplicateKeyException e) {
      throw Refusal.invalidField("name", "initiative.name-taken");
    }
    audit.record(AuditEntry.of(InitiativeAction.CHANGED, id).by(by.personId()));
  }

  /**
   * @param typedNote what is said of it; needed when it ends
   */
  public void enter(long id, State state, String typedNote, SignedIn by) {
    MeetingAccess.requireWriter(by);
    Initiative initiative = initiatives.lock(id).orElseThrow(InitiativeService::unknown);
    Findings findings = new Findings();
    findings.required("state", state, "meeting.choose");
    String note =
        findings.text("note", typedNote, Findings.MAX_REASON, state != null && !state.isOpen());
    findings.refuse();
    if (initiative.state() == state) {
      throw Refusal.invalidField("state", "initiative.same-state");
    }
    initiatives.enter(id, state, note, by.personId(), clock.instant());
    audit.record(
        AuditEntry.of(InitiativeAction.STATE_ENTERED, id).by(by.personId()).with("state", state));
  }

  private InitiativePlan checked(InitiativePlan typed) {
    Findings findings = new Findings();
    String name = findings.line("name", typed.name(), LONGEST_NAME, true);
    String purpose = findings.text("purpose", typed.purpose(), LONGEST_PURPOSE, true);
    String step = findings.line("nextStep", typed.nextStep(), LONGEST_STEP, false);
    LocalDate on = typed.nextStepOn();
    if ((step == null) != (on == null)) {
      findings.add(step == null ? "nextStep" : "nextStepOn", "initiative.step-and-day");
    } else if (on != null
        && (on.isBefore(FIRST_DAY) || on.isAfter(LocalDate.now(clock).plusYears(YEARS_AHEAD)))) {
      findings.add("nextStepOn", "initiative.day-range", YEARS_AHEAD);
    }
    if (typed.bodyIds().size() < 2
        || bodies.byId(typed.bodyIds()).size() != typed.bodyIds().size()) {
      findings.add("bodyIds", "initiative.bodies");
    }
    if (!initiatives.existMeetings(typed.meetingIds())) {
      findings.add("meetingIds", "meeting.choose");
    }
    PublishedProjects published = projects.getIfAvailable();
    if (!typed.projectIds().isEmpty()
        && (published == null
            || published.titles(typed.projectIds()).size() != typed.projectIds().size())) {
      findings.add("projectIds", "meeting.choose");
    }
    findings.refuse();
    return new InitiativePlan(
        name, purpose, step, on, typed.bodyIds(), typed.meetingIds(), typed.projectIds());
  }

  static Refusal unknown() {
    return Refusal.notFound("initiative.not-found");
  }
}
